// Entities that are one, because owl:sameAs or a shared identifier ties them. Pure; thread-safe.
#pragma once

#include "triplewright/graph.h"
#include "triplewright/ontology.h"

namespace triplewright::merge {

/// For every cluster of two or more named entities of the graph: the direct triples that hold for a member are added
/// for the cluster's canonical entity (a known entity before a minted one, then the least IRI), and each other member
/// is tied to it by owl:sameAs. Nothing is rewritten, so that retracting what tied them unties them.
void tie_entities(const Graph& graph, const Ontology& ontology, const Term& name, Graph& out);

}  // namespace triplewright::merge
