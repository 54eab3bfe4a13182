// The prepositions of English. A closed class, so that a misspelt argument of a frame can be told from one. Pure.
#pragma once

#include <string_view>

namespace triplewright::ontology {

/// True for a preposition, of several words too ("because of"), for "object_possessor", and for "object_" +
/// preposition.
[[nodiscard]] bool is_preposition(std::string_view marker);

}  // namespace triplewright::ontology
