// Relations that the lexicon does not cover, from the lemma of the verb. Pure; thread-safe.
#pragma once

#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

/// Claims of a verb of which no frame holds: between its subject and its objects and prepositional phrases, when they
/// are entities or values; the property is <base>relation/<lemma[-preposition]>. Verbs of reporting relate who says so
/// to what is said, in words.
void match_open(const Context& context, std::uint32_t verb, std::vector<Candidate>& out);

/// What somebody or something is said to be, in words, by a predicate noun or an appositive of which no frame holds:
/// <base>relation/be.
void match_open_noun(const Context& context, std::uint32_t noun, std::vector<Candidate>& out);

}  // namespace triplewright::extract
