// What several models together make of plain text, from which one model learns what they know (distillation of an
// ensemble: Kuncoro et al. 2016; on unlabelled text: Weiss et al. 2015). Training only; one thread; deterministic.
#pragma once

#include <vector>

#include "nlp/prose.h"
#include "nlp/train_parser.h"

namespace triplewright::nlp {

/// The sentences with the parses that `teachers` choose together, but for those of which they are least sure. The
/// teachers share their labels (they were trained from the same treebanks); throws Error if not.
[[nodiscard]] std::vector<ParserExample> silver_parses(const Prose& text, const std::vector<Parser>& teachers,
                                                       const TrainProgress& progress);

}  // namespace triplewright::nlp
