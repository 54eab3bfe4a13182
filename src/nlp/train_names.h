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
};

[[nodiscard]] NameRecognizer train_names(const std::vector<NamesExample>& examples,
                                         const std::vector<NamesExample>& dev, Gazetteer gazetteer,
                                         const WordVectors& vectors, const NamesOptions& options,
                                         const TrainProgress& progress);

}  // namespace triplewright::nlp
