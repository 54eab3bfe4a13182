// Names of metadata fields as the world writes them, to the fields of an article. Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "triplewright/article.h"

namespace triplewright::ingest {

/// Sets a field from a name such as "headline", "date_publish", "byline" (lower case); values that are already there
/// stay, authors add up. False when the name is none of an article's metadata.
bool set_field(Article& article, std::string_view name, std::string_view value);

/// The same for every string member of a JSON object. False when `json` is no object.
bool read_json_fields(std::string_view json, Article& article);

/// Without one pair of quotes around it.
[[nodiscard]] std::string_view unquoted(std::string_view value);

/// What names the article on the web: an absolute http(s) URL without its fragment, scheme and host in lower case;
/// empty for anything else.
[[nodiscard]] std::string canonical_iri(std::string_view url);

/// The first line of white-space-separated words: for titles.
[[nodiscard]] std::string one_line(std::string_view text);

/// Finds front matter, blocks and facts of article.text (valid UTF-8); what is already known stays.
void analyze_text(Article& article);

/// Reads an HTML page (UTF-8): metadata, main text and its blocks; what is already known of the metadata stays.
void read_page(std::string_view html, Article& article);

/// Text of a string that may hold markup or character references, on one line.
[[nodiscard]] std::string plain_text(std::string_view markup);

/// True when markup of HTML is found in the text.
[[nodiscard]] bool looks_like_html(std::string_view text);

/// Path of the metadata file beside a text file, or empty.
[[nodiscard]] std::string sidecar_of(const std::string& name);

}  // namespace triplewright::ingest
