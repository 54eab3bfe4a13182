#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <ostream>
#include <string_view>

#include "cli/render.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::cli {

namespace {

constexpr std::array<std::string_view, 10> kKinds = {"title", "heading", "paragraph", "list-item", "quote",
                                                     "table", "caption", "byline",    "dateline",  "furniture"};

bool is_body(BlockKind kind) {
  return kind == BlockKind::Heading || kind == BlockKind::Paragraph || kind == BlockKind::ListItem ||
         kind == BlockKind::Quote || kind == BlockKind::Table;
}

/// A dateline or a run-in head stands on the line of the block that follows it.
bool on_one_line(const Article& article, const Block& block, const Block& next) {
  const auto between = std::string_view(article.text).substr(block.span.begin, next.span.begin - block.span.begin);
  return between.find_first_of("\r\n") == std::string_view::npos;
}

std::string body(const Article& article) {
  std::string out;
  bool joined = false;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    const Block* next = i + 1 < article.blocks.size() ? &article.blocks[i + 1] : nullptr;
    const bool leads = next != nullptr && is_body(next->kind) && on_one_line(article, block, *next);
    if (!is_body(block.kind) && !(leads && block.kind == BlockKind::Dateline)) continue;
    if (!out.empty()) out += joined ? " " : "\n\n";
    out += text::trim(std::string_view(article.text).substr(block.span.begin, block.span.size()));
    joined = leads;
  }
  return out;
}

}  // namespace

void print_article_json(std::ostream& out, const Article& a, bool blocks, bool all_text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  const auto string = [&](std::string_view value) {
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  const auto field = [&](const char* name, std::string_view value) {
    if (value.empty()) return;
    json.Key(name);
    string(value);
  };
  json.StartObject();
  field("id", a.iri.empty() ? "sha256:" + sha256_hex(a.text) : a.iri);
  field("url", a.url);
  field("title", a.title);
  field("published", a.published);
  field("publisher", a.publisher);
  if (!a.authors.empty()) {
    json.Key("author");
    json.StartArray();
    for (const std::string& author : a.authors) string(author);
    json.EndArray();
  }
  field("language", a.language);
  field("source", a.source.to_string());
  field("text", all_text ? a.text : body(a));
  if (blocks) {
    const text::CodePointIndex offsets(a.text);
    json.Key("blocks");
    json.StartArray();
    for (const Block& block : a.blocks) {
      json.StartArray();
      string(kKinds[static_cast<std::size_t>(block.kind)]);
      json.Uint64(offsets.at(block.span.begin));
      json.Uint64(offsets.at(block.span.end));
      json.EndArray();
    }
    json.EndArray();
  }
  json.EndObject();
  out << buffer.GetString() << '\n';
}

}  // namespace triplewright::cli
