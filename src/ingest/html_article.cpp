// HTML pages.
#include "ingest/blocks.h"
#include "ingest/context.h"
#include "ingest/decode.h"
#include "ingest/html_metadata.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"
#include "ingest/metadata.h"

namespace triplewright::ingest {

void read_page(std::string_view html, Article& article) {
  const HtmlTree tree = parse_html(html);
  const std::string body = read_metadata(tree, article);
  MainText text = main_text(tree, article.title);
  // A page whose text is only in its metadata (drawn by a script).
  if (body.size() > 400 && text.text.size() * 3 < body.size()) {
    article.text = body;
    analyze_text(article);
    return;
  }
  article.text = std::move(text.text);
  TextFacts facts;
  article.blocks = split_leads(article.text, text.blocks, facts);
  if (article.published.empty()) article.published = text.published.empty() ? facts.published : text.published;
  if (article.publisher.empty()) article.publisher = facts.publisher;
}

bool looks_like_html(std::string_view text) {
  for (const std::string_view tag :
       {"</p>", "<p>", "<p ", "<br", "</div>", "</a>", "<html", "</li>", "</span>", "<h1", "<h2"}) {
    if (text.find(tag) != std::string_view::npos) return true;
  }
  return false;
}

std::string plain_text(std::string_view markup) {
  if (markup.find('<') == std::string_view::npos && markup.find('&') == std::string_view::npos) return one_line(markup);
  const HtmlTree tree = parse_html(markup);
  return tree.nodes.empty() ? std::string() : one_line(tree.all_text(0));
}

namespace {

class HtmlReader : public Reader {
 public:
  HtmlReader(const Context& context, Input input) : context_(context), input_(std::move(input)) {}

  std::optional<Article> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const std::string declared =
        input_.encoding.empty() ? declared_encoding(input_.stream->peek(4096)) : input_.encoding;
    const auto html = read_record(context_, input_, declared);
    if (!html) return std::nullopt;
    Article article;
    article.source = input_.where;
    article.url = input_.url;
    read_page(*html, article);
    return finish(context_, std::move(article));
  }

 private:
  const Context& context_;
  Input input_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_html_reader(const Context& context, Input input) {
  return std::make_unique<HtmlReader>(context, std::move(input));
}

}  // namespace triplewright::ingest
