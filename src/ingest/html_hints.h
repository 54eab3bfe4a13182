// What an element's name, role and class say about it. Pure functions; thread-safe.
#pragma once

#include <cstdint>

#include "ingest/html_tree.h"

namespace triplewright::ingest {

/// How sure the markup is that an element holds no text of the article.
enum class Doubt : std::uint8_t {
  None,
  Weak,    ///< likely beside the article ("widget", "meta", <header>)
  Strong,  ///< made for something else ("related-posts", "newsletter")
  Sure,    ///< the same, and often longer than the article (<nav>, <footer>, "comments")
  Never,   ///< never text (<script>)
};

struct Hint {
  Doubt doubt = Doubt::None;
  bool body = false;     ///< says that it is the text of the article
  bool caption = false;  ///< says that it belongs to a picture
  bool embed = false;    ///< holds something from elsewhere, which may be a quotation
  bool ghost = false;    ///< not seen by readers: hidden, tooltips, for screen readers
};

[[nodiscard]] Hint hint_of(const HtmlTree& tree, const HtmlNode& node);

}  // namespace triplewright::ingest
