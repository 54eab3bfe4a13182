// Sorting quads. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "triplewright/graph.h"

namespace triplewright::rdf {

/// Indices of the quads in order, of equal ones the first only: by graph, subject, predicate, object, or with
/// `graphs` false without the graph. Each distinct term is compared as text once for a place among the others; the
/// quads are then compared as numbers.
[[nodiscard]] std::vector<std::uint32_t> sorted_places(std::span<const Quad> quads, bool graphs);

}  // namespace triplewright::rdf
