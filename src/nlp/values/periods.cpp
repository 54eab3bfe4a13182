#include <algorithm>

#include "nlp/values/amounts.h"
#include "nlp/values/number.h"
#include "nlp/values/period_readers.h"

namespace triplewright::nlp::values {
namespace {

namespace chrono = std::chrono;

// Periods nest ("the end of the first half of 2024"), but no text nests them deeply.
constexpr int kDeepest = 3;

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
      NamedPeriod p = relative_period(c, c.unit(j), 0, j + 1);
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
      p = relative_period(c, c.unit(k), 0, k + 1);
    } else if (direction(c, j) == 0 && c.unit(j + 1) >= TimeUnit::Week) {
      p = relative_period(c, c.unit(j + 1), 0, j + 2);
    } else if (const std::optional<NamedPeriod> q = c.is(i, "later") ? std::nullopt : directed_period(c, j, depth)) {
      return q->period ? std::optional<NamedPeriod>(named_period(q->period, q->end)) : q;
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
  std::optional<NamedPeriod> p = nested_period(c, j, depth + 1);
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
    if (const std::optional<WrittenYear> y = year_at(c, c.skip(k, {"of"})))
      return named_period(year_period(y->year), y->end);
    return std::nullopt;
  }
  const std::optional<WrittenYear> y = year_at(c, i);
  if (!y) return std::nullopt;
  NamedPeriod p = named_period(year_period(y->year), y->end);
  p.bare_year = true;
  // "2025 fiscal year"
  if (c.any(p.end, {"fiscal", "financial", "calendar"}) && c.is(p.end + 1, "year")) {
    p.end += 2;
    p.bare_year = false;
  }
  return p;
}

}  // namespace

NamedPeriod named_period(std::optional<Period> period, std::size_t end) {
  NamedPeriod p;
  p.period = period;
  p.end = end;
  return p;
}

NamedPeriod relative_period(const Context& c, TimeUnit unit, int offset, std::size_t end) {
  return named_period(c.reference ? std::optional<Period>(unit_period(*c.reference, unit, offset)) : std::nullopt, end);
}

std::optional<NamedPeriod> nested_period(const Context& c, std::size_t i, int depth) {
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
  if (std::optional<NamedPeriod> p = coded_period(c, i)) return p;
  if (std::optional<NamedPeriod> p = decade(c, i)) return p;
  if (std::optional<NamedPeriod> p = ordinal_period(c, i, depth)) return p;
  if (std::optional<NamedPeriod> p = directed_period(c, i, depth)) return p;
  if (std::optional<NamedPeriod> p = season(c, i)) return p;
  if (std::optional<NamedPeriod> p = day_word(c, i)) return p;
  if (std::optional<NamedPeriod> p = weekday_phrase(c, i)) return p;
  return bare_year(c, i);
}

std::optional<NamedPeriod> period_at(const Context& c, std::size_t at) {
  return nested_period(c, at, 0);
}

}  // namespace triplewright::nlp::values
