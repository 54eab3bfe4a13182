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

std::int32_t subject_of(const Tree& tree, std::uint32_t verb) {
  std::uint32_t at = verb;
  for (int steps = 0; steps < 6; ++steps) {
    if (const std::int32_t s = tree.child(at, "nsubj"); s >= 0) return tree.referent(static_cast<std::uint32_t>(s));
    // "..., citing people", "came out and said": the subject of the clause above
    const bool shares = tree.is(at, "conj") || tree.is(at, "xcomp") || tree.is(at, "advcl");
    if (tree.is(at, "acl")) return tree.head(at);
    if (!shares || tree.head(at) < 0) return kNoToken;
    at = static_cast<std::uint32_t>(tree.head(at));
  }
  return kNoToken;
}

}  // namespace

Speaker speaker_at(const Tree& tree, std::uint32_t noun) {
  const Document& d = tree.document();
  Speaker speaker;
  std::int32_t best = -1;
  for (std::size_t m = 0; m < d.mentions.size(); ++m) {
    const Mention& mention = d.mentions[m];
    if (mention.tokens.begin > noun) break;
    if (mention.entity < 0 || !mention.tokens.contains(noun)) continue;
    const bool heads = mention.head == noun;
    if (!heads && mention.kind != MentionKind::Named) continue;
    if (best < 0 || heads) best = static_cast<std::int32_t>(m);
  }
  // "Acme's chief, Ada Byron, said": the name says more than the description
  if (best >= 0 && d.mentions[static_cast<std::size_t>(best)].kind == MentionKind::Nominal) {
    if (const std::int32_t name = tree.child(noun, "appos"); name >= 0) {
      for (std::size_t m = 0; m < d.mentions.size(); ++m) {
        const Mention& mention = d.mentions[m];
        const bool named = mention.kind == MentionKind::Named && mention.entity >= 0;
        if (named && mention.tokens.contains(static_cast<std::uint32_t>(name))) best = static_cast<std::int32_t>(m);
      }
    }
  }
  speaker.mention = best;
  if (best < 0) speaker.text = std::string(d.text(tree.phrase(noun, false)));
  return speaker;
}

Speaker speaker_of(const Tree& tree, const Sense& report, std::uint32_t token) {
  const Document& d = tree.document();
  if (d.tokens[token].upos == Upos::VERB || d.tokens[token].upos == Upos::AUX) {
    std::int32_t who = kNoToken;
    if (tree.is_passive(token)) {
      for (const std::uint32_t c : tree.children(token)) {
        if (d.tokens[c].deprel == "obl:agent" || (tree.is(c, "obl") && tree.preposition(c) == "by")) {
          who = static_cast<std::int32_t>(c);
        }
      }
    } else {
      who = subject_of(tree, token);
    }
    return who < 0 ? Speaker{} : speaker_at(tree, static_cast<std::uint32_t>(who));
  }
  for (const SyntacticArgument& argument : report.subject) {
    for (const std::uint32_t c : tree.children(token)) {
      const bool fits =
          (argument.function == Function::Possessor && tree.is(c, "nmod") && d.tokens[c].deprel == "nmod:poss") ||
          (argument.function == Function::Modifier && tree.is(c, "compound") && d.tokens[c].upos == Upos::PROPN) ||
          (argument.function == Function::Preposition && tree.is(c, "nmod") && tree.preposition(c) == argument.marker);
      if (fits) return speaker_at(tree, c);
    }
  }
  return {};
}

Quotations::Quotations(const Tree& tree, const Operators& operators) : of_token_(tree.document().tokens.size(), -1) {
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
        if (const Sense* report = operators.report(t)) in_sentence[s] = speaker_of(tree, *report, t);
      } else if (tree.is(t, "obl") || tree.is(t, "nmod")) {
        const Sense* according = operators.preposition(tree.preposition(t));
        if (according != nullptr && according->kind == Sense::Kind::Report) in_sentence[s] = speaker_at(tree, t);
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
