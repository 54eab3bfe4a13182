#include "extract/wording.h"

#include <algorithm>

#include "extract/lookup.h"
#include "text/hash.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

/// True for what a clause or phrase set off by a comma adds at the end: *, citing X*, *, while Y did*.
bool is_added(const Context& x, std::uint32_t comma, std::uint32_t head, std::uint32_t end) {
  std::uint32_t at = comma + 1;
  while (x.tree.head(at) != kNoToken && at != head) {
    const auto up = static_cast<std::uint32_t>(x.tree.head(at));
    if (up <= comma) break;
    at = up;
  }
  // One that a comma closes again stands within: *every maker, including those abroad, to pay*.
  const std::uint32_t after = x.tree.phrase(at, true).end;
  if (after < end && x.document.form(after) == ",") return false;
  const auto is = [&](std::string_view relation) { return x.tree.is(at, relation); };
  return is("advcl") || is("parataxis") || is("acl") || is("obl") || is("appos") || x.tree.preposition(at) == "with";
}

Argument content_of(const Context& x, Span span, std::string words) {
  Argument content;
  content.kind = Argument::Kind::Iri;
  content.text = std::move(words);
  content.iri = x.options.base + "content/" + text::hash_hex(text::lower(content.text));
  content.tokens = span;
  return content;
}

/// A name among the words of a post: *chief China economist*, *head of Asia research*.
bool is_of_post(const Context& x, std::uint32_t noun, std::uint32_t t) {
  const std::int32_t up = x.tree.head(t);
  if (up == kNoToken || !x.tree.is(t, "compound")) return false;
  const auto head = static_cast<std::uint32_t>(up);
  if (head != noun) return t > noun && !x.resolver.inside_name(head) && x.tree.dominates(noun, head);
  if (t == 0 || x.tree.head(t - 1) != up || x.tree.token(t - 1).upos != Upos::ADJ) return false;
  const std::string& lemma = x.tree.token(t - 1).lemma;
  return lemma == "chief" || lemma == "senior" || lemma == "deputy";
}

}  // namespace

/// The words of a phrase without the preposition that introduces it.
std::string wording(const Context& x, std::uint32_t t) {
  return std::string(x.document.text(x.tree.phrase(t, true)));
}

std::string post_wording(const Context& x, std::uint32_t noun, const std::vector<std::uint32_t>& used) {
  Span span = x.tree.phrase(noun, false);
  const auto part = [&](std::uint32_t t) {
    if (x.resolver.inside_name(t)) return is_of_post(x, noun, t);
    const Token& token = x.tree.token(t);
    if (token.upos == Upos::AUX || token.upos == Upos::DET || token.upos == Upos::PRON || token.upos == Upos::PART ||
        x.tree.is(t, "nmod:poss"))
      return false;
    if (token.upos == Upos::PUNCT && x.document.form(t) != "-") return false;
    // *a Harvard-educated economist*
    if (t >= 2 && x.tree.is_verb(t) && x.document.form(t - 1) == "-" && x.resolver.inside_name(t - 2)) return false;
    if (t < noun && x.tree.is(t, "cc") && x.tree.head(t) == static_cast<std::int32_t>(noun)) return false;
    return std::none_of(used.begin(), used.end(), [&](std::uint32_t u) {
      return u != noun && x.tree.dominates(noun, u) && x.tree.dominates(u, t);
    });
  };
  std::uint32_t begin = noun;
  while (begin > span.begin && part(begin - 1)) --begin;
  for (const EntryMatch& match : entries_at(x, noun)) {  // the words of the entry belong to it: *vice-premier*
    std::uint32_t own = noun;
    for (std::size_t words = match.entry->lemmas.size(); words > 1 && own > 0; --words) {
      std::uint32_t next = own - 1;
      while (next > 0 && x.document.form(next) == "-") --next;
      if (x.resolver.inside_name(next)) break;  // *European Commission President*: the name is no part of the post
      own = next;
    }
    begin = std::min(begin, own);
  }
  std::uint32_t end = noun + 1;
  while (end < span.end && part(end)) ++end;
  for (std::uint32_t t = noun + 1; t < end; ++t) {  // *secretary for industry and security*
    for (const std::uint32_t c : x.tree.children(t)) {
      const bool joined = c >= end && x.tree.is(c, "conj") && x.tree.child(c, "cc") == static_cast<std::int32_t>(end);
      if (joined && x.tree.token(c).upos == Upos::NOUN) end = x.tree.phrase(c, false).end;
    }
  }
  for (const Value& v : x.document.values) {  // not *head of software in August*
    if (v.kind == ValueKind::Time && v.tokens.begin > noun && v.tokens.end == end) end = v.tokens.begin;
  }
  while (end > noun + 1 && (x.tree.token(end - 1).upos == Upos::ADP || x.tree.token(end - 1).upos == Upos::CCONJ))
    --end;
  // *and former captain*: the post is the captain's
  while (begin < noun && (x.stance.is_past(begin) || x.tree.token(begin).upos == Upos::CCONJ ||
                          x.tree.token(begin).upos == Upos::ADV || x.tree.token(begin).upos == Upos::PUNCT))
    ++begin;
  if (end == noun + 1 && x.tree.token(noun).xpos == "NNS")  // *senators X and Y*: each is one
    return std::string(x.document.text({begin, noun})) + (begin < noun ? " " : "") + x.tree.token(noun).lemma;
  return std::string(x.document.text({begin, end}));
}

