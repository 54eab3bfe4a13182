// Several parsers that judge together: the mean of their probabilities. A parser that is trained to agree with them in
// every state it comes to, on plain text, learns most of what they know (Liu et al. 2018, "Distilling Knowledge for
// Search-based Structured Prediction"). Training only; one thread; deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "nlp/parser.h"

namespace triplewright::nlp {

class ParserEnsemble {
 public:
  /// The parsers share their labels (they were trained from the same treebanks); throws Error if not.
  ParserEnsemble(std::vector<Parser> parsers, const WordVectors& vectors);

  [[nodiscard]] const std::vector<std::string>& labels() const { return parsers_.front().labels(); }
  /// Which tags the tag probabilities are of; tags that the parsers do not have get none.
  void set_tags(const std::vector<std::string>& tags);

  /// Reads a batch of sentences, to which the following calls refer.
  void read(const std::vector<const std::vector<EncoderWord>*>& sentences);
  /// A state of sentence `sentence` of the batch.
  struct Question {
    std::size_t sentence;
    const ParserState* state;
  };
  /// The probability of each move in each state, rows of `stride` floats, 0 for moves that the state does not allow.
  void moves(const std::vector<Question>& questions, std::size_t stride, std::vector<float>& probabilities);
  /// The probability of each tag for word `word` of a sentence of the batch.
  void tags(std::size_t sentence, std::size_t word, std::vector<float>& probabilities) const;

 private:
  static constexpr std::size_t kMissing = static_cast<std::size_t>(-1);

  std::vector<Parser> parsers_;
  const WordVectors& vectors_;
  std::vector<ParserScratch> scratch_;          // of each parser
  std::vector<std::vector<std::size_t>> tags_;  // of each parser, where the tags are
  std::vector<std::size_t> first_rows_;
};

}  // namespace triplewright::nlp
