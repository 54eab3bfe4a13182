#include "nlp/values/quantities.h"

#include "nlp/values/bounds.h"
#include "nlp/values/number.h"
#include "nlp/values/operand.h"
#include "nlp/values/ordinals.h"
#include "nlp/values/units.h"

namespace triplewright::nlp::values {
namespace {

// Whether bare digits at `i` belong to a name: "Mate 60", "Boeing 737", "Section 232", "A350-1000", "HBM3", "910C".
bool part_of_name(const Context& c, std::size_t i, std::size_t end) {
  const Atom& a = c.atoms[i];
  const auto letter = [&](std::size_t k) { return k < c.size() && c.atoms[k].kind == AtomKind::Word; };
  // glued to letters on either side
  if (i > 0 && a.glued && letter(i - 1)) return true;
  if (letter(end) && c.glued(end) && end > i) return true;
  if (i > 1 && a.glued && c.any(i - 1, {"-", "/", ".", "_", "&", "="}) && c.atoms[i - 1].glued &&
      c.atoms[i - 2].kind != AtomKind::Symbol) {
    const bool prefix = c.any(i - 2, {"mid", "near", "pre", "post", "non", "about", "under", "over", "sub", "top"});
    if (!prefix) return true;
  }
  if (c.is(end, "-") && c.glued(end) && letter(end + 1) && c.glued(end + 1) && c.atoms[end + 1].capital) return true;
  if (i == 0) return false;
  if (c.is(i - 1, "the") && letter(end) && c.atoms[end].capital &&
      (c.atoms[end].upos == Upos::X || c.atoms[end].upos == Upos::PROPN))
    return true;
  if (c.any(i - 1, {"#", "§", "no", "nos", "@"}) ||
      (c.is(i - 1, ".") && c.any(i - 2, {"no", "nos", "vol", "art", "sec", "p", "pp"})))
    return true;
  const Atom& before = c.atoms[i - 1];
  if (before.kind != AtomKind::Word || a.glued) return false;
  if (c.any(i - 1,
            {"section", "article",    "chapter", "version",  "page",    "figure", "table", "phase",   "rule",   "title",
             "type",    "model",      "level",   "line",     "gate",    "room",   "route", "highway", "flight", "step",
             "part",    "generation", "group",   "class",    "fortune", "nikkei", "stoxx", "ftse",    "kospi",  "csi",
             "sp",      "chapter",    "tier",    "category", "series",  "grade",  "day"})) {
    return true;
  }
  if (!before.capital || a.grouped || a.text.find('.') != std::string::npos) return false;
  if (before.word != nullptr && (before.word->month != 0 || before.word->weekday >= 0 || before.word->cardinal >= 0))
    return false;
  if (before.upos != Upos::X) return before.upos == Upos::PROPN || (before.upos == Upos::NOUN && i > 1);
  return i > 1 && a.text.size() <= 4;
}

// Ratios, scores, versions, addresses and dates that no grammar took: "4:3", "1.2.3", "555-0100", "http://...".
std::size_t noise(const Context& c, std::size_t i) {
  if ((c.any(i, {"http", "https", "www"})) && c.any(i + 1, {":", "."})) {
    std::size_t j = i + 1;
    while (j < c.size() && c.atoms[j].glued) ++j;
    return j;
  }
  if (!c.number(i)) return i;
  std::size_t j = i + 1, parts = 1;
  bool dashes = false;
  while (c.any(j, {":", ".", "-", "/"}) && c.glued(j) && c.glued(j + 1) && c.number(j + 1)) {
    dashes = dashes || !c.is(j, ":");
    j += 2;
    ++parts;
  }
  if (parts >= 3 || (parts == 2 && !c.is(i + 1, "-") && !c.is(i + 1, "/"))) return j;
  return i;
}

void set_number(Value& v, const Operand& o, Bound bound) {
  const std::string n = o.number.value.lexical();
  v.bound = bound;
  if (o.number.vague) {
    v.bound = bound == Bound::Exact ? Bound::AtLeast : bound;
    v.min = n;
    return;
  }
  if (o.kind == ValueKind::Duration && o.number.article && bound == Bound::Exact) v.bound = bound = Bound::About;
  switch (bound) {
    case Bound::Exact:
    case Bound::About:
    case Bound::Between:
      v.number = n;
      break;
    case Bound::AtLeast:
    case Bound::MoreThan:
      v.min = n;
      break;
    case Bound::AtMost:
    case Bound::LessThan:
      v.max = n;
      break;
  }
}

// "3 to 6 months", "$5-10 million", "8 or 9", "between 70 and 75".
std::optional<Operand> range_second(const Context& c, Operand& first, bool between, bool from) {
  std::size_t j = first.end;
  const bool dash = c.is(j, "-") && !(c.glued(j + 1) && !c.number(j + 1) && !currency_before(c, j + 1));
  const bool or_ = c.is(j, "or") && !first.number.digits && first.number.value < Decimal(20);
  if (!dash && !or_ && !(c.is(j, "to") && !from) && !(between && c.is(j, "and"))) return std::nullopt;
  std::optional<Operand> second = operand_at(c, j + 1);
  if (!second || second->number.vague || first.number.vague) return std::nullopt;
  if (second->number.article && second->kind == ValueKind::Number) return std::nullopt;
  const bool same = first.kind == second->kind && first.unit == second->unit && first.currency == second->currency;
  const bool plain_first = first.kind == ValueKind::Number;
  // "fell in 2025 to 32 billion"
  const std::optional<std::int64_t> whole = first.number.value.integer();
  if (plain_first && first.number.bare && whole && *whole > 1800 && *whole < 2200 &&
      (!dash || second->kind != ValueKind::Number))
    return std::nullopt;
  const bool signed_first = first.money_sign && second->kind == ValueKind::Number;
  const bool bare_dash = dash && plain_first && second->kind == ValueKind::Number;
  if (!same && !plain_first && !signed_first) return std::nullopt;
  if (or_ && second->kind == ValueKind::Money) return std::nullopt;
  if (!same && plain_first && first.number.fraction) return std::nullopt;
  // the scale of the second holds for the first: "5 to 10 million", and "2.5-3bn"
  if (second->number.scaled && !first.number.scaled && first.number.value < Decimal(1000) &&
      (plain_first || signed_first || same)) {
    const Number unscaled = *number_at(c.atoms, c.skip(j + 1, {"$", "€", "£", "¥"}), true);
    const std::string text = unscaled.value.lexical();
    for (const int power : {12, 9, 6, 3}) {
      if (unscaled.value.scaled(-power) < Decimal(1)) continue;
      const Decimal scaled = first.number.value.scaled(power);
      if (scaled < second->number.value) first.number.value = scaled;
      break;
    }
  }
  if (second->number.value < first.number.value) return std::nullopt;
  if (c.is(j, "to") && plain_first && second->kind == ValueKind::Number && first.number.value == second->number.value)
    return std::nullopt;
  // "2-1" is a score
  if (bare_dash && first.number.value < Decimal(10) && second->number.value < Decimal(10) && first.number.digits &&
      c.glued(j)) {
    std::size_t end = 0;
    if (counted_noun(c, second->end, end).empty()) return std::nullopt;
  }
  if (second->kind == ValueKind::Number && signed_first) {
    second->kind = first.kind;
    second->currency = first.currency;
  }
  return second;
}

std::optional<QuantityMatch> ordinal(const Context& c, std::size_t i) {
  const std::optional<SmallNumber> o = ordinal_at(c.atoms, i);
  if (!o) return std::nullopt;
  const Atom& a = c.atoms[i];
  const bool digits = a.kind == AtomKind::Number;
  if (!digits && i > 0 && a.upos != Upos::X && a.upos != Upos::ADJ && a.upos != Upos::NUM) return std::nullopt;
  if (!digits && a.text == "second" && a.upos == Upos::X && i > 0 &&
      !c.any(i - 1, {"the", "a", "its", "their", "s", "his", "her", "finished"}))
    return std::nullopt;
  QuantityMatch m;
  m.begin = m.core_begin = i;
  m.end = m.core_end = o->end;
  m.value.kind = ValueKind::Ordinal;
  m.value.number = Decimal(o->value).lexical();
  return m;
}

bool is_pronoun_one(const Context& c, std::size_t i, const Operand& o) {
  if (!c.is(i, "one") || o.end != i + 1 || o.kind != ValueKind::Number) return false;
  std::size_t end = 0;
  if (c.atoms[i].upos == Upos::PRON || c.any(i + 1, {"must", "should", "would", "could", "might", "may", "has"}))
    return true;
  if (i > 0 && c.any(i - 1, {"the", "that", "this", "which", "no", "any", "every", "each", "another", "last", "next",
                             "some", "previous", "first", "only", "good"}))
    return true;
  if (c.any(i + 1, {"of", "another", "day", "'", "such", "that", "who", "which", "is", "can", "you"})) return true;
  return i > 0 && counted_noun(c, o.end, end).empty();
}

// "at least 20 but no more than 30", "greater than 100 and smaller than 300": two bounds of one number.
void other_side(const Context& c, QuantityMatch& m) {
  Value& v = m.value;
  const bool low = !v.min.empty() && v.max.empty(), high = v.min.empty() && !v.max.empty();
  if ((!low && !high) || !c.any(m.end, {"and", "but", ","})) return;
  const std::optional<BoundPhrase> bound = bound_before(c, m.end + 1);
  if (!bound) return;
  const bool upper = bound->bound == Bound::AtMost || bound->bound == Bound::LessThan;
  const bool lower = bound->bound == Bound::AtLeast || bound->bound == Bound::MoreThan;
  if (!(low && upper) && !(high && lower)) return;
  const std::optional<Operand> o = operand_at(c, bound->end);
  if (!o || o->kind != v.kind || o->unit != v.unit || o->currency != v.currency || o->number.vague) return;
  const std::optional<Decimal> first = Decimal::parse(low ? v.min : v.max);
  if (!first || (low ? !(*first < o->number.value) : !(o->number.value < *first))) return;
  (low ? v.max : v.min) = o->number.value.lexical();
  v.bound = Bound::Between;
  m.core_begin = m.begin;
  m.core_end = m.end = o->end;
}

}  // namespace

std::optional<QuantityMatch> quantity_at(const Context& c, std::size_t i) {
  QuantityMatch m;
  if (const std::size_t after = noise(c, i); after != i) {
    m.begin = i;
    m.end = after;
    m.nothing = true;
    return m;
  }
  const bool between = c.is(i, "between");
  const bool from = i > 0 && c.is(i - 1, "from");
  std::optional<BoundPhrase> bound;
  if (!between) bound = bound_before(c, i);
  std::size_t start = between ? i + 1 : bound ? bound->end : i;
  std::optional<Operand> first = operand_at(c, start);
  if (!first && c.is(i, "some")) {  // "some days"
    first = operand_at(c, i);
    if (first) start = i;
    if (first) bound.reset();
  }
  if (!first) first = unit_at(c, start, bound.has_value());
  if (!first && bound && bound->weak) return std::nullopt;
  if (!first) return bound ? std::nullopt : ordinal(c, i);
  const Number& n = first->number;
  if (n.digits || first->kind == ValueKind::Duration || !bound) {
    if (std::optional<QuantityMatch> o = ordinal(c, start);
        o && o->end > first->end - (first->kind == ValueKind::Number ? 0 : 1)) {
      if (bound || o->end > first->end || c.atoms[start].kind == AtomKind::Number) return bound ? std::nullopt : o;
    }
  }
  const bool bare = n.bare && first->kind == ValueKind::Number;
  const bool stuck =
      c.number(start) && start > 0 && c.glued(start) && c.atoms[start - 1].kind == AtomKind::Word && !bound;
  if (stuck || (bare && c.number(start) && part_of_name(c, start, n.end))) {
    m.begin = i;
    m.end = n.end;
    while (c.glued(m.end) && (c.atoms[m.end].kind != AtomKind::Symbol || c.joint(m.end))) ++m.end;
    m.nothing = true;
    return m;
  }
  std::optional<Operand> second = range_second(c, *first, between, from);
  if (!second && is_pronoun_one(c, start, *first) && !bound) {
    m.begin = i;
    m.end = start + 1;
    m.nothing = true;
    return m;
  }
  if (between && !second) return std::nullopt;
  const Operand& last = second ? *second : *first;
  m.begin = i;
  m.core_begin = start;
  m.core_end = m.end = last.end;
  Value& v = m.value;
  v.kind = last.kind;
  v.unit = last.unit;
  v.currency = last.currency;
  if (second) {
    v.bound = Bound::Between;
    v.min = first->number.value.lexical();
    v.max = second->number.value.lexical();
    if (bound && bound->bound == Bound::AtMost) v.bound = Bound::AtMost;
    if (between) m.core_begin = i;
  } else {
    Bound b = bound ? bound->bound : Bound::Exact;
    if (const std::optional<BoundPhrase> after = bound_after(c, m.end)) {
      m.end = after->end;
      if (b == Bound::Exact || b == Bound::About) b = after->bound;
    }
    set_number(v, *first, b);
    other_side(c, m);
  }
  if (v.kind == ValueKind::Number && !n.fraction) {
    std::size_t noun_end = m.end;
    v.unit = counted_noun(c, m.end, noun_end, n.vague);
    if (!v.unit.empty()) {
      v.kind = ValueKind::Quantity;
      // the noun is a mention of its own; a rate may follow it
      std::size_t rate_end = 0;
      v.per = rate_after(c, noun_end, rate_end);
      return m;
    }
  }
  std::size_t rate_end = m.end;
  std::string per = rate_after(c, m.end, rate_end);
  if (!per.empty() && v.kind != ValueKind::Duration) {
    v.per = per;
    m.end = rate_end;
  } else if (!per.empty() && v.per.empty() && c.any(m.end, {"a", "an", "per", "each"})) {
    v.per = per;
    m.end = rate_end;
  }
  return m;
}

}  // namespace triplewright::nlp::values
