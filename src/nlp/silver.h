// Plain text for a parser to learn from with the help of other parsers. Training only; one thread; deterministic.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "nlp/encoder.h"
#include "nlp/tagger.h"
#include "nlp/tokenizer.h"
#include "nlp/train.h"

namespace triplewright::nlp {

/// Plain text to learn from: about `words` words of the prose in `data`/text, in whole sentences, and what splits and
/// tags it.
struct SilverText {
  std::string data;
  std::size_t words = 0;
  const Tokenizer& tokenizer;
  const Tagger& tagger;
  const WordVectors& vectors;
};

/// The sentences, tagged: prose of a usual length.
[[nodiscard]] std::vector<std::vector<EncoderWord>> silver_sentences(const SilverText& text,
                                                                     const TrainProgress& progress);

}  // namespace triplewright::nlp
