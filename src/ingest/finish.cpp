// The first look at an input, and what every article goes through at the end of its reader.
#include "ingest/blocks.h"
#include "ingest/context.h"
#include "ingest/decode.h"
#include "ingest/kind.h"
#include "ingest/language.h"
#include "ingest/metadata.h"
#include "text/normalize.h"

namespace triplewright::ingest {

std::unique_ptr<Reader> make_reader(const Context& context, Input input) {
  const std::string_view head = input.stream->peek(64u << 10);
  if (head.empty()) {
    const std::string& error = input.stream->error();
    context.report(error.empty() ? Severity::Warning : Severity::Error, input.where,
                   error.empty() ? "empty" : "unreadable", error.empty() ? "nothing in it" : error);
    return nullptr;
  }
  std::optional<InputFormat> format = detect(head, input.where.source);
  const InputFormat wanted = context.options.format;
  // What is asked for holds for the records, not for the archives that they come in.
  if (wanted != InputFormat::Auto && (format != InputFormat::Archive || wanted == InputFormat::Archive))
    format = wanted;
  if (!format) {
    context.report(Severity::Warning, input.where, "not-text", "binary content of no known kind");
    return nullptr;
  }
  switch (*format) {
    case InputFormat::Archive:
      if (input.depth >= context.options.max_depth) {
        context.report(Severity::Error, input.where, "archive-limit", "archives nested too deep");
        return nullptr;
      }
      return make_archive_reader(context, std::move(input));
    case InputFormat::Warc:
      return make_warc_reader(context, std::move(input));
    case InputFormat::Html:
      return make_html_reader(context, std::move(input));
    case InputFormat::Xml:
      return make_xml_reader(context, std::move(input));
    case InputFormat::Json:
      return make_json_reader(context, std::move(input), false);
    case InputFormat::JsonLines:
      return make_json_reader(context, std::move(input), true);
    case InputFormat::Conllu:
      return make_conllu_reader(context, std::move(input));
    case InputFormat::Text:
    case InputFormat::Auto:
      break;
  }
  return make_text_reader(context, std::move(input));
}

std::optional<std::string> read_record(const Context& context, Input& input, std::string_view encoding) {
  bool cut = false;
  std::string bytes = input.stream->read_all(context.options.max_record_bytes, cut);
  if (!input.stream->error().empty()) {
    context.report(Severity::Error, input.where, "unreadable", input.stream->error());
    return std::nullopt;
  }
  if (cut) {
    context.report(Severity::Error, input.where, "too-large", "beyond the size limit of a record");
    return std::nullopt;
  }
  return decode(std::move(bytes), encoding);
}

std::optional<Article> finish(const Context& context, Article article) {
  if (text::trim(article.text).empty()) {
    context.report(Severity::Warning, article.source, "no-text", "no article text found");
    return std::nullopt;
  }
  if (article.blocks.empty()) analyze_text(article);
  if (article.iri.empty()) article.iri = canonical_iri(article.url);
  if (!context.options.language.empty()) {
    article.language = context.options.language;
    return article;
  }
  const std::string language = language_of(article);
  if (language != "en") {
    if (context.options.keep_other_languages) {
      article.language = language;
      return article;
    }
    context.report(Severity::Warning, article.source, "not-english",
                   "the text is in another language (" + language + ")");
    return std::nullopt;
  }
  if (article.language.size() < 2 || text::lower(article.language.substr(0, 2)) != "en") article.language = "en";
  return article;
}

}  // namespace triplewright::ingest
