// Feeds (RSS, Atom) and articles in XML, through pugixml. Document types and external entities are never followed;
// sitemaps are lists of pages that nobody fetches here.
#include <algorithm>
#include <deque>
#include <pugixml.hpp>

#include "ingest/context.h"
#include "ingest/decode.h"
#include "ingest/metadata.h"
#include "ingest/xml_record.h"
#include "ingest/xml_tree.h"

namespace triplewright::ingest {

namespace {

using pugi::xml_node;
using std::string_view;

/// Records do not lie deep; looking for them everywhere would cost time in documents that nest without end.
bool is_shallow(xml_node node) {
  constexpr int kDeepest = 12;
  int depth = 0;
  for (xml_node up = node.parent(); up; up = up.parent()) {
    if (++depth > kDeepest) return false;
  }
  return true;
}

class XmlReader : public Reader {
 public:
  XmlReader(const Context& context, Input input) : context_(context), input_(std::move(input)) {}

  std::optional<Article> next() override {
    if (!started_) start();
    while (!items_.empty()) {
      const xml_node item = items_.front();
      items_.pop_front();
      Article article = article_of(item);
      article.source = input_.where;
      article.source.offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(item.offset_debug(), 0));
      article.source.line = line_of(article.source.offset);
      if (article.publisher.empty()) article.publisher = channel_;
      if (article.language.empty()) article.language = language_;
      if (article.url.empty()) article.url = input_.url;
      if (auto done = finish(context_, std::move(article))) return done;
    }
    return std::nullopt;
  }

 private:
  /// Line of an offset; offsets are asked for in ascending order.
  std::size_t line_of(std::size_t offset) {
    for (offset = std::min(offset, xml_.size()); counted_ < offset; ++counted_) {
      if (xml_[counted_] == '\n') ++line_;
    }
    return line_;
  }

  void start() {
    started_ = true;
    const std::string declared =
        input_.encoding.empty() ? declared_encoding(input_.stream->peek(1024)) : input_.encoding;
    auto xml = read_record(context_, input_, declared);
    if (!xml) return;
    xml_ = std::move(*xml);
    const pugi::xml_parse_result result =
        document_.load_buffer(xml_.data(), xml_.size(),
                              pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_fragment, pugi::encoding_utf8);
    if (!result) {
      Position where = input_.where;
      where.offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
      where.line =
          1 + static_cast<std::size_t>(std::count(
                  xml_.begin(), xml_.begin() + static_cast<std::ptrdiff_t>(std::min(where.offset, xml_.size())), '\n'));
      context_.report(Severity::Error, where, "bad-xml", result.description());
    }
    find_items();
  }

  void find_items() {
    xml_node root;
    for (xml_node c : document_.children()) {
      if (c.type() == pugi::node_element && !root) root = c;
    }
    const string_view name = local(root);
    if (name == "urlset" || name == "sitemapindex") {
      const auto pages = std::distance(root.begin(), root.end());
      context_.report(Severity::Note, input_.where, "sitemap",
                      "a list of " + std::to_string(pages) + " pages; nothing is fetched");
      return;
    }
    const xml_node channel = child(root, "channel") ? child(root, "channel") : root;
    channel_ =
        name == "rss" || name == "RDF" || name == "feed" ? plain_text(child_text(channel, "title")) : std::string();
    language_ = name == "rss" ? child_text(channel, "language") : std::string(root.attribute("xml:lang").value());
    for (xml_node node = root; node;) {
      const string_view here = local(node);
      const bool item = ((here == "item" || here == "entry") &&
                         (name == "rss" || name == "RDF" || name == "feed" || name == "entry")) ||
                        here == "nitf" || here == "newsItem" || (here == "article" && child(node, "front"));
      const bool found = item || (node.type() == pugi::node_element && is_shallow(node) && generic_article(node));
      if (found) items_.push_back(node);
      node = following(node, root, found);
    }
    if (items_.empty() && root)
      context_.report(Severity::Warning, input_.where, "no-text", "no article in <" + std::string(root.name()) + ">");
  }

  const Context& context_;
  Input input_;
  std::string xml_;
  pugi::xml_document document_;
  std::deque<xml_node> items_;
  std::string channel_, language_;
  std::size_t counted_ = 0, line_ = 1;
  bool started_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_xml_reader(const Context& context, Input input) {
  return std::make_unique<XmlReader>(context, std::move(input));
}

}  // namespace triplewright::ingest
