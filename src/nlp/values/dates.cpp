#include "nlp/values/dates.h"

#include "nlp/values/number.h"
#include "nlp/values/ordinals.h"

namespace triplewright::nlp::values {
namespace {

// Value of a number atom of at most `width` digits without a point, else -1.
int digits(const Context& c, std::size_t i, std::size_t width) {
  if (!c.number(i) || c.atoms[i].grouped) return -1;
  const std::string& t = c.atoms[i].text;
  if (t.size() > width || t.find('.') != std::string::npos) return -1;
  int value = 0;
  for (const char d : t) value = value * 10 + (d - '0');
  return value;
}

bool year_like(const Context& c, std::size_t i) {
  const int y = digits(c, i, 4);
  return y >= 1000 && y < 2200 && c.atoms[i].text.size() == 4;
}

int year_of_digits(const Context& c, std::size_t i) {
  const int y = digits(c, i, 4);
  return c.atoms[i].text.size() == 2 ? full_year(y) : y;
}

bool plausible(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1;
}

// Three parts with one separator: "2026-01-02", "02/22/2016", "21/04/16", "2019-sep-1", "23-2020-September".
std::optional<WrittenDate> three_parts(const Context& c, std::size_t i) {
  if (!c.joint(i + 1) || !c.joint(i + 3) || c.atoms[i + 1].text != c.atoms[i + 3].text ||
      (c.joint(i + 5) && !(c.is(i + 1, "/") && c.is(i + 5, "-")))) {
    return std::nullopt;
  }
  if (i > 0 && c.joint(i - 1) && !c.is(i - 1, "-")) return std::nullopt;
  int named = 0, numbers[3] = {0, 0, 0}, years = 0, count = 0;
  int year = 0;
  for (const std::size_t k : {i, i + 2, i + 4}) {
    if (const int m = month_at(c, k); m > 0) {
      if (named > 0) return std::nullopt;
      named = m;
    } else if (year_like(c, k)) {
      year = digits(c, k, 4);
      ++years;
    } else if (const int n = digits(c, k, 2); n >= 0) {
      numbers[count++] = n;
    } else {
      return std::nullopt;
    }
  }
  WrittenDate d;
  d.end = i + 5;
  const bool dots = c.is(i + 1, ".");
  if (named > 0) {
    if (count == 2 && years == 0) {
      d = {full_year(numbers[1]), named, numbers[0], -1, i + 5, false};
    } else if (count == 1 && years == 1) {
      d = {year, named, numbers[0], -1, i + 5, false};
    } else {
      return std::nullopt;
    }
  } else if (years == 1 && count == 2) {
    d.year = year;
    // ISO order after a leading year; else month first, unless only day first is possible or points separate
    const bool day_first = !year_like(c, i) && (numbers[0] > 12 || (dots && numbers[1] <= 12));
    d.month = day_first ? numbers[1] : numbers[0];
    d.day = day_first ? numbers[0] : numbers[1];
  } else if (count == 3 && !dots) {
    const bool day_first = numbers[0] > 12;
    d.year = full_year(numbers[2]);
    d.month = day_first ? numbers[1] : numbers[0];
    d.day = day_first ? numbers[0] : numbers[1];
    if (c.atoms[i + 4].text.size() != 2) return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (!plausible(d.year, d.month, d.day)) return std::nullopt;
  d.impossible = !date(d.year, d.month, d.day);
  return d;
}

// Year and month: "2015/3", "3/2015", "2016-11", "Dec/2018".
std::optional<WrittenDate> two_parts(const Context& c, std::size_t i) {
  if (!c.any(i + 1, {"-", "/"}) || c.joint(i + 3) || (i > 0 && c.joint(i - 1))) return std::nullopt;
  if (c.any(i + 3, {"-", "/"}) && c.number(i + 4) && !year_like(c, i + 4)) return std::nullopt;
  const bool first_year = year_like(c, i), second_year = year_like(c, i + 2);
  if (first_year == second_year) return std::nullopt;
  const std::size_t m = first_year ? i + 2 : i;
  int month = month_at(c, m);
  if (month == 0) month = digits(c, m, 2);
  const bool named = c.word(m) != nullptr;
  // "2021-22" is a season or fiscal year
  if (month < 1 || month > 12 || (first_year && !named && c.is(i + 1, "-") && c.atoms[m].text.size() == 1)) {
    return std::nullopt;
  }
  return WrittenDate{digits(c, first_year ? i : i + 2, 4), month, 0, -1, i + 3, false};
}

// [,] [of|in] year, after a month or a day.
std::optional<WrittenYear> following_year(const Context& c, std::size_t i, bool after_day) {
  std::size_t j = c.skip(i, {","});
  const bool comma = j != i;
  j = c.skip(j, {"of", "in"});
  if (const std::optional<WrittenYear> y = year_at(c, j)) {
    const Atom* next = c.get(y->end);
    const bool unit =
        next != nullptr && next->kind == AtomKind::Word && looks_plural(next->text) && comma && !after_day;
    if (!unit) return y;
  }
  if (j == i + 1 && c.is(i, "'") && digits(c, j, 2) >= 0) return WrittenYear{year_of_digits(c, j), j + 1};
  if (c.is(j, "'") && c.glued(j + 1) && c.number(j + 1) && c.atoms[j + 1].text.size() == 2) {
    return WrittenYear{year_of_digits(c, j + 1), j + 2};
  }
  // "April of 87", "August 99"
  if (c.number(j) && c.atoms[j].text.size() == 2 && (digits(c, j, 2) > 31 || (j > i && !comma))) {
    const Atom* next = c.get(j + 1);
    if (next == nullptr || next->kind == AtomKind::Symbol) return WrittenYear{year_of_digits(c, j), j + 1};
  }
  return std::nullopt;
}

bool measured(const Context& c, std::size_t i) {
  if (c.any(i, {"%", "percent", "million", "billion"}) || (c.is(i, "per") && c.is(i + 1, "cent"))) return true;
  return c.unit(i) != TimeUnit::None && c.unit(i) != TimeUnit::Second;
}

// "January 12, 2018", "Sept. the 3rd", "Oct-2", "May twenty one", "June of 1992", "February".
std::optional<WrittenDate> month_first(const Context& c, std::size_t i) {
  const int month = month_at(c, i);
  if (month == 0) return std::nullopt;
  WrittenDate d;
  d.month = month;
  d.end = i + 1;
  std::size_t j = c.is(i + 1, ".") ? i + 2 : i + 1;
  if (c.any(j, {"-", "/"}) && c.glued(j) && c.number(j + 1)) ++j;
  // "October two thousand and five" is a month and a year, not 2 October
  if (const std::optional<WrittenYear> y = c.number(j) ? std::nullopt : year_at(c, j)) {
    d.year = y->year;
    d.end = y->end;
    return d;
  }
  const std::size_t k = c.skip(j, {"the"});
  // "in Jan-26" is a month and a year
  if (k == i + 2 && c.joint(i + 1) && i > 0 && c.any(i - 1, {"in", "for", "since"}) && digits(c, k, 2) >= 20) {
    d.year = full_year(digits(c, k, 2));
    d.end = k + 1;
    return d;
  }
  if (const std::optional<DayNumber> day = day_at(c, k); day && !measured(c, day->end) && !year_like(c, k)) {
    // "May 2 million" and "June 30 companies" would be odd; "Nov 18-Dec 19" is a range and handled above this
    d.day = day->day;
    d.end = day->end;
    if (const std::optional<WrittenYear> y = following_year(c, day->end, true)) {
      d.year = y->year;
      d.end = y->end;
    }
    d.impossible = !date(d.year != 0 ? d.year : 2000, d.month, d.day);
    return d;
  }
  if (const std::optional<WrittenYear> y = following_year(c, j, false)) {
    d.year = y->year;
    d.end = y->end;
  }
  return d;
}

// "2 January 2026", "22 of Jan", "the tenth of September, two thousand".
std::optional<WrittenDate> day_first(const Context& c, std::size_t i) {
  const std::size_t start = c.skip(i, {"the"});
  const std::optional<DayNumber> day = day_at(c, start);
  if (!day) return std::nullopt;
  std::size_t j = day->end;
  if (c.is(j, "day")) ++j;
  j = c.skip(j, {"of"});
  if (c.is(j, "-") && c.glued(j)) ++j;
  const int month = month_at(c, j);
  if (month == 0 || (c.number(start) && c.any(start + 1, {"%"}))) return std::nullopt;
  WrittenDate d{0, month, day->day, -1, j + 1, false};
  const std::size_t dot = c.is(j + 1, ".") ? j + 2 : j + 1;
  const std::size_t k = c.is(dot, "-") && c.glued(dot) ? dot + 1 : dot;
  if (const std::optional<WrittenYear> y = following_year(c, k, true)) {
    d.year = y->year;
    d.end = y->end;
  }
  d.impossible = !date(d.year != 0 ? d.year : 2000, d.month, d.day);
  return d;
}

// "2015 June", "2024 March 3".
std::optional<WrittenDate> year_first(const Context& c, std::size_t i) {
  if (!year_like(c, i)) return std::nullopt;
  const int month = month_at(c, i + 1);
  if (month == 0 || c.glued(i + 1)) return std::nullopt;
  // "in 2015 June sales": a year that a following date has anyway is not taken from before it
  if (const std::optional<WrittenDate> d = month_first(c, i + 1); d && d->year != 0) return std::nullopt;
  WrittenDate d{digits(c, i, 4), month, 0, -1, i + 2, false};
  return d;
}

std::optional<WrittenDate> without_weekday(const Context& c, std::size_t i) {
  if (std::optional<WrittenDate> d = three_parts(c, i)) return d;
  if (std::optional<WrittenDate> d = two_parts(c, i)) return d;
  if (std::optional<WrittenDate> d = month_first(c, i)) return d;
  if (std::optional<WrittenDate> d = year_first(c, i)) return d;
  return day_first(c, i);
}

}  // namespace

int month_at(const Context& c, std::size_t i) {
  const WordInfo* w = c.word(i);
  if (w == nullptr || w->month == 0) return 0;
  const Atom& a = c.atoms[i];
  if (a.upos == Upos::AUX || a.upos == Upos::VERB) return 0;
  if (a.text == "may" || a.text == "march" || a.text == "mar" || a.text == "dec" || a.text == "sep") {
    const bool number = c.number(i + 1) || c.is(i + 1, ".") || c.any(i + 1, {"the", "of", "-", "/", "to"}) ||
                        small_cardinal_at(c.atoms, i + 1) || ordinal_at(c.atoms, i + 1);
    if (i == 0) return a.capital && (number || c.size() == 1) ? w->month : 0;
    if (c.any(i + 1, {"i", "we", "you", "he", "she", "it", "they", "be", "have", "not", "also", "still", "well"}))
      return 0;
    const bool asked = c.any(i - 1, {"in", "since", "until", "by", "of", "this", "last", "next", "early", "late", "mid",
                                     "from", "to", "and", "-", "after", "before", "during", "through"});
    return (a.capital && a.text != "march") || (a.capital && (asked || number)) || number || asked ? w->month : 0;
  }
  return w->month;
}

int weekday_at(const Context& c, std::size_t i) {
  const WordInfo* w = c.word(i);
  if (w == nullptr || w->weekday < 0) return -1;
  const Atom& a = c.atoms[i];
  // "sun", "sat", "wed" and "mon" are words of their own
  if (a.text.size() == 3 && !a.capital) return -1;
  if (a.text == "sun" && i > 0 && c.is(i - 1, "the")) return -1;
  const bool name = i + 1 < c.atoms.size() && c.atoms[i + 1].kind == AtomKind::Word && c.atoms[i + 1].capital;
  if (a.text.size() == 3 && name && month_at(c, i + 1) == 0) return -1;  // "Sun Microsystems"
  return w->weekday;
}

std::optional<DayNumber> day_at(const Context& c, std::size_t i) {
  if (const std::optional<SmallNumber> o = ordinal_at(c.atoms, i)) {
    if (o->value < 1 || o->value > 31) return std::nullopt;
    return DayNumber{o->value, o->end};
  }
  if (c.number(i)) {
    const int n = digits(c, i, 2);
    if (n < 1 || n > 31) return std::nullopt;
    if (c.glued(i + 1) && c.atoms[i + 1].kind == AtomKind::Word && month_at(c, i + 1) == 0) return std::nullopt;
    if (c.is(i + 1, "%") || (c.is(i + 1, ":") && c.glued(i + 1))) return std::nullopt;
    return DayNumber{n, i + 1};
  }
  if (const std::optional<SmallNumber> o = small_cardinal_at(c.atoms, i)) {
    if (o->value < 1 || o->value > 31) return std::nullopt;
    return DayNumber{o->value, o->end};
  }
  return std::nullopt;
}

std::optional<WrittenYear> year_at(const Context& c, std::size_t i) {
  if (year_like(c, i)) {
    if (c.glued(i + 1) && c.atoms[i + 1].kind == AtomKind::Word) return std::nullopt;
    return WrittenYear{digits(c, i, 4), i + 1};
  }
  if (c.number(i) || c.word(i) == nullptr) return std::nullopt;
  const std::optional<SmallNumber> high = small_cardinal_at(c.atoms, i);
  if (high && high->value >= 13 && high->value <= 21) {
    if (const std::optional<SmallNumber> low = small_cardinal_at(c.atoms, high->end)) {
      if (low->value >= 10) return WrittenYear{high->value * 100 + low->value, low->end};
      const std::optional<SmallNumber> unit = small_cardinal_at(c.atoms, low->end);
      if (low->value == 0 && unit && unit->value < 10) return WrittenYear{high->value * 100 + unit->value, unit->end};
    }
  }
  const std::optional<Number> n = number_at(c.atoms, i);
  const std::optional<std::int64_t> value = n && !n->vague && !n->article ? n->value.integer() : std::nullopt;
  if (value && *value >= 1000 && *value < 2200) return WrittenYear{static_cast<int>(*value), n->end};
  return std::nullopt;
}

std::optional<WrittenDate> written_date_at(const Context& c, std::size_t i) {
  const int weekday = weekday_at(c, i);
  if (weekday < 0) return without_weekday(c, i);
  std::size_t j = i + 1;
  if (c.is(j, ".")) ++j;
  j = c.skip(c.skip(j, {","}), {"the"});
  std::optional<WrittenDate> d = without_weekday(c, j);
  if (!d || d->day == 0) return std::nullopt;
  d->weekday = weekday;
  return d;
}

std::optional<Period> resolve(const Context& c, const WrittenDate& d) {
  if (d.impossible) return std::nullopt;
  const auto in_year = [&](int year) -> std::optional<Period> {
    if (d.day == 0) return month_period(year, d.month);
    const std::optional<Days> day = date(year, d.month, d.day);
    return day ? std::optional<Period>(day_period(*day)) : std::nullopt;
  };
  if (d.year != 0) return in_year(d.year);
  if (!c.reference) return std::nullopt;
  const int now = year_of(*c.reference);
  std::optional<Period> past, next;
  for (int k = 0; k <= 8; ++k) {  // 29 February comes within eight years
    if (std::optional<Period> p = in_year(now - k); p && !past && p->first <= *c.reference) past = p;
    if (std::optional<Period> p = in_year(now + k); p && !next && p->last >= *c.reference) next = p;
  }
  if (!past || !next) return past ? past : next;
  // What is nearly a year away would be said to be last or next year's.
  constexpr std::chrono::days kFar{270};
  if (c.future) return next->first - *c.reference > kFar ? past : next;
  return *c.reference - past->last > kFar ? next : past;
}

}  // namespace triplewright::nlp::values
