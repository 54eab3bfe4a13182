#include "nlp/model_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "nlp/linear.h"
#include "nlp/models.h"
#include "nlp/vectors.h"

namespace triplewright::nlp {
namespace {

std::string sample() {
  ModelWriter writer;
  writer.u32(7);
  writer.f32(-2.5f);
  writer.strings({"a", "", "\u00e9t\u00e9"});
  writer.i8s({-1, 2});
  writer.i16s({-300, 300});
  writer.u32s({0xFFFFFFFF});
  writer.halves({0.0f, 1.0f, -0.333f, 65504.0f, 1e9f, 6.1e-5f, 3e-6f});
  return writer.file("sample");
}

TEST(ModelFile, ReadsWhatWasWritten) {
  const std::string bytes = sample();
  ModelReader reader(bytes, "sample", "x");
  EXPECT_EQ(reader.u32(), 7u);
  EXPECT_EQ(reader.f32(), -2.5f);
  EXPECT_EQ(reader.strings(), (std::vector<std::string>{"a", "", "\u00e9t\u00e9"}));
  EXPECT_EQ(reader.i8s(), (std::vector<std::int8_t>{-1, 2}));
  EXPECT_EQ(reader.i16s(), (std::vector<std::int16_t>{-300, 300}));
  EXPECT_EQ(reader.u32s(), (std::vector<std::uint32_t>{0xFFFFFFFF}));
  const std::vector<float> halves = reader.halves();
  ASSERT_EQ(halves.size(), 7u);
  EXPECT_EQ(halves[0], 0.0f);
  EXPECT_EQ(halves[1], 1.0f);
  EXPECT_NEAR(halves[2], -0.333f, 2e-4);
  EXPECT_EQ(halves[3], 65504.0f);
  EXPECT_EQ(halves[4], 65504.0f);
  EXPECT_NEAR(halves[5], 6.1e-5f, 1e-7);
  EXPECT_NEAR(halves[6], 3e-6f, 1e-7);
  EXPECT_NO_THROW(reader.finish());
}

TEST(ModelFile, RefusesEveryTruncation) {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(ModelReader(std::string_view(bytes).substr(0, size), "sample", "x"), Error) << size;
  }
}

TEST(ModelFile, RefusesEveryChangedByte) {
  const std::string bytes = sample();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    EXPECT_THROW(ModelReader(changed, "sample", "x"), Error) << at;
  }
}

TEST(ModelFile, RefusesAnotherKindAndNamesTheFile) {
  const std::string bytes = sample();
  try {
    ModelReader(bytes, "parser", "models/parser.model");
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("models/parser.model"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("'sample'"), std::string::npos);
  }
}

TEST(ModelFile, RefusesLengthsBeyondTheEnd) {
  ModelWriter writer;
  writer.u32(1'000'000'000);
  const std::string bytes = writer.file("sample");
  EXPECT_THROW(ModelReader(bytes, "sample", "x").halves(), Error);
  EXPECT_THROW(ModelReader(bytes, "sample", "x").strings(), Error);
  EXPECT_THROW(ModelReader(bytes, "sample", "x").string(), Error);
}

TEST(WordVectors, QuantizeWithinAPercent) {
  const std::vector<float> rows = {1.0f, -0.5f, 0.25f, 4.0f, 2.0f, -1.0f};
  const WordVectors vectors({"chip", "firm"}, 3, rows, {1, 2});
  std::vector<float> out(3);
  vectors.add(vectors.vocabulary().find("firm"), out.data());
  EXPECT_NEAR(out[0], 4.0f, 0.04);
  EXPECT_NEAR(out[2], -1.0f, 0.04);
  EXPECT_EQ(vectors.vocabulary().find("unknown"), -1);
  EXPECT_EQ(vectors.usual_case(0), WordCase::Lower);
  EXPECT_EQ(vectors.usual_case(-1), WordCase::Unknown);
}

TEST(LinearModel, LearnsAndSurvivesTheFile) {
  PerceptronTrainer trainer({"even", "odd"});
  for (int round = 0; round < 20; ++round) {
    for (std::uint64_t x = 0; x < 10; ++x) {
      const std::vector<Feature> row = {feature(1, x % 2), feature(2, x)};
      trainer.update(row, x % 2, trainer.predict(row));
      trainer.step();
    }
  }
  ModelWriter writer;
  trainer.average(0.0f).write(writer);
  const std::string bytes = writer.file("linear");
  ModelReader reader(bytes, "linear", "x");
  const LinearModel model = LinearModel::read(reader);
  std::vector<std::int32_t> scores(2);
  for (std::uint64_t x = 10; x < 20; ++x) {
    EXPECT_EQ(model.best(std::vector<Feature>{feature(1, x % 2)}, scores), x % 2);
  }
}

TEST(Models, RefusesAFolderWithoutModels) {
  EXPECT_THROW(Models::load("/nonexistent"), Error);
}

TEST(Models, RefusesAPartInTheWrongPlace) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "tw_models_swapped";
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(std::string(TW_SOURCE_DIR) + "/models/lemmatizer.model", folder / "vectors.model",
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_THROW(Models::load(folder.string()), Error);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace triplewright::nlp
