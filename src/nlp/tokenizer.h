// Words and sentences of a stretch of text, by a linear model over character boundaries: none, token or sentence.
// Thread-safety: const after load; scratch is the caller's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/linear.h"
#include "nlp/vectors.h"
#include "triplewright/span.h"

namespace triplewright::nlp {

/// What stands between two characters.
enum class Boundary : std::uint8_t { None, Token, Sentence };

/// A text as the tokenizer sees it: runs of white space are one, typographic marks are ASCII.
struct TokenizerText {
  explicit TokenizerText(std::string_view text);

  struct Candidate {
    std::uint32_t left, right;  ///< the characters on both sides, indices of chars
    bool space;                 ///< white space between them: at least a token ends
  };

  std::vector<char32_t> chars;        ///< mapped; white space is ' ', or '\n' with a line break
  std::vector<std::uint8_t> classes;  ///< coarse class of each
  std::vector<std::uint32_t> bytes;   ///< where each begins, and the end of the text
  std::vector<std::uint32_t> ends;    ///< where each ends
};

class Tokenizer {
 public:
  static Tokenizer read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  struct Result {
    std::vector<Span> tokens;              ///< bytes of the text
    std::vector<std::uint32_t> sentences;  ///< number of tokens up to the end of each
  };
  /// Tokens and sentences of one block; an empty line always ends a sentence.
  void run(std::string_view text, const WordVectors& vectors, Result& result) const;

  /// Candidates and their features, shared with the trainer.
  [[nodiscard]] std::vector<TokenizerText::Candidate> candidates(const TokenizerText& text) const;
  static void features(const TokenizerText& text, const TokenizerText::Candidate& at, const WordVectors& vectors,
                       std::vector<Feature>& out);

 private:
  friend class TokenizerTrainer;
  LinearModel model_;
  Vocabulary splits_;                  // words of letters that are split: cannot, gonna
  std::vector<std::int8_t> split_at_;  // after how many letters
};

}  // namespace triplewright::nlp
