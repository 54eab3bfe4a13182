// Training of the parser. One thread; deterministic.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "nlp/parser.h"
#include "nlp/train.h"

namespace triplewright::nlp {

struct ParserExample {
  std::vector<EncoderWord> words;
  std::vector<std::int32_t> heads;
  std::vector<std::string> deprels;
  std::vector<std::string> tags;  ///< gold
};

struct ParserOptions {
  std::uint64_t seed = 1;
  int epochs = 20;
  std::size_t width = 128, layers = 3, hidden = 128;
  double rate = 0.0015;
  float hidden_dropout = 0.1f;
  double silver_share = 3;  ///< words of silver examples for each of gold
};

/// Trains from gold and, some of them each epoch, silver examples (none, or a parser is to learn from others),
/// reporting the attachment scores (with subtypes) on `dev` after each epoch.
[[nodiscard]] Parser train_parser(std::vector<ParserExample> gold, std::vector<ParserExample> silver,
                                  const std::vector<ParserExample>& dev, const WordVectors& vectors,
                                  const ParserOptions& options, const TrainProgress& progress);

}  // namespace triplewright::nlp
