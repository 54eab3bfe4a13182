// The text of a sentence as atoms, for the value grammars: runs of letters, runs of digits with their
// decimal point and thousands separators, single symbols. Values are found on atoms rather than on
// tokens because tokenizers disagree exactly there ("5-nm", "$1m", "Q4", "2.95bn", "1990s").
// Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/values/words.h"
#include "triplewright/document.h"

namespace triplewright::nlp::values {

enum class AtomKind : std::uint8_t { Word, Number, Symbol };

struct Atom {
  Span bytes;  ///< of the text given to `atoms_of`
  AtomKind kind = AtomKind::Symbol;
  bool glued = false;    ///< no white space before it
  bool capital = false;  ///< a word with an upper-case letter
  bool caps = false;     ///< a word of capitals only
  bool grouped = false;  ///< a number with thousands separators
  std::string text;      ///< words lower-cased; numbers without separators; symbols folded ("–" to "-", "’" to "'")
  const WordInfo* word = nullptr;  ///< what the vocabulary knows of it, or null
  std::int64_t token = -1;         ///< index in Document::tokens, when made from a document
  Upos upos = Upos::X;             ///< of that token
  bool counts = true;              ///< false when the parse says that it does not count the noun after it
};

/// Atoms of a piece of text; offsets are bytes of `text` plus `offset`.
[[nodiscard]] std::vector<Atom> atoms_of(std::string_view text, std::uint32_t offset = 0);

}  // namespace triplewright::nlp::values
