#include "nlp/values/periods.h"

#include <algorithm>

#include "nlp/values/amounts.h"
#include "nlp/values/number.h"

namespace triplewright::nlp::values {
namespace {

namespace chrono = std::chrono;

// Periods nest ("the end of the first half of 2024"), but no text nests them deeply.
constexpr int kDeepest = 3;
std::optional<NamedPeriod> nested(const Context& c, std::size_t i, int depth);

NamedPeriod named(std::optional<Period> period, std::size_t end) {
  NamedPeriod p;
  p.period = period;
  p.end = end;
  return p;
}

NamedPeriod relative(const Context& c, TimeUnit unit, int offset, std::size_t end) {
  return named(c.reference ? std::optional<Period>(unit_period(*c.reference, unit, offset)) : std::nullopt, end);
}

// -1 past, 0 present, +1 future, 2 no such word.
int direction(const Context& c, std::size_t i) {
  if (c.any(i, {"last", "past", "previous", "preceding", "prior"})) return -1;
  if (c.any(i, {"this", "current", "present"})) return 0;
  if (c.any(i, {"next", "coming", "upcoming", "following", "forthcoming"})) return 1;
  return 2;
}

// The weekday at most a week before or after: "on Thursday".
Days nearest_weekday(Days reference, int weekday, bool future) {
  const int back = (weekday_of(reference) - weekday + 7) % 7;
  return future && back != 0 ? reference + chrono::days{7 - back} : reference - chrono::days{back};
}

Days weekday_of_week(Days reference, int weekday, int weeks) {
  return reference - chrono::days{weekday_of(reference)} + chrono::days{7 * weeks + weekday};
}

// The latest calendar quarter, half or season (months from `month`) that has begun, or the next one.
std::optional<Period> part_of_year(const Context& c, int month, int months, std::optional<int> year) {
  if (year) return month_period(*year, month, months);
  if (!c.reference) return std::nullopt;
  const int now = year_of(*c.reference);
  for (int k = c.future ? -1 : 0; k < 3; ++k) {
    const Period p = month_period(c.future ? now + k : now - k, month, months);
    if (c.future ? p.last >= *c.reference : p.first <= *c.reference) return p;
  }
  return std::nullopt;
}

// "of 2024", ", 2024", "of last year", "this year", "of fiscal 2025" after a quarter, half or season.
struct YearPhrase {
  std::optional<int> year;
  bool known = true;
  std::size_t end = 0;
};
std::optional<YearPhrase> year_phrase(const Context& c, std::size_t i) {
  std::size_t j = c.skip(c.skip(i, {","}), {"of", "in", "for"});
  j = c.skip(j, {"the"});
  j = c.skip(j, {"its", "their"});
  if (const int d = direction(c, j); d != 2) {
    const std::size_t k = c.skip(j + 1, {"fiscal", "financial", "calendar"});
    if (c.unit(k) != TimeUnit::Year) return std::nullopt;
    if (!c.reference) return YearPhrase{std::nullopt, false, k + 1};
    return YearPhrase{year_of(*c.reference) + d, true, k + 1};
  }
  if (j != i && c.is(j, "year") && !c.is(i, ",")) {
    return YearPhrase{c.reference ? std::optional<int>(year_of(*c.reference)) : std::nullopt, c.reference.has_value(),
                      j + 1};
  }
  const std::size_t k = c.skip(c.skip(j, {"fiscal", "financial", "calendar", "fy"}), {"year"});
  if (const std::optional<WrittenYear> y = year_at(c, k)) return YearPhrase{y->year, true, y->end};
  return std::nullopt;
}

NamedPeriod with_year(const Context& c, int month, int months, std::size_t end) {
  NamedPeriod p;
  const std::optional<YearPhrase> y = year_phrase(c, end);
  if (y) {
    p.end = y->end;
    if (y->known) p.period = part_of_year(c, month, months, y->year);
  } else {
    p.end = end;
    p.period = part_of_year(c, month, months, std::nullopt);
    p.clause_bound = true;
  }
  return p;
}

// Splits letters glued to digits: "Q4", "H1", "4Q25", "2025Q1", "FY2025".
std::optional<NamedPeriod> coded(const Context& c, std::size_t i) {
  const auto digit = [&](std::size_t k, int most) {
    const Atom* a = c.get(k);
    return a != nullptr && a->kind == AtomKind::Number && a->text.size() == 1 && a->text[0] - '0' >= 1 &&
                   a->text[0] - '0' <= most
               ? a->text[0] - '0'
               : 0;
  };
  const auto make = [&](bool quarter, int n, std::optional<int> year, std::size_t end) {
    const int months = quarter ? 3 : 6;
    if (!year) return with_year(c, (n - 1) * months + 1, months, end);
    return named(month_period(*year, (n - 1) * months + 1, months), end);
  };
  const auto short_year = [&](std::size_t k) -> std::optional<WrittenYear> {
    if (const std::optional<WrittenYear> y = year_at(c, k)) return y;
    const std::size_t n = c.skip(k, {"'"});
    const Atom* a = c.get(n);
    if (a != nullptr && a->kind == AtomKind::Number && a->text.size() == 2 && a->glued) {
      return WrittenYear{full_year((a->text[0] - '0') * 10 + a->text[1] - '0'), n + 1};
    }
    return std::nullopt;
  };
  // "Q4", "H2", "Q4'25", "Q4 FY25", "Q1-Q3" is a range of them
  if (c.any(i, {"q", "h"}) && c.atoms[i].capital && c.glued(i + 1)) {
    const bool quarter = c.is(i, "q");
    if (const int n = digit(i + 1, quarter ? 4 : 2);
        n != 0 && !(c.glued(i + 2) && c.atoms[i + 2].kind == AtomKind::Word)) {
      std::size_t j = i + 2;
      if (c.is(j, "fy")) ++j;
      const std::optional<WrittenYear> y = short_year(j);
      return y ? make(quarter, n, y->year, y->end) : make(quarter, n, std::nullopt, i + 2);
    }
  }
  // "4Q25", "1H 2025"
  if (c.any(i + 1, {"q", "h"}) && c.glued(i + 1) && c.atoms[i + 1].capital) {
    const bool quarter = c.is(i + 1, "q");
    if (const int n = digit(i, quarter ? 4 : 2); n != 0) {
      const std::optional<WrittenYear> y = short_year(i + 2);
      return y ? make(quarter, n, y->year, y->end) : make(quarter, n, std::nullopt, i + 2);
    }
  }
  // "2025 Q1", "2025Q1", "2019-Q1"
  if (c.number(i)) {
    const std::size_t j = c.is(i + 1, "-") && c.glued(i + 1) ? i + 2 : i + 1;
    if (c.any(j, {"q", "h"}) && c.glued(j + 1)) {
      const bool quarter = c.is(j, "q");
      const Atom& a = c.atoms[i];
      const int n = digit(j + 1, quarter ? 4 : 2);
      if (n != 0 && a.text.size() == 4 && !a.grouped && (a.text[0] == '1' || a.text[0] == '2')) {
        return make(quarter, n, std::stoi(a.text), j + 2);
      }
    }
  }
  // "FY2025", "FY 2025", "FY25"
  if (c.any(i, {"fy", "cy"})) {
    if (const std::optional<WrittenYear> y = short_year(i + 1)) return named(year_period(y->year), y->end);
  }
  return std::nullopt;
}

// "the third quarter of 2016", "first half", "the January-March quarter"; "the first nine months of 2025".
std::optional<NamedPeriod> ordinal_part(const Context& c, std::size_t i, int depth) {
  std::size_t j = c.skip(i, {"the"});
  j = c.skip(j, {"fiscal", "its"});
  const bool last = c.any(j, {"final", "last"});
  const std::optional<OrdinalNumber> o = last ? OrdinalNumber{4, j + 1} : ordinal_at(c.atoms, j);
  if (!o) return std::nullopt;
  std::size_t k = c.is(o->end, "-") && c.glued(o->end) ? o->end + 1 : o->end;
  k = c.skip(k, {"fiscal", "calendar"});
  const TimeUnit unit = c.unit(k);
  if (unit == TimeUnit::Quarter && o->value <= 4 && !c.word(k)->plural_unit && c.word(k)->denominator == 4) {
    if (last && !c.is(j, "final") && !year_phrase(c, k + 1)) return std::nullopt;
    return with_year(c, (o->value - 1) * 3 + 1, 3, k + 1);
  }
  if (c.is(k, "half") && (o->value <= 2 || last)) {
    const int half = last ? 2 : o->value;
    std::optional<NamedPeriod> whole;
    if (c.any(k + 1, {"of"})) whole = nested(c, c.skip(k + 2, {"the"}), depth + 1);
    const bool year = whole && whole->period && whole->period->precision == Precision::Year;
    if (whole && whole->period && !year) {  // "the first half of March", "of the 2010s"
      const Period p = *whole->period;
      const Days middle = p.first + (p.last - p.first) / 2;
      return named(half == 1 ? Period{p.first, middle, Precision::Day}
                             : Period{middle + chrono::days{1}, p.last, Precision::Day},
                   whole->end);
    }
    return with_year(c, (half - 1) * 6 + 1, 6, k + 1);
  }
  if (unit == TimeUnit::Week && !c.word(k)->plural_unit && c.any(k + 1, {"of", "in"})) {
    const std::optional<NamedPeriod> whole = nested(c, c.skip(k + 2, {"the"}), depth + 1);
    if (!whole) return std::nullopt;
    if (!whole->period) return named(std::nullopt, whole->end);
    const Period p = *whole->period;
    // ISO 8601: the week with the period's first Thursday is its first, and the one with its last Thursday its last.
    const Days edge = last ? p.last : p.first;
    Days monday = edge - chrono::days{weekday_of(edge)};
    if (last && monday + chrono::days{3} > p.last) monday -= chrono::days{7};
    if (!last && monday + chrono::days{3} < p.first) monday += chrono::days{7};
    if (!last) monday += chrono::days{7 * (o->value - 1)};
    return named(Period{monday, monday + chrono::days{6}, Precision::Day}, whole->end);
  }
  if (const int weekday = weekday_at(c, k); weekday >= 0 && c.any(k + 1, {"of", "in"})) {
    const std::optional<NamedPeriod> whole = nested(c, c.skip(k + 2, {"the"}), depth + 1);
    if (!whole) return std::nullopt;
    if (!whole->period || whole->period->precision == Precision::Day) return std::nullopt;
    const Period p = *whole->period;
    Days day = p.first + chrono::days{(weekday - weekday_of(p.first) + 7) % 7};
    if (last) {
      day = p.last - chrono::days{(weekday_of(p.last) - weekday + 7) % 7};
    } else {
      day += chrono::days{7 * (o->value - 1)};
    }
    if (day > p.last) return std::nullopt;
    return named(day_period(day), whole->end);
  }
  // "the first nine months of 2025", "the first month of the year"
  if (o->value == 1 || last) {
    const std::optional<OrdinalNumber> count = c.number(o->end) ? std::nullopt : small_cardinal_at(c.atoms, o->end);
    const std::optional<Number> digits = c.number(o->end) ? number_at(c.atoms, o->end) : std::nullopt;
    const std::optional<std::int64_t> n =
        digits ? digits->value.integer() : std::optional<std::int64_t>(count ? count->value : 1);
    const std::size_t u = digits ? digits->end : count ? count->end : o->end;
    const TimeUnit of_unit = c.unit(u);
    if (n && *n >= 1 && *n < 100 &&
        (of_unit == TimeUnit::Month || of_unit == TimeUnit::Day || of_unit == TimeUnit::Week) && c.is(u + 1, "of")) {
      std::size_t m = c.skip(u + 2, {"the"});
      std::optional<NamedPeriod> whole = nested(c, m, depth + 1);
      if (!whole && c.is(m, "year")) whole = relative(c, TimeUnit::Year, 0, m + 1);
      if (whole && whole->period) {
        const Period& p = *whole->period;
        const int step = static_cast<int>(*n);
        const Precision precision = of_unit == TimeUnit::Month ? Precision::Month : Precision::Day;
        Period part = last ? Period{add(p.last, of_unit, -step) + chrono::days{1}, p.last, precision}
                           : Period{p.first, add(p.first, of_unit, step) - chrono::days{1}, precision};
        return named(part, whole->end);
      }
    }
  }
  // "the 20th of next month", "the 15th day of June", "the thirty-first day of the month"
  if (!last && o->value <= 31) {
    std::size_t m = c.skip(o->end, {"day"});
    if (!c.is(m, "of")) return std::nullopt;
    m = c.skip(m + 1, {"the"});
    std::optional<NamedPeriod> whole;
    if (c.is(m, "month")) {
      whole = relative(c, TimeUnit::Month, 0, m + 1);
    } else if (direction(c, m) != 2 && c.unit(m + 1) == TimeUnit::Month) {
      whole = nested(c, m, depth + 1);
    }
    if (!whole) return std::nullopt;
    if (!whole->period) return named(std::nullopt, whole->end);
    const std::optional<Days> day = date(year_of(whole->period->first), month_of(whole->period->first), o->value);
    if (!day) return std::nullopt;
    return named(day_period(*day), whole->end);
  }
  return std::nullopt;
}

// "last week", "the past three years", "next June", "this Friday", "next 2 days", "recent years".
std::optional<NamedPeriod> directed(const Context& c, std::size_t i, int depth) {
  const std::size_t start = c.skip(i, {"the", "this", "these"});
  if (c.any(start, {"recent"}) && c.word(start + 1) != nullptr && c.word(start + 1)->plural_unit &&
      c.unit(start + 1) >= TimeUnit::Day) {
    NamedPeriod p = named(std::nullopt, start + 2);
    p.about = true;
    if (c.reference) {
      const TimeUnit unit = c.unit(start + 1);
      const int count = unit == TimeUnit::Year ? 5 : unit == TimeUnit::Month ? 6 : unit == TimeUnit::Week ? 6 : 7;
      const Period from = shifted(*c.reference, unit, -count);
      p.period = Period{from.first, shifted(*c.reference, unit, 0).last, from.precision};
    }
    return p;
  }
  std::size_t at = start;
  int d = direction(c, at);
  if (d == 2 && c.is(i, "this")) {
    at = i;
    d = 0;
  }
  // "the 2 upcoming months"
  std::optional<TimeAmount> amount;
  if (d == 2) {
    const std::optional<Number> n = number_at(c.atoms, start);
    if (!n || n->vague || n->fraction || direction(c, n->end) == 2 || direction(c, n->end) == 0) return std::nullopt;
    if (c.unit(n->end + 1) < TimeUnit::Day || !c.word(n->end + 1)->plural_unit) return std::nullopt;
    d = direction(c, n->end);
    amount = TimeAmount{n->value, c.unit(n->end + 1), false, false, false, false, n->end + 2};
  }
  const bool fresh = c.is(at + 1, "upcoming") || c.is(at + 1, "coming") || c.is(at + 1, "past");
  const std::size_t j = fresh && !amount ? at + 2 : at + 1;
  if (fresh && !amount && d == 0) d = c.is(at + 1, "past") ? -1 : 1;
  if (!amount) {
    if (const int weekday = weekday_at(c, j); weekday >= 0) {
      NamedPeriod p = named(std::nullopt, j + 1);
      if (!c.reference) return p;
      const Days now = *c.reference;
      // "last Thursday" is the latest one before today; "next Friday" that of next week, "this Friday" of this week
      p.period = day_period(d < 0   ? nearest_weekday(now - chrono::days{1}, weekday, false)
                            : d > 0 ? (c.any(at, {"coming", "upcoming"}) || fresh
                                           ? nearest_weekday(now + chrono::days{1}, weekday, true)
                                           : weekday_of_week(now, weekday, 1))
                                    : weekday_of_week(now, weekday, 0));
      if (c.any(at, {"previous", "preceding"})) p.period = day_period(weekday_of_week(now, weekday, -1));
      if (d > 0 && c.any(at, {"coming"}) && !fresh) p.period = day_period(weekday_of_week(now, weekday, 1));
      // "this Friday 5/12"
      return p;
    }
    if (const int month = month_at(c, j); month > 0) {
      NamedPeriod p = named(std::nullopt, j + 1);
      if (year_at(c, j + 1) || day_at(c, j + 1)) return std::nullopt;
      if (!c.reference) return p;
      const int now = year_of(*c.reference), current = month_of(*c.reference);
      p.period = month_period(d < 0   ? (month < current ? now : now - 1)
                              : d > 0 ? (month > current ? now : now + 1)
                                      : now,
                              month);
      return p;
    }
    if (const WordInfo* w = c.word(j); w != nullptr && w->season > 0) {
      const std::optional<WrittenYear> y = year_at(c, j + 1);
      if (y) return std::nullopt;
      NamedPeriod p = named(std::nullopt, j + 1);
      if (!c.reference) return p;
      const int now = year_of(*c.reference), current = month_of(*c.reference);
      p.period = month_period(d < 0   ? (w->season + 2 < current ? now : now - 1)
                              : d > 0 ? (w->season > current ? now : now + 1)
                                      : now,
                              w->season, 3);
      return p;
    }
    const std::size_t k = c.skip(j, {"fiscal", "financial", "calendar", "business", "reporting", "full"});
    const TimeUnit unit = c.unit(k);
    if (unit >= TimeUnit::Day && !c.word(k)->plural_unit && !(unit == TimeUnit::Day && c.is(at, "following"))) {
      if (c.is(k + 1, "-") && c.glued(k + 1)) return std::nullopt;
      // "the past decade" and "the past year" are the years up to now
      if (c.any(at, {"past"}) && unit >= TimeUnit::Month && unit != TimeUnit::Quarter && c.is(i, "the")) {
        amount = TimeAmount{Decimal(1), unit, false, false, false, false, k + 1};
      } else {
        return relative(c, unit, d, k + 1);
      }
    } else {
      // "will last three weekends"
      const bool verb =
          at > 0 && c.is(at, "last") &&
          c.any(at - 1, {"will", "to", "can", "could", "would", "should", "may", "might", "ll", "not", "t"});
      if (verb) return std::nullopt;
      amount = time_amount_at(c, j);
      if (const std::optional<OrdinalNumber> n = small_cardinal_at(c.atoms, j);
          n && c.is(n->end, "quarters") && !c.is(n->end + 1, "of")) {
        amount = TimeAmount{Decimal(n->value), TimeUnit::Quarter, false, false, false, false, n->end + 1};
      }
      if (!amount || amount->article || amount->hyphen || d == 0 || amount->unit < TimeUnit::Day) return std::nullopt;
    }
  }
  NamedPeriod p = named(std::nullopt, amount->end);
  p.about = amount->about;
  const std::optional<std::int64_t> whole = amount->count.integer();
  if (!c.reference || !whole || *whole < 1 || *whole > 5000) return p;
  const int n = static_cast<int>(*whole);
  const Days now = *c.reference;
  const TimeUnit unit = amount->unit;
  // "the last 3 weeks of this year"
  if (d < 0 && c.is(amount->end, "of")) {
    const std::optional<NamedPeriod> of = nested(c, c.skip(amount->end + 1, {"the"}), depth + 1);
    if (of && of->period) {
      p.end = of->end;
      p.period = Period{add(of->period->last, unit, -n) + chrono::days{1}, of->period->last, Precision::Day};
      return p;
    }
  }
  const bool years = unit == TimeUnit::Year || unit == TimeUnit::Century;
  if (unit == TimeUnit::Decade || unit == TimeUnit::Quarter) {
    const Period first = unit_period(now, unit, d < 0 ? -n : 1), last = unit_period(now, unit, d < 0 ? -1 : n);
    p.period = Period{first.first, last.last, first.precision};
    if (unit == TimeUnit::Decade && n == 1) p.period = Period{add(now, unit, -1), now, Precision::Year};
  } else if (d < 0) {
    p.period = Period{add(now, unit, -n), now,
                      years                     ? Precision::Year
                      : unit == TimeUnit::Month ? Precision::Month
                                                : Precision::Day};
  } else {
    const bool days = unit == TimeUnit::Day || unit == TimeUnit::BusinessDay;
    p.period = Period{days ? add(now, unit, 1) : now, add(now, unit, n),
                      years                     ? Precision::Year
                      : unit == TimeUnit::Month ? Precision::Month
                                                : Precision::Day};
  }
  return p;
}

// "the week of April 10", "the week starting on February 4", "over the weekend".
std::optional<NamedPeriod> week_of(const Context& c, std::size_t i) {
  const std::size_t j = c.skip(i, {"the"});
  if (c.is(j, "weekend") && j != i) {
    NamedPeriod p = relative(c, TimeUnit::Weekend, 0, j + 1);
    if (p.period && !c.future && p.period->first > *c.reference) p = relative(c, TimeUnit::Weekend, -1, j + 1);
    return p;
  }
  if (!c.is(j, "week")) return std::nullopt;
  if (!c.any(j + 1, {"of", "commencing", "starting", "beginning", "ending", "ended"})) return std::nullopt;
  const std::optional<WrittenDate> d = written_date_at(c, c.skip(j + 2, {"on"}));
  if (!d || d->day == 0) return std::nullopt;
  const std::optional<Period> day = resolve(c, *d);
  return named(day ? std::optional<Period>(unit_period(day->first, TimeUnit::Week, 0)) : std::nullopt, d->end);
}

// "today", "the day before yesterday", "tomorrow".
std::optional<NamedPeriod> day_word(const Context& c, std::size_t i) {
  const auto day = [&](int offset, std::size_t end) { return relative(c, TimeUnit::Day, offset, end); };
  if (c.any(i, {"today", "tonight"})) return day(0, i + 1);
  if (c.is(i, "yesterday")) return day(-1, i + 1);
  if (c.any(i, {"tomorrow", "tmrw"})) return day(1, i + 1);
  const std::size_t j = c.skip(i, {"the"});
  if (c.is(j, "day") && c.is(j + 1, "before") && c.is(j + 2, "yesterday")) return day(-2, j + 3);
  if (c.is(j, "day") && c.is(j + 1, "after") && c.any(j + 2, {"tomorrow", "tmrw"})) return day(2, j + 3);
  return std::nullopt;
}

// "Tuesday next week", "Friday", "Sunday of next week"; "next week on Tuesday", "last week Sunday".
std::optional<NamedPeriod> weekday_phrase(const Context& c, std::size_t i) {
  const int weekday = weekday_at(c, i);
  if (weekday < 0) {
    const int d = direction(c, i);
    if (d == 2 || c.unit(i + 1) != TimeUnit::Week) return std::nullopt;
    const std::size_t j = c.skip(c.skip(i + 2, {","}), {"on"});
    const int w = weekday_at(c, j);
    if (w < 0 || c.any(j + 1, {"to", "-"})) return std::nullopt;
    return named(c.reference ? std::optional<Period>(day_period(weekday_of_week(*c.reference, w, d))) : std::nullopt,
                 j + 1);
  }
  const std::size_t j = c.is(i + 1, ".") && c.atoms[i].text.size() <= 5 && c.get(i + 2) != nullptr ? i + 2 : i + 1;
  const std::size_t k = c.skip(j, {"of"});
  if (const int d = direction(c, k); d != 2 && c.unit(k + 1) == TimeUnit::Week) {
    return named(
        c.reference ? std::optional<Period>(day_period(weekday_of_week(*c.reference, weekday, d))) : std::nullopt,
        k + 2);
  }
  NamedPeriod p = named(std::nullopt, i + 1);
  if (c.reference) p.period = day_period(nearest_weekday(*c.reference, weekday, c.future));
  // "Thursday the 21st": the nearest such day of a month before or after
  const std::optional<DayNumber> day = c.is(i + 1, "the")           ? day_at(c, i + 2)
                                       : ordinal_at(c.atoms, i + 1) ? day_at(c, i + 1)
                                                                    : std::nullopt;
  if (day && day->end <= i + 6 && c.unit(day->end) == TimeUnit::None) {
    p.end = day->end;
    if (c.reference) {
      p.period.reset();
      for (int k2 = 0; k2 < 24 && !p.period; ++k2) {
        const Days month = add_months(*c.reference, k2 % 2 == 0 ? k2 / 2 : -(k2 + 1) / 2);
        const std::optional<Days> at = date(year_of(month), month_of(month), day->day);
        if (at && weekday_of(*at) == weekday) p.period = day_period(*at);
      }
    }
  }
  return p;
}

// "the 1990s", "the '90s", "early 2000s" (its "early" is read elsewhere), "the nineties", "21st century".
std::optional<NamedPeriod> decade(const Context& c, std::size_t i) {
  std::size_t j = c.skip(i, {"the"});
  const bool the = j != i;
  if (const std::optional<OrdinalNumber> o = ordinal_at(c.atoms, j);
      o && c.unit(o->end) == TimeUnit::Century && o->value > 10 && o->value < 30) {
    return named(year_period((o->value - 1) * 100, 100), o->end + 1);
  }
  const std::optional<OrdinalNumber> high = small_cardinal_at(c.atoms, j);
  if (high && high->value >= 15 && high->value <= 20) {
    const std::size_t k = c.skip(high->end, {"-"});
    if (c.word(k) != nullptr && c.word(k)->decade >= 0) {
      return named(year_period(high->value * 100 + c.word(k)->decade, 10), k + 1);
    }
  }
  if (c.is(j, "two") && c.is(j + 1, "thousands") && the) return named(year_period(2000, 10), j + 2);
  if (c.word(j) != nullptr && c.word(j)->decade >= 20) {
    if (!the && !c.any(i - 1, {"in"})) return std::nullopt;
    const int tens = c.word(j)->decade;
    return named(year_period((tens == 20 ? 2000 : 1900) + tens, 10), j + 1);
  }
  const bool quote = c.is(j, "'") && c.glued(j + 1);
  if (quote) ++j;
  if (!c.number(j) || c.atoms[j].grouped) return std::nullopt;
  const std::string& t = c.atoms[j].text;
  std::size_t k = j + 1;
  if (c.is(k, "'") && c.glued(k)) ++k;
  if (!c.is(k, "s") || (!c.glued(k) && !the && t.size() != 4)) return std::nullopt;
  if (t.back() != '0') return std::nullopt;
  if (t.size() == 4 && (t[0] == '1' || t[0] == '2')) return named(year_period(std::stoi(t), 10), k + 1);
  if (t.size() == 2 && (the || quote)) return named(year_period(full_year(std::stoi(t)), 10), k + 1);
  return std::nullopt;
}

std::optional<NamedPeriod> season(const Context& c, std::size_t i) {
  const std::size_t j = c.skip(i, {"the"});
  const WordInfo* w = c.word(j);
  if (w == nullptr || w->season == 0) return std::nullopt;
  const std::optional<YearPhrase> y = year_phrase(c, j + 1);
  const bool clear = j != i && !c.any(j, {"spring", "fall"});
  const bool asked = clear || (j != i && c.any(i - 1, {"in", "during", "since", "by", "until", "this", "of"}));
  if (!y && !asked) return std::nullopt;
  return with_year(c, w->season, 3, j + 1);
}

// The part of a period that "early", "late", "mid", "the end of" name.
Period part(Period p, int third) {
  if (p.precision == Precision::Year) {
    const int years = year_of(p.last) - year_of(p.first) + 1;
    const int months = years * 4;
    return month_period(year_of(p.first), 1 + third * months, months);
  }
  const chrono::days length = p.last - p.first + chrono::days{1};
  if (length.count() <= 7) {
    if (third == 1) return {p.first + chrono::days{2}, p.first + chrono::days{3}, Precision::Day};
    return third == 0 ? Period{p.first, p.first + chrono::days{2}, Precision::Day}
                      : Period{p.first + chrono::days{3}, p.last, Precision::Day};
  }
  if (length.count() <= 31) {
    if (third == 0) return {p.first, p.first + chrono::days{14}, Precision::Day};
    if (third == 2) return {p.first + chrono::days{15}, p.last, Precision::Day};
    return {p.first + chrono::days{10}, p.first + chrono::days{19}, Precision::Day};
  }
  const int months = static_cast<int>((length.count() + 15) / 30);
  const int step = std::max(1, months / 3);
  const Period head = month_period(year_of(p.first), month_of(p.first), step);
  if (third == 0) return head;
  if (third == 2) return month_period(year_of(p.last), month_of(p.last) - step + 1, step);
  return month_period(year_of(p.first), month_of(p.first) + step, step);
}

std::optional<NamedPeriod> parted(const Context& c, std::size_t i, int depth) {
  int third = -1;
  std::size_t j = i;
  const std::size_t n = c.skip(i, {"the", "its"});
  if (c.any(i, {"early", "late", "mid"}) || (c.is(i, "very") && c.any(i + 1, {"early", "late"}))) {
    if (c.is(i, "very")) ++j;
    third = c.is(j, "early") ? 0 : c.is(j, "mid") ? 1 : 2;
    j = c.is(j + 1, "-") ? j + 2 : j + 1;
    j = c.skip(c.skip(j, {"in", "on"}), {"the"});
  } else if (c.any(n, {"beginning", "start", "end", "middle", "close"}) && c.is(n + 1, "of")) {
    third = c.any(n, {"beginning", "start"}) ? 0 : c.is(n, "middle") ? 1 : 2;
    j = n + 2;
    if (c.any(j, {"the"}) && c.unit(j + 1) >= TimeUnit::Week && !c.word(j + 1)->plural_unit) ++j;
    // "the end of the year", "end of month"
    if (c.unit(j) >= TimeUnit::Week && !c.word(j)->plural_unit) {
      NamedPeriod p = relative(c, c.unit(j), 0, j + 1);
      if (p.period) p.period = part(*p.period, third);
      return p;
    }
  } else if (c.any(i, {"earlier", "later"}) || (c.is(n, "rest") && c.is(n + 1, "of")) ||
             (c.is(n, "remainder") && c.is(n + 1, "of"))) {
    const bool rest = !c.any(i, {"earlier", "later"});
    j = rest ? n + 2 : i + 1;
    const std::size_t k = c.skip(c.skip(j, {"in"}), {"the"});
    NamedPeriod p;
    if (k != j && c.unit(k) >= TimeUnit::Week && !c.word(k)->plural_unit) {
      p = relative(c, c.unit(k), 0, k + 1);
    } else if (direction(c, j) == 0 && c.unit(j + 1) >= TimeUnit::Week) {
      p = relative(c, c.unit(j + 1), 0, j + 2);
    } else if (const std::optional<NamedPeriod> q = c.is(i, "later") ? std::nullopt : directed(c, j, depth)) {
      return q->period ? std::optional<NamedPeriod>(named(q->period, q->end)) : q;
    } else {
      return std::nullopt;
    }
    if (!p.period) return p;
    const Days now = *c.reference;
    const Precision precision = p.period->precision == Precision::Year ? Precision::Month : Precision::Day;
    p.period = c.is(i, "earlier") ? Period{p.period->first, std::max(p.period->first, now), precision}
                                  : Period{now, p.period->last, precision};
    return p;
  } else {
    return std::nullopt;
  }
  std::optional<NamedPeriod> p = nested(c, j, depth + 1);
  if (!p) return std::nullopt;
  p->bare_year = p->clause_bound = false;
  if (p->period && !(p->period->precision == Precision::Day && p->period->first == p->period->last)) {
    p->period = part(*p->period, third);
  }
  p->about = true;
  return p;
}

std::optional<NamedPeriod> bare_year(const Context& c, std::size_t i) {
  // "fiscal 2025", "the year 2016", "calendar year 2008", "fiscal year 2025"
  std::size_t j = c.skip(i, {"the"});
  const std::size_t k = c.skip(c.skip(j, {"fiscal", "financial", "calendar"}), {"year", "years"});
  if (k != j) {
    if (const std::optional<WrittenYear> y = year_at(c, c.skip(k, {"of"}))) return named(year_period(y->year), y->end);
    return std::nullopt;
  }
  const std::optional<WrittenYear> y = year_at(c, i);
  if (!y) return std::nullopt;
  NamedPeriod p = named(year_period(y->year), y->end);
  p.bare_year = true;
  // "2025 fiscal year"
  if (c.any(p.end, {"fiscal", "financial", "calendar"}) && c.is(p.end + 1, "year")) {
    p.end += 2;
    p.bare_year = false;
  }
  return p;
}

std::optional<NamedPeriod> nested(const Context& c, std::size_t i, int depth) {
  if (i >= c.size() || depth > kDeepest) return std::nullopt;
  if (std::optional<NamedPeriod> p = parted(c, i, depth)) return p;
  if (std::optional<NamedPeriod> p = weekday_phrase(c, i); p && p->end > i + 1) return p;
  if (const std::optional<WrittenDate> d = written_date_at(c, i)) {
    NamedPeriod p;
    p.written = *d;
    p.end = d->end;
    p.impossible = d->impossible;
    p.period = resolve(c, *d);
    p.clause_bound = d->day == 0 && d->year == 0;
    return p;
  }
  if (std::optional<NamedPeriod> p = week_of(c, i)) return p;
  if (std::optional<NamedPeriod> p = coded(c, i)) return p;
  if (std::optional<NamedPeriod> p = decade(c, i)) return p;
  if (std::optional<NamedPeriod> p = ordinal_part(c, i, depth)) return p;
  if (std::optional<NamedPeriod> p = directed(c, i, depth)) return p;
  if (std::optional<NamedPeriod> p = season(c, i)) return p;
  if (std::optional<NamedPeriod> p = day_word(c, i)) return p;
  if (std::optional<NamedPeriod> p = weekday_phrase(c, i)) return p;
  return bare_year(c, i);
}

}  // namespace

std::optional<NamedPeriod> period_at(const Context& c, std::size_t at) {
  return nested(c, at, 0);
}

}  // namespace triplewright::nlp::values
