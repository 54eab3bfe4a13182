#include "extract/amounts.h"

#include <algorithm>

#include "extract/vocabulary.h"
#include "text/marks.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

constexpr std::string_view kMoney = "http://schema.org/MonetaryAmount";
constexpr std::string_view kMoneyHttps = "https://schema.org/MonetaryAmount";

constexpr std::string_view kDate = "http://schema.org/Date";

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
  return text::has_mark(x.ontology, text::lower(x.tree.token(t).lemma), pos, "Decrease");
}

/// True when a word between the value and the predicate, or beside the value, says that it went down.
bool goes_down(const Context& x, std::uint32_t predicate, std::uint32_t value_head) {
  if (is_decrease(x, predicate)) return true;
  const std::int32_t value = x.resolver.value_at(value_head);
  const std::uint32_t begin = value < 0 ? value_head : x.document.values[static_cast<std::size_t>(value)].tokens.begin;
  if (begin > 0 && is_decrease(x, begin - 1)) return true;
  if (value >= 0) {  // *closed 2 percent lower*
    const std::uint32_t after = x.document.values[static_cast<std::size_t>(value)].tokens.end;
    if (after < x.document.tokens.size() && x.tree.token(after).xpos == "JJR" &&
        text::has_mark(x.ontology, text::lower(x.document.form(after)), PartOfSpeech::Adjective, "Decrease"))
      return true;
  }
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

/// *lift revenue by $300 million*, *the population fell by 2 million* say nothing of its level; *cut its staff by 300*
/// says how many are cut.
bool is_step(const Context& x, const Value& value, PartOfSpeech pos) {
  const bool counts =
      pos == PartOfSpeech::Noun && (value.kind == ValueKind::Number || value.kind == ValueKind::Quantity);
  return (value.kind == ValueKind::Money || counts) && value.tokens.begin > 0 &&
         x.tree.token(value.tokens.begin - 1).lemma == "by";
}

bool is_duration(const Context& x, std::uint32_t t) {
  const std::int32_t v = x.resolver.value_at(t);
  return v >= 0 && x.document.values[static_cast<std::size_t>(v)].kind == ValueKind::Duration;
}

/// *imports of steel fell 20%*: how the noun's amount changed, not how much was imported.
bool is_outer_change(const Context& x, std::uint32_t predicate, PartOfSpeech pos, std::uint32_t t) {
  const std::int32_t v = x.resolver.value_at(t);
  return pos == PartOfSpeech::Noun && v >= 0 &&
         x.document.values[static_cast<std::size_t>(v)].kind == ValueKind::Percent && !x.tree.dominates(predicate, t);
}

/// *according to three firms*
bool is_of_source(const Context& x, std::uint32_t predicate, std::uint32_t token) {
  for (std::int32_t at = static_cast<std::int32_t>(token); at != kNoToken && at != static_cast<std::int32_t>(predicate);
       at = x.tree.head(static_cast<std::uint32_t>(at))) {
    if (x.tree.preposition(static_cast<std::uint32_t>(at)).starts_with("according")) return true;
  }
  return false;
}

/// *sales of 5 billion, up from a forecast of 4 billion*: what it is compared with.
bool is_of_comparison(const Context& x, std::uint32_t predicate, std::uint32_t token) {
  for (std::int32_t at = static_cast<std::int32_t>(token); at != kNoToken && at != static_cast<std::int32_t>(predicate);
       at = x.tree.head(static_cast<std::uint32_t>(at))) {
    const std::int32_t from = x.tree.child(static_cast<std::uint32_t>(at), "case");
    if (from <= 0) continue;
    const auto preposition = static_cast<std::uint32_t>(from);
    const std::string& before = x.tree.token(preposition - 1).lemma;
    if (x.tree.token(preposition).lemma == "from" && (before == "up" || before == "down")) return true;
  }
  return false;
}

/// *adds $300 million to revenue*, *cash flow before customer financing of 5 billion*: the figure is what the verb
/// brings, or another's that the noun only narrows down.
bool is_of_other(const Context& x, std::uint32_t noun, std::uint32_t token) {
  const std::int32_t v = x.resolver.value_at(token);
  if (v < 0) return false;
  const std::uint32_t value = x.tree.first_head_of(x.document.values[static_cast<std::size_t>(v)].tokens);
  const std::string preposition = x.tree.preposition(noun);
  const std::int32_t up = x.tree.head(noun);
  if (preposition == "to") return up != kNoToken && x.tree.is(value, "obj") && x.tree.head(value) == up && value < noun;
  const bool narrows = preposition == "before" || preposition == "excluding" || preposition == "including";
  return narrows && x.tree.dominates(noun, value) && x.tree.is(noun, "nmod");
}

/// *closed at $25*, *fell to $20*: where it is, not how far it went.
bool is_reached(const Context& x, const Value& value) {
  if (value.tokens.begin == 0) return false;
  const std::string preposition = x.tree.preposition(x.tree.first_head_of(value.tokens));
  return preposition == "at" || preposition == "to";
}

}  // namespace

