// Plain text to blocks: what is headline, paragraph, section head, and what is only furniture of the page. By form
// and position first (short lines without a full stop, what stands before the first and after the last paragraph, runs
// of headlines), by a modest list of phrases second. Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "triplewright/article.h"

namespace triplewright::ingest {

/// What the lines around the paragraphs told.
struct TextFacts {
  std::string title;
  std::string published;  ///< xsd:date or xsd:dateTime
  std::string publisher;
  std::string url;
  std::vector<std::string> authors;
};

/// Blocks that cover every non-blank character of `text` (UTF-8), in order. `known_title` is what metadata says, or
/// empty.
[[nodiscard]] std::vector<Block> find_blocks(std::string_view text, std::string_view known_title, TextFacts& facts);

/// Splits datelines and run-in heads ("UPDATE: ") off the paragraphs of blocks that are already known.
[[nodiscard]] std::vector<Block> split_leads(std::string_view text, const std::vector<Block>& blocks, TextFacts& facts);

}  // namespace triplewright::ingest
