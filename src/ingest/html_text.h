// The main text of a page. Text is cut into blocks at block elements; each block is worth its characters when it reads
// like prose and costs something when it reads like a menu; the element whose blocks are worth most is the article (a
// largest-sum subtree, in the family of Readability, C. Kohlschütter et al. "Boilerplate Detection using Shallow Text
// Features", WSDM 2010, and J. Pomikálek's jusText). Markup that says "comments" or "related" is believed unless most
// of the prose is in it. Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"
#include "triplewright/article.h"

namespace triplewright::ingest {

struct MainText {
  std::string text;  ///< paragraphs with a blank line between them
  std::vector<Block> blocks;
  std::string published;  ///< a date that stands alone under the headline, or empty
};

/// `title` is what the metadata says, or empty: the headline is left out of the text.
[[nodiscard]] MainText main_text(const HtmlTree& tree, std::string_view title);

}  // namespace triplewright::ingest
