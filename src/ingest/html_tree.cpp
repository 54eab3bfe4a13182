#include "ingest/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

namespace triplewright::ingest {

namespace {

constexpr std::size_t kMaxDepth = 1000;       // libxml2 walks its stack at every end tag
constexpr std::size_t kMaxAttributes = 128;   // libxml2 compares each attribute of a tag with every other
constexpr std::size_t kMaxBytes = 32u << 20;  // of one page
constexpr std::size_t kMaxNodes = 2'000'000;

struct Named {
  std::string_view name;
  Tag tag;
};
constexpr auto kTags = std::to_array<Named>({{"a", Tag::A},
                                             {"abbr", Tag::Abbr},
                                             {"address", Tag::Address},
                                             {"article", Tag::Article},
                                             {"aside", Tag::Aside},
                                             {"audio", Tag::Audio},
                                             {"b", Tag::B},
                                             {"base", Tag::Base},
                                             {"blockquote", Tag::Blockquote},
                                             {"body", Tag::Body},
                                             {"br", Tag::Br},
                                             {"button", Tag::Button},
                                             {"canvas", Tag::Canvas},
                                             {"center", Tag::Center},
                                             {"cite", Tag::Cite},
                                             {"code", Tag::Code},
                                             {"dd", Tag::Dd},
                                             {"del", Tag::Del},
                                             {"details", Tag::Details},
                                             {"dialog", Tag::Dialog},
                                             {"div", Tag::Div},
                                             {"dl", Tag::Dl},
                                             {"dt", Tag::Dt},
                                             {"em", Tag::Em},
                                             {"fieldset", Tag::Fieldset},
                                             {"figcaption", Tag::Figcaption},
                                             {"figure", Tag::Figure},
                                             {"font", Tag::Font},
                                             {"footer", Tag::Footer},
                                             {"form", Tag::Form},
                                             {"h1", Tag::H1},
                                             {"h2", Tag::H2},
                                             {"h3", Tag::H3},
                                             {"h4", Tag::H4},
                                             {"h5", Tag::H5},
                                             {"h6", Tag::H6},
                                             {"head", Tag::Head},
                                             {"header", Tag::Header},
                                             {"hr", Tag::Hr},
                                             {"html", Tag::Html},
                                             {"i", Tag::I},
                                             {"iframe", Tag::Iframe},
                                             {"img", Tag::Img},
                                             {"input", Tag::Input},
                                             {"ins", Tag::Ins},
                                             {"label", Tag::Label},
                                             {"li", Tag::Li},
                                             {"link", Tag::Link},
                                             {"main", Tag::Main},
                                             {"mark", Tag::Mark},
                                             {"meta", Tag::Meta},
                                             {"nav", Tag::Nav},
                                             {"noscript", Tag::Noscript},
                                             {"object", Tag::Object},
                                             {"ol", Tag::Ol},
                                             {"option", Tag::Option},
                                             {"p", Tag::P},
                                             {"picture", Tag::Picture},
                                             {"pre", Tag::Pre},
                                             {"q", Tag::Q},
                                             {"script", Tag::Script},
                                             {"section", Tag::Section},
                                             {"select", Tag::Select},
                                             {"small", Tag::Small},
                                             {"span", Tag::Span},
                                             {"strong", Tag::Strong},
                                             {"style", Tag::Style},
                                             {"sub", Tag::Sub},
                                             {"summary", Tag::Summary},
                                             {"sup", Tag::Sup},
                                             {"svg", Tag::Svg},
                                             {"table", Tag::Table},
                                             {"tbody", Tag::Tbody},
                                             {"td", Tag::Td},
                                             {"template", Tag::Template},
                                             {"textarea", Tag::Textarea},
                                             {"tfoot", Tag::Tfoot},
                                             {"th", Tag::Th},
                                             {"thead", Tag::Thead},
                                             {"time", Tag::Time},
                                             {"title", Tag::Title},
                                             {"tr", Tag::Tr},
                                             {"u", Tag::U},
                                             {"ul", Tag::Ul},
                                             {"video", Tag::Video}});

Tag tag_of(std::string_view name) {
  const auto* it =
      std::lower_bound(kTags.begin(), kTags.end(), name, [](const Named& a, std::string_view b) { return a.name < b; });
  return it != kTags.end() && it->name == name ? it->tag : Tag::Other;
}

constexpr auto kAttributes = std::to_array<std::string_view>(
    {"aria-hidden", "class", "content",  "data-component", "data-testid", "data-type", "datetime", "hidden", "href",
     "http-equiv",  "id",    "itemprop", "itemtype",       "lang",        "name",      "property", "rel",    "role",
     "style",       "type"});

/// Receives libxml2's events.
struct Builder {
  HtmlTree tree;
  std::vector<std::uint32_t> open;
  htmlParserCtxtPtr parser = nullptr;
  bool merge_text = false;

