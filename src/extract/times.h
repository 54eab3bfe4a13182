// When what a predicate says holds. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/context.h"
#include "extract/grammar.h"

namespace triplewright::extract {

/// Index of the time at which this predicate holds, the one that stands nearest to `from`; or -1.
[[nodiscard]] std::int32_t time_of(const Context& context, std::uint32_t predicate, PartOfSpeech pos,
                                   std::uint32_t from);

/// The day, month or year at which this predicate holds, for an argument that is a value. For parentheses as a
/// predicate the dates of a life, *from* and *to*.
[[nodiscard]] std::optional<End> date_filler(const Context& context, std::uint32_t predicate, PartOfSpeech pos,
                                             const SyntacticArgument& argument);

}  // namespace triplewright::extract
