// Hashes of content: SHA-256 for texts and files (see sha256_hex in article.h), XXH3 for minted IRIs.
// Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace triplewright::text {

/// XXH3, 64 bits.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);
/// XXH3, 128 bits, as 32 lower-case hexadecimal digits.
[[nodiscard]] std::string hash_hex(std::string_view bytes);
/// The same of what is left of a stream.
[[nodiscard]] std::string hash_hex(std::istream& in);

}  // namespace triplewright::text