  void start(std::string_view name, const xmlChar** attributes) {
    if (open.size() >= kMaxDepth || tree.nodes.size() >= kMaxNodes) {
      tree.cut = true;
      xmlStopParser(parser);
      return;
    }
    HtmlNode node;
    node.tag = tag_of(name);
    node.depth = static_cast<std::uint16_t>(open.size());
    node.parent = open.empty() ? kNoNode : open.back();
    node.first_attribute = static_cast<std::uint32_t>(tree.attributes.size());
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      const std::string_view key = reinterpret_cast<const char*>(attributes[0]);
      const auto* known = std::lower_bound(kAttributes.begin(), kAttributes.end(), key);
      if (known == kAttributes.end() || *known != key) continue;
      const std::string_view value = attributes[1] != nullptr ? reinterpret_cast<const char*>(attributes[1]) : "";
      const auto begin = static_cast<std::uint32_t>(tree.strings.size());
      tree.strings += value;
      tree.attributes.push_back({*known, begin, static_cast<std::uint32_t>(tree.strings.size())});
    }
    node.last_attribute = static_cast<std::uint32_t>(tree.attributes.size());
    open.push_back(static_cast<std::uint32_t>(tree.nodes.size()));
    tree.nodes.push_back(node);
    merge_text = false;
  }

  void end() {
    if (open.empty()) return;
    tree.nodes[open.back()].end = static_cast<std::uint32_t>(tree.nodes.size());
    open.pop_back();
    merge_text = false;
  }

  void characters(std::string_view text) {
    if (open.empty()) return;
    if (!merge_text) {
      HtmlNode node;
      node.tag = Tag::Text;
      node.depth = static_cast<std::uint16_t>(open.size());
      node.parent = open.back();
      node.text_begin = static_cast<std::uint32_t>(tree.strings.size());
      node.end = static_cast<std::uint32_t>(tree.nodes.size() + 1);
      tree.nodes.push_back(node);
      merge_text = true;
    }
    tree.strings += text;
    tree.nodes.back().text_end = static_cast<std::uint32_t>(tree.strings.size());
  }
};

std::string_view view(const xmlChar* text, int size) {
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

htmlSAXHandler handler() {
  htmlSAXHandler sax{};
  sax.startElement = [](void* builder, const xmlChar* name, const xmlChar** attributes) {
    static_cast<Builder*>(builder)->start(reinterpret_cast<const char*>(name), attributes);
  };
  sax.endElement = [](void* builder, const xmlChar*) { static_cast<Builder*>(builder)->end(); };
  sax.characters = [](void* builder, const xmlChar* text, int size) {
    static_cast<Builder*>(builder)->characters(view(text, size));
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  return sax;
}

/// Blanks the attributes of a tag beyond a number that no page needs. Returns an empty string when there is nothing to
/// blank.
std::string without_attribute_floods(std::string_view html) {
  std::string out;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    std::size_t i = at + 1;
    if (i >= html.size() || ((html[i] | 0x20) < 'a' || (html[i] | 0x20) > 'z')) continue;
    std::size_t names = 0, flood = 0;
    bool in_name = true;
    char quote = 0, last = 0;
    for (; i < html.size() && (quote != 0 || (html[i] != '>' && html[i] != '<')); ++i) {
      const char c = html[i];
      if (quote != 0) {
        if (c == quote) quote = 0, in_name = false;
        continue;
      }
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/';
      if ((c == '"' || c == '\'') && last == '=') {
        quote = c;
      } else if (space) {
        in_name = false;
      } else if (!in_name) {
        in_name = true;
        if (++names == kMaxAttributes) flood = i;
      }
      if (!space) last = c;
    }
    if (flood > 0) {
      if (out.empty()) out = html;
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(flood), out.begin() + static_cast<std::ptrdiff_t>(i), ' ');
    }
    at = i - 1;
  }
  return out;
}

}  // namespace

