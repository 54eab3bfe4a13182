#include "nlp/values/date_ranges.h"

#include "nlp/values/amounts.h"
#include "nlp/values/number.h"
#include "nlp/values/ordinals.h"

namespace triplewright::nlp::values {
namespace {

TimeMatch unresolved(std::size_t begin, std::size_t end) {
  TimeMatch m;
  m.begin = begin;
  m.end = end;
  m.bound = Bound::Between;
  m.resolved = false;
  return m;
}

// One end of a range: a period, a day number or "now".
struct End {
  NamedPeriod period;
  int day = 0;
  std::size_t end = 0;
  int weekday = -1;  ///< of a bare "Friday"
};

std::optional<End> range_end(const Context& c, std::size_t i) {
  if (c.is(i, "now")) {
    End e;
    e.end = i + 1;
    if (c.reference) e.period.period = day_period(*c.reference);
    return e;
  }
  if (const std::optional<NamedPeriod> p = period_at(c, i)) {
    if (!p->bare_year || c.number(i) || i == 0 || !c.any(i - 1, {"to"}))
      return End{*p, 0, p->end, p->end == i + 1 ? weekday_at(c, i) : -1};
  }
  const std::size_t j = c.skip(i, {"the"});
  if (const std::optional<DayNumber> d = day_at(c, j)) return End{{}, d->day, d->end, -1};
  return std::nullopt;
}

std::optional<Period> in_year(const WrittenDate& d, int year) {
  if (d.day == 0) return month_period(year, d.month);
  const std::optional<Days> day = date(year, d.month, d.day);
  return day ? std::optional<Period>(day_period(*day)) : std::nullopt;
}

// Fills each end of a range with what the other gives. False when they do not go together.
bool complete(const Context& c, End& left, End& right) {
  WrittenDate& l = left.period.written;
  WrittenDate& r = right.period.written;
  if (left.day != 0 && right.day != 0) return false;
  if (left.day != 0) {  // "4 to 22 January"
    if (r.month == 0 || r.day == 0) {
      // "from 4 to 22 this month"
      const std::optional<Period>& p = right.period.period;
      if (r.month != 0 || !p || p->precision != Precision::Month) return false;
      return false;
    }
    l = {r.year, r.month, left.day, -1, left.end, false};
    left.period.period = resolve(c, r) ? in_year(l, year_of(resolve(c, r)->first)) : std::nullopt;
    right.period.period = resolve(c, r);
    return true;
  }
  if (right.day != 0) {  // "November 19-20"
    if (l.month == 0 || l.day == 0) return false;
    left.period.period = resolve(c, l);
    if (!left.period.period) return true;
    int year = year_of(left.period.period->first), month = l.month;
    if (right.day < l.day) {
      if (month == 12) ++year;
      month = month % 12 + 1;
    }
    right.period.period = in_year({year, month, right.day, -1, 0, false}, year);
    return right.period.period.has_value();
  }
  // "from next Monday to Friday": the first such day after it
  if (right.period.period && left.period.period && right.weekday >= 0) {
    const Days from = left.period.period->first;
    right.period.period = day_period(from + std::chrono::days{(right.weekday - weekday_of(from) + 7) % 7});
  }
  if (l.month != 0 && l.year == 0) {
    if (r.month != 0 && (r.year != 0 || right.period.period)) {
      const std::optional<Period> to = resolve(c, r);
      if (!to) return true;
      right.period.period = to;
      std::optional<Period> from = in_year(l, year_of(to->first));
      if (from && from->first > to->first) from = in_year(l, year_of(to->first) - 1);
      left.period.period = from;
    }
  } else if (r.month != 0 && r.year == 0 && left.period.period) {
    std::optional<Period> to = in_year(r, year_of(left.period.period->first));
    if (to && to->last < left.period.period->first) to = in_year(r, year_of(left.period.period->first) + 1);
    right.period.period = to;
  }
  return true;
}

}  // namespace

TimeMatch closed_time(std::size_t begin, std::size_t end, const std::optional<Period>& first,
                      const std::optional<Period>& last) {
  TimeMatch m;
  m.begin = begin;
  m.end = end;
  m.resolved = first && last;
  if (m.resolved) {
    m.from = first->begin();
    m.to = last->end();
  }
  return m;
}

bool reads_as_year(const Context& c, std::size_t i, std::size_t end, bool asked) {
  const Atom& a = c.atoms[i];
  // Spelled years ("nineteen ninety nine") need a preposition that years have.
  if (a.kind != AtomKind::Number) {
    return i > 0 && (asked || c.any(i - 1, {"in", "of", "since", "until", "year"}) ||
                     (c.any(i - 1, {"from", "to", "and", "between"}) && !c.is(i + 1, "thousand")));
  }
  const bool strong =
      asked || (i > 0 && c.any(i - 1, {"in", "since", "by", "until", "during", "late", "early", "mid", "till", "fiscal",
                                       "year", "before", "after", "through", "between"}));
  if (a.glued && i > 0 && !c.any(i - 1, {"(", "[", "-", "/", "'", "\"", "“", ","})) return false;
  if (a.glued && i > 1 && c.is(i - 1, "-") && c.atoms[i - 1].glued && c.atoms[i - 2].kind == AtomKind::Word &&
      !c.any(i - 2, {"mid", "pre", "post", "late", "early", "end", "since"})) {
    return false;
  }
  if (c.any(end, {"%", "°", "x", "*"}) || (c.is(end, "-") && c.glued(end) && c.glued(end + 1) && !c.number(end + 1))) {
    return c.is(end, "-") && strong;
  }
  if (const WordInfo* w = c.word(end)) {
    if (w->time_unit != TimeUnit::None && !c.is(end, "second")) return false;
    if (w->scale > 0 || w->dozen || !w->currency.empty() || (!w->measure.empty() && !c.is(end, "foot"))) return false;
  }
  if (c.any(end, {"percent", "points", "basis"}) || (c.is(end, "per") && c.is(end + 1, "cent"))) return false;
  if (i > 0 && !strong) {
    if (c.any(i - 1, {"$", "€", "£", "¥", "#", "no", "nos", "number", "about", "nearly", "almost", "roughly", "some",
                      "over", "than", "least", "+", "."})) {
      return false;
    }
    const Atom& before = c.atoms[i - 1];
    const bool name = before.kind == AtomKind::Word && before.capital && month_at(c, i - 1) == 0 &&
                      (before.upos == Upos::PROPN || (before.upos == Upos::X && i > 1));
    if (name) return false;
  }
  const int year = std::stoi(a.text);
  if (year < 1500 && !strong) return false;
  if (year > 2150) return false;
  const Atom* next = c.get(end);
  const bool counted = next != nullptr && next->kind == AtomKind::Word && !next->capital && looks_plural(next->text) &&
                       (next->upos == Upos::X || next->upos == Upos::NOUN);
  if (!counted) return true;
  // "2025 sales" after "in" or a possessive, against "2000 pieces"
  return strong || (i > 0 && c.any(i - 1, {"s", "of", "the", "its", "their"})) ||
         (year > 1990 && year < 2060 && year % 100 != 0);
}

std::optional<TimeMatch> short_range(const Context& c, std::size_t i) {
  const std::optional<WrittenYear> y = c.number(i) ? year_at(c, i) : std::nullopt;
  if (!y || !c.joint(i + 1) || c.is(i + 1, ".") || !c.number(i + 2) || c.atoms[i + 2].text.size() != 2)
    return std::nullopt;
  if (c.joint(i + 3) || c.is(i + 3, "%")) return std::nullopt;
  const int last = y->year / 100 * 100 + std::stoi(c.atoms[i + 2].text);
  if (last != y->year + 1 && !(c.is(i + 1, "-") && last > y->year && last < y->year + 20)) return std::nullopt;
  TimeMatch m = closed_time(i, i + 3, year_period(y->year), year_period(last));
  m.bound = Bound::Between;
  return m;
}

std::optional<TimeMatch> date_range(const Context& c, std::size_t i, std::size_t begin, bool between) {
  std::optional<End> left = range_end(c, i);
  if (!left) return std::nullopt;
  std::size_t j = left->end;
  const bool and_ = c.is(j, "and");
  const bool joined = c.any(j, {"-", "to", "until", "till", "through", "thru"}) || (between && and_);
  if (!joined) return std::nullopt;
  // "fell 3% in 2024 to 2.5 million": a number after the connector is no end of a range
  j = c.skip(j + 1, {"the"});
  if (c.is(j - 1, "the") && !c.number(j) && ordinal_at(c.atoms, j) == std::nullopt) --j;
  std::optional<End> right = range_end(c, j);
  if (!right) return std::nullopt;
  const bool dates = left->period.written.month != 0 || right->period.written.month != 0 ||
                     (left->period.period && (right->period.period || !c.reference)) || !c.reference;
  if (!dates) return std::nullopt;
  if (left->period.bare_year && right->day != 0) return std::nullopt;
  if (right->period.bare_year && !left->period.period) return std::nullopt;
  if (right->period.bare_year && !between && begin == i && !reads_as_year(c, j, right->end)) return std::nullopt;
  if (left->period.bare_year && begin == i && c.number(i) && !reads_as_year(c, i, left->end) &&
      !right->period.bare_year) {
    return std::nullopt;
  }
  if (left->period.bare_year && begin == i && i > 0 && c.number(i) &&
      (c.any(i - 1, {"$", "€", "£", "¥", "than", "about"}) || c.glued(i))) {
    if (!c.any(i - 1, {"(", "[", "\""})) return std::nullopt;
  }
  if (!complete(c, *left, *right)) return std::nullopt;
  const std::optional<Period>&l = left->period.period, &r = right->period.period;
  if (l && r && l->first > r->last) return std::nullopt;
  TimeMatch m = closed_time(begin, right->end, l, r);
  m.bound = Bound::Between;
  return m;
}

std::optional<TimeMatch> days_of_month(const Context& c, std::size_t i, std::size_t begin) {
  const std::optional<DayNumber> first = day_at(c, c.skip(i, {"the"}));
  if (!first || !c.any(first->end, {"to", "until", "till", "through", "-", "and"})) return std::nullopt;
  const std::optional<DayNumber> last = day_at(c, c.skip(first->end + 1, {"the"}));
  if (!last) return std::nullopt;
  const std::size_t j = c.skip(last->end, {"of"});
  int month = month_at(c, j), year = 0;
  std::size_t end = j + 1;
  if (month != 0) {
    const WrittenDate d{0, month, last->day, -1, 0, false};
    if (const std::optional<NamedPeriod> whole = period_at(c, j); whole && whole->written.year != 0) {
      year = whole->written.year;
      end = whole->end;
    } else if (const std::optional<Period> p = resolve(c, d)) {
      year = year_of(p->first);
    } else {
      return unresolved(begin, end);
    }
  } else if (c.any(j, {"this", "last", "next"}) && c.unit(j + 1) == TimeUnit::Month) {
    const std::optional<NamedPeriod> whole = period_at(c, j);
    end = j + 2;
    if (!whole || !whole->period) return unresolved(begin, end);
    year = year_of(whole->period->first);
    month = month_of(whole->period->first);
  } else {
    return std::nullopt;
  }
  const std::optional<Days> from = date(year, month, first->day), to = date(year, month, last->day);
  if (!from || !to || *from > *to) return std::nullopt;
  TimeMatch m = closed_time(begin, end, day_period(*from), day_period(*to));
  m.bound = Bound::Between;
  return m;
}

}  // namespace triplewright::nlp::values
