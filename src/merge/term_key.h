// Terms as strings of bytes that sort as the terms do. Pure; thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "triplewright/term.h"

namespace triplewright::merge {

/// Appends the key of a term: nothing for none, else one byte for its kind, its value and, for a literal, a NUL (which
/// no term has) and its datatype or language.
void append_key(std::string& out, const Term& term);
[[nodiscard]] std::string key_of(const Term& term);
[[nodiscard]] Term term_of(std::string_view key);
/// IRI or lexical form: a view into the key.
[[nodiscard]] std::string_view value_of_key(std::string_view key);
[[nodiscard]] bool is_iri_key(std::string_view key) noexcept;

}  // namespace triplewright::merge
