#include "triplewright/graph.h"

#include <algorithm>

#include "rdf/order.h"

namespace triplewright {

void Graph::add_all(const Graph& other) {
  quads_.insert(quads_.end(), other.quads_.begin(), other.quads_.end());
  for (const auto& [prefix, iri] : other.prefixes_) {
    const auto same = [&prefix = prefix](const auto& known) { return known.first == prefix; };
    if (std::none_of(prefixes_.begin(), prefixes_.end(), same)) set_prefix(prefix, iri);
  }
}

std::size_t Graph::remove_graph(const Term& name) {
  return std::erase_if(quads_, [&](const Quad& quad) { return quad.graph == name; });
}

void Graph::sort() {
  if (!std::is_sorted(quads_.begin(), quads_.end())) {
    std::vector<Quad> sorted;
    sorted.reserve(quads_.size());
    for (const std::uint32_t place : rdf::sorted_places(quads_, true)) sorted.push_back(std::move(quads_[place]));
    quads_ = std::move(sorted);
  } else {
    quads_.erase(std::unique(quads_.begin(), quads_.end()), quads_.end());
  }
}

void Graph::set_prefix(std::string prefix, std::string iri) {
  const auto at = std::lower_bound(prefixes_.begin(), prefixes_.end(), prefix,
                                   [](const auto& known, const std::string& wanted) { return known.first < wanted; });
  if (at != prefixes_.end() && at->first == prefix) {
    at->second = std::move(iri);
  } else {
    prefixes_.emplace(at, std::move(prefix), std::move(iri));
  }
}

}  // namespace triplewright
