// The lines of a text and what their form says. Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/span.h"

namespace triplewright::ingest {

/// A line without the white space at its ends; several lines when the text was wrapped at a fixed width.
struct Line {
  Span span;                ///< bytes of the text
  std::string_view text;    ///< view into the text
  bool gap_before = false;  ///< a blank line (or the start of the text) stands before it
  std::size_t number = 0;   ///< of its first physical line, from 1
  std::size_t words = 0;
  std::size_t capitalized = 0;    ///< words that begin with an upper-case letter
  std::size_t sentence_ends = 0;  ///< full stops, question or exclamation marks that end a word of two letters or more
  bool ends_sentence = false;     ///< . ! ? or an ellipsis at the end, closing quotes and brackets aside
  bool all_caps = false;          ///< has two or more letters, none of them lower-case
  bool has_lower = false;

  /// A label is short and does not end like a sentence: a headline, a section head, a button.
  [[nodiscard]] bool is_label() const { return !ends_sentence && words < 22; }
  /// Words of the title kind: most of them capitalized.
  [[nodiscard]] bool title_case() const { return words >= 2 && capitalized * 3 >= words * 2; }
};

/// The non-blank lines of `text` (which they view), LF, CRLF or CR; hard-wrapped lines are joined.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

/// Lower case, curly quotes made straight, without decoration (* - : > [ ] and the like) at the ends: for looking up
/// phrases.
[[nodiscard]] std::string plain(std::string_view line);

}  // namespace triplewright::ingest
