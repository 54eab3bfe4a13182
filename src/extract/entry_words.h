// Whether the words of a lexical entry stand in a document. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "triplewright/document.h"

namespace triplewright::extract {

/// True for a token with this lemma or form, given in small letters.
[[nodiscard]] bool is_word(const Document& document, std::uint32_t token, const std::string& word);

/// True when these words stand one after another in one sentence, the last of them at this token: *chief executive*.
[[nodiscard]] bool words_end_at(const Document& document, std::uint32_t last, const std::vector<std::string>& words);

}  // namespace triplewright::extract
