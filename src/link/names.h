// Named mentions: what the recognizer found, corrected and completed from the entity base.
// Pure function; thread-safe.
#pragma once

#include "link/kinds.h"
#include "text/syntax.h"
#include "triplewright/document.h"
#include "triplewright/entity_base.h"

namespace triplewright::link {

/// Replaces the document's named mentions: longest known names are added, determiners, titles and
/// possessive marks trimmed, "Nvidia CEO Jensen Huang" split, model numbers and hyphenated parts
/// joined, names of other capitalized words kept. Modifiers that stand for a country get
/// Mention::attributive. Sorted, without overlaps.
void repair_names(Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base);

}  // namespace triplewright::link
