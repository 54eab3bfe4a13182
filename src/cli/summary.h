// Counts of a graph for people.
#pragma once

#include <iosfwd>

#include "triplewright/pipeline.h"
#include "triplewright/rdf.h"

namespace triplewright::cli {

/// Articles, sentences, entities, statements, statements by relation (most frequent first) and by factuality.
void print_summary(std::ostream& out, const RunSummary& run, const QuadPass& graph);

}  // namespace triplewright::cli
