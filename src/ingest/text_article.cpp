// Plain text and Markdown, with YAML front matter or a metadata file beside it.
#include <algorithm>
#include <filesystem>

#include "ingest/blocks.h"
#include "ingest/context.h"
#include "ingest/dates.h"
#include "ingest/decode.h"
#include "ingest/metadata.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright {

namespace ingest {

namespace {

/// Bytes of a YAML front matter ("---" lines around "key: value" lines), or 0. Nested values are left out.
std::size_t read_front_matter(std::string_view text, Article& article) {
  const auto line_at = [&](std::size_t at) { return text.substr(at, std::min(text.find('\n', at), text.size()) - at); };
  if (text::trim(line_at(0)) != "---") return 0;
  constexpr std::size_t kLongest = 64u << 10;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string key;
  for (std::size_t at = line_at(0).size() + 1; at < text.size() && at < kLongest;) {
    const std::string_view line = line_at(at);
    at += line.size() + 1;
    const std::string_view content = text::trim(line);
    if (content == "---" || content == "...") {
      for (const auto& [name, value] : fields) set_field(article, name, value);
      return std::min(at, text.size());
    }
    const std::size_t colon = content.find(':');
    if (content.empty() || content.front() == '#') continue;
    if (content.starts_with("- ") && !key.empty()) {
      fields.emplace_back(key, std::string(unquoted(text::trim(content.substr(2)))));
    } else if (colon != std::string_view::npos && line.front() != ' ' && line.front() != '\t') {
      key = text::lower(content.substr(0, colon));
      std::string_view value = text::trim(content.substr(colon + 1));
      const bool list = value.size() >= 2 && value.front() == '[' && value.back() == ']';  // [Ann Lee, "Bo Ray"]
      if (list) value = value.substr(1, value.size() - 2);
      for (bool more = true; more;) {
        const std::size_t cut = list ? value.find(',') : std::string_view::npos;
        more = cut != std::string_view::npos;
        const std::string_view item = unquoted(text::trim(value.substr(0, cut)));
        if (!item.empty()) fields.emplace_back(key, std::string(item));
        if (more) value.remove_prefix(cut + 1);
      }
    } else if (colon == std::string_view::npos) {
      return 0;
    }
  }
  return 0;
}

}  // namespace

void analyze_text(Article& article) {
  std::size_t body = read_front_matter(article.text, article);
  TextFacts facts;
  const std::string_view text = article.text;
  article.blocks = find_blocks(text.substr(body), article.title, facts);
  for (Block& block : article.blocks) {
    block.span.begin += static_cast<std::uint32_t>(body);
    block.span.end += static_cast<std::uint32_t>(body);
  }
  if (body > 0) {
    const std::string_view front = text::trim(text.substr(0, body));
    const auto begin = static_cast<std::uint32_t>(front.data() - text.data());
    article.blocks.insert(article.blocks.begin(),
                          {{begin, static_cast<std::uint32_t>(begin + front.size())}, BlockKind::Furniture});
  }
  if (article.title.empty()) article.title = facts.title;
  if (article.published.empty()) article.published = facts.published;
  if (article.publisher.empty()) article.publisher = facts.publisher;
  if (article.url.empty()) article.url = facts.url;
  if (article.authors.empty()) article.authors = facts.authors;
  if (article.iri.empty()) article.iri = canonical_iri(article.url);
}

namespace {

class TextReader : public Reader {
 public:
  TextReader(const Context& context, Input input) : context_(context), input_(std::move(input)) {}

  std::optional<Article> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    auto text = read_record(context_, input_, input_.encoding);
    if (!text) return std::nullopt;
    Article article;
    article.source = input_.where;
    article.url = input_.url;
    article.text = std::move(*text);
    if (input_.depth == 0 && input_.where.source != "-") read_sidecar(article);
    return finish(context_, std::move(article));
  }

 private:
  /// "X.meta.json" beside "X.txt": title, url, published, source (publisher), author, language.
  void read_sidecar(Article& article) const {
    const std::filesystem::path path = sidecar_of(input_.where.source);
    if (path.empty()) return;
    const auto source = open_file(path.string());
    std::string json(64u << 10, '\0');
    json.resize(source ? source->read(json.data(), json.size()) : 0);
    if (!read_json_fields(json, article)) {
      context_.report(Severity::Warning, {path.string(), 0, 0, 0}, "bad-metadata", "not a JSON object");
    }
  }

  const Context& context_;
  Input input_;
  bool done_ = false;
};

}  // namespace

std::string sidecar_of(const std::string& name) {
  std::filesystem::path path(name);
  path.replace_extension(".meta.json");
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) ? path.string() : std::string();
}

std::unique_ptr<Reader> make_text_reader(const Context& context, Input input) {
  return std::make_unique<TextReader>(context, std::move(input));
}

}  // namespace ingest

Article article_from_text(std::string text) {
  Article article;
  article.text = ingest::decode(std::move(text), "utf-8");
  ingest::analyze_text(article);
  return article;
}

}  // namespace triplewright
