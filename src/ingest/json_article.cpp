// JSON and JSON Lines: schema.org articles, the field names that data sets use, and names that the user maps.
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <deque>
#include <vector>

#include "ingest/context.h"
#include "ingest/decode.h"
#include "ingest/html_metadata.h"
#include "ingest/json_values.h"
#include "ingest/metadata.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

using Json = rapidjson::Value;
using std::string_view;

// In the order in which they are preferred.
constexpr auto kTextNames = std::to_array<string_view>(
    {"text",      "articlebody", "maintext",     "main_text",    "fulltext", "full_text",    "body",
     "bodytext",  "body_text",   "article_text", "article_body", "content",  "content_text", "content_html",
     "body_html", "html",        "raw_content",  "article",      "story",    "paragraphs",   "rendered"});
constexpr auto kSummaryNames = std::to_array<string_view>({"description", "summary", "abstract", "snippet", "lead"});
constexpr auto kInnerNames = std::to_array<string_view>(
    {"article", "data", "fields", "_source", "doc", "document", "attributes", "item", "post"});

string_view view(const Json& value) {
  return {value.GetString(), value.GetStringLength()};
}

/// A string, {"rendered": string}, or a list of strings as paragraphs.
std::string text_of(const Json& value) {
  if (value.IsString()) return std::string(view(value));
  if (value.IsInt64()) return std::to_string(value.GetInt64());
  std::string out;
  if (value.IsObject()) {
    for (const char* name : {"rendered", "text", "value", "#text", "html", "name"}) {
      const auto it = value.FindMember(name);
      if (it != value.MemberEnd() && it->value.IsString()) return std::string(view(it->value));
    }
  } else if (value.IsArray()) {
    for (const Json& item : value.GetArray()) {
      const std::string part = item.IsArray() ? std::string() : text_of(item);
      if (part.empty()) continue;
      if (!out.empty()) out += "\n\n";
      out += part;
    }
  }
  return out;
}

const Json* find(const Json& object, string_view lower_name) {
  for (const auto& member : object.GetObject()) {
    if (text::lower(view(member.name)) == lower_name) return &member.value;
  }
  return nullptr;
}

template <std::size_t N>
std::string first_text(const Json& object, const std::array<string_view, N>& names) {
  for (const string_view name : names) {
    const Json* value = find(object, name);
    if (value == nullptr || value->IsInt64()) continue;
    std::string text = text_of(*value);
    if (!text::trim(text).empty()) return text;
  }
  return {};
}

/// ".article.paragraphs[2].text" from `root`; null when there is no such thing.
const Json* follow(const Json& root, string_view path) {
  const Json* value = &root;
  for (std::size_t at = 0; at < path.size();) {
    if (path[at] == '.') {
      ++at;
      continue;
    }
    if (path[at] == '[') {
      const std::size_t close = path.find(']', at);
      if (close == string_view::npos || !value->IsArray()) return nullptr;
      rapidjson::SizeType index = 0;
      for (const char c : path.substr(at + 1, close - at - 1)) {
        if (c < '0' || c > '9' || index > 1'000'000) return nullptr;
        index = index * 10 + static_cast<rapidjson::SizeType>(c - '0');
      }
      if (index >= value->Size()) return nullptr;
      value = &(*value)[index];
      at = close + 1;
      continue;
    }
    const std::size_t end = std::min(path.find_first_of(".[", at), path.size());
    const std::string name(path.substr(at, end - at));
    if (!value->IsObject()) return nullptr;
    const auto it = value->FindMember(name.c_str());
    if (it == value->MemberEnd()) return nullptr;
    value = &it->value;
    at = end;
  }
  return value;
}

void set_members(const Json& object, Article& article) {
  for (const auto& member : object.GetObject()) {
    const std::string name = text::lower(view(member.name));
    if (member.value.IsArray() && (name == "author" || name == "authors" || name == "byline" || name == "creator")) {
      for (const Json& item : member.value.GetArray()) set_field(article, name, text_of(item));
    } else if (!member.value.IsArray()) {
      set_field(article, name, text_of(member.value));
    }
    if (name == "webtitle") set_field(article, "title", text_of(member.value));
    if (name == "id" && member.value.IsString() && !canonical_iri(view(member.value)).empty())
      set_field(article, "url", view(member.value));
  }
}

/// The article that an object is, if it has a text.
bool read_object(const Json& object, const ReadOptions& options, Article& article) {
  std::string text;
  for (const auto& [field, path] : options.field_map) {
    const Json* value = follow(object, path);
    if (value == nullptr) continue;
    if (field == "text" || field == "body") {
      text = text_of(*value);
    } else if (value->IsArray()) {
      for (const Json& item : value->GetArray()) set_field(article, field, text_of(item));
    } else {
      set_field(article, field, text_of(*value));
    }
  }
  const bool mapped = std::any_of(options.field_map.begin(), options.field_map.end(),
                                  [](const auto& m) { return m.first == "text" || m.first == "body"; });
  const Json* holder = &object;
  if (text.empty() && !mapped) {
    text = first_text(object, kTextNames);
    for (const string_view name : kInnerNames) {
      if (!text.empty()) break;
      const Json* inner = find(object, name);
      if (inner == nullptr || !inner->IsObject()) continue;
      text = first_text(*inner, kTextNames);
      if (!text.empty()) holder = inner;
    }
    // A description is better than nothing, but that of a company or a person is no article.
    if (text.empty() && find(object, "@type") == nullptr) text = first_text(object, kSummaryNames);
  }
  if (text::trim(text).empty()) return false;
  set_members(*holder, article);
  if (holder != &object) set_members(object, article);
  text = decode(std::move(text), "utf-8");
  article.title = text::repair(article.title);
  if (looks_like_html(text)) {
    read_page(text, article);
  } else {
    article.text = std::move(text);
  }
  return true;
}

