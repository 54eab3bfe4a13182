// The prefixes that graphs are written with.
#pragma once

#include <string_view>

#include "triplewright/graph.h"

namespace triplewright::merge {

/// Sets the prefixes of all vocabularies in use; `base` becomes kg:.
void set_prefixes(Graph& graph, std::string_view base);

}  // namespace triplewright::merge
