#include "ingest/html_metadata.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include "ingest/dates.h"
#include "ingest/metadata.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

using std::string_view;
using Json = rapidjson::Value;

std::string string_of(const Json& value) {
  return value.IsString() ? text::repair({value.GetString(), value.GetStringLength()}) : std::string();
}

const Json* member(const Json& object, const char* name) {
  if (!object.IsObject()) return nullptr;
  const auto it = object.FindMember(name);
  return it == object.MemberEnd() ? nullptr : &it->value;
}

/// A name given as a string, an object with a name, or a list of these.
void each_name(const Json& value, const std::function<void(std::string)>& take) {
  if (value.IsArray()) {
    for (const Json& item : value.GetArray()) {
      if (!item.IsArray()) each_name(item, take);
    }
  } else if (const Json* name = member(value, "name")) {
    if (name->IsString()) take(string_of(*name));
  } else if (value.IsString()) {
    take(string_of(value));
  }
}

bool is_article_type(string_view type) {
  const std::size_t cut = type.find_last_of("/#:");
  if (cut != string_view::npos) type = type.substr(cut + 1);
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report" ||
         type == "NewsStory" || type == "Review";
}

bool is_article(const Json& object) {
  const Json* type = member(object, "@type");
  if (type == nullptr) return false;
  if (type->IsString()) return is_article_type(string_of(*type));
  if (!type->IsArray()) return false;
  const auto types = type->GetArray();
  return std::any_of(types.begin(), types.end(),
                     [](const Json& t) { return t.IsString() && is_article_type(string_of(t)); });
}

/// The first article among an object, an array or a @graph, breadth first.
const Json* find_article(const Json& root) {
  std::vector<const Json*> queue = {&root};
  for (std::size_t i = 0; i < queue.size() && i < 2000; ++i) {
    const Json& value = *queue[i];
    if (value.IsArray()) {
      for (const Json& item : value.GetArray()) queue.push_back(&item);
    } else if (value.IsObject()) {
      if (is_article(value)) return &value;
      for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}) {
        if (const Json* inner = member(value, key); inner != nullptr && !inner->IsString()) queue.push_back(inner);
      }
    }
  }
  return nullptr;
}

/// Scripts as found: wrapped in comments or CDATA, with raw line ends within strings.
std::string clean_json(string_view json) {
  std::string out(text::trim(json));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  const std::size_t begin = out.find_first_of("{[");
  const std::size_t end = out.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  // "<![CDATA[" and the like begin with a bracket of their own.
  const std::size_t cdata = out.find("CDATA[");
  if (cdata != std::string::npos && cdata < 12) {
    const std::size_t close = out.rfind("]]");
    return close != std::string::npos && close > cdata + 6 ? out.substr(cdata + 6, close - cdata - 6) : std::string();
  }
  return out.substr(begin, end + 1 - begin);
}

std::string without_markup(const std::string& html) {
  if (html.find('<') == std::string::npos && html.find('&') == std::string::npos) return html;
  const HtmlTree tree = parse_html(html);
  return tree.nodes.empty() ? std::string() : tree.all_text(0);
}

void keep(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void add_author(Article& article, const std::string& raw) {
  std::string name = one_line(without_markup(raw));
  if (name.starts_with("By ") || name.starts_with("by ")) name.erase(0, 3);
  if (name.empty() || name.size() > 120 || name.starts_with("http") || article.authors.size() >= 20) return;
  if (std::find(article.authors.begin(), article.authors.end(), name) == article.authors.end())
    article.authors.push_back(name);
}

/// "A headline | The Site", "A headline - The Site".
/// With `named_only`, only what is the site's name is cut off.
std::string without_site(const std::string& title, const std::string& site, bool named_only = false) {
  const auto key = [](string_view name) {
    std::string out = text::fold(name);
    std::erase(out, ' ');
    return out;
  };
  for (const string_view bar : {" | ", " – ", " — ", " - ", " :: ", " » "}) {
    const std::size_t cut = title.rfind(bar);
    if (cut == std::string::npos || cut < 12) continue;
    const string_view tail = string_view(title).substr(cut + bar.size());
    const bool named = !site.empty() && key(tail).find(key(site)) != std::string::npos;
    const bool bar_means_site = bar == " | " || bar == " :: " || bar == " » ";
    if (named || (!named_only && (bar_means_site || std::count(tail.begin(), tail.end(), ' ') <= 2)))
      return title.substr(0, cut);
  }
  return title;
}

struct MetaValues {
  std::string og_title, og_site, og_url, date, weak_date, title, canonical, lang;
  std::vector<std::string> h1;
};

/// The first <h1> that is not the name of the site: that is what follows the headline in <title>.
std::string headline_of(const MetaValues& found) {
  const std::string site = found.title.substr(without_site(found.title, found.og_site).size());
  for (const std::string& h1 : found.h1) {
    if (!h1.empty() && h1 != found.og_site && !(site.size() > h1.size() && site.ends_with(" " + h1))) return h1;
  }
  return {};
}

void read_meta(const HtmlTree& tree, const HtmlNode& node, MetaValues& found, std::vector<std::string>& authors) {
  std::string key = text::lower(tree.attribute(node, "property"));
  if (key.empty()) key = text::lower(tree.attribute(node, "name"));
  if (key.empty()) key = text::lower(tree.attribute(node, "itemprop"));
  if (key.empty()) return;
  const std::string content(text::trim(tree.attribute(node, "content")));
  if (content.empty()) return;
  constexpr auto kDates = std::to_array<string_view>({"article:published_time",
                                                      "datepublished",
                                                      "og:published_time",
                                                      "parsely-pub-date",
                                                      "sailthru.date",
                                                      "pubdate",
                                                      "publishdate",
                                                      "publish-date",
                                                      "article.published",
                                                      "date.published",
                                                      "dc.date.issued",
                                                      "dcterms.created",
                                                      "published_at",
                                                      "ptime",
                                                      "article_date_original",
                                                      "cxenseparse:recs:publishtime",
                                                      "published-date",
                                                      "originalpublicationdate",
                                                      "citation_publication_date",
                                                      "iso-8601-publish-date"});
  constexpr auto kWeakDates =
      std::to_array<string_view>({"date", "dc.date", "dcterms.date", "datecreated", "article:modified_time", "lastmod",
                                  "last-modified", "og:updated_time", "datemodified", "timestamp"});
  if (std::find(kDates.begin(), kDates.end(), key) != kDates.end()) {
    keep(found.date, date_value(content));
  } else if (std::find(kWeakDates.begin(), kWeakDates.end(), key) != kWeakDates.end()) {
    keep(found.weak_date, date_value(content));
  } else if (key == "og:title" || (key == "twitter:title" && found.og_title.empty())) {
    found.og_title = content;
  } else if (key == "og:site_name") {
    keep(found.og_site, content);
  } else if (key == "og:url") {
    keep(found.og_url, content);
  } else if (key == "author" || key == "article:author" || key == "byl" || key == "dc.creator" ||
             key == "parsely-author" || key == "sailthru.author") {
    if (authors.size() < 20) authors.push_back(content);
  } else if (key == "og:locale" || key == "language") {
    keep(found.lang, content);
  }
}

}  // namespace

