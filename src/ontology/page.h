// A page of documentation as blocks, and its two written forms. Plain values; pure functions.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace triplewright::ontology {

/// A run of text. A link with an empty target is plain text.
struct Inline {
  enum class Kind : std::uint8_t { Text, Code, Emphasis, Link };
  Kind kind = Kind::Text;
  std::string text;
  std::string target;  ///< Link: "#anchor" or an IRI
};

struct Block {
  enum class Kind : std::uint8_t { Heading, Paragraph, Item };
  Kind kind = Kind::Paragraph;
  int level = 0;       ///< Heading: 1 to 6
  std::string anchor;  ///< Heading, Item: its id, or empty
  std::vector<Inline> inlines;
};

struct Page {
  std::string title;
  std::vector<Block> blocks;
};

/// CommonMark; anchors as <a id="...">.
void write_markdown(std::ostream& out, const Page& page);
/// One HTML5 file that needs no other.
void write_html(std::ostream& out, const Page& page);

}  // namespace triplewright::ontology
