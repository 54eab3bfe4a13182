#include "extract/qualify.h"

#include <algorithm>
#include <array>

#include "extract/lookup.h"
#include "extract/vocabulary.h"
#include "text/hash.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

constexpr std::string_view kMoney = "http://schema.org/MonetaryAmount";
constexpr std::string_view kMoneyHttps = "https://schema.org/MonetaryAmount";

/// A bare number as large as this beside a word for money is money: *net profit of 68 billion*.
constexpr std::string_view kMillion = "1000000";

/// The kinds that a value property takes, from its range: amounts of money, percentages, or quantities.
bool kind_fits(const OntologyProperty* property, const Value& value) {
  if (value.kind == ValueKind::Time || value.kind == ValueKind::Ordinal) return false;
  if (property == nullptr) return true;
  if (value.kind == ValueKind::Duration) return false;
  bool money = false;
  bool percent = false;
  bool quantity = false;
  for (const std::string& range : property->range) {
    if (range == kMoney || range == kMoneyHttps)
      money = true;
    else if (is_tw(range, "Percentage"))
      percent = true;
    else
      quantity = true;
  }
  if (!money && !percent && !quantity) return true;
  if (value.kind == ValueKind::Money) return money;
  if (value.kind == ValueKind::Percent) return percent;
  if (money && !quantity) return value.kind == ValueKind::Number && value.number.size() > kMillion.size();
  return quantity;
}

std::uint32_t head_of(const Context& x, Span span) {
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    const std::int32_t h = x.tree.head(t);
    if (h == kNoToken || !span.contains(static_cast<std::uint32_t>(h))) return t;
  }
  return span.begin;
}

/// A word that turns the change around: *fell*, *down*, *decline* (tw:Decrease in the lexicon).
bool is_decrease(const Context& x, std::uint32_t t) {
  PartOfSpeech pos = PartOfSpeech::Noun;
  switch (x.tree.token(t).upos) {
    case Upos::VERB:
      pos = PartOfSpeech::Verb;
      break;
    case Upos::NOUN:
      break;
    case Upos::ADJ:
      pos = PartOfSpeech::Adjective;
      break;
    case Upos::ADV:
    case Upos::ADP:
      pos = PartOfSpeech::Adverb;
      break;
    default:
      return false;
  }
  for (const LexicalEntry* entry : x.ontology.entries(text::lower(x.tree.token(t).lemma), pos)) {
    if (entry->lemmas.size() != 1) continue;
    for (const Sense& sense : entry->senses) {
      if (is_tw(sense.reference, "Decrease")) return true;
    }
  }
  return false;
}

/// True when a word between the value and the predicate, or beside the value, says that it went down.
bool goes_down(const Context& x, std::uint32_t predicate, std::uint32_t value_head) {
  if (is_decrease(x, predicate)) return true;
  const std::int32_t value = x.resolver.value_at(value_head);
  const std::uint32_t begin = value < 0 ? value_head : x.document.values[static_cast<std::size_t>(value)].tokens.begin;
  if (begin > 0 && is_decrease(x, begin - 1)) return true;
  for (const std::uint32_t c : x.tree.children(value_head)) {
    const bool clause = x.tree.is(c, "acl") || x.tree.is(c, "advcl");  // *by 5%, cutting costs*
    if (!clause && is_decrease(x, c)) return true;
  }
  std::int32_t at = static_cast<std::int32_t>(value_head);
  for (int steps = 0; at != kNoToken && steps < 5; ++steps) {
    const auto t = static_cast<std::uint32_t>(at);
    if (t != value_head && is_decrease(x, t)) return true;
    if (t != value_head && x.tree.is_verb(t)) break;
    at = x.tree.head(t);
  }
  return false;
}

/// True for a property of an amount itself, false for one of its change, which takes percentages.
bool is_level(const OntologyProperty* property) {
  return property != nullptr && property->takes_value &&
         std::none_of(property->range.begin(), property->range.end(),
                      [](const std::string& r) { return is_tw(r, "Percentage"); });
}

/// *193 more planes than Boeing*, *$8 billion lower*: how many more or less, not how many.
bool is_difference(const Context& x, const Value& value) {
  if (value.kind == ValueKind::Percent || value.tokens.end >= x.document.tokens.size()) return false;
  const std::string& after = x.tree.token(value.tokens.end).xpos;
  return after == "JJR" || after == "RBR";
}

/// *lift revenue by $300 million* says nothing of its level.
bool is_step(const Context& x, const Value& value) {
  return value.kind == ValueKind::Money && value.tokens.begin > 0 && x.tree.token(value.tokens.begin - 1).lemma == "by";
}

