// An HTML page as a flat tree: libxml2's HTML parser feeds it, nothing of libxml2 leaves html_tree.cpp. Nodes lie in
// document order (a child after its parent), so passes over the tree are loops, never recursion. Thread-safety: plain
// values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace triplewright::ingest {

enum class Tag : std::uint8_t {
  Text,  ///< not an element: a run of text
  Other,
  A,
  Abbr,
  Address,
  Amp,
  Article,
  Aside,
  Audio,
  B,
  Base,
  Blockquote,
  Body,
  Br,
  Button,
  Canvas,
  Center,
  Cite,
  Code,
  Dd,
  Del,
  Details,
  Dialog,
  Div,
  Dl,
  Dt,
  Em,
  Fieldset,
  Figcaption,
  Figure,
  Font,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hr,
  Html,
  I,
  Iframe,
  Img,
  Input,
  Ins,
  Label,
  Li,
  Link,
  Main,
  Mark,
  Meta,
  Nav,
  Noscript,
  Object,
  Ol,
  Option,
  P,
  Picture,
  Pre,
  Q,
  Script,
  Section,
  Select,
  Small,
  Span,
  Strong,
  Style,
  Sub,
  Summary,
  Sup,
  Svg,
  Table,
  Tbody,
  Td,
  Template,
  Textarea,
  Tfoot,
  Th,
  Thead,
  Time,
  Title,
  Tr,
  U,
  Ul,
  Video,
};

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFFu;

struct HtmlAttribute {
  std::string_view name;    ///< one of a fixed list of names that readers ask for
  std::uint32_t begin = 0;  ///< of the value in HtmlTree::strings
  std::uint32_t end = 0;
};

struct HtmlNode {
  Tag tag = Tag::Other;
  std::uint16_t depth = 0;
  std::uint32_t parent = kNoNode;
  std::uint32_t end = 0;                       ///< one past the last descendant
  std::uint32_t text_begin = 0, text_end = 0;  ///< Text: in HtmlTree::strings
  std::uint32_t first_attribute = 0, last_attribute = 0;
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;
  std::vector<HtmlAttribute> attributes;
  std::string strings;
  bool cut = false;  ///< nested deeper than can be followed: what came later is missing

  [[nodiscard]] std::string_view text(const HtmlNode& node) const {
    return std::string_view(strings).substr(node.text_begin, node.text_end - node.text_begin);
  }
  /// Value of an attribute, or empty.
  [[nodiscard]] std::string_view attribute(const HtmlNode& node, std::string_view name) const;
  [[nodiscard]] bool has(const HtmlNode& node, std::string_view name) const;
  /// All text below node `i`.
  [[nodiscard]] std::string all_text(std::uint32_t i) const;
};

/// Parses UTF-8. Never fails: what cannot be parsed is left out.
[[nodiscard]] HtmlTree parse_html(std::string_view html);

/// True for elements that begin and end a line of text.
[[nodiscard]] bool is_block_tag(Tag tag);
[[nodiscard]] bool is_heading_tag(Tag tag);

}  // namespace triplewright::ingest
