// The trades by which news speaks of an organization in other words: "the chipmaker" Acme Semiconductor, "the carrier"
// Skyline Air. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace triplewright::nlp {

/// A number for each trade; 0 when the word tells none.
using Trade = std::uint8_t;

/// The trade that a noun ("chipmaker") or a word of a name ("Semiconductor") tells; lower case.
[[nodiscard]] Trade trade_of(std::string_view word);

/// True for a noun that means a part of some organization ("board", "division"): never the whole.
[[nodiscard]] bool is_part_noun(std::string_view lemma);

/// True for a noun that any organization of its class is called by ("company", "firm", "group", "agency").
[[nodiscard]] bool is_general_noun(std::string_view lemma);

}  // namespace triplewright::nlp
