// Which language a text is in. Thread-safe.
#pragma once

#include <string>

#include "triplewright/article.h"

namespace triplewright::ingest {

/// ISO 639 code of the language that most of the analysed text is in (CLD2); "en" when the text is too short or too
/// mixed to tell and nothing else is declared.
[[nodiscard]] std::string language_of(const Article& article);

}  // namespace triplewright::ingest
