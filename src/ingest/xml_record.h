// One element of XML as an article: an item of a feed, NITF, NewsML-G2, JATS, or a record with the usual field names.
// Pure functions; thread-safe.
#pragma once

#include <optional>
#include <pugixml.hpp>

#include "triplewright/article.h"

namespace triplewright::ingest {

/// The article that an element holds, by its name; without text when it is of no known format.
[[nodiscard]] Article article_of(pugi::xml_node element);

/// A record with a child such as <text> or <body>; nullopt when it has none.
[[nodiscard]] std::optional<Article> generic_article(pugi::xml_node record);

}  // namespace triplewright::ingest
