// WARC and WET files (ISO 28500), streamed: one record in memory at a time.
#include <algorithm>
#include <charconv>

#include "ingest/context.h"
#include "text/normalize.h"

namespace triplewright::ingest {

namespace {

using std::string_view;

struct Headers {
  std::string type, url, content_type;
  std::uint64_t length = 0;
  bool has_length = false;
};

void read_header(string_view line, Headers& headers) {
  const std::size_t colon = line.find(':');
  if (colon == string_view::npos) return;
  const std::string name = text::lower(line.substr(0, colon));
  string_view value = text::trim(line.substr(colon + 1));
  if (name == "warc-type") headers.type = text::lower(value);
  if (name == "content-type") headers.content_type = text::lower(value);
  if (name == "warc-target-uri") {
    if (value.size() > 2 && value.front() == '<') value = value.substr(1, value.size() - 2);
    headers.url = value;
  }
  if (name == "content-length")
    headers.has_length = std::from_chars(value.data(), value.data() + value.size(), headers.length).ec == std::errc();
}

std::string charset_of(string_view content_type) {
  const std::size_t at = content_type.find("charset=");
  if (at == string_view::npos) return {};
  string_view value = content_type.substr(at + 8);
  value = value.substr(0, value.find_first_of("; \t"));
  if (value.size() > 1 && value.front() == '"') value = value.substr(1, value.size() - 2);
  return std::string(value);
}

/// Undoes HTTP's chunked transfer coding (RFC 9112, 7.1); the body as it is when it is not coded so.
std::string without_chunks(std::string body) {
  std::string out;
  string_view rest = body;
  while (true) {
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size, 16);
    const std::size_t line = rest.find("\r\n");
    if (error != std::errc() || line == string_view::npos || line > 64) return body;
    if (size == 0) return out;
    if (size > rest.size() - line - 2) return body;
    out += rest.substr(line + 2, size);
    rest = rest.substr(line + 2 + size);
    if (!rest.starts_with("\r\n")) return body;
    rest.remove_prefix(2);
  }
}

bool is_text_type(string_view type) {
  return type.empty() || type.find("html") != string_view::npos || type.find("text/") != string_view::npos ||
         type.find("xml") != string_view::npos || type.find("json") != string_view::npos ||
         type.find("application/http") != string_view::npos;
}

class WarcReader : public Reader {
 public:
  WarcReader(const Context& context, Input input) : context_(context), input_(std::move(input)) {}

  std::optional<Article> next() override {
    while (true) {
      if (record_) {
        if (auto article = record_->next()) return article;
        record_.reset();
      }
      if (!next_record()) return std::nullopt;
    }
  }

 private:
  /// Reads one record; false at the end.
  bool next_record() {
    Stream& stream = *input_.stream;
    std::string line;
    bool cut = false;
    Position where = input_.where;
    constexpr std::size_t kLongestLine = 64u << 10;
    // Blank lines end a record; anything else before the next "WARC/" is lost, and said once.
    while (true) {
      where.offset = static_cast<std::size_t>(stream.offset());
      if (!stream.read_line(line, kLongestLine, cut)) {
        if (!stream.error().empty()) context_.report(Severity::Error, where, "unreadable", stream.error());
        return false;
      }
      if (line.starts_with("WARC/")) break;
      if (!line.empty() && !lost_) {
        lost_ = true;
        context_.report(Severity::Error, where, "bad-warc", "not the beginning of a record");
      }
    }
    lost_ = false;
    Headers headers;
    while (stream.read_line(line, kLongestLine, cut) && !line.empty()) read_header(line, headers);
    if (!headers.has_length) {
      context_.report(Severity::Error, where, "bad-warc", "record without Content-Length");
      return true;
    }
    const bool wanted = headers.type == "response" || headers.type == "resource" || headers.type == "conversion";
    if (!wanted || headers.url.starts_with("dns:") || !is_text_type(headers.content_type)) {
      stream.skip(headers.length);
      return true;
    }
    if (headers.length > context_.options.max_record_bytes) {
      stream.skip(headers.length);
      context_.report(Severity::Error, where, "too-large", "record beyond the size limit");
      return true;
    }
    std::string content = stream.read_all(static_cast<std::size_t>(headers.length), cut);
    if (content.size() < headers.length) {
      context_.report(Severity::Error, where, "bad-warc", "record cut short");
      return false;
    }
    open(std::move(content), headers, where);
    return true;
  }

  void open(std::string content, const Headers& headers, const Position& where) {
    std::string type = headers.content_type;
    if (headers.type == "response" && content.starts_with("HTTP/")) {
      const std::size_t space = content.find(' ');
      if (space == std::string::npos || space + 1 >= content.size() || content[space + 1] != '2') {
        context_.report(Severity::Note, where, "http-status",
                        content.substr(0, std::min<std::size_t>(content.find('\r'), 80)));
        return;
      }
      std::size_t end = content.find("\r\n\r\n"), gap = 4;
      if (end == std::string::npos) end = content.find("\n\n"), gap = 2;
      if (end == std::string::npos) return;
      const std::string head = text::lower(string_view(content).substr(0, end));
      type.clear();
      const std::size_t at = head.find("\ncontent-type:");
      if (at != std::string::npos) type = head.substr(at + 14, head.find('\n', at + 1) - at - 14);
      content.erase(0, end + gap);
      if (head.find("transfer-encoding: chunked") != std::string::npos) content = without_chunks(std::move(content));
    }
    if (!is_text_type(type)) {
      context_.report(Severity::Note, where, "not-text", "content type " + type);
      return;
    }
    Input record;
    record.where = where;
    record.depth = input_.depth + 1;
    record.budget = input_.budget;
    record.url = headers.url;
    record.encoding = charset_of(type);
    record.stream = std::make_unique<Stream>(open_bytes(std::move(content)));
    record_ = make_reader(context_, std::move(record));
  }

  const Context& context_;
  Input input_;
  std::unique_ptr<Reader> record_;
  bool lost_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_warc_reader(const Context& context, Input input) {
  return std::make_unique<WarcReader>(context, std::move(input));
}

}  // namespace triplewright::ingest
