// What is on a page around an article, told from the form and the wording of a line. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/lines.h"

namespace triplewright::ingest {

enum class LineRole : std::uint8_t {
  None,
  Single,    ///< a button, a label, a rule: this line alone
  Box,       ///< a subscription box or an invitation: its lines
  Related,   ///< head of a list of other articles
  Sources,   ///< head of a list of sources
  Comments,  ///< begins the comment form: nothing of the article follows
  Video,     ///< "watch now": the line before it is the title of a video
  Credit,    ///< who took the picture: the line before it may be its caption
  Caption,
  Byline,
  Stamp,  ///< date, time or place of publication
};

/// Told from the line alone.
[[nodiscard]] LineRole role_of(const Line& line);

/// How a line begins: "SHANGHAI, March 3 (Reuters) - ".
struct Dateline {
  std::size_t size = 0;        ///< bytes up to the first word of the paragraph
  std::string_view agency;     ///< "Reuters", or empty
  std::string_view published;  ///< the part that may hold a full date, or empty
};
[[nodiscard]] std::optional<Dateline> dateline_of(std::string_view line);

/// Bytes of a run-in head ("UPDATE: ", "ADDRESSING THE THREAT: "), all capitals before a colon, or 0.
[[nodiscard]] std::size_t run_in_head(std::string_view line);

/// Bytes of a list marker ("- ", "• ", "3. ", "(b) "), or 0.
[[nodiscard]] std::size_t list_marker(std::string_view line);

/// True for "Key: value" of a header above an article, with a key of one to three words.
[[nodiscard]] bool is_key_value(const Line& line, std::string_view& key, std::string_view& value);

}  // namespace triplewright::ingest
