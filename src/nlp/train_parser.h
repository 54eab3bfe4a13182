// Training of the parser. One thread; deterministic.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "nlp/ensemble.h"
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
  double rate = 0.002;
  float input_dropout = 0.33f, hidden_dropout = 0.2f;
  const Parser* start = nullptr;  ///< what to go on from, trained from the same gold; not owned
};

/// Plain sentences, and the parsers that know what to do in them.
struct SilverLessons {
  std::vector<std::vector<EncoderWord>> sentences;
  ParserEnsemble teachers;
};

/// Trains from gold and, for as many words of it each epoch, from `silver` unless that is null, reporting the
/// attachment scores (with subtypes) on `dev` after each epoch.
[[nodiscard]] Parser train_parser(std::vector<ParserExample> gold, SilverLessons* silver,
                                  const std::vector<ParserExample>& dev, const WordVectors& vectors,
                                  const ParserOptions& options, const TrainProgress& progress);

}  // namespace triplewright::nlp
