#include "nlp/values/amounts.h"

#include <algorithm>

#include "nlp/values/number.h"
#include "nlp/values/ordinals.h"

namespace triplewright::nlp::values {
namespace {

struct WholeAmount {
  int count = 0;
  TimeUnit unit = TimeUnit::None;
};

// Whole units: half a year is six months, half a day none.
std::optional<WholeAmount> whole_units(const TimeAmount& a) {
  if (const std::optional<std::int64_t> n = a.count.integer()) {
    if (*n > 20000 || *n < -20000) return std::nullopt;
    return WholeAmount{static_cast<int>(*n), a.unit};
  }
  const int finer = a.unit == TimeUnit::Year ? 12 : a.unit == TimeUnit::Decade ? 10 : a.unit == TimeUnit::Week ? 7 : 0;
  if (finer == 0) return std::nullopt;
  const std::optional<Decimal> product = a.count.times(Decimal(finer));
  const std::optional<std::int64_t> n = product ? product->integer() : std::nullopt;
  if (!n) return std::nullopt;
  return WholeAmount{static_cast<int>(*n), a.unit == TimeUnit::Year     ? TimeUnit::Month
                                           : a.unit == TimeUnit::Decade ? TimeUnit::Year
                                                                        : TimeUnit::Day};
}

std::optional<TimeAmount> unit_after(const Context& c, std::size_t i) {
  TimeAmount a;
  std::size_t j = i;
  if (c.any(j, {"business", "working", "trading"}) && c.unit(j + 1) == TimeUnit::Day) {
    a.unit = TimeUnit::BusinessDay;
    a.end = j + 2;
    return a;
  }
  j = c.skip(j, {"calendar", "full", "whole", "straight", "consecutive", "fiscal", "more", "additional"});
  if (c.unit(j) == TimeUnit::None || c.any(j, {"sec", "min"})) {
    // "3-min", "20 min"
    if (!c.any(j, {"sec", "min"})) return std::nullopt;
  }
  a.unit = c.unit(j);
  a.end = j + 1;
  if (c.is(j + 1, ".") && c.any(j, {"hr", "hrs", "yr", "yrs", "min", "sec"}) && c.get(j + 2) != nullptr) a.end = j + 2;
  return a;
}

// "and a half", "and a quarter" after a unit.
void add_part(const Context& c, TimeAmount& a) {
  if (!c.is(a.end, "and")) return;
  const std::size_t j = c.skip(a.end + 1, {"a", "one"});
  const WordInfo* w = c.word(j);
  if (w == nullptr || (w->denominator != 2 && w->denominator != 4) || w->plural_denominator) return;
  if (w->denominator == 4 && j == a.end + 1) return;
  const std::optional<Decimal> sum = a.count.plus(Decimal(1).over(w->denominator));
  if (!sum) return;
  a.count = *sum;
  a.end = j + 1;
}

}  // namespace

std::optional<TimeAmount> time_amount_at(const Context& c, std::size_t i) {
  if (i >= c.size()) return std::nullopt;
  const auto with = [&](std::size_t j, Decimal count) {
    std::optional<TimeAmount> a = unit_after(c, j);
    if (a) {
      a->count = count;
      add_part(c, *a);
    }
    return a;
  };
  // "all day", "full week": one whole unit
  if (c.any(i, {"all", "full"})) {
    const std::size_t j = c.is(i, "all") ? c.skip(i + 1, {"-"}) : i + 1;
    if (c.unit(j) >= TimeUnit::Day && c.unit(j) != TimeUnit::Quarter && !c.word(j)->plural_unit) {
      TimeAmount a{Decimal(1), c.unit(j), false, false, true, j != i + 1, j + 1};
      return a;
    }
    return std::nullopt;
  }
  const bool article = c.any(i, {"a", "an", "the"});
  const std::size_t vague = article ? i + 1 : i;
  if (c.any(vague, {"few", "several"}) || (vague == i && c.is(i, "some"))) {
    if (c.word(vague + 1) != nullptr && c.word(vague + 1)->plural_unit) {
      std::optional<TimeAmount> a = with(vague + 1, Decimal(3));
      if (a) a->about = true;
      return a;
    }
    return std::nullopt;
  }
  if (c.is(vague, "couple") && !c.is(i, "the")) {
    std::optional<TimeAmount> a = with(c.skip(vague + 1, {"of"}), Decimal(2));
    if (a) a->about = true;
    return a;
  }
  // "half a year", "half year", "half-hour", "a half hour"
  if (c.is(i, "half") || (c.is(i, "a") && c.is(i + 1, "half"))) {
    std::size_t j = c.is(i, "half") ? i + 1 : i + 2;
    const std::size_t after = c.skip(c.skip(j, {"-"}), {"a", "an"});
    if (c.unit(after) >= TimeUnit::Minute && !c.is(after, "quarter")) {
      return with(after, Decimal(1).over(2));
    }
  }
  if (c.any(i, {"a", "an"})) {
    if (c.unit(i + 1) == TimeUnit::None || c.word(i + 1)->plural_unit || c.unit(i + 1) == TimeUnit::Second) {
      const std::optional<Number> n = number_at(c.atoms, i);
      return n && !n->fraction && !n->vague ? with(n->end, n->value) : std::nullopt;
    }
    std::optional<TimeAmount> a = with(i + 1, Decimal(1));
    if (a) a->article = a->count == Decimal(1);
    return a;
  }
  const std::optional<Number> n = number_at(c.atoms, i);
  if (!n || n->vague) {
    // "twenty and four hours"
    return std::nullopt;
  }
  const bool hyphen = c.is(n->end, "-") && c.glued(n->end) && c.glued(n->end + 1);
  // "24h"
  if (c.is(n->end, "h") && c.glued(n->end))
    return TimeAmount{n->value, TimeUnit::Hour, false, false, false, false, n->end + 1};
  std::size_t j = hyphen ? n->end + 1 : n->end;
  Decimal count = n->value;
  const std::optional<SmallNumber> more = c.is(n->end, "and") && n->value < Decimal(100) && !n->digits
                                              ? small_cardinal_at(c.atoms, n->end + 1)
                                              : std::nullopt;
  if (more && more->value < 10 && c.unit(more->end) != TimeUnit::None) {
    count = *count.plus(Decimal(more->value));
    j = more->end;
  }
  std::optional<TimeAmount> a = with(j, count);
  // "one second" but not "the 5 second quarter ..."; "three quarters" the fraction is read by number_at
  if (a) a->hyphen = hyphen;
  if (a && n->fraction && a->unit != TimeUnit::None && n->end == j && a->count < Decimal(1) && !n->digits &&
      !c.word(n->end - 1)->fraction.empty()) {
    return a;
  }
  return a;
}

std::vector<TimeAmount> time_amounts_at(const Context& c, std::size_t i) {
  std::vector<TimeAmount> all;
  std::optional<TimeAmount> a = time_amount_at(c, i);
  while (a && all.size() < 4) {
    const bool repeated = std::any_of(all.begin(), all.end(), [&](const TimeAmount& x) { return x.unit == a->unit; });
    if (repeated) break;
    all.push_back(*a);
    if (a->about || a->hyphen || a->article) break;
    std::size_t j = c.skip(c.skip(a->end, {","}), {"and"});
    if (!c.number(j) && (c.word(j) == nullptr || c.word(j)->cardinal < 0)) break;
    a = time_amount_at(c, j);
  }
  return all;
}

std::optional<Days> moved(Days day, const std::vector<TimeAmount>& amounts, bool back) {
  // Years before months before days, whatever the order of the words.
  for (const TimeUnit unit :
       {TimeUnit::Century, TimeUnit::Decade, TimeUnit::Year, TimeUnit::Quarter, TimeUnit::Month, TimeUnit::Fortnight,
        TimeUnit::Week, TimeUnit::Weekend, TimeUnit::BusinessDay, TimeUnit::Day}) {
    for (const TimeAmount& a : amounts) {
      const std::optional<WholeAmount> n = whole_units(a);
      if (!n || a.unit < TimeUnit::Day) return std::nullopt;
      if (n->unit == unit) day = add(day, unit, back ? -n->count : n->count);
    }
  }
  return day;
}

std::optional<Period> moved_period(Days day, const std::vector<TimeAmount>& amounts, bool back) {
  const std::optional<Days> to = moved(day, amounts, back);
  if (!to) return std::nullopt;
  TimeUnit finest = TimeUnit::Century;
  for (const TimeAmount& a : amounts) finest = std::min(finest, whole_units(a)->unit);
  return shifted(*to, finest, 0);
}

}  // namespace triplewright::nlp::values
