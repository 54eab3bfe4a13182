#include "nlp/values/times.h"

#include "nlp/values/amounts.h"
#include "nlp/values/bounds.h"
#include "nlp/values/number.h"

namespace triplewright::nlp::values {
namespace {

TimeMatch closed(std::size_t begin, std::size_t end, const std::optional<Period>& first,
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

TimeMatch unresolved(std::size_t begin, std::size_t end) {
  TimeMatch m;
  m.begin = begin;
  m.end = end;
  m.bound = Bound::Between;
  m.resolved = false;
  return m;
}

TimeMatch point(std::size_t begin, const NamedPeriod& p) {
  TimeMatch m = closed(begin, p.end, p.period, p.period);
  m.nothing = p.impossible;
  if (p.about) m.bound = Bound::About;
  return m;
}

// Whether digits that could be a year are one here.
bool reads_as_year(const Context& c, std::size_t i, std::size_t end, bool asked = false) {
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

// "2024-25", "2024/25".
std::optional<TimeMatch> short_range(const Context& c, std::size_t i) {
  const std::optional<WrittenYear> y = c.number(i) ? year_at(c, i) : std::nullopt;
  if (!y || !c.joint(i + 1) || c.is(i + 1, ".") || !c.number(i + 2) || c.atoms[i + 2].text.size() != 2)
    return std::nullopt;
  if (c.joint(i + 3) || c.is(i + 3, "%")) return std::nullopt;
  const int last = y->year / 100 * 100 + std::stoi(c.atoms[i + 2].text);
  if (last != y->year + 1 && !(c.is(i + 1, "-") && last > y->year && last < y->year + 20)) return std::nullopt;
  TimeMatch m = closed(i, i + 3, year_period(y->year), year_period(last));
  m.bound = Bound::Between;
  return m;
}

std::optional<TimeMatch> range(const Context& c, std::size_t i, std::size_t begin, bool between) {
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
  TimeMatch m = closed(begin, right->end, l, r);
  m.bound = Bound::Between;
  return m;
}

// "4 to 22 this month", "between the 3rd and 12th of next month".
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
  TimeMatch m = closed(begin, end, day_period(*from), day_period(*to));
  m.bound = Bound::Between;
  return m;
}

// "around five years ago", "two weeks from tomorrow", "3 days after January 12th", "a year earlier".
std::optional<TimeMatch> distance(const Context& c, std::size_t i) {
  const std::optional<BoundPhrase> bound = bound_before(c, i);
  const std::size_t start = bound ? bound->end : i;
  const std::vector<TimeAmount> amounts = time_amounts_at(c, start);
  if (amounts.empty() || amounts.back().hyphen) return std::nullopt;
  std::size_t j = amounts.back().end;
  TimeMatch m;
  m.begin = i;
  m.bound = bound ? bound->bound : amounts.front().about ? Bound::About : Bound::Exact;
  std::optional<Period> result;
  if (c.is(j, "ago")) {
    m.end = j + 1;
    if (amounts.front().unit < TimeUnit::Day) {
      if (c.reference) result = day_period(*c.reference);
    } else if (c.reference) {
      result = moved_period(*c.reference, amounts, true);
    }
  } else if (c.is(j, "from") && c.is(j + 1, "now")) {
    m.end = j + 2;
    if (c.reference) result = moved_period(*c.reference, amounts, false);
  } else if (c.any(j, {"earlier", "later"})) {
    if (amounts.front().unit < TimeUnit::Day || c.is(j + 1, "than")) return std::nullopt;
    m.end = j + 1;
  } else if (c.any(j, {"from", "after", "before"})) {
    const std::optional<NamedPeriod> p = period_at(c, c.skip(j + 1, {"the"}));
    if (!p || amounts.front().unit < TimeUnit::Day || (p->bare_year && c.is(j, "from"))) return std::nullopt;
    m.end = p->end;
    if (p->period) {
      const std::optional<Days> to = moved(p->period->first, amounts, c.is(j, "before"));
      if (to) result = day_period(*to);
    }
  } else {
    return std::nullopt;
  }
  m.resolved = result.has_value();
  if (result) {
    m.from = result->begin();
    m.to = result->end();
  }
  return m;
}

// "in two weeks", "within the next six months", "in five years' time".
std::optional<TimeMatch> ahead(const Context& c, std::size_t i) {
  const bool within = c.is(i, "within");
  if (!within && !c.is(i, "in")) return std::nullopt;
  std::size_t start = i + 1;
  if (within) start = c.skip(c.skip(start, {"the"}), {"next", "upcoming", "coming"});
  const std::optional<BoundPhrase> bound = bound_before(c, start);
  const std::vector<TimeAmount> amounts = time_amounts_at(c, bound ? bound->end : start);
  if (amounts.empty() || amounts.back().hyphen || amounts.front().unit < TimeUnit::Day) return std::nullopt;
  TimeMatch m;
  m.begin = i;
  m.end = amounts.back().end;
  if (c.any(m.end, {"of", "ago", "earlier", "later", "old", "-"})) return std::nullopt;
  const std::size_t genitive = c.is(m.end, "'") ? c.skip(m.end + 1, {"s"}) : m.end;
  const bool time = c.is(genitive, "time");
  if (!within && !time && !c.future) return std::nullopt;
  if (!c.reference) {
    m.resolved = false;
    return m;
  }
  const std::optional<Period> to = moved_period(*c.reference, amounts, false);
  if (!to) return std::nullopt;
  const Period now{*c.reference, *c.reference, to->precision};
  m.from = within ? now.begin() : to->begin();
  m.to = to->end();
  m.bound = within ? Bound::AtMost : bound ? bound->bound : amounts.front().about ? Bound::About : Bound::Exact;
  return m;
}

// "since 2019", "until next year", "before 2018", "after October 2023", "by 2025", "starting Jan. 7".
std::optional<TimeMatch> with_preposition(const Context& c, std::size_t i) {
  enum class Side { From, To, At };
  Side side = Side::At;
  Bound bound = Bound::Exact;
  std::size_t j = i + 1;
  if (c.is(i, "since")) {
    side = Side::From;
    bound = Bound::AtLeast;
  } else if (c.any(i, {"until", "till", "through"})) {
    side = Side::To;
    bound = Bound::AtMost;
  } else if (c.is(i, "before")) {
    side = Side::To;
    bound = Bound::LessThan;
  } else if (c.is(i, "after") || (c.is(i, "later") && c.is(i + 1, "than"))) {
    side = Side::From;
    bound = Bound::MoreThan;
    if (c.is(i, "later")) ++j;
  } else if (c.any(i, {"starting", "beginning", "effective"})) {
    side = Side::From;
    bound = Bound::AtLeast;
    j = c.skip(j, {"in", "on", "from", "with"});
  } else if (c.is(i, "by")) {
    bound = Bound::AtMost;
  } else if (c.is(i, "no") && c.is(i + 1, "later") && c.is(i + 2, "than")) {
    bound = Bound::AtMost;
    side = Side::To;
    j = i + 3;
  } else {
    return std::nullopt;
  }
  const std::size_t start = j;
  if (const std::optional<BoundPhrase> about = bound_before(c, j); about && about->bound == Bound::About)
    j = about->end;
  std::optional<NamedPeriod> p = period_at(c, j);
  if (!p) {
    // "by around two years ago", "since a year ago"
    if (side == Side::From) {
      if (std::optional<TimeMatch> d = distance(c, start); d && c.is(d->end - 1, "ago")) {
        d->begin = i;
        d->to.clear();
        d->bound = bound;
        return d;
      }
    }
    return std::nullopt;
  }
  if (p->bare_year && !reads_as_year(c, j, p->end, true)) return std::nullopt;
  if (p->bare_year && side == Side::At && i > 0 && c.any(i - 1, {"up", "down", "rose", "fell"})) return std::nullopt;
  TimeMatch m = point(i, *p);
  m.bound = bound;
  const bool end_of = c.is(j, "end") || c.is(j + 1, "end");
  if (p->period && end_of && (side != Side::From || bound == Bound::MoreThan)) {
    // by, before or after the end of a year or month: its last month or day
    const Period& whole = *p->period;
    p->period = whole.precision == Precision::Month ? month_period(year_of(whole.last), month_of(whole.last))
                                                    : day_period(whole.last);
  }
  if (!p->period) return m;
  switch (side) {
    case Side::From:
      m.from = bound == Bound::MoreThan ? p->period->end() : p->period->begin();
      m.to.clear();
      break;
    case Side::To:
      m.to = bound == Bound::LessThan && !end_of ? p->period->begin() : p->period->end();
      m.from.clear();
      break;
    case Side::At:
      m.begin = start;
      m.from = p->period->begin();
      m.to = p->period->end();
      break;
  }
  return m;
}

// "9 a.m.", "10:30 ET", "3pm": read over, so that their numbers are no values.
std::optional<TimeMatch> clock(const Context& c, std::size_t i) {
  if (!c.number(i)) return std::nullopt;
  std::size_t j = i + 1;
  bool clock = false;
  while (c.is(j, ":") && c.glued(j) && c.number(j + 1) && c.glued(j + 1)) {
    clock = true;
    j += 2;
  }
  if (c.any(j, {"am", "pm", "gmt", "utc", "o"}) && !(c.is(j, "o") && !c.is(j + 1, "'"))) {
    clock = true;
    j += c.is(j, "o") ? 3 : 1;
  } else if (c.any(j, {"a", "p"}) && c.is(j + 1, ".") && c.is(j + 2, "m") && c.glued(j + 2)) {
    clock = true;
    j += c.is(j + 3, ".") ? 4 : 3;
  }
  if (!clock) return std::nullopt;
  TimeMatch m;
  m.begin = i;
  m.end = std::min(j, c.size());
  m.nothing = true;
  return m;
}

}  // namespace

std::optional<TimeMatch> time_at(const Context& c, std::size_t i) {
  if (std::optional<TimeMatch> m = clock(c, i)) return m;
  if (c.is(i, "between")) {
    if (std::optional<TimeMatch> m = days_of_month(c, i + 1, i)) return m;
    return range(c, i + 1, i, true);
  }
  if (c.is(i, "from")) {
    if (std::optional<TimeMatch> m = days_of_month(c, i + 1, i)) return m;
    if (std::optional<TimeMatch> m = range(c, i + 1, i, false)) return m;
    return std::nullopt;
  }
  if (std::optional<TimeMatch> m = with_preposition(c, i)) return m;
  if (std::optional<TimeMatch> m = ahead(c, i)) return m;
  if (std::optional<TimeMatch> m = distance(c, i)) return m;
  if (std::optional<TimeMatch> m = short_range(c, i)) return m;
  if (std::optional<TimeMatch> m = range(c, i, i, false)) return m;
  if (std::optional<TimeMatch> m = days_of_month(c, i, i)) return m;
  std::size_t start = i;
  Bound bound = Bound::Exact;
  if (const std::optional<BoundPhrase> about = bound_before(c, i); about && about->bound == Bound::About) {
    start = about->end;
    bound = Bound::About;
  }
  const std::optional<NamedPeriod> p = period_at(c, start);
  if (!p) return std::nullopt;
  if (p->bare_year && (start != i || !reads_as_year(c, start, p->end))) return std::nullopt;
  if (p->clause_bound && c.is(p->end, "of")) return std::nullopt;
  TimeMatch m = point(i, *p);
  if (bound != Bound::Exact) m.bound = bound;
  m.core = start;
  // "2018 or later", "2016 and after", "from 2026 onwards"
  const bool open = (c.any(m.end, {"or", "and"}) && c.any(m.end + 1, {"later", "after", "greater", "beyond"})) ||
                    c.any(m.end, {"onward", "onwards"});
  if (open && m.resolved &&
      !(c.get(m.end + 2) != nullptr && c.is(m.end + 1, "after") && c.atoms[m.end + 2].kind == AtomKind::Word)) {
    m.end += c.any(m.end, {"onward", "onwards"}) ? 1 : 2;
    m.to.clear();
    m.bound = Bound::AtLeast;
  }
  return m;
}

}  // namespace triplewright::nlp::values
