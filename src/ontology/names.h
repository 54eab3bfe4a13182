// Short names of IRIs, by the prefixes of an ontology. Thread-safety: const; refers to the ontology, which must outlive
// it.
#pragma once

#include <string>
#include <string_view>

#include "triplewright/ontology.h"

namespace triplewright::ontology {

/// What follows the last '#' or '/'.
[[nodiscard]] std::string_view local_name(std::string_view iri);

/// "prefix:local" where a prefix fits and the local name needs no escapes, else "<iri>". As Turtle writes it.
[[nodiscard]] std::string short_name(const Ontology& ontology, std::string_view iri);

}  // namespace triplewright::ontology
