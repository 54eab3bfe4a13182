#include "merge/graph_union.h"

#include <algorithm>

#include "merge/derive.h"
#include "merge/prefixes.h"

namespace triplewright::merge {

GraphUnion::GraphUnion(std::string_view base, QuadOrder order, std::size_t memory)
    : base_(base), derived_(derived_graph(base)), order_(order), memory_(memory), quads_(order, memory) {}

void GraphUnion::add(const Quad& quad) {
  if (quad.graph != derived_) quads_.add(quad);
}

void GraphUnion::add(const Graph& graph) {
  for (const Quad& quad : graph.quads()) add(quad);
  for (const auto& [prefix, iri] : graph.prefixes()) add_prefix(prefix, iri);
}

void GraphUnion::add_prefix(std::string_view prefix, std::string_view iri) {
  const auto& known = prefixes_.prefixes();
  if (std::none_of(known.begin(), known.end(), [&](const auto& pair) { return pair.first == prefix; }))
    prefixes_.set_prefix(std::string(prefix), std::string(iri));
}

void GraphUnion::derive(const Ontology& ontology) {
  QuadSorter derived(order_, memory_ / 4);
  merge::derive(pass(), ontology, base_, [&](const Quad& quad) { derived.add(quad); });
  derived.for_each([this](const Quad& quad) { quads_.add(quad); });
}

std::vector<std::pair<std::string, std::string>> GraphUnion::prefixes() const {
  Graph all = prefixes_;
  set_prefixes(all, base_);
  return all.prefixes();
}

}  // namespace triplewright::merge
