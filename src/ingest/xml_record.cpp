#include "ingest/xml_record.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "ingest/blocks.h"
#include "ingest/dates.h"
#include "ingest/decode.h"
#include "ingest/metadata.h"
#include "ingest/xml_tree.h"
#include "text/normalize.h"

namespace triplewright::ingest {

namespace {

using pugi::xml_node;
using std::string_view;

struct Writer : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
};

/// What an element holds, as HTML: escaped text as it is, XHTML written out.
std::string inner_html(xml_node node) {
  const bool elements =
      std::any_of(node.begin(), node.end(), [](xml_node c) { return c.type() == pugi::node_element; });
  if (!elements) return inner_text(node);
  Writer writer;
  for (xml_node c : node.children()) c.print(writer, "", pugi::format_raw, pugi::encoding_utf8, 0);
  return std::move(writer.out);
}

/// Elements that hold a paragraph, in NITF, NewsML, JATS, DocBook and plain XHTML.
BlockKind block_kind(string_view name, bool& block) {
  block = true;
  if (name == "p" || name == "para" || name == "abstract") return BlockKind::Paragraph;
  if (name == "title" || name == "hl2" || name == "h1" || name == "h2" || name == "h3" || name == "h4")
    return BlockKind::Heading;
  if (name == "li" || name == "list-item") return BlockKind::ListItem;
  if (name == "disp-quote" || name == "bq" || name == "blockquote") return BlockKind::Quote;
  if (name == "td" || name == "th") return BlockKind::Table;
  block = false;
  return BlockKind::Paragraph;
}

bool is_skipped(string_view name) {
  constexpr auto kSkipped = std::to_array<string_view>({"fig",
                                                        "figure",
                                                        "media",
                                                        "media-caption",
                                                        "caption",
                                                        "table-wrap-foot",
                                                        "xref",
                                                        "ref-list",
                                                        "fn",
                                                        "fn-group",
                                                        "graphic",
                                                        "script",
                                                        "style",
                                                        "label",
                                                        "ack",
                                                        "supplementary-material",
                                                        "inline-formula",
                                                        "disp-formula",
                                                        "nitf-table-metadata",
                                                        "media-reference"});
  return std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end();
}

/// Text and blocks of a body in which elements name their kind.
void read_body(xml_node body, Article& article) {
  std::string text;
  BlockKind kind = BlockKind::Paragraph;
  const auto flush = [&](BlockKind next) {
    const std::string line = one_line(text);
    text.clear();
    if (!line.empty()) {
      if (!article.text.empty()) article.text += "\n\n";
      const auto begin = static_cast<std::uint32_t>(article.text.size());
      article.text += line;
      article.blocks.push_back({{begin, static_cast<std::uint32_t>(article.text.size())}, kind});
    }
    kind = next;
  };
  std::vector<std::pair<xml_node, BlockKind>> open;
  for (xml_node node = body.first_child(); node;) {
    bool skip = false;
    if (node.type() == pugi::node_element) {
      skip = is_skipped(local(node));
      bool block = false;
      const BlockKind found = block_kind(local(node), block);
      // A paragraph in a list item or a quotation is still of that kind.
      const bool keeps = found == BlockKind::Paragraph && !open.empty() && open.back().second != BlockKind::Heading;
      if (block && !skip) {
        flush(keeps ? open.back().second : found);
        open.emplace_back(node, kind);
      }
    } else {
      text += node.value();
    }
    if (!skip && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node) {
      if (!open.empty() && open.back().first == node) {
        open.pop_back();
        flush(open.empty() ? BlockKind::Paragraph : open.back().second);
      }
      if (node.next_sibling()) break;
      node = node.parent() == body ? xml_node() : node.parent();
    }
    if (node) node = node.next_sibling();
  }
  flush(BlockKind::Paragraph);
  TextFacts facts;
  article.blocks = split_leads(article.text, article.blocks, facts);
  if (article.publisher.empty()) article.publisher = facts.publisher;
  if (article.published.empty()) article.published = facts.published;
}

void read_html(const std::string& html, Article& article) {
  const std::string decoded = decode(html, "utf-8");
  if (looks_like_html(decoded)) {
    read_page(decoded, article);
  } else {
    article.text = decoded.find('&') == std::string::npos ? decoded : plain_text(decoded);
  }
}

/// An <item> of RSS or an <entry> of Atom.
Article read_item(xml_node item) {
  Article article;
  std::string html;
  for (xml_node c : item.children()) {
    const string_view name = local(c);
    const string_view full = c.name();
    if (name == "title" && full != "media:title") {
      set_field(article, "title", plain_text(inner_text(c)));
    } else if (name == "link") {
      const string_view rel = c.attribute("rel").value();
      const std::string href = c.attribute("href") ? c.attribute("href").value() : inner_text(c);
      if ((rel.empty() || rel == "alternate") && !canonical_iri(href).empty()) set_field(article, "url", href);
    } else if (name == "pubDate" || name == "published" || name == "date" || name == "issued") {
      set_field(article, "published", inner_text(c));
    } else if (name == "creator" || (name == "author" && !c.first_element_by_path("name"))) {
      set_field(article, "author", plain_text(inner_text(c)));
    } else if (name == "author") {
      set_field(article, "author", plain_text(child_text(c, "name")));
    } else if (name == "encoded" || (name == "content" && !full.starts_with("media"))) {
      std::string content = inner_html(c);
      if (content.size() > html.size()) html = std::move(content);
    }
  }
  for (const char* name : {"description", "summary"}) {
    if (text::trim(html).empty()) html = inner_html(child(item, name));
  }
  if (article.published.empty()) set_field(article, "published", child_text(item, "updated"));
  const std::string guid = child_text(item, "guid");
  if (article.url.empty() && !canonical_iri(guid).empty()) article.url = std::string(text::trim(guid));
  read_html(html, article);
  return article;
}

Article read_nitf(xml_node root) {
  Article article;
  const xml_node head = child(root, "head"), body = child(root, "body"), top = child(body, "body.head");
  set_field(article, "title", inner_text(descendant(top, "hl1")));
  set_field(article, "title", child_text(head, "title"));
  set_field(article, "author", inner_text(descendant(top, "byline")));
  set_field(article, "published", descendant(head, "date.issue").attribute("norm").value());
  set_field(article, "published", descendant(head, "pubdata").attribute("date.publication").value());
  set_field(article, "publisher", descendant(head, "pubdata").attribute("name").value());
  set_field(article, "url", descendant(head, "pubdata").attribute("ex-ref").value());
  read_body(child(body, "body.content"), article);
  return article;
}

Article read_newsml(xml_node item) {
  Article article;
  const xml_node meta = child(item, "contentMeta"), content = child(item, "contentSet");
  set_field(article, "title", inner_text(descendant(meta, "headline")));
  set_field(article, "author", inner_text(descendant(meta, "by")));
  set_field(article, "published", inner_text(descendant(meta, "contentCreated")));
  set_field(article, "published", inner_text(descendant(child(item, "itemMeta"), "versionCreated")));
  set_field(article, "publisher", inner_text(descendant(child(item, "itemMeta"), "provider")));
  if (const xml_node nitf = descendant(content, "body.content")) {
    read_body(nitf, article);
  } else if (const xml_node html = descendant(content, "body")) {
    read_body(html, article);
  } else {
    article.text = inner_text(descendant(content, "inlineData"));
  }
  return article;
}

Article read_jats(xml_node root) {
  Article article;
  const xml_node meta = descendant(child(root, "front"), "article-meta");
  set_field(article, "title", one_line(inner_text(descendant(meta, "article-title"))));
  set_field(article, "publisher", inner_text(descendant(child(root, "front"), "journal-title")));
  for (xml_node node = meta.first_child(); node; node = following(node, meta, false)) {
    if (local(node) == "contrib" && string_view(node.attribute("contrib-type").value()) == "author") {
      const xml_node name = descendant(node, "name");
      set_field(article, "author", child_text(name, "given-names") + " " + child_text(name, "surname"));
    }
    if (local(node) == "pub-date" && article.published.empty()) {
      const std::string date =
          child_text(node, "year") + "-" + child_text(node, "month") + "-" + child_text(node, "day");
      set_field(article, "published", date);
    }
  }
  if (const xml_node abstract = descendant(meta, "abstract")) read_body(abstract, article);
  std::vector<Block> blocks = std::move(article.blocks);
  article.blocks.clear();
  read_body(child(root, "body"), article);
  article.blocks.insert(article.blocks.begin(), blocks.begin(), blocks.end());
  return article;
}

}  // namespace

std::optional<Article> generic_article(xml_node record) {
  xml_node text;
  for (const string_view name : {"text", "body", "content", "articleBody", "fulltext", "story"}) {
    if (!text) text = child(record, name);
  }
  if (!text || text::trim(inner_text(text)).size() < 40) return std::nullopt;
  Article article;
  for (xml_node c : record.children()) {
    if (c != text) set_field(article, text::lower(local(c)), plain_text(inner_text(c)));
  }
  const bool elements =
      std::any_of(text.begin(), text.end(), [](xml_node c) { return c.type() == pugi::node_element; });
  if (elements) {
    read_body(text, article);
  } else {
    read_html(inner_text(text), article);
  }
  return article;
}

Article article_of(xml_node item) {
  const string_view name = local(item);
  if (name == "item" || name == "entry") return read_item(item);
  if (name == "nitf") return read_nitf(item);
  if (name == "newsItem") return read_newsml(item);
  if (name == "article" && child(item, "front")) return read_jats(item);
  return generic_article(item).value_or(Article{});
}

}  // namespace triplewright::ingest
