// Which amount of a sentence a predicate or a noun is given. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

/// The value of the document with this index, as an end of a statement.
[[nodiscard]] End value_end(const Context& context, std::int32_t value, int cost);

/// The value that this argument of a frame finds at a predicate, of a kind that the property takes (without a property:
/// any amount). A change that goes down has the text "-".
[[nodiscard]] std::optional<End> value_filler(const Context& context, std::uint32_t predicate, PartOfSpeech pos,
                                              const std::vector<Filler>& fillers, const SyntacticArgument& argument,
                                              const OntologyProperty* property);

/// True for a property whose values are dates.
[[nodiscard]] bool takes_date(const OntologyProperty& property);

/// True for a property whose values are amounts of money.
[[nodiscard]] bool takes_money(const OntologyProperty& property);

/// The number that modifies this noun ("up to 200,000 chips"), or an empty argument.
[[nodiscard]] Argument quantity_of(const Context& context, std::uint32_t noun);

}  // namespace triplewright::extract
