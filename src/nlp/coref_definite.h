// Antecedents of definite nouns: "the chipmaker", "these restrictions". Thread-safety: none; belongs to one discourse.
#pragma once

#include <cstddef>

#include "nlp/coref_discourse.h"
#include "nlp/coref_noun.h"

namespace triplewright::nlp {

/// Gives the noun at this place of the discourse's referents the entity that it means, when one stands out, and takes
/// note of what it calls it.
void resolve_definite(const Discourse& discourse, NounReader& nouns, std::size_t at, Mention& noun);

}  // namespace triplewright::nlp
