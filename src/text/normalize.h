// Unicode normal forms and character classes, through ICU. Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace triplewright::text {

/// NFKC_Casefold: for comparing and for keys. Invalid UTF-8 is repaired.
[[nodiscard]] std::string fold(std::string_view text);
/// Lower case (root locale). ASCII takes a short path.
[[nodiscard]] std::string lower(std::string_view text);

/// Unicode general categories, as code points.
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_space(char32_t c);  ///< White_Space, U+202F and U+FEFF among them

/// Without white space at the ends. A view into `text`.
[[nodiscard]] std::string_view trim(std::string_view text);

/// For IRIs: lower-cased NFKC letters and digits, every other run one '-', none at the ends. Letters
/// beyond ASCII are kept.
[[nodiscard]] std::string slug(std::string_view text);

}  // namespace triplewright::text
