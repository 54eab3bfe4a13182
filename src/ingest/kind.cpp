#include "ingest/kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/decode.h"
#include "text/normalize.h"

namespace triplewright::ingest {

namespace {

using std::string_view;
using namespace std::string_view_literals;

bool is_archive(string_view head) {
  constexpr auto kMagic =
      std::to_array<string_view>({"\x1F\x8B"sv, "PK\x03\x04"sv, "PK\x05\x06"sv, "\x28\xB5\x2F\xFD"sv,
                                  "\xFD"
                                  "7zXZ\0"sv,
                                  "BZh"sv, "7z\xBC\xAF\x27\x1C"sv, "\x04\x22\x4D\x18"sv});
  if (std::any_of(kMagic.begin(), kMagic.end(), [&](string_view magic) { return head.starts_with(magic); })) {
    return !head.starts_with("BZh") || (head.size() > 3 && head[3] >= '1' && head[3] <= '9');
  }
  return head.size() > 262 && head.substr(257, 5) == "ustar";
}

/// Neither text in any encoding that is met nor anything known.
bool is_binary(string_view head) {
  if (head.starts_with("%PDF") || head.starts_with("\x89PNG") || head.starts_with("\xFF\xD8\xFF") ||
      head.starts_with("GIF8"))
    return true;
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return false;
  const string_view sample = head.substr(0, 4096);
  const auto odd = std::count_if(sample.begin(), sample.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B' &&
           c != '\0';
  });
  const auto nuls = std::count(sample.begin(), sample.end(), '\0');
  return static_cast<std::size_t>(odd) * 20 > sample.size() || static_cast<std::size_t>(nuls) * 4 > sample.size() * 3;
}

InputFormat markup_kind(string_view lower) {
  // Skip the declaration, comments and the document type to the first element.
  std::size_t at = 0;
  while (at < lower.size()) {
    at = lower.find('<', at);
    if (at == string_view::npos || at + 1 >= lower.size()) break;
    const string_view rest = lower.substr(at);
    if (rest.starts_with("<!doctype html")) return InputFormat::Html;
    if (rest.starts_with("<!--")) {
      at = lower.find("-->", at);
    } else if (rest[1] == '?' || rest[1] == '!') {
      at = lower.find('>', at);
    } else {
      break;
    }
  }
  if (at >= lower.size()) return lower.starts_with("<?xml") ? InputFormat::Xml : InputFormat::Html;
  const string_view element = lower.substr(at + 1, lower.find_first_of(" \t\r\n/>", at + 1) - at - 1);
  constexpr auto kXml =
      std::to_array<string_view>({"rss", "feed", "rdf:rdf", "nitf", "newsitem", "newsmessage", "urlset", "sitemapindex",
                                  "entry", "atom:feed", "newsml", "xml", "articles", "items", "documents"});
  if (std::find(kXml.begin(), kXml.end(), element) != kXml.end()) return InputFormat::Xml;
  if (element == "html") return InputFormat::Html;
  if (element == "article" && (lower.find("<front>") != string_view::npos || lower.find("jats") != string_view::npos))
    return InputFormat::Xml;
  return lower.starts_with("<?xml") ? InputFormat::Xml : InputFormat::Html;
}

bool looks_like_lines(string_view head) {
  const std::size_t end = head.find('\n');
  if (end == string_view::npos) return false;
  const string_view first = text::trim(head.substr(0, end)), rest = text::trim(head.substr(end));
  return first.size() > 1 && first.front() == '{' && first.back() == '}' && rest.starts_with('{');
}

std::string extension_of(string_view name) {
  const std::size_t slash = name.find_last_of("/!");
  const string_view file = slash == string_view::npos ? name : name.substr(slash + 1);
  const std::size_t dot = file.rfind('.');
  return dot == string_view::npos ? std::string() : text::lower(file.substr(dot + 1));
}

}  // namespace

std::optional<InputFormat> detect(string_view head, string_view name) {
  if (is_archive(head)) return InputFormat::Archive;
  if (head.starts_with("WARC/")) return InputFormat::Warc;
  if (is_binary(head)) return std::nullopt;
  std::string wide;
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
    head = wide = decode(std::string(head.substr(0, head.size() & ~std::size_t{1})));
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const string_view content = text::trim(head);
  const std::string extension = extension_of(name);
  if (content.starts_with('<')) {
    const std::string lower = text::lower(content.substr(0, 2048));
    const InputFormat kind = markup_kind(lower);
    return kind == InputFormat::Html && (extension == "xml" || extension == "rss" || extension == "atom") &&
                   !lower.starts_with("<!doctype html") && lower.find("<html") == std::string::npos
               ? InputFormat::Xml
               : kind;
  }
  if (content.starts_with('{') || (content.starts_with('[') && content.size() > 1)) {
    if (extension == "jsonl" || extension == "ndjson" || looks_like_lines(content)) return InputFormat::JsonLines;
    const std::size_t next = content.find_first_not_of(" \t\r\n", 1);
    const char second = next == string_view::npos ? '\0' : content[next];
    if (content.front() == '{' ? (second == '"' || second == '}') : (second == '{' || second == ']'))
      return InputFormat::Json;
  }
  if (extension == "html" || extension == "htm" || extension == "xhtml") return InputFormat::Html;
  if (extension == "json") return InputFormat::Json;
  if (extension == "jsonl" || extension == "ndjson") return InputFormat::JsonLines;
  if (extension == "conllu") return InputFormat::Conllu;
  if (content.starts_with("# newdoc") || content.starts_with("# sent_id")) return InputFormat::Conllu;
  return InputFormat::Text;
}

}  // namespace triplewright::ingest
