// Frames of the lexicon laid over the fillers of a predicate. Pure; thread-safe.
#pragma once

#include <vector>

#include "extract/context.h"
#include "extract/lookup.h"

namespace triplewright::extract {

/// The claims that the property senses of one entry make at one token.
void match_frames(const Context& context, std::uint32_t predicate, const EntryMatch& match,
                  std::vector<Candidate>& out);

/// The claims about the thing that a class noun evokes (*US export controls on chips to China*), when it is an entity
/// without a name.
void match_evoked(const Context& context, std::uint32_t noun, const EntryMatch& match, std::vector<Candidate>& out);

}  // namespace triplewright::extract
