#include "extract/quotations.h"

#include <algorithm>

#include "text/normalize.h"

namespace triplewright::extract {

namespace {

enum class Mark : std::uint8_t { None, Open, Close, Either };

Mark mark_of(std::string_view form) {
  if (form == "“" || form == "``" || form == "„" || form == "«") return Mark::Open;
  if (form == "”" || form == "''" || form == "»") return Mark::Close;
  return form == "\"" ? Mark::Either : Mark::None;
}

/// Sentences that a quotation without a speaker of its own may be continued from.
constexpr std::uint32_t kBack = 3;

}  // namespace

Quotations::Quotations(const Tree& tree, const Operators& operators, const Speakers& speakers)
    : of_token_(tree.document().tokens.size(), -1) {
  const Document& d = tree.document();
  std::vector<Span> spans;
  std::uint32_t block = 0, open = 0;
  bool inside = false;
  const auto close = [&](std::uint32_t end) {
    const Span span{open, end};
    const bool clause = std::any_of(d.tokens.begin() + open, d.tokens.begin() + end,
                                    [](const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; });
    if (span.size() >= 4 && clause) spans.push_back(span);
    inside = false;
  };
  for (const Sentence& sentence : d.sentences) {
    if (sentence.block != block) {
      // A quotation of several paragraphs closes only the last: each opens anew, and an unclosed one ends here.
      if (inside) close(sentence.tokens.begin);
      block = sentence.block;
    }
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Mark mark = mark_of(d.form(t));
      if (mark == Mark::None) continue;
      if (inside && mark != Mark::Open) {
        close(t);
      } else if (!inside && mark != Mark::Close) {
        inside = true;
        open = t + 1;
      }
    }
  }
  if (inside) close(static_cast<std::uint32_t>(d.tokens.size()));
  for (const Span& span : spans) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) of_token_[t] = static_cast<std::int32_t>(speakers_.size());
    speakers_.emplace_back();
  }
  // Who speaks in each sentence, outside of its quotations.
  std::vector<Speaker> in_sentence(d.sentences.size());
  for (std::size_t s = 0; s < d.sentences.size(); ++s) {
    for (std::uint32_t t = d.sentences[s].tokens.begin; t < d.sentences[s].tokens.end; ++t) {
      if (of_token_[t] >= 0 || in_sentence[s].known()) continue;
      if (tree.is_verb(t)) {
        if (const Sense* report = operators.report(t)) in_sentence[s] = speakers.of(*report, t);
      } else if (tree.is(t, "obl") || tree.is(t, "nmod")) {
        const Sense* according = operators.preposition(tree.preposition(t));
        if (according != nullptr && according->kind == Sense::Kind::Report) in_sentence[s] = speakers.at(t);
      }
    }
  }
  for (std::size_t q = 0; q < spans.size(); ++q) {
    const std::uint32_t first = d.sentence_of(spans[q].begin), last = d.sentence_of(spans[q].end - 1);
    for (std::uint32_t s = first; s <= last && !speakers_[q].known(); ++s) speakers_[q] = in_sentence[s];
    // "...," he said. — cut off as a sentence of its own
    if (!speakers_[q].known() && last + 1 < d.sentences.size() &&
        d.sentences[last + 1].block == d.sentences[last].block && d.sentences[last + 1].tokens.size() <= 6) {
      speakers_[q] = in_sentence[last + 1];
    }
    for (std::uint32_t back = 1; back <= kBack && back <= first && !speakers_[q].known(); ++back) {
      speakers_[q] = in_sentence[first - back];
    }
  }
}

}  // namespace triplewright::extract
