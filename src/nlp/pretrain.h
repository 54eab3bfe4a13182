// An encoder that has read plain text before it sees a treebank: it learns to tell words that are hidden from it by the
// words around them (masked language modelling: Devlin et al. 2019), by a softmax over a sample of the words (Jean et
// al. 2015). Training only; one thread; deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "nlp/encoder.h"
#include "nlp/train.h"

namespace triplewright::nlp {

struct PretrainOptions {
  std::uint64_t seed = 1;
  int epochs = 1;
  std::size_t width = 128, layers = 3;
  double rate = 0.002;
  std::uint32_t rarity = 40;  ///< as in EncoderShape
};

/// Trains on tagged sentences. Reports the loss per hidden word (in nats) now and then.
[[nodiscard]] Encoder pretrain_encoder(std::vector<std::vector<EncoderWord>> sentences, const WordVectors& vectors,
                                       const PretrainOptions& options, const TrainProgress& progress);

}  // namespace triplewright::nlp
