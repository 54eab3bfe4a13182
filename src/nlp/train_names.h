// Training of the name recognizer: a CRF over sets of allowed labels, since the corpora differ in which types they
// mark. One thread; deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nlp/names.h"
#include "nlp/train.h"

namespace triplewright::nlp {

struct NamesExample {
  std::vector<EncoderWord> words;
  std::vector<std::uint32_t> allowed;  ///< for each word a bit for each label
  std::vector<Name> names;             ///< to score against
};

struct NamesOptions {
  std::uint64_t seed = 1;
  int epochs = 8;
  std::size_t width = 96, layers = 3;
  double rate = 0.002;
  double silver_share = 3;  ///< words of silver examples for each of gold
};

/// Trains from the first `golds` examples and, some of them each epoch, from the silver ones after them.
[[nodiscard]] NameRecognizer train_names(const std::vector<NamesExample>& examples, std::size_t golds,
                                         const std::vector<NamesExample>& dev, Gazetteer gazetteer,
                                         const WordVectors& vectors, const NamesOptions& options,
                                         const TrainProgress& progress);

}  // namespace triplewright::nlp