bool takes_date(const OntologyProperty& property) {
  return std::find(property.range.begin(), property.range.end(), kDate) != property.range.end();
}

bool takes_money(const OntologyProperty& property) {
  return std::any_of(property.range.begin(), property.range.end(),
                     [](const std::string& range) { return range == kMoney || range == kMoneyHttps; });
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

std::optional<End> value_filler(const Context& x, std::uint32_t predicate, PartOfSpeech pos,
                                const std::vector<Filler>& fillers, const SyntacticArgument& argument,
                                const OntologyProperty* property) {
  const bool of_change = property != nullptr && !is_level(property) && property->takes_value;
  const auto usable = [&](std::uint32_t t) -> std::int32_t {
    const std::int32_t v = x.resolver.value_at(t);
    if (v < 0) return -1;
    const Value& value = x.document.values[static_cast<std::size_t>(v)];
    // *inflation fell to 2%*: no change but a rate
    const bool rate =
        value.kind == ValueKind::Percent && pos == PartOfSpeech::Verb && argument.function == Function::Value;
    if (of_change && (value.kind == ValueKind::Money || rate) && is_reached(x, value)) return -1;
    return kind_fits(property, value) && !is_difference(x, value) && !(is_level(property) && is_step(x, value, pos))
               ? v
               : -1;
  };
  const auto make = [&](std::int32_t v, int cost) {
    End end = value_end(x, v, cost);
    const std::uint32_t head = x.tree.first_head_of(end.argument.tokens);
    const bool loss = pos == PartOfSpeech::Noun && is_level(property) && is_decrease(x, predicate);
    // *halved the tariff to 10%*: what is reached is no change
    const std::string preposition = x.tree.preposition(head);
    const bool reached = preposition == "to" || preposition == "at";
    if (loss || (of_change && !reached && goes_down(x, predicate, head))) end.argument.text = "-";
    return end;
  };
  if (argument.function == Function::Value) {
    for (const Filler& f : x.grammar.near(predicate, pos)) {
      if (f.marker == "from" || f.marker == "than") continue;  // *rose from 3 to 5*, *more than last year's 5*
      if (is_of_source(x, predicate, f.token) || is_of_comparison(x, predicate, f.token)) continue;
      if (pos == PartOfSpeech::Noun && is_of_other(x, predicate, f.token)) continue;
      if (property == nullptr && (is_duration(x, f.token) || is_outer_change(x, predicate, pos, f.token))) continue;
      if (const std::int32_t v = usable(f.token); v >= 0) return make(v, f.cost / 2);
    }
    return std::nullopt;
  }
  for (const Filler& f : fillers) {
    if (f.function != argument.function || f.marker != argument.marker) continue;
    if (pos == PartOfSpeech::Noun && is_of_other(x, predicate, f.token)) continue;
    if (const std::int32_t v = usable(f.token); v >= 0) return make(v, f.cost);
    if (argument.function != Function::Object) continue;
    for (const std::uint32_t c : x.tree.children(f.token)) {
      if (!x.tree.is(c, "nummod") && !x.tree.is(c, "compound")) continue;
      if (const std::int32_t v = usable(c); v >= 0) return make(v, f.cost);
    }
  }
  if (pos == PartOfSpeech::Noun && (argument.marker == "at" || argument.marker == "to")) {  // *shares closed at 5*
    for (const Filler& f : x.grammar.near(predicate, pos)) {
      if (f.marker != argument.marker) continue;
      if (const std::int32_t v = usable(f.token); v >= 0) return make(v, f.cost / 2);
    }
  }
  return std::nullopt;
}

namespace {

/// *the Final Four*: a number word with a capital within a sentence.
bool is_part_of_title(const Context& x, std::uint32_t t) {
  const Sentence& sentence = x.document.sentences[x.document.sentence_of(t)];
  const std::string_view form = x.document.form(t);
  return t > sentence.tokens.begin && !sentence.title_case && form.front() >= 'A' && form.front() <= 'Z';
}

}  // namespace

Argument quantity_of(const Context& x, std::uint32_t noun) {
  const auto quantity = [&](std::uint32_t t) -> std::int32_t {
    const std::int32_t v = x.resolver.value_at(t);
    if (v < 0 || is_part_of_title(x, t)) return -1;
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

}  // namespace triplewright::extract
