// Common given names, and the gender that they usually tell. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace triplewright::text {

enum class Gender : std::uint8_t { Unknown, Masculine, Feminine };

/// By a given name (any case), Unknown for names of both or neither.
[[nodiscard]] Gender gender_of_given_name(std::string_view name);

}  // namespace triplewright::text