std::string_view HtmlTree::attribute(const HtmlNode& node, std::string_view name) const {
  for (std::uint32_t i = node.first_attribute; i < node.last_attribute; ++i) {
    if (attributes[i].name == name)
      return std::string_view(strings).substr(attributes[i].begin, attributes[i].end - attributes[i].begin);
  }
  return {};
}

bool HtmlTree::has(const HtmlNode& node, std::string_view name) const {
  return std::any_of(attributes.begin() + node.first_attribute, attributes.begin() + node.last_attribute,
                     [&](const HtmlAttribute& a) { return a.name == name; });
}

std::string HtmlTree::all_text(std::uint32_t i) const {
  std::string out;
  for (std::uint32_t k = i; k < nodes[i].end; ++k) {
    if (nodes[k].tag == Tag::Text) out += text(nodes[k]);
  }
  return out;
}

HtmlTree parse_html(std::string_view html) {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
  Builder builder;
  html = html.substr(0, kMaxBytes);
  const std::string tamed = without_attribute_floods(html);
  if (!tamed.empty()) html = tamed;
  builder.tree.strings.reserve(html.size() / 2);
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(), &htmlFreeParserCtxt);
  if (!parser) return std::move(builder.tree);
  htmlSAXHandler sax = handler();
  std::swap(*parser->sax, sax);
  parser->userData = &builder;
  builder.parser = parser.get();
  htmlDocPtr document = htmlCtxtReadMemory(
      parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  if (document != nullptr) xmlFreeDoc(document);
  while (!builder.open.empty()) builder.end();
  return std::move(builder.tree);
}

bool is_heading_tag(Tag tag) {
  return tag >= Tag::H1 && tag <= Tag::H6;
}

bool is_block_tag(Tag tag) {
  switch (tag) {
    case Tag::Address:
    case Tag::Article:
    case Tag::Aside:
    case Tag::Blockquote:
    case Tag::Body:
    case Tag::Center:
    case Tag::Dd:
    case Tag::Details:
    case Tag::Dialog:
    case Tag::Div:
    case Tag::Dl:
    case Tag::Dt:
    case Tag::Fieldset:
    case Tag::Figcaption:
    case Tag::Figure:
    case Tag::Footer:
    case Tag::Form:
    case Tag::H1:
    case Tag::H2:
    case Tag::H3:
    case Tag::H4:
    case Tag::H5:
    case Tag::H6:
    case Tag::Header:
    case Tag::Hr:
    case Tag::Html:
    case Tag::Li:
    case Tag::Main:
    case Tag::Nav:
    case Tag::Ol:
    case Tag::Option:
    case Tag::P:
    case Tag::Pre:
    case Tag::Section:
    case Tag::Summary:
    case Tag::Table:
    case Tag::Tbody:
    case Tag::Td:
    case Tag::Tfoot:
    case Tag::Th:
    case Tag::Thead:
    case Tag::Tr:
    case Tag::Ul:
      return true;
    default:
      return false;
  }
}

}  // namespace triplewright::ingest
