// What a page says about its article: JSON-LD, OpenGraph, meta elements, <time>, canonical link. Pure; thread-safe.
#pragma once

#include <string>

#include "ingest/html_tree.h"
#include "triplewright/article.h"

namespace triplewright::ingest {

/// Fills the metadata of `article` (what is there already stays). Returns the article's text as JSON-LD has it, or
/// empty.
std::string read_metadata(const HtmlTree& tree, Article& article);

/// Reads one JSON-LD document (schema.org), objects, arrays and @graph. Returns articleBody, or empty.
std::string read_json_ld(std::string_view json, Article& article);

}  // namespace triplewright::ingest
