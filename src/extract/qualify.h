// The qualifiers of a claim: its time, and what the roles of a sense ask for. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

/// Index of the time at which this predicate holds, the one that stands nearest to `from`; or -1.
[[nodiscard]] std::int32_t time_of(const Context& context, std::uint32_t predicate, PartOfSpeech pos,
                                   std::uint32_t from);

/// Times of the clause of this predicate, as tw:time qualifiers.
void add_times(const Context& context, std::uint32_t predicate, PartOfSpeech pos, Claim& claim);

/// Qualifiers that the roles of a sense ask for. Tokens in `used` are ends of the claim already.
void add_roles(const Context& context, std::uint32_t predicate, PartOfSpeech pos, const Sense& sense,
               const std::vector<Filler>& fillers, const std::vector<std::uint32_t>& used, Claim& claim);

/// Sorted, each once.
void normalize_qualifiers(Claim& claim);

}  // namespace triplewright::extract