/// *for months*: how long, not what for.
bool is_time_noun(const Context& x, std::uint32_t t) {
  constexpr std::array<std::string_view, 9> kUnits = {"moment", "minute", "hour",   "day",    "week",
                                                      "month",  "year",   "decade", "century"};
  return std::find(kUnits.begin(), kUnits.end(), x.tree.token(t).lemma) != kUnits.end();
}

bool is_duration(const Context& x, std::uint32_t t) {
  const std::int32_t v = x.resolver.value_at(t);
  return v >= 0 && x.document.values[static_cast<std::size_t>(v)].kind == ValueKind::Duration;
}

End value_end(const Context& x, std::int32_t value, int cost) {
  End end;
  end.argument = {Argument::Kind::Value,
                  static_cast<std::uint32_t>(value),
                  {},
                  {},
                  x.document.values[static_cast<std::size_t>(value)].tokens};
  end.cost = cost;
  return end;
}

/// The clause that a token belongs to: itself or the next predicate above it.
std::uint32_t clause_of(const Context& x, std::uint32_t t) {
  std::uint32_t at = t;
  for (int steps = 0; steps < 12; ++steps) {
    const bool predicate =
        (x.tree.is_verb(at) && !x.tree.is(at, "amod") && !x.tree.is(at, "compound")) || x.tree.is_copular(at);
    if (predicate || x.tree.head(at) == kNoToken) return at;
    at = static_cast<std::uint32_t>(x.tree.head(at));
  }
  return at;
}

/// The words of a phrase without the preposition that introduces it.
std::string wording(const Context& x, std::uint32_t t) {
  return std::string(x.document.text(x.tree.phrase(t, true)));
}

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

bool is_wording(std::string_view property) {
  return is_tw(property, "purpose") || is_tw(property, "role") || is_tw(property, "topic") ||
         is_tw(property, "timeText");
}

bool is_time(std::string_view property) {
  return is_tw(property, "time") || is_tw(property, "begin") || is_tw(property, "end");
}

}  // namespace

bool takes_money(const OntologyProperty& property) {
  return std::any_of(property.range.begin(), property.range.end(),
                     [](const std::string& range) { return range == kMoney || range == kMoneyHttps; });
}

std::string post_wording(const Context& x, std::uint32_t noun, const std::vector<std::uint32_t>& used) {
  Span span = x.tree.phrase(noun, false);
  const auto part = [&](std::uint32_t t) {
    if (x.resolver.inside_name(t)) return false;
    const Token& token = x.tree.token(t);
    if (token.upos == Upos::DET || token.upos == Upos::PRON || token.upos == Upos::PART || x.tree.is(t, "nmod:poss"))
      return false;
    if (token.upos == Upos::PUNCT && x.document.form(t) != "-") return false;
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
      do --own;
      while (own > 0 && x.document.form(own) == "-");
    }
    begin = std::min(begin, own);
  }
  std::uint32_t end = noun + 1;
  while (end < span.end && part(end)) ++end;
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
  Argument content;
  content.kind = Argument::Kind::Iri;
  content.text = x.document.text(span);
  content.iri = x.options.base + "content/" + text::hash_hex(text::lower(content.text));
  content.tokens = span;
  return content;
}

/// *according to three firms*
bool is_of_source(const Context& x, std::uint32_t predicate, std::uint32_t token) {
  for (std::int32_t at = static_cast<std::int32_t>(token); at != kNoToken && at != static_cast<std::int32_t>(predicate);
       at = x.tree.head(static_cast<std::uint32_t>(at))) {
    if (x.tree.preposition(static_cast<std::uint32_t>(at)).starts_with("according")) return true;
  }
  return false;
}