/// Replaces escaped surrogates that stand alone, which no string may hold.
std::string without_lone_surrogates(const std::string& json) {
  std::string out = json;
  const auto unit = [&](std::size_t at) -> int {
    if (at + 6 > out.size() || out[at] != '\\' || (out[at + 1] | 0x20) != 'u') return -1;
    int value = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      const char c = out[i];
      const int digit = c >= '0' && c <= '9'                     ? c - '0'
                        : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                                 : -1;
      if (digit < 0) return -1;
      value = value * 16 + digit;
    }
    return value;
  };
  for (std::size_t at = out.find('\\'); at != std::string::npos && at + 1 < out.size(); at = out.find('\\', at)) {
    const int first = unit(at);
    if (first >= 0xD800 && first <= 0xDBFF) {
      const int second = unit(at + 6);
      if (second >= 0xDC00 && second <= 0xDFFF) {
        at += 12;
        continue;
      }
    }
    if (first >= 0xD800 && first <= 0xDFFF) out.replace(at + 2, 4, "fffd");
    at += first >= 0 ? 6 : 2;
  }
  return out;
}

class JsonReader : public Reader {
 public:
  JsonReader(const Context& context, Input input, bool lines)
      : context_(context),
        input_(std::move(input)),
        lines_(lines),
        values_(*input_.stream, context.options.max_record_bytes) {}

  std::optional<Article> next() override {
    while (true) {
      while (!found_.empty()) {
        Article article = std::move(found_.front());
        found_.pop_front();
        if (auto done = finish(context_, std::move(article))) return done;
      }
      Position where = input_.where;
      std::string record;
      bool large = false;
      if (lines_) {
        where.offset = static_cast<std::size_t>(input_.stream->offset());
        if (!input_.stream->read_line(record, context_.options.max_record_bytes, large)) return at_end();
        where.line = ++line_;
        if (text::trim(record).empty()) continue;
      } else {
        const auto step = values_.next(record, where);
        if (step == JsonValues::Step::End) return at_end();
        large = step == JsonValues::Step::TooLarge;
      }
      if (large) {
        context_.report(Severity::Error, where, "too-large", "record beyond the size limit");
        continue;
      }
      read_record(std::move(record), where);
    }
  }

 private:
  std::optional<Article> at_end() {
    if (!input_.stream->error().empty())
      context_.report(Severity::Error, input_.where, "unreadable", input_.stream->error());
    return std::nullopt;
  }

  void read_record(std::string json, const Position& where) {
    rapidjson::Document document;
    constexpr unsigned kFlags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag | rapidjson::kParseNanAndInfFlag;
    json = decode(std::move(json), "utf-8");
    document.Parse<kFlags>(json.data(), json.size());
    if (document.HasParseError() && document.GetParseError() == rapidjson::kParseErrorStringUnicodeSurrogateInvalid) {
      json = without_lone_surrogates(json);
      document.Parse<kFlags>(json.data(), json.size());
    }
    if (document.HasParseError()) {
      Position at = where;
      const string_view before = string_view(json).substr(0, std::min(document.GetErrorOffset(), json.size()));
      const std::size_t newline = before.rfind('\n');
      at.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
      at.column = newline == string_view::npos ? std::max<std::size_t>(where.column, 1) + before.size()
                                               : before.size() - newline;
      at.offset += before.size();
      context_.report(Severity::Error, at, "bad-json", rapidjson::GetParseError_En(document.GetParseError()));
      return;
    }
    collect(document, where);
  }

  /// The articles of a value: itself, or the objects of the lists within it.
  void collect(const Json& root, const Position& where) {
    std::vector<const Json*> queue = {&root};
    constexpr std::size_t kMost = 1'000'000;
    bool any = false;
    for (std::size_t i = 0; i < queue.size() && i < kMost; ++i) {
      const Json& value = *queue[i];
      if (value.IsArray()) {
        for (const Json& item : value.GetArray()) queue.push_back(&item);
      } else if (value.IsObject()) {
        Article article;
        article.source = where;
        article.url = input_.url;
        if (read_object(value, context_.options, article)) {
          any = true;
          found_.push_back(std::move(article));
          continue;
        }
        for (const auto& member : value.GetObject()) {
          if (member.value.IsArray() || member.value.IsObject()) queue.push_back(&member.value);
        }
      }
    }
    if (!any)
      context_.report(Severity::Warning, where, "no-text", "no field that holds the text of an article (see --map)");
  }

  const Context& context_;
  Input input_;
  bool lines_;
  JsonValues values_;
  std::size_t line_ = 0;
  std::deque<Article> found_;
};

}  // namespace

std::unique_ptr<Reader> make_json_reader(const Context& context, Input input, bool lines) {
  return std::make_unique<JsonReader>(context, std::move(input), lines);
}

}  // namespace triplewright::ingest
