// Trees put right where mentions and values know better than the parser: a title before a name is
// part of the name's phrase (*chip giant Acme*), "up to" before a number is no preposition.
// Pure; thread-safe.
#pragma once

#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

/// The document with repaired heads and relations; all else is unchanged.
[[nodiscard]] Document repair_trees(Document document, const Ontology& ontology);

}  // namespace triplewright::extract
