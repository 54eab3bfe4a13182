#include "nlp/values/times.h"

#include <algorithm>

#include "nlp/values/amounts.h"
#include "nlp/values/bounds.h"
#include "nlp/values/date_ranges.h"
#include "nlp/values/number.h"

namespace triplewright::nlp::values {
namespace {

TimeMatch point(std::size_t begin, const NamedPeriod& p) {
  TimeMatch m = closed_time(begin, p.end, p.period, p.period);
  m.nothing = p.impossible;
  if (p.about) m.bound = Bound::About;
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
    return date_range(c, i + 1, i, true);
  }
  if (c.is(i, "from")) {
    if (std::optional<TimeMatch> m = days_of_month(c, i + 1, i)) return m;
    if (std::optional<TimeMatch> m = date_range(c, i + 1, i, false)) return m;
    return std::nullopt;
  }
  if (std::optional<TimeMatch> m = with_preposition(c, i)) return m;
  if (std::optional<TimeMatch> m = ahead(c, i)) return m;
  if (std::optional<TimeMatch> m = distance(c, i)) return m;
  if (std::optional<TimeMatch> m = short_range(c, i)) return m;
  if (std::optional<TimeMatch> m = date_range(c, i, i, false)) return m;
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
