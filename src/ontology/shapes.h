// SHACL shapes of an ontology's properties: what may stand at their two ends. Pure.
#pragma once

#include <iosfwd>

#include "triplewright/ontology.h"

namespace triplewright::ontology {

/// Writes Turtle without prefixes: one node shape for every class that is some property's domain or range, and one for
/// every property (https://www.w3.org/TR/shacl/). A concept conforms to the class that it denotes. Properties of the
/// engine's own namespace are left to the shapes of statements, which are written by hand.
void write_shapes(std::ostream& out, const Ontology& ontology);

}  // namespace triplewright::ontology
