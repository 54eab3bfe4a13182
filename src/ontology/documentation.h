// Documentation of an ontology, generated from it. Pure and deterministic.
#pragma once

#include <cstdint>
#include <iosfwd>

#include "triplewright/ontology.h"

namespace triplewright::ontology {

enum class DocumentationFormat : std::uint8_t { Markdown, Html };

/// Classes, properties with their ends, inverses and alignments, concepts, and the lexical entries of every property.
/// Every class, property and concept has an anchor equal to its local name, so that its IRI can be served as it is.
void write_documentation(std::ostream& out, const Ontology& ontology, DocumentationFormat format);

}  // namespace triplewright::ontology
