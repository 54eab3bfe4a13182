#include <algorithm>

#include "nlp/values/amounts.h"
#include "nlp/values/number.h"
#include "nlp/values/ordinals.h"
#include "nlp/values/period_readers.h"

namespace triplewright::nlp::values {
namespace {

namespace chrono = std::chrono;

// The weekday at most a week before or after: "on Thursday".
Days nearest_weekday(Days reference, int weekday, bool future) {
  const int back = (weekday_of(reference) - weekday + 7) % 7;
  return future && back != 0 ? reference + chrono::days{7 - back} : reference - chrono::days{back};
}

Days weekday_of_week(Days reference, int weekday, int weeks) {
  return reference - chrono::days{weekday_of(reference)} + chrono::days{7 * weeks + weekday};
}

}  // namespace

int direction(const Context& c, std::size_t i) {
  if (c.any(i, {"last", "past", "previous", "preceding", "prior"})) return -1;
  if (c.any(i, {"this", "current", "present"})) return 0;
  if (c.any(i, {"next", "coming", "upcoming", "following", "forthcoming"})) return 1;
  return 2;
}

// "last week", "the past three years", "next June", "this Friday", "next 2 days", "recent years".
std::optional<NamedPeriod> directed_period(const Context& c, std::size_t i, int depth) {
  const std::size_t start = c.skip(i, {"the", "this", "these"});
  if (c.any(start, {"recent"}) && c.word(start + 1) != nullptr && c.word(start + 1)->plural_unit &&
      c.unit(start + 1) >= TimeUnit::Day) {
    NamedPeriod p = named_period(std::nullopt, start + 2);
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
      NamedPeriod p = named_period(std::nullopt, j + 1);
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
      NamedPeriod p = named_period(std::nullopt, j + 1);
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
      NamedPeriod p = named_period(std::nullopt, j + 1);
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
        return relative_period(c, unit, d, k + 1);
      }
    } else {
      // "will last three weekends"
      const bool verb =
          at > 0 && c.is(at, "last") &&
          c.any(at - 1, {"will", "to", "can", "could", "would", "should", "may", "might", "ll", "not", "t"});
      if (verb) return std::nullopt;
      amount = time_amount_at(c, j);
      if (const std::optional<SmallNumber> n = small_cardinal_at(c.atoms, j);
          n && c.is(n->end, "quarters") && !c.is(n->end + 1, "of")) {
        amount = TimeAmount{Decimal(n->value), TimeUnit::Quarter, false, false, false, false, n->end + 1};
      }
      if (!amount || amount->article || amount->hyphen || d == 0 || amount->unit < TimeUnit::Day) return std::nullopt;
    }
  }
  NamedPeriod p = named_period(std::nullopt, amount->end);
  p.about = amount->about;
  const std::optional<std::int64_t> whole = amount->count.integer();
  if (!c.reference || !whole || *whole < 1 || *whole > 5000) return p;
  const int n = static_cast<int>(*whole);
  const Days now = *c.reference;
  const TimeUnit unit = amount->unit;
  // "the last 3 weeks of this year"
  if (d < 0 && c.is(amount->end, "of")) {
    const std::optional<NamedPeriod> of = nested_period(c, c.skip(amount->end + 1, {"the"}), depth + 1);
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
    NamedPeriod p = relative_period(c, TimeUnit::Weekend, 0, j + 1);
    if (p.period && !c.future && p.period->first > *c.reference) p = relative_period(c, TimeUnit::Weekend, -1, j + 1);
    return p;
  }
  if (!c.is(j, "week")) return std::nullopt;
  if (!c.any(j + 1, {"of", "commencing", "starting", "beginning", "ending", "ended"})) return std::nullopt;
  const std::optional<WrittenDate> d = written_date_at(c, c.skip(j + 2, {"on"}));
  if (!d || d->day == 0) return std::nullopt;
  const std::optional<Period> day = resolve(c, *d);
  return named_period(day ? std::optional<Period>(unit_period(day->first, TimeUnit::Week, 0)) : std::nullopt, d->end);
}

// "today", "the day before yesterday", "tomorrow".
std::optional<NamedPeriod> day_word(const Context& c, std::size_t i) {
  const auto day = [&](int offset, std::size_t end) { return relative_period(c, TimeUnit::Day, offset, end); };
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
    return named_period(
        c.reference ? std::optional<Period>(day_period(weekday_of_week(*c.reference, w, d))) : std::nullopt, j + 1);
  }
  const std::size_t j = c.is(i + 1, ".") && c.atoms[i].text.size() <= 5 && c.get(i + 2) != nullptr ? i + 2 : i + 1;
  const std::size_t k = c.skip(j, {"of"});
  if (const int d = direction(c, k); d != 2 && c.unit(k + 1) == TimeUnit::Week) {
    return named_period(
        c.reference ? std::optional<Period>(day_period(weekday_of_week(*c.reference, weekday, d))) : std::nullopt,
        k + 2);
  }
  NamedPeriod p = named_period(std::nullopt, i + 1);
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

}  // namespace triplewright::nlp::values
