#include <algorithm>

#include "nlp/values/amounts.h"
#include "nlp/values/number.h"
#include "nlp/values/ordinals.h"
#include "nlp/values/period_readers.h"

namespace triplewright::nlp::values {
namespace {

namespace chrono = std::chrono;

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

}  // namespace

// Splits letters glued to digits: "Q4", "H1", "4Q25", "2025Q1", "FY2025".
std::optional<NamedPeriod> coded_period(const Context& c, std::size_t i) {
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
    return named_period(month_period(*year, (n - 1) * months + 1, months), end);
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
    if (const std::optional<WrittenYear> y = short_year(i + 1)) return named_period(year_period(y->year), y->end);
  }
  return std::nullopt;
}

// "the third quarter of 2016", "first half", "the January-March quarter"; "the first nine months of 2025".
std::optional<NamedPeriod> ordinal_period(const Context& c, std::size_t i, int depth) {
  std::size_t j = c.skip(i, {"the"});
  j = c.skip(j, {"fiscal", "its"});
  const bool last = c.any(j, {"final", "last"});
  const std::optional<SmallNumber> o = last ? SmallNumber{4, j + 1} : ordinal_at(c.atoms, j);
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
    if (c.any(k + 1, {"of"})) whole = nested_period(c, c.skip(k + 2, {"the"}), depth + 1);
    const bool year = whole && whole->period && whole->period->precision == Precision::Year;
    if (whole && whole->period && !year) {  // "the first half of March", "of the 2010s"
      const Period p = *whole->period;
      const Days middle = p.first + (p.last - p.first) / 2;
      return named_period(half == 1 ? Period{p.first, middle, Precision::Day}
                                    : Period{middle + chrono::days{1}, p.last, Precision::Day},
                          whole->end);
    }
    return with_year(c, (half - 1) * 6 + 1, 6, k + 1);
  }
  if (unit == TimeUnit::Week && !c.word(k)->plural_unit && c.any(k + 1, {"of", "in"})) {
    const std::optional<NamedPeriod> whole = nested_period(c, c.skip(k + 2, {"the"}), depth + 1);
    if (!whole) return std::nullopt;
    if (!whole->period) return named_period(std::nullopt, whole->end);
    const Period p = *whole->period;
    // ISO 8601: the week with the period's first Thursday is its first, and the one with its last Thursday its last.
    const Days edge = last ? p.last : p.first;
    Days monday = edge - chrono::days{weekday_of(edge)};
    if (last && monday + chrono::days{3} > p.last) monday -= chrono::days{7};
    if (!last && monday + chrono::days{3} < p.first) monday += chrono::days{7};
    if (!last) monday += chrono::days{7 * (o->value - 1)};
    return named_period(Period{monday, monday + chrono::days{6}, Precision::Day}, whole->end);
  }
  if (const int weekday = weekday_at(c, k); weekday >= 0 && c.any(k + 1, {"of", "in"})) {
    const std::optional<NamedPeriod> whole = nested_period(c, c.skip(k + 2, {"the"}), depth + 1);
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
    return named_period(day_period(day), whole->end);
  }
  // "the first nine months of 2025", "the first month of the year"
  if (o->value == 1 || last) {
    const std::optional<SmallNumber> count = c.number(o->end) ? std::nullopt : small_cardinal_at(c.atoms, o->end);
    const std::optional<Number> digits = c.number(o->end) ? number_at(c.atoms, o->end) : std::nullopt;
    const std::optional<std::int64_t> n =
        digits ? digits->value.integer() : std::optional<std::int64_t>(count ? count->value : 1);
    const std::size_t u = digits ? digits->end : count ? count->end : o->end;
    const TimeUnit of_unit = c.unit(u);
    if (n && *n >= 1 && *n < 100 &&
        (of_unit == TimeUnit::Month || of_unit == TimeUnit::Day || of_unit == TimeUnit::Week) && c.is(u + 1, "of")) {
      std::size_t m = c.skip(u + 2, {"the"});
      std::optional<NamedPeriod> whole = nested_period(c, m, depth + 1);
      if (!whole && c.is(m, "year")) whole = relative_period(c, TimeUnit::Year, 0, m + 1);
      if (whole && whole->period) {
        const Period& p = *whole->period;
        const int step = static_cast<int>(*n);
        const Precision precision = of_unit == TimeUnit::Month ? Precision::Month : Precision::Day;
        Period part = last ? Period{add(p.last, of_unit, -step) + chrono::days{1}, p.last, precision}
                           : Period{p.first, add(p.first, of_unit, step) - chrono::days{1}, precision};
        return named_period(part, whole->end);
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
      whole = relative_period(c, TimeUnit::Month, 0, m + 1);
    } else if (direction(c, m) != 2 && c.unit(m + 1) == TimeUnit::Month) {
      whole = nested_period(c, m, depth + 1);
    }
    if (!whole) return std::nullopt;
    if (!whole->period) return named_period(std::nullopt, whole->end);
    const std::optional<Days> day = date(year_of(whole->period->first), month_of(whole->period->first), o->value);
    if (!day) return std::nullopt;
    return named_period(day_period(*day), whole->end);
  }
  return std::nullopt;
}

// "the 1990s", "the '90s", "early 2000s" (its "early" is read elsewhere), "the nineties", "21st century".
std::optional<NamedPeriod> decade(const Context& c, std::size_t i) {
  std::size_t j = c.skip(i, {"the"});
  const bool the = j != i;
  if (const std::optional<SmallNumber> o = ordinal_at(c.atoms, j);
      o && c.unit(o->end) == TimeUnit::Century && o->value > 10 && o->value < 30) {
    return named_period(year_period((o->value - 1) * 100, 100), o->end + 1);
  }
  const std::optional<SmallNumber> high = small_cardinal_at(c.atoms, j);
  if (high && high->value >= 15 && high->value <= 20) {
    const std::size_t k = c.skip(high->end, {"-"});
    if (c.word(k) != nullptr && c.word(k)->decade >= 0) {
      return named_period(year_period(high->value * 100 + c.word(k)->decade, 10), k + 1);
    }
  }
  if (c.is(j, "two") && c.is(j + 1, "thousands") && the) return named_period(year_period(2000, 10), j + 2);
  if (c.word(j) != nullptr && c.word(j)->decade >= 20) {
    if (!the && !c.any(i - 1, {"in"})) return std::nullopt;
    const int tens = c.word(j)->decade;
    return named_period(year_period((tens == 20 ? 2000 : 1900) + tens, 10), j + 1);
  }
  const bool quote = c.is(j, "'") && c.glued(j + 1);
  if (quote) ++j;
  if (!c.number(j) || c.atoms[j].grouped) return std::nullopt;
  const std::string& t = c.atoms[j].text;
  std::size_t k = j + 1;
  if (c.is(k, "'") && c.glued(k)) ++k;
  if (!c.is(k, "s") || (!c.glued(k) && !the && t.size() != 4)) return std::nullopt;
  if (t.back() != '0') return std::nullopt;
  if (t.size() == 4 && (t[0] == '1' || t[0] == '2')) return named_period(year_period(std::stoi(t), 10), k + 1);
  if (t.size() == 2 && (the || quote)) return named_period(year_period(full_year(std::stoi(t)), 10), k + 1);
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

}  // namespace triplewright::nlp::values
