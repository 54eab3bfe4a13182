// Which statements (rdf:Statement) speak of which triples, for RDF 1.2. Const after construction.
#pragma once

#include <span>
#include <vector>

#include "triplewright/graph.h"

namespace triplewright::rdf {

/// Finds, for a triple of the graph, the nodes that describe it with rdf:subject, rdf:predicate and rdf:object: in
/// RDF 1.2 they reify it. Keeps pointers into the graph, which must outlive it.
class Reifiers {
 public:
  /// With `by_graph`, a statement speaks of triples of its own graph only.
  Reifiers(const Graph& graph, bool by_graph);

  struct Entry {
    const Term* graph;
    const Term* subject;
    const Term* predicate;
    const Term* object;
    const Term* statement;
  };
  /// In the order of the statements' IRIs.
  [[nodiscard]] std::span<const Entry> of(const Quad& quad) const;

 private:
  std::vector<Entry> entries_;
  bool by_graph_;
};

}  // namespace triplewright::rdf
