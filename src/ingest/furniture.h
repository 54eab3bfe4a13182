// What is on a page around an article, told from the form and the wording of a line. Pure functions; thread-safe.
#pragma once

#include <cstdint>

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

}  // namespace triplewright::ingest
