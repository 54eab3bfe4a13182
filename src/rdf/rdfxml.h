// RDF/XML, through raptor's serializer.
#pragma once

#include <iosfwd>

#include "triplewright/rdf.h"

namespace triplewright::rdf {

/// Writes a sorted graph without its graph names. Throws Error for what RDF/XML cannot say: a predicate that ends in no
/// XML name, control characters in a literal, rdf:XMLLiteral (which raptor would copy unchecked).
void write_rdfxml(std::ostream& out, const Graph& graph);

}  // namespace triplewright::rdf
