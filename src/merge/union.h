// Merging is set union. Pure; thread-safe.
#pragma once

#include <string_view>

#include "triplewright/graph.h"

namespace triplewright::merge {

/// The canonical union of what was added: sorted, without duplicates, with the namespaces of `base` as prefixes.
[[nodiscard]] Graph united(Graph graph, std::string_view base);

}  // namespace triplewright::merge
