// Part-of-speech tags by an averaged perceptron, left to right, over composite classes "NOUN|NN"; and what it knows of
// a word's form. Thread-safety: const after load.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/linear.h"
#include "nlp/vectors.h"
#include "triplewright/document.h"

namespace triplewright::nlp {

/// Hashes of a word's form that several components use; made once a token.
struct WordForm {
  std::string_view form;
  std::string normalized;  ///< see normalized_form
  std::uint64_t exact = 0, lower = 0, shape = 0;
  std::uint64_t prefixes[4] = {};  ///< of 1 to 4 characters; 0 when the word is shorter
  std::uint64_t suffixes[4] = {};
  WordCase word_case = WordCase::Unknown;
  std::int32_t vector = -1;  ///< in the word vectors

  WordForm() = default;
  WordForm(std::string_view form, const WordVectors& vectors);
};

/// The words of a sentence; of a headline in Title Case or capitals, each word as it is usually written, so that
/// "Firm Sells Chips" is analysed as "firm sells chips". `forms` outlives the result.
[[nodiscard]] std::vector<WordForm> word_forms(const std::vector<std::string_view>& forms, const WordVectors& vectors,
                                               bool title_case);

/// Most of the words that could be in lower case begin with a capital.
[[nodiscard]] bool is_title_case(const std::vector<std::string_view>& forms, const WordVectors& vectors);

class Tagger {
 public:
  static Tagger read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  /// Composite classes ("NOUN|NN").
  [[nodiscard]] const std::vector<std::string>& labels() const { return model_.labels(); }
  /// Indices in labels(), one a word of a sentence.
  void run(const std::vector<WordForm>& words, std::vector<std::uint16_t>& tags) const;

 private:
  friend class TaggerTrainer;
  [[nodiscard]] std::int32_t lexicon(const WordForm& word) const;
  /// Features of word i, given the tags before it.
  void features(const std::vector<WordForm>& words, std::size_t i, const std::vector<std::uint16_t>& tags,
                const std::vector<std::int32_t>& entries, std::vector<Feature>& out) const;

  LinearModel model_;
  Vocabulary words_;                      // lower-cased forms seen in training
  std::vector<std::int16_t> fixed_;       // the tag of a word that is always the same, or -1
  std::vector<std::uint32_t> ambiguity_;  // hash of the tags a word was seen with
};

}  // namespace triplewright::nlp
