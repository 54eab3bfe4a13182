// Plain text to blocks: what is headline, paragraph, section head, and what is only furniture of the page. By form
// and position first (short lines without a full stop, what stands before the first and after the last paragraph, runs
// of headlines), by a modest list of phrases second. Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/leads.h"
#include "triplewright/article.h"

namespace triplewright::ingest {

/// Blocks that cover every non-blank character of `text` (UTF-8), in order. `known_title` is what metadata says, or
/// empty.
[[nodiscard]] std::vector<Block> find_blocks(std::string_view text, std::string_view known_title, TextFacts& facts);

}  // namespace triplewright::ingest
