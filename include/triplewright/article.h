// One news article as a reader found it. Thread-safety: a plain value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "triplewright/error.h"
#include "triplewright/span.h"

namespace triplewright {

/// What a block of an article's text is. Only Title, Heading, Paragraph, ListItem and Quote are
/// analysed; Caption, Byline, Dateline and Furniture (navigation, comment boxes, related links,
/// advertisements) are kept in the text, so that offsets stay true, but kept out of the analysis.
enum class BlockKind { Title, Heading, Paragraph, ListItem, Quote, Table, Caption, Byline, Dateline, Furniture };

/// A stretch of Article::text, in bytes. Blocks are in order and do not overlap. A Dateline block
/// may be the first part of a line whose rest is a Paragraph.
struct Block {
  Span span;
  BlockKind kind = BlockKind::Paragraph;
};

/// An article. `text` is valid UTF-8, exactly what offsets in the output point into.
struct Article {
  std::string iri;    ///< canonical URL if it has one, else empty until `article_iri` gives one
  std::string url;    ///< as found, or empty
  std::string title;  ///< as found (it need not occur in `text`), or empty
  std::string text;
  std::string published;  ///< xsd:date or xsd:dateTime lexical form, or empty when unknown
  std::string publisher;
  std::vector<std::string> authors;
  std::string language;  ///< BCP 47 tag, or empty when unknown
  std::vector<Block> blocks;
  Position source;  ///< where it was read from
};

/// The IRI that names the article and its graph: its canonical URL, or
/// `<base>article/<first 16 hex digits of the SHA-256 of the text>`.
[[nodiscard]] std::string article_iri(const Article& article, std::string_view base);

/// Lower-case hexadecimal SHA-256 of the bytes (FIPS 180-4).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace triplewright
