// Static word vectors of lower-cased forms, in 8 bits a dimension with one scale a word.
// Thread-safety: const after load.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/model_file.h"

namespace triplewright::nlp {

/// Word lists with look-up by open addressing; positions are those of the list.
class Vocabulary {
 public:
  Vocabulary() = default;
  explicit Vocabulary(std::vector<std::string> words);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  /// Position of a word, or -1.
  [[nodiscard]] std::int32_t find(std::string_view word) const;

 private:
  std::vector<std::string> words_;
  std::vector<std::uint32_t> slots_;  // position + 1, or 0
};

/// The form that vectors and embeddings are keyed by: lower case, digits as 0, typographic quotes and dashes as ASCII.
[[nodiscard]] std::string normalized_form(std::string_view form);

/// The case in which a word is mostly written inside a sentence.
enum class WordCase : std::int8_t { Unknown, Lower, Capitalized, Upper, Mixed };

/// The case of one form: Unknown when it has no letter; a single capital is Capitalized.
[[nodiscard]] WordCase case_of(std::string_view form);

class WordVectors {
 public:
  static WordVectors read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  WordVectors() = default;
  /// Quantizes `rows` (words.size() x dimensions).
  WordVectors(std::vector<std::string> words, std::size_t dimensions, const std::vector<float>& rows,
              std::vector<std::int8_t> cases);

  [[nodiscard]] std::size_t dimensions() const { return dimensions_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  /// How word `index` is mostly written in running text; Unknown for -1.
  [[nodiscard]] WordCase usual_case(std::int32_t index) const {
    return index < 0 ? WordCase::Unknown : static_cast<WordCase>(cases_[static_cast<std::size_t>(index)]);
  }
  /// Adds the vector of word `index` to `out` (dimensions() floats).
  void add(std::int32_t index, float* out) const;

 private:
  Vocabulary vocabulary_;
  std::size_t dimensions_ = 0;
  std::vector<float> scales_;
  std::vector<std::int8_t> rows_;
  std::vector<std::int8_t> cases_;
};

}  // namespace triplewright::nlp
