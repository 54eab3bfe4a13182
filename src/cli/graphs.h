// RDF files into a union of graphs.
#pragma once

#include <functional>
#include <string>

#include "cli/common.h"
#include "merge/graph_union.h"

namespace triplewright::cli {

/// The order of quads that a syntax is written in.
[[nodiscard]] inline merge::QuadOrder order_for(Syntax syntax) {
  return names_graphs(syntax) ? merge::QuadOrder::GraphFirst : merge::QuadOrder::TripleFirst;
}

/// Adds the quads of a file that are `wanted`, and its prefixes; throws Error when it cannot be opened.
inline void add_file(merge::GraphUnion& all, const std::string& path, Diagnostics& diagnostics,
                     const std::function<bool(const Quad&)>& wanted = {}) {
  read_quads(
      path, diagnostics,
      [&](const Quad& quad, std::size_t) {
        if (!wanted || wanted(quad)) all.add(quad);
      },
      [&](std::string_view prefix, std::string_view iri) { all.add_prefix(prefix, iri); });
}

}  // namespace triplewright::cli