std::string read_json_ld(string_view json, Article& article) {
  const std::string cleaned = clean_json(json);
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag>(cleaned.data(), cleaned.size());
  if (document.HasParseError()) return {};
  const Json* found = find_article(document);
  if (found == nullptr) return {};
  const auto text_of = [&](const char* key) {
    const Json* value = member(*found, key);
    return value != nullptr ? string_of(*value) : std::string();
  };
  keep(article.title, one_line(without_markup(text_of("headline"))));
  keep(article.published, date_value(text_of("datePublished")));
  keep(article.published, date_value(text_of("dateCreated")));
  keep(article.language, text_of("inLanguage"));
  if (const Json* publisher = member(*found, "publisher")) {
    each_name(*publisher, [&](const std::string& name) { keep(article.publisher, one_line(without_markup(name))); });
  }
  if (const Json* author = member(*found, "author")) {
    each_name(*author, [&](const std::string& name) { add_author(article, name); });
  }
  std::string url = text_of("url");
  if (url.empty()) url = text_of("mainEntityOfPage");
  if (const Json* page = member(*found, "mainEntityOfPage"); url.empty() && page != nullptr) {
    if (const Json* id = member(*page, "@id")) url = string_of(*id);
  }
  if (!canonical_iri(url).empty()) keep(article.url, url);
  return without_markup(text_of("articleBody"));
}

std::string read_metadata(const HtmlTree& tree, Article& article) {
  MetaValues found;
  std::vector<std::string> authors, linked;  // named by metadata, by links with rel="author"
  std::string body, ld_url, time;
  Article ld;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    switch (node.tag) {
      case Tag::Meta:
        read_meta(tree, node, found, authors);
        break;
      case Tag::Link:
        if (text::lower(tree.attribute(node, "rel")) == "canonical")
          keep(found.canonical, std::string(tree.attribute(node, "href")));
        break;
      case Tag::Html:
        keep(article.language, std::string(tree.attribute(node, "lang")));
        break;
      case Tag::Title:
        if (node.parent != kNoNode && tree.nodes[node.parent].tag != Tag::Svg)
          keep(found.title, one_line(tree.all_text(i)));
        break;
      case Tag::H1:
        if (found.h1.size() < 8) found.h1.push_back(one_line(tree.all_text(i)));
        break;
      case Tag::A:
        if (tree.attribute(node, "rel") == "author" && linked.size() < 8) linked.push_back(tree.all_text(i));
        break;
      case Tag::Time:
        keep(time, date_value(tree.attribute(node, "datetime")));
        if (tree.attribute(node, "itemprop") == "datePublished")
          keep(found.date, date_value(tree.attribute(node, "datetime")));
        break;
      case Tag::Script:
        if (text::lower(tree.attribute(node, "type")).starts_with("application/ld+json")) {
          const std::string text = read_json_ld(tree.all_text(i), ld);
          if (text.size() > body.size()) body = text;
        }
        break;
      default:
        break;
    }
  }
  keep(article.title, without_site(ld.title, ld.publisher, true));
  keep(article.title, without_site(one_line(without_markup(found.og_title)), found.og_site));
  keep(article.title, headline_of(found));
  keep(article.title, without_site(found.title, found.og_site));
  keep(article.published, ld.published);
  keep(article.published, found.date);
  keep(article.published, time);
  keep(article.published, found.weak_date);
  keep(article.publisher, ld.publisher);
  keep(article.publisher, one_line(found.og_site));
  keep(article.language, ld.language);
  keep(article.language, found.lang);
  for (const std::string& url : {found.canonical, ld.url, found.og_url, article.url}) {
    if (!canonical_iri(url).empty()) {
      article.url = url;
      break;
    }
  }
  for (const std::string& name : ld.authors) add_author(article, name);
  if (article.authors.empty()) {
    for (const std::string& name : authors.empty() ? linked : authors) add_author(article, name);
  }
  std::replace(article.language.begin(), article.language.end(), '_', '-');
  return body;
}

}  // namespace triplewright::ingest
