// What kind of thing the words around a name ask for (selectional preferences): who is born is a person, what is
// founded an organization. Read from the frames of the lexicon. Pure; thread-safe.
#pragma once

#include "link/kinds.h"
#include "text/syntax.h"
#include "triplewright/document.h"

namespace triplewright::link {

/// Person, Organization or Place when every sense of the word that governs the name wants one of these and the same one
/// in the name's place; Other when they differ, want something else, or there are none.
[[nodiscard]] Kind selected_kind(const Document& document, const text::Syntax& syntax, const Kinds& kinds,
                                 const Mention& name);

}  // namespace triplewright::link
