// What every article goes through at the end of its reader, and the first look at an input.
#include "ingest/context.h"
#include "ingest/metadata.h"
#include "text/normalize.h"

namespace triplewright::ingest {

std::unique_ptr<Reader> make_reader(const Context& context, Input input) {
  return make_text_reader(context, std::move(input));
}

std::optional<Article> finish(const Context& context, Article article) {
  if (text::trim(article.text).empty()) {
    context.report(Severity::Warning, article.source, "no-text", "no article text found");
    return std::nullopt;
  }
  if (article.blocks.empty()) analyze_text(article);
  if (article.iri.empty()) article.iri = canonical_iri(article.url);
  if (!context.options.language.empty()) article.language = context.options.language;
  return article;
}

}  // namespace triplewright::ingest
