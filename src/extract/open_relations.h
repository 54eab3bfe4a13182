// Relations that the lexicon does not cover, from the lemma of the verb. Pure; thread-safe.
#pragma once

#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

/// Claims of a verb without a frame: between its subject and its object, or one of its prepositional phrases, when both
/// are entities; the property is <base>relation/<lemma[-preposition]>.
void match_open(const Context& context, std::uint32_t verb, std::vector<Candidate>& out);

}  // namespace triplewright::extract
