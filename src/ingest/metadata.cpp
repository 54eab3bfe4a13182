#include "ingest/metadata.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>

#include "ingest/dates.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

constexpr auto kTitle = std::to_array<std::string_view>({"title", "headline", "name", "article_title", "heading"});
constexpr auto kDate = std::to_array<std::string_view>(
    {"published", "date", "datepublished", "date_published", "date_publish", "publish_date", "published_at",
     "publishedat", "pubdate", "publication_date", "published_date", "datecreated", "created_at", "timestamp",
     "webpublicationdate", "first_published"});
constexpr auto kUrl = std::to_array<std::string_view>({"url", "link", "canonical", "canonical_url", "uri", "permalink",
                                                       "source_url", "weburl", "article_url", "maindocumenturl"});
constexpr auto kPublisher =
    std::to_array<std::string_view>({"publisher", "source", "source_name", "site", "site_name", "sitename",
                                     "publication", "outlet", "newspaper", "source_domain", "domain"});
constexpr auto kAuthor = std::to_array<std::string_view>({"author", "authors", "byline", "creator", "writer"});
constexpr auto kLanguage = std::to_array<std::string_view>({"language", "lang", "inlanguage"});

template <std::size_t N>
bool among(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void keep(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

/// "Ann Lee", "By Ann Lee and Bo Ray".
void add_authors(Article& article, std::string_view names) {
  if (text::lower(names.substr(0, 3)) == "by ") names.remove_prefix(3);
  for (bool more = true; more;) {
    const std::size_t cut = names.find(" and ");
    more = cut != std::string_view::npos;
    const std::string name(text::trim(names.substr(0, cut)));
    if (more) names.remove_prefix(cut + 5);
    auto& authors = article.authors;
    if (!name.empty() && std::find(authors.begin(), authors.end(), name) == authors.end()) authors.push_back(name);
  }
}

}  // namespace

bool set_field(Article& article, std::string_view name, std::string_view value) {
  value = text::trim(value);
  if (among(name, kTitle)) {
    keep(article.title, one_line(value));
  } else if (among(name, kDate)) {
    keep(article.published, date_value(value));
  } else if (among(name, kUrl)) {
    keep(article.url, std::string(value));
  } else if (among(name, kPublisher)) {
    keep(article.publisher, one_line(value));
  } else if (among(name, kLanguage)) {
    keep(article.language, std::string(value));
  } else if (among(name, kAuthor)) {
    add_authors(article, one_line(value));
  } else {
    return false;
  }
  return true;
}

bool read_json_fields(std::string_view json, Article& article) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag>(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject()) return false;
  for (const auto& member : document.GetObject()) {
    const std::string name = text::lower({member.name.GetString(), member.name.GetStringLength()});
    const auto set = [&](const rapidjson::Value& value) {
      if (value.IsString()) set_field(article, name, text::repair({value.GetString(), value.GetStringLength()}));
    };
    set(member.value);
    if (member.value.IsArray()) {
      for (const auto& value : member.value.GetArray()) set(value);
    }
  }
  return true;
}

std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  return value;
}

std::string canonical_iri(std::string_view url) {
  url = text::trim(url);
  const std::size_t colon = url.find("://");
  if (colon == std::string_view::npos) return {};
  const std::string scheme = text::lower(url.substr(0, colon));
  if (scheme != "http" && scheme != "https") return {};
  url = url.substr(0, url.find('#'));
  const std::size_t host_end = std::min(url.find_first_of("/?", colon + 3), url.size());
  const std::string host = text::lower(url.substr(colon + 3, host_end - colon - 3));
  if (host.empty() || url.find_first_of(" \t\r\n<>\"") != std::string_view::npos) return {};
  const std::string_view path = url.substr(host_end);
  return scheme + "://" + host + (path.empty() ? "/" : std::string(path));
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode(text, at);
    if (!text::is_space(c) || c == U'\u202F' || c == U'\u00A0') {
      out.append(text, begin, at - begin);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace triplewright::ingest
