// Parses of plain text by several parsers together, from which one parser learns what they know (distillation of an
// ensemble: Kuncoro et al. 2016; on unlabelled text: Weiss et al. 2015). Training only; one thread; deterministic.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "nlp/tagger.h"
#include "nlp/tokenizer.h"
#include "nlp/train_parser.h"

namespace triplewright::nlp {

/// Up to `words` words of the prose in `data`/text, in whole sentences, with the parses on which `teachers` agree
/// best. The teachers share their labels (they were trained from the same treebanks); throws Error if not.
[[nodiscard]] std::vector<ParserExample> silver_examples(const std::string& data, std::size_t words,
                                                         const std::vector<Parser>& teachers,
                                                         const Tokenizer& tokenizer, const Tagger& tagger,
                                                         const WordVectors& vectors, const TrainProgress& progress);

}  // namespace triplewright::nlp
