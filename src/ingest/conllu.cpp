// CoNLL-U as text: the sentences of each "# newdoc", in the paragraphs that "# newpar" begins. The annotation is left
// behind.
#include <cstdlib>

#include "ingest/context.h"
#include "ingest/decode.h"
#include "ingest/metadata.h"
#include "text/normalize.h"

namespace triplewright::ingest {

namespace {

using std::string_view;

class ConlluReader : public Reader {
 public:
  ConlluReader(const Context& context, Input input) : context_(context), input_(std::move(input)) {}

  std::optional<Article> next() override {
    while (!ended_) {
      auto article = next_document();
      if (article && !article->text.empty()) {
        if (auto done = finish(context_, std::move(*article))) return done;
      }
    }
    return std::nullopt;
  }

 private:
  /// Value of "# name = value", or of "# name".
  static bool comment(string_view line, string_view name, string_view& value) {
    if (!line.starts_with("#")) return false;
    line = text::trim(line.substr(1));
    if (!line.starts_with(name)) return false;
    const string_view rest = text::trim(line.substr(name.size()));
    value = rest.starts_with("=") ? text::trim(rest.substr(1)) : rest;
    return true;
  }

  std::optional<Article> next_document() {
    Article article;
    article.source = input_.where;
    article.source.line = line_ + 1;
    std::string line, sentence, words;
    bool cut = false, paragraph = false;
    const auto flush = [&] {
      const std::string& text = sentence.empty() ? words : sentence;
      if (!text.empty()) {
        if (!article.text.empty()) article.text += paragraph ? "\n\n" : " ";
        article.text += text::trim(text);
        paragraph = false;
      }
      sentence.clear();
      words.clear();
    };
    while (input_.stream->read_line(line, context_.options.max_record_bytes, cut)) {
      ++line_;
      line = decode(std::move(line), "utf-8");
      string_view value;
      if (text::trim(line).empty()) {
        flush();
      } else if (comment(line, "newdoc", value)) {
        flush();
        if (!article.text.empty()) return article;
      } else if (comment(line, "newpar", value)) {
        paragraph = true;
      } else if (comment(line, "text =", value)) {
        sentence = value;
      } else if (line[0] != '#') {
        add_word(line, words);
      }
      if (article.text.size() > context_.options.max_record_bytes) {
        context_.report(Severity::Error, article.source, "too-large", "document beyond the size limit of a record");
        article.text.clear();
      }
    }
    flush();
    ended_ = true;
    return article;
  }

  /// FORM of a token line, for files without "# text"; words within a multiword token are passed over.
  void add_word(string_view line, std::string& words) {
    const std::size_t tab = line.find('\t');
    if (tab == string_view::npos) return;
    const string_view id = line.substr(0, tab);
    const string_view form = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const std::size_t number = std::strtoul(std::string(id).c_str(), nullptr, 10);
    const bool range = id.find('-') != string_view::npos;
    if (number == 1 && (range || words.empty())) covered_ = 0;
    if (id.find('.') != string_view::npos || (!range && number <= covered_)) return;
    if (range) covered_ = std::strtoul(std::string(id.substr(id.find('-') + 1)).c_str(), nullptr, 10);
    words += form;
    if (line.find("SpaceAfter=No") == string_view::npos) words += ' ';
  }

  const Context& context_;
  Input input_;
  std::size_t line_ = 0, covered_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_conllu_reader(const Context& context, Input input) {
  return std::make_unique<ConlluReader>(context, std::move(input));
}

}  // namespace triplewright::ingest
