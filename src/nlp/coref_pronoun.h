// Antecedents of pronouns. Thread-safety: none; a resolver belongs to one discourse, which must outlive it.
#pragma once

#include <cstddef>

#include "nlp/coref_discourse.h"

namespace triplewright::nlp {

/// Gives the pronoun at this place of the discourse's referents its entity, when one stands out.
void resolve_pronoun(Discourse& discourse, std::size_t at, Mention& pronoun);

}  // namespace triplewright::nlp
