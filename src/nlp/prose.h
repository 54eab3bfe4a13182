// The open prose in text/ as sentences of tagged words, for training without gold. One thread; deterministic.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "nlp/encoder.h"
#include "nlp/tagger.h"
#include "nlp/tokenizer.h"
#include "nlp/train.h"

namespace triplewright::nlp {

/// About `words` words of the prose in `data`/text, as far as there is so much of each corpus, in whole sentences; and
/// what splits and tags it.
struct Prose {
  std::string data;
  std::size_t words = 0;
  const Tokenizer& tokenizer;
  const Tagger& tagger;
  const WordVectors& vectors;
};

/// Calls `visit` for every sentence of a usual length that is not a headline. Throws Error when a corpus is missing.
void for_each_sentence(const Prose& prose, const TrainProgress& progress,
                       const std::function<void(std::vector<EncoderWord>)>& visit);

}  // namespace triplewright::nlp