std::optional<End> value_filler(const Context& x, std::uint32_t predicate, PartOfSpeech pos,
                                const std::vector<Filler>& fillers, const SyntacticArgument& argument,
                                const OntologyProperty* property) {
  const auto usable = [&](std::uint32_t t) -> std::int32_t {
    const std::int32_t v = x.resolver.value_at(t);
    if (v < 0) return -1;
    const Value& value = x.document.values[static_cast<std::size_t>(v)];
    return kind_fits(property, value) && !is_difference(x, value) && !(is_level(property) && is_step(x, value)) ? v
                                                                                                                : -1;
  };
  const auto make = [&](std::int32_t v, int cost) {
    End end = value_end(x, v, cost);
    const std::uint32_t head = head_of(x, end.argument.tokens);
    const bool change = property != nullptr && std::any_of(property->range.begin(), property->range.end(),
                                                           [](const std::string& r) { return is_tw(r, "Percentage"); });
    if (change && goes_down(x, predicate, head)) end.argument.text = "-";
    return end;
  };
  if (argument.function == Function::Value) {
    for (const Filler& f : x.grammar.near(predicate, pos)) {
      if (f.marker == "from" || f.marker == "than") continue;  // *rose from 3 to 5*, *more than last year's 5*
      if (is_of_source(x, predicate, f.token)) continue;
      if (property == nullptr && is_duration(x, f.token)) continue;  // *for three years* is no quantity
      if (const std::int32_t v = usable(f.token); v >= 0) return make(v, f.cost / 2);
    }
    return std::nullopt;
  }
  for (const Filler& f : fillers) {
    if (f.function != argument.function || f.marker != argument.marker) continue;
    if (const std::int32_t v = usable(f.token); v >= 0) return make(v, f.cost);
    if (argument.function != Function::Object) continue;
    for (const std::uint32_t c : x.tree.children(f.token)) {
      if (!x.tree.is(c, "nummod") && !x.tree.is(c, "compound")) continue;
      if (const std::int32_t v = usable(c); v >= 0) return make(v, f.cost);
    }
  }
  return std::nullopt;
}

Argument quantity_of(const Context& x, std::uint32_t noun) {
  const auto quantity = [&](std::uint32_t t) -> std::int32_t {
    const std::int32_t v = x.resolver.value_at(t);
    if (v < 0) return -1;
    const ValueKind kind = x.document.values[static_cast<std::size_t>(v)].kind;
    if (is_difference(x, x.document.values[static_cast<std::size_t>(v)])) return -1;
    return kind == ValueKind::Number || kind == ValueKind::Quantity || kind == ValueKind::Money ||
                   kind == ValueKind::Percent
               ? v
               : -1;
  };
  if (const std::int32_t v = quantity(noun); v >= 0) return value_end(x, v, 0).argument;
  for (const std::uint32_t c : x.tree.children(noun)) {
    if (c > noun || !(x.tree.is(c, "nummod") || x.tree.is(c, "compound") || x.tree.is(c, "amod"))) continue;
    if (const std::int32_t v = quantity(c); v >= 0) return value_end(x, v, 0).argument;
  }
  // *dozens of chips*, *thousands of chips*: the number is the head.
  if (const std::int32_t up = x.tree.head(noun);
      up != kNoToken && x.tree.is(noun, "nmod") && x.tree.preposition(noun) == "of") {
    if (const std::int32_t v = quantity(static_cast<std::uint32_t>(up)); v >= 0) return value_end(x, v, 0).argument;
  }
  return {};
}

/// *640 people, up from 280 a year ago*: the time of the number before it.
bool is_of_comparison(const Context& x, const Value& time) {
  return std::any_of(x.document.values.begin(), x.document.values.end(), [&](const Value& v) {
    if (v.kind == ValueKind::Time || v.tokens.end != time.tokens.begin || v.tokens.begin == 0) return false;
    const std::string& before = x.tree.token(v.tokens.begin - 1).lemma;
    return before == "from" || before == "than";
  });
}

void add_times(const Context& x, std::uint32_t predicate, PartOfSpeech pos, Claim& claim) {
  const Span sentence = x.document.sentences[x.document.sentence_of(predicate)].tokens;
  const std::uint32_t clause = clause_of(x, predicate);
  // A title, an appositive or a possessor says something that holds beyond the clause it stands in.
  const bool own_clause = clause == predicate || pos == PartOfSpeech::Verb;
  std::int32_t best = -1;
  unsigned nearest = 100;
  for (std::size_t i = 0; i < x.document.values.size(); ++i) {
    const Value& value = x.document.values[i];
    if (value.kind != ValueKind::Time || !sentence.contains(value.tokens)) continue;
    const std::uint32_t head = head_of(x, value.tokens);
    const std::int32_t up = x.tree.head(head);
    bool belongs = up != kNoToken && static_cast<std::uint32_t>(up) == predicate;
    if (!belongs && x.tree.dominates(predicate, head) && clause_of(x, head) == clause) belongs = true;
    if (!belongs && own_clause) {
      std::uint32_t c = clause_of(x, head);
      if (c == head && up != kNoToken) c = clause_of(x, static_cast<std::uint32_t>(up));
      std::uint32_t mine = clause;
      belongs = c == mine;
      // *plans to sell X in 2025*, and *began selling X in 2019*: what governs the predicate
      for (int steps = 0; !belongs && steps < 3 && x.tree.is(mine, "xcomp") && x.tree.head(mine) != kNoToken; ++steps) {
        mine = static_cast<std::uint32_t>(x.tree.head(mine));
        belongs = c == mine && head > predicate;
      }
    }
    const std::string preposition = x.tree.preposition(head);  // *from last year*, *last year's 3%* are comparisons
    if (!belongs || preposition == "from" || preposition == "than" || x.tree.is(head, "nmod:poss") ||
        is_of_comparison(x, value))
      continue;
    const std::uint32_t from = claim.object.kind == Argument::Kind::Value ? claim.object.tokens.begin : predicate;
    const unsigned distance = x.tree.distance(from, head);
    if (distance >= nearest) continue;
    nearest = distance;
    best = static_cast<std::int32_t>(i);
  }
  if (best >= 0) claim.qualifiers.push_back({tw("time"), value_end(x, best, 0).argument});
}

