// A model file that was tampered with is refused or, when its checksum was made to fit, works without reading past
// anything. The input is a part of a model, then changes to a file that ships: pairs of offset (3 bytes) and byte.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "nlp/lemmatizer.h"
#include "nlp/model_file.h"
#include "nlp/names.h"
#include "nlp/parser.h"
#include "nlp/tagger.h"
#include "nlp/tokenizer.h"
#include "text/hash.h"

namespace triplewright::nlp {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"tokenizer", "tagger", "lemmatizer", "parser", "names"};

std::string header(std::string_view kind, std::string_view payload) {
  std::string out = ModelWriter().file(kind);
  out.resize(out.size() - 16);
  const std::uint64_t numbers[2] = {payload.size(), text::hash64(payload)};
  for (std::uint64_t number : numbers) {
    for (int i = 0; i < 8; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
  }
  return out;
}

void use(std::string_view kind, const std::string& bytes) {
  const std::vector<std::string_view> forms = {"Acme", "sells", "\u201cchips", "\u2019s", "910C"};
  const WordVectors vectors(std::vector<std::string>{"acme", "sells"}, 96, std::vector<float>(192, 1.0f), {2, 1});
  const std::vector<WordForm> words = word_forms(forms, vectors, true);
  std::vector<EncoderWord> encoded;
  for (const WordForm& word : words) encoded.emplace_back(word, 1, 1);
  ModelReader reader(bytes, kind, "input");
  if (kind == "tokenizer") {
    Tokenizer::Result result;
    Tokenizer::read(reader).run("Mr. Vale cannot sell 910C chips. \u201cNo,\u201d he said.", vectors, result);
    if (result.tokens.empty() || result.sentences.back() != result.tokens.size()) std::abort();
  } else if (kind == "tagger") {
    std::vector<std::uint16_t> tags;
    const Tagger tagger = Tagger::read(reader);
    tagger.run(words, tags);
    for (std::uint16_t tag : tags) {
      if (tag >= tagger.labels().size()) std::abort();
    }
  } else if (kind == "lemmatizer") {
    const Lemmatizer lemmatizer = Lemmatizer::read(reader);
    for (std::string_view form : forms) {
      if (lemmatizer.lemma(form, "VERB|VBZ").empty()) std::abort();
    }
  } else if (kind == "parser") {
    const Parser parser = Parser::read(reader);
    if (parser.encoder().vector_width() != vectors.dimensions()) return;
    ParserScratch scratch;
    std::vector<Parse> parses;
    parser.run({encoded, encoded}, vectors, scratch, parses);
    for (std::int32_t head : parses[1].heads) {
      if (head < -1 || head >= static_cast<std::int32_t>(forms.size())) std::abort();
    }
  } else {
    const NameRecognizer names = NameRecognizer::read(reader);
    (void)names.gazetteer().flags(words);
    if (names.encoder().vector_width() != vectors.dimensions()) return;
    NamesScratch scratch;
    std::vector<std::vector<Name>> found;
    names.run({encoded}, vectors, scratch, found);
    for (const Name& name : found[0]) {
      if (name.words.empty() || name.words.end > forms.size()) std::abort();
    }
  }
}

}  // namespace
}  // namespace triplewright::nlp

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace triplewright;
  using namespace triplewright::nlp;
  if (size == 0) return 0;
  const std::string_view kind = kKinds[data[0] % kKinds.size()];
  static std::array<std::string, kKinds.size()> shipped;
  std::string& bytes = shipped[data[0] % kKinds.size()];
  if (bytes.empty()) bytes = read_file_bytes(std::string(TW_SOURCE_DIR) + "/models/" + std::string(kind) + ".model");
  const std::string start = header(kind, "");
  std::string payload = bytes.substr(start.size());
  for (std::size_t i = 1; i + 4 <= size; i += 4) {
    const std::size_t at =
        data[i] | static_cast<std::size_t>(data[i + 1]) << 8 | static_cast<std::size_t>(data[i + 2]) << 16;
    payload[at % payload.size()] = static_cast<char>(data[i + 3]);
  }
  if (size % 4 == 3) payload.resize(payload.size() / (1 + data[size - 1]));
  // The input as it is, the changed file, and that with a checksum that fits.
  for (const std::string& file :
       {std::string(reinterpret_cast<const char*>(data), size), start + payload, header(kind, payload) + payload}) {
    try {
      use(kind, file);
    } catch (const Error&) {
    }
  }
  return 0;
}
