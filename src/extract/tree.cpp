#include "extract/tree.h"

#include <algorithm>
#include <array>

#include "text/normalize.h"

namespace triplewright::extract {

namespace {

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string Tree::marker(std::uint32_t t) const {
  for (const std::uint32_t c : children(t)) {
    if (c < t && (is(c, "mark") || (is(c, "case") && is_verb(t)))) return text::lower(document().form(c));
  }
  return {};
}

bool Tree::is_verb(std::uint32_t t) const {
  const Token& tok = token(t);
  return tok.upos == Upos::VERB || (tok.upos == Upos::AUX && !is(t, "aux") && !is(t, "cop"));
}

bool Tree::is_nominal(std::uint32_t t) const {
  switch (token(t).upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::PRON:
    case Upos::NUM:
    case Upos::SYM:
      return true;
    default:
      return false;
  }
}

bool Tree::is_infinitive(std::uint32_t t) const {
  for (const std::uint32_t c : children(t)) {
    if (c < t && token(c).lemma == "to" && token(c).upos == Upos::PART) return true;
  }
  return false;
}

bool Tree::is_participle(std::uint32_t t) const {
  const Token& tok = token(t);
  return tok.xpos == "VBN" || (tok.xpos != "VBD" && has_feature(t, "VerbForm=Part") && has_feature(t, "Tense=Past"));
}

bool Tree::is_gerund(std::uint32_t t) const {
  return token(t).xpos == "VBG" || has_feature(t, "VerbForm=Ger");
}

bool Tree::is_passive(std::uint32_t t) const {
  for (const std::uint32_t c : children(t)) {
    const std::string& deprel = token(c).deprel;
    if (deprel == "nsubj:pass" || deprel == "aux:pass" || deprel == "csubj:pass") return true;
    if (deprel == "obl:agent" && token(t).xpos.starts_with("VB")) return true;  // headlines leave out the auxiliary
  }
  if (!is_participle(t)) return false;
  // A past participle is active only in the perfect, which has an auxiliary of its own or its conjunct's.
  for (const std::uint32_t c : children(t)) {
    if (is(c, "aux") && token(c).lemma == "have") return false;
    if (is(c, "nsubj")) return false;
  }
  if (is(t, "conj") && head(t) >= 0 && is_verb(static_cast<std::uint32_t>(head(t)))) {
    return is_passive(static_cast<std::uint32_t>(head(t)));
  }
  return is(t, "acl") || is(t, "advcl") || is(t, "amod") || is(t, "xcomp") || is(t, "ccomp") || is(t, "root");
}

bool Tree::is_copular(std::uint32_t t) const {
  return child(t, "cop") != kNoToken;
}

bool Tree::is_relative_pronoun(std::uint32_t t) const {
  const Token& tok = token(t);
  if (has_feature(t, "PronType=Rel")) return true;
  if (!among(tok.lemma, {"which", "who", "whom", "whose", "that"}) || tok.upos == Upos::SCONJ) return false;
  if (tok.lemma == "that" && (tok.upos == Upos::DET || has_feature(t, "PronType=Dem"))) return false;
  return antecedent(t) != kNoToken;
}

std::int32_t Tree::antecedent(std::uint32_t relative) const {
  std::uint32_t at = relative;
  for (int steps = 0; steps < 8 && head(at) >= 0; ++steps) {
    const auto up = static_cast<std::uint32_t>(head(at));
    if (token(at).deprel == "acl:relcl" || (is(at, "acl") && steps > 0))
      return up < relative ? static_cast<std::int32_t>(up) : kNoToken;
    if (token(at).deprel == "advcl:relcl") return kNoToken;
    at = up;
  }
  return kNoToken;
}

std::int32_t Tree::referent(std::uint32_t t) const {
  if (is(t, "expl") || among(token(t).lemma, {"what", "whatever", "whoever", "there"})) return kNoToken;
  if (is_relative_pronoun(t)) return antecedent(t);
  return static_cast<std::int32_t>(t);
}

std::uint32_t Tree::first_head_of(Span tokens) const {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::int32_t up = head(t);
    if (up == kNoToken || !tokens.contains(static_cast<std::uint32_t>(up))) return t;
  }
  return tokens.begin;
}

Span Tree::phrase(std::uint32_t t, bool clauses) const {
  Span span{t, t + 1};
  for (const std::uint32_t c : children(t)) {
    if (is(c, "punct") || is(c, "case") || is(c, "mark") || is(c, "cc")) continue;
    if (!clauses && (is(c, "acl") || is(c, "appos") || is(c, "parataxis") || is(c, "conj") || is(c, "advcl") ||
                     is(c, "nsubj") || is(c, "cop") || is(c, "obl") || is(c, "aux")))
      continue;
    const Span inner = phrase(c, clauses);
    const std::uint32_t begin = [&] {  // the preposition of an inner phrase belongs to this one
      std::uint32_t first = inner.begin;
      for (const std::uint32_t g : children(c)) {
        if (is(g, "case") || is(g, "mark") || is(g, "cc")) first = std::min(first, g);
      }
      return first;
    }();
    span.begin = std::min(span.begin, begin);
    span.end = std::max(span.end, inner.end);
  }
  return span;
}

bool Tree::is_excluded_conjunct(std::uint32_t t) const {
  for (const std::uint32_t c : children(t)) {
    if (c > t) break;
    const std::string word = text::lower(document().form(c));
    if (is(c, "cc") && among(word, {"rather", "instead", "not"})) return true;
    if (is(c, "advmod") && among(word, {"not", "never", "rather"})) return true;
    if (is(c, "case") && among(word, {"unlike", "than"})) return true;
  }
  return false;
}

std::vector<std::uint32_t> Tree::conjuncts(std::uint32_t t) const {
  std::vector<std::uint32_t> result;
  std::vector<std::uint32_t> open = {t};
  bool first_negated = false;  // "not A but B": A is out; "not only A but B" keeps both
  for (const std::uint32_t c : children(t)) {
    if ((is(c, "advmod") || is(c, "cc")) && c < t && text::lower(document().form(c)) == "not") {
      first_negated = true;
      for (std::uint32_t k = c + 1; k < t; ++k) {
        if (among(token(k).lemma, {"only", "just", "merely", "simply"})) first_negated = false;
      }
    }
  }
  if (first_negated) {
    bool has_other = false;
    for (const std::uint32_t c : children(t)) has_other |= is(c, "conj");
    first_negated = has_other;
  }
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (at != t || !first_negated) result.push_back(at);
    for (const std::uint32_t c : children(at)) {
      if (is(c, "conj") && !is_excluded_conjunct(c) && (is_nominal(c) || token(c).upos == token(t).upos))
        open.push_back(c);
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

unsigned Tree::distance(std::uint32_t a, std::uint32_t b, unsigned limit) const {
  std::array<std::int32_t, 32> up{};
  unsigned n = 0;
  for (std::int32_t at = static_cast<std::int32_t>(a); at >= 0 && n < up.size();
       at = head(static_cast<std::uint32_t>(at)))
    up[n++] = at;
  unsigned steps = 0;
  for (std::int32_t at = static_cast<std::int32_t>(b); at >= 0 && steps <= limit;
       at = head(static_cast<std::uint32_t>(at)), ++steps) {
    for (unsigned i = 0; i < n; ++i) {
      if (up[i] == at) return std::min(limit, steps + i);
    }
  }
  return limit;
}

}  // namespace triplewright::extract
