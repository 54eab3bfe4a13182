// Pieces of one name that tokens or the recognizer split: "Lee-Anne Jones", "Mate 60", "USB-C". Pure; thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "link/name_split.h"
#include "link/name_words.h"

namespace triplewright::link {

[[nodiscard]] bool is_hyphen(std::string_view form);

/// Joins and extends the names, which are in text order; a name taken into another is left with empty tokens.
/// `recognized`: the tokens within a span of the recognizer.
void join_names(const Document& document, const text::Syntax& syntax, const NameWords& words,
                const std::vector<bool>& recognized, std::vector<FoundName>& names);

}  // namespace triplewright::link
