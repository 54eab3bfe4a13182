// UTF-8 as bytes and code points. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace triplewright::text {

inline constexpr char32_t kReplacement = 0xFFFD;

/// Decodes the code point at byte `at` (< text.size()) and advances `at` past it. An invalid sequence
/// gives U+FFFD and advances by one byte.
char32_t decode(std::string_view text, std::size_t& at);

/// Appends a code point; surrogates and values beyond U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

[[nodiscard]] bool is_valid(std::string_view text);

/// Replaces every invalid byte sequence by U+FFFD.
[[nodiscard]] std::string repair(std::string_view text);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Translates byte offsets of one text to code point offsets. O(1) a look-up after O(n) set-up, with one
/// entry for 64 bytes. Does not own the text: it must outlive the index.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  /// Code points before byte offset `byte` (at most text.size()).
  [[nodiscard]] std::size_t at(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> blocks_;
};

}  // namespace triplewright::text
