// What a graph of many articles says as a whole: independent sources, near duplicates, contradictions, tied entities,
// and a description of the dataset. All of it stands in one named graph, which is dropped and made anew by each merge,
// so that merging stays commutative, associative and idempotent, and retracting an article leaves nothing behind.
#pragma once

#include <string>
#include <string_view>

#include "triplewright/graph.h"
#include "triplewright/ontology.h"

namespace triplewright::merge {

/// Name of the graph of derived quads.
[[nodiscard]] Term derived_graph(std::string_view base);

/// Removes the quads of the derived graph and adds them anew; sorts.
void derive(Graph& graph, const Ontology& ontology, std::string_view base);

/// Removes the named graph of an article; false when there was none. Call `derive` after.
bool retract(Graph& graph, std::string_view article);

}  // namespace triplewright::merge
