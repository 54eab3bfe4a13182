// What a graph of many articles says as a whole: independent sources, near duplicates, contradictions, tied entities,
// and a description of the dataset. All of it stands in one named graph, which is dropped and made anew by each merge,
// so that merging stays commutative, associative and idempotent, and retracting an article leaves nothing behind.
#pragma once

#include <functional>
#include <string_view>

#include "triplewright/graph.h"
#include "triplewright/ontology.h"
#include "triplewright/rdf.h"

namespace triplewright::merge {

/// Name of the graph of derived quads.
[[nodiscard]] Term derived_graph(std::string_view base);

/// Gives the derived quads of `quads`: distinct ones, in any order, without those of the derived graph. Goes through
/// them once, and again when entities are tied. Holds a few numbers a statement and each article's signature. Some
/// derived quads come more than once.
void derive(const QuadPass& quads, const Ontology& ontology, std::string_view base,
            const std::function<void(const Quad&)>& out);

/// Removes the quads of the derived graph of a graph in memory and adds them anew; sorts.
void derive(Graph& graph, const Ontology& ontology, std::string_view base);

}  // namespace triplewright::merge
