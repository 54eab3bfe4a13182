// A parser trained on a handful of sentences, and one that learns from it on plain text.
#include <gtest/gtest.h>

#include <numeric>

#include "nlp/train_parser.h"
#include "text/hash.h"
#include "triplewright/error.h"

namespace triplewright::nlp {
namespace {

struct TaggedWord {
  std::string form, tag;
  std::int32_t head;
  std::string deprel;
};

const WordVectors& no_vectors() {
  static const WordVectors vectors({"firm"}, 16, std::vector<float>(16, 0.5f), {1});
  return vectors;
}

ParserExample example(const std::vector<TaggedWord>& words) {
  ParserExample out;
  for (const TaggedWord& word : words) {
    out.words.emplace_back(WordForm(word.form, no_vectors()), text::hash64(word.tag), 0);
    out.heads.push_back(word.head);
    out.deprels.push_back(word.deprel);
    out.tags.push_back(word.tag);
  }
  return out;
}

// "the firm sells chips" of every subject and object, or with the verb at the end.
std::vector<ParserExample> sentences(bool verb_last) {
  std::vector<ParserExample> out;
  for (const std::string subject : {"firm", "maker", "mill", "baker"}) {
    for (const std::string object : {"chips", "bread", "steel", "phones"}) {
      if (verb_last) {
        out.push_back(example({{"the", "DET", 1, "det"},
                               {subject, "NOUN", 3, "nsubj"},
                               {object, "NOUN", 3, "obj"},
                               {"selleth", "VERB", -1, "root"}}));
      } else {
        out.push_back(example({{"the", "DET", 1, "det"},
                               {subject, "NOUN", 2, "nsubj"},
                               {"sells", "VERB", -1, "root"},
                               {object, "NOUN", 2, "obj"}}));
      }
    }
  }
  return out;
}

ParserOptions small(int epochs) {
  ParserOptions options;
  options.epochs = epochs;
  options.width = options.hidden = 32;
  options.layers = 2;
  options.rate = 0.02;
  options.input_dropout = options.hidden_dropout = 0.1f;
  return options;
}

Parser train_on(std::vector<ParserExample> gold, int epochs, SilverLessons* silver = nullptr,
                const Parser* start = nullptr) {
  ParserOptions options = small(epochs);
  options.start = start;
  return train_parser(std::move(gold), silver, {}, no_vectors(), options, [](const std::string&) {});
}

std::vector<ParserExample> both_kinds() {
  std::vector<ParserExample> all = sentences(false);
  for (ParserExample& more : sentences(true)) all.push_back(std::move(more));
  return all;
}

double attached(const Parser& parser, const std::vector<ParserExample>& examples) {
  ParserScratch scratch;
  std::vector<Parse> parses;
  std::size_t right = 0;
  std::size_t all = 0;
  for (const ParserExample& wanted : examples) {
    parser.run({wanted.words}, no_vectors(), scratch, parses);
    for (std::size_t i = 0; i < wanted.heads.size(); ++i, ++all) right += parses[0].heads[i] == wanted.heads[i];
  }
  return static_cast<double>(right) / static_cast<double>(all);
}

TEST(ParserTraining, LearnsAHandfulOfSentences) {
  EXPECT_EQ(attached(train_on(both_kinds(), 40), both_kinds()), 1.0);
}

TEST(ParserTraining, GivesTheSameModelEveryTime) {
  ModelWriter first;
  ModelWriter second;
  train_on(both_kinds(), 2).write(first);
  train_on(both_kinds(), 2).write(second);
  EXPECT_EQ(first.file("parser"), second.file("parser"));
}

TEST(ParserTraining, LearnsFromTeachersWhatItsOwnSentencesLack) {
  const std::vector<ParserExample> gold = sentences(false);
  SilverLessons lessons{{}, ParserEnsemble({train_on(both_kinds(), 40)}, no_vectors())};
  for (const ParserExample& plain : sentences(true)) lessons.sentences.push_back(plain.words);
  const double alone = attached(train_on(gold, 40), sentences(true));
  const double taught = attached(train_on(gold, 40, &lessons), sentences(true));
  EXPECT_LT(alone, 0.9);
  EXPECT_EQ(taught, 1.0);
}

TEST(ParserTraining, GoesOnFromAModelOfTheSameShapeOnly) {
  const Parser start = train_on(both_kinds(), 40);
  EXPECT_GT(attached(train_on(both_kinds(), 1, nullptr, &start), both_kinds()), 0.9);
  EXPECT_THROW(static_cast<void>(train_on(sentences(false), 1, nullptr, &start)), Error);
}

TEST(ParserEnsemble, SharesOneOutOverTheMovesThatAStateAllows) {
  ParserEnsemble ensemble({train_on(both_kinds(), 30), train_on(both_kinds(), 40)}, no_vectors());
  const std::vector<ParserExample> examples = sentences(false);
  ensemble.read({&examples[0].words, &examples[1].words});
  const ParserState begin(4);  // nothing but Shift
  ParserState next(4);
  next.apply(Move::Shift, 0);
  constexpr std::size_t kStride = 32;
  std::vector<float> shares;
  ensemble.moves({{0, &begin}, {1, &next}}, kStride, shares);
  ASSERT_EQ(shares.size(), 2 * kStride);
  EXPECT_NEAR(shares[0], 1.0f, 1e-5);
  EXPECT_LT(shares[kStride], 0.999f);
  EXPECT_NEAR(std::accumulate(shares.begin() + kStride, shares.end(), 0.0f), 1.0f, 1e-5);
  std::vector<float> tags;
  ensemble.set_tags({"DET", "NOUN", "UNSEEN"});
  ensemble.tags(1, 0, tags);
  EXPECT_GT(tags[0], tags[1]);
  EXPECT_EQ(tags[2], 0.0f);
}

TEST(ParserEnsemble, RefusesParsersOfOtherLabels) {
  std::vector<ParserExample> other = sentences(false);
  for (ParserExample& each : other) each.deprels.back() = "iobj";
  std::vector<Parser> parsers;
  parsers.push_back(train_on(both_kinds(), 1));
  parsers.push_back(train_on(other, 1));
  EXPECT_THROW(ParserEnsemble(std::move(parsers), no_vectors()), Error);
}

TEST(Parser, SentencesOfABatchDoNotSeeEachOther) {
  const Parser parser = train_on(both_kinds(), 4);
  ParserScratch scratch;
  std::vector<Parse> together;
  std::vector<Parse> alone;
  const std::vector<ParserExample> examples = both_kinds();
  std::vector<std::vector<EncoderWord>> batch = {examples[3].words, {}, examples[20].words, {examples[0].words[0]}};
  parser.run(batch, no_vectors(), scratch, together);
  const std::vector<float> rows = scratch.batch.output;
  std::size_t at = 0;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    parser.run({batch[s]}, no_vectors(), scratch, alone);
    EXPECT_EQ(alone[0].heads, together[s].heads) << s;
    for (std::size_t i = 0; i < batch[s].size() * 32; ++i, ++at) ASSERT_EQ(scratch.batch.output[i], rows[at]) << s;
  }
  EXPECT_EQ(at, rows.size());
}

}  // namespace
}  // namespace triplewright::nlp