void add_roles(const Context& x, std::uint32_t predicate, PartOfSpeech pos, const Sense& sense,
               const std::vector<Filler>& fillers, const std::vector<std::uint32_t>& used, Claim& claim) {
  for (const Sense::Role& role : sense.roles) {
    if (is_time(role.property)) continue;  // every clause's times are added anyway
    const OntologyProperty* property = x.ontology.find_property(role.property);
    bool done = false;
    for (const SyntacticArgument& argument : role.arguments) {
      if (done) break;
      if (is_tw(role.property, "quantity")) {
        if (claim.object.kind == Argument::Kind::Value) break;
        if (const auto value = value_filler(x, predicate, pos, fillers, argument, nullptr)) {
          claim.qualifiers.push_back({role.property, value->argument});
          done = true;
        }
        continue;
      }
      for (const Filler& f : fillers) {
        if (done) break;
        if (f.function != argument.function || f.marker != argument.marker) continue;
        if (argument.function == Function::Self && is_tw(role.property, "role")) {
          if (claim.object.kind == Argument::Kind::Iri && claim.object.tokens.begin == predicate)
            continue;  // is the object
          claim.qualifiers.push_back(
              {role.property,
               {Argument::Kind::Text, 0, {}, post_wording(x, predicate, used), {predicate, predicate + 1}}});
          done = true;
          continue;
        }
        if (std::find(used.begin(), used.end(), f.token) != used.end()) continue;
        if (x.resolver.value_at(f.token) >= 0 &&
            x.document.values[static_cast<std::size_t>(x.resolver.value_at(f.token))].kind == ValueKind::Time)
          continue;
        if (is_tw(role.property, "content")) {
          if (f.cost > 1 || f.function == Function::Object) continue;  // an object's words only ever stand for it
          if (f.function == Function::Ccomp && f.cost > 0) continue;   // *..., says X*
          Argument content = content_argument(x, f.token, f.token);
          if (content == claim.object) continue;
          claim.qualifiers.push_back({role.property, std::move(content)});
          done = true;
          continue;
        }
        if (is_wording(role.property)) {
          if (f.cost > 1 || (is_tw(role.property, "purpose") && is_time_noun(x, f.token))) continue;
          claim.qualifiers.push_back(
              {role.property, {Argument::Kind::Text, 0, {}, wording(x, f.token), x.tree.phrase(f.token, true)}});
          done = true;
          continue;
        }
        static const std::vector<std::string> anything;
        for (const Alternatives& conjunct : x.resolver.ends(f.token)) {
          for (const End& end : conjunct) {
            if (!x.resolver.fits(end, property != nullptr ? property->range : anything)) continue;
            if (end.argument == claim.subject || end.argument == claim.object) continue;
            claim.qualifiers.push_back({role.property, end.argument});
            done = true;
            break;
          }
        }
      }
    }
  }
}

void normalize_qualifiers(Claim& claim) {
  const auto key = [](const Qualifier& q) {
    return std::tuple(std::string_view(q.property), q.filler.kind, q.filler.index, std::string_view(q.filler.iri),
                      std::string_view(q.filler.text), q.filler.tokens);
  };
  std::sort(claim.qualifiers.begin(), claim.qualifiers.end(),
            [&](const Qualifier& a, const Qualifier& b) { return key(a) < key(b); });
  claim.qualifiers.erase(std::unique(claim.qualifiers.begin(), claim.qualifiers.end()), claim.qualifiers.end());
}

}  // namespace triplewright::extract