Argument content_argument(const Context& x, std::uint32_t token, std::uint32_t from, std::uint32_t not_before) {
  Span span = x.tree.phrase(token, true);
  span.begin = std::max(std::min(span.begin, from), not_before);
  for (const std::uint32_t c : x.tree.children(token)) {  // *to build a plant*
    if (c < token && x.tree.token(c).upos == Upos::PART && x.tree.token(c).lemma == "to")
      span.begin = std::min(span.begin, c);
  }
  for (std::uint32_t t = token + 1; t + 1 < span.end; ++t) {
    if (x.document.form(t) == "," && is_added(x, t, token, span.end)) span.end = t;
    // *the delay of the fine amid tensions*: the circumstances are those of the clause
    if (x.tree.is(t, "case") && text::lower(x.document.form(t)) == "amid") span.end = t;
  }
  const auto is_mark = [&](std::uint32_t t) {
    const Upos upos = x.tree.token(t).upos;
    return upos == Upos::PUNCT || x.tree.is(t, "cc") || x.tree.token(t).lemma == "that" ||
           (x.tree.is(t, "mark") && upos != Upos::PART);
  };
  while (span.end > token + 1 && is_mark(span.end - 1)) --span.end;
  while (span.begin < std::min(token, from) && is_mark(span.begin)) ++span.begin;
  const auto is_quote = [&](std::uint32_t t) { return x.tree.token(t).xpos == "``" || x.tree.token(t).xpos == "''"; };
  unsigned quotes = 0;
  for (std::uint32_t t = span.begin; t < span.end; ++t) quotes += is_quote(t) ? 1 : 0;
  if (quotes % 2 == 1) {  // the other one stands beside the words
    if (span.end < x.document.tokens.size() && is_quote(span.end))
      ++span.end;
    else if (span.begin > 0 && is_quote(span.begin - 1))
      --span.begin;
  }
  return content_of(x, span, std::string(x.document.text(span)));
}

Argument word_content(const Context& x, std::uint32_t token) {
  const Token& verb = x.tree.token(token);
  const bool finite = verb.upos == Upos::VERB && !x.tree.is_participle(token);
  std::string word = text::lower(finite ? std::string_view(verb.lemma) : x.document.form(token));
  if (finite) word += word.ends_with('e') ? "d" : "ed";  // *dies*, *will die*: one word for all tenses
  return content_of(x, {token, token + 1}, std::move(word));
}

Argument predicate_content(const Context& x, std::uint32_t noun) {
  const std::int32_t up = x.tree.head(noun);
  const bool one_of = up != kNoToken && static_cast<std::uint32_t>(up) < noun &&
                      x.tree.token(static_cast<std::uint32_t>(up)).lemma == "one" && x.tree.preposition(noun) == "of";
  std::uint32_t begin = one_of ? static_cast<std::uint32_t>(up) : noun;
  for (const std::uint32_t c : x.tree.children(noun)) {
    if (c < begin && (x.tree.is(c, "amod") || x.tree.is(c, "compound") || x.tree.is(c, "nummod") ||
                      x.tree.is(c, "nmod:poss") || x.tree.is(c, "nmod")))
      begin = x.tree.phrase(c, true).begin;
  }
  if (const std::int32_t m = x.resolver.inside_name(begin) ? x.resolver.mention_at(begin) : -1; m >= 0)
    begin = std::min(begin, x.document.mentions[static_cast<std::size_t>(m)].tokens.begin);
  if (begin < noun && x.tree.token(begin).upos == Upos::DET) ++begin;  // *the world's largest maker*
  Argument content = content_argument(x, noun, begin, begin);
  std::uint32_t end = noun + 1;  // *the largest supplier Acme*: the name is not said of itself
  if (end < content.tokens.end && x.resolver.inside_name(end))
    content = content_of(x, {begin, end}, std::string(x.document.text({begin, end})));
  return content;
}

}  // namespace triplewright::extract
