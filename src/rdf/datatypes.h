// Lexical forms of literals and language tags. Pure functions; thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/vocabulary.h"

namespace triplewright::rdf {

using text::kRdf, text::kXsd;

/// The canonical lexical form of XSD 1.1 part 2 (times keep their zone); nullopt when `lexical` is outside
/// the lexical space, or is NaN or an infinity, which Turtle writers and stores treat differently. Datatypes
/// not known here give `lexical` as it is.
[[nodiscard]] std::optional<std::string> canonical_form(std::string_view lexical, std::string_view datatype);

/// xsd:integer or a type derived from it.
[[nodiscard]] bool is_integer_type(std::string_view datatype);

/// The tag in lower case when it is well-formed (BCP 47, RFC 5646, 2.1), or nullopt.
[[nodiscard]] std::optional<std::string> canonical_language(std::string_view tag);

}  // namespace triplewright::rdf
