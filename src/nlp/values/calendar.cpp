#include "nlp/values/calendar.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace triplewright::nlp::values {

namespace chrono = std::chrono;

namespace {

std::string lexical(Days day, Precision precision) {
  const chrono::year_month_day d{day};
  char buffer[32];
  const int y = static_cast<int>(d.year());
  const unsigned m = static_cast<unsigned>(d.month());
  switch (precision) {
    case Precision::Year:
      std::snprintf(buffer, sizeof buffer, "%04d", y);
      break;
    case Precision::Month:
      std::snprintf(buffer, sizeof buffer, "%04d-%02u", y, m);
      break;
    case Precision::Day:
      std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", y, m, static_cast<unsigned>(d.day()));
      break;
  }
  return buffer;
}

int months_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Month:
      return 1;
    case TimeUnit::Quarter:
      return 3;
    case TimeUnit::Half:
      return 6;
    case TimeUnit::Year:
      return 12;
    case TimeUnit::Decade:
      return 120;
    case TimeUnit::Century:
      return 1200;
    default:
      return 0;
  }
}

int floor_to(int value, int step) {
  return value >= 0 ? value / step * step : -((-value + step - 1) / step * step);
}

// Keeps dates within what four-digit years can write.
int clamp_months(int months) {
  return std::clamp(months, 12, 9999 * 12 + 11);
}

}  // namespace

std::string Period::begin() const {
  return lexical(first, precision);
}

std::string Period::end() const {
  return lexical(last, precision);
}

std::optional<Days> date(int year, int month, int day) {
  const chrono::year_month_day d{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                                 chrono::day{static_cast<unsigned>(day)}};
  if (year < 1 || year > 9999 || month < 1 || day < 1 || !d.ok()) return std::nullopt;
  return Days{d};
}

int year_of(Days day) {
  return static_cast<int>(chrono::year_month_day{day}.year());
}

int month_of(Days day) {
  return static_cast<int>(static_cast<unsigned>(chrono::year_month_day{day}.month()));
}

int day_of(Days day) {
  return static_cast<int>(static_cast<unsigned>(chrono::year_month_day{day}.day()));
}

int weekday_of(Days day) {
  return static_cast<int>(chrono::weekday{day}.iso_encoding()) - 1;
}

Period day_period(Days day) {
  return {day, day, Precision::Day};
}

Period month_period(int year, int month, int months) {
  const int from = clamp_months(year * 12 + month - 1);
  const int to = clamp_months(from + months - 1);
  const chrono::year_month_day_last last{chrono::year{to / 12},
                                         chrono::month_day_last{chrono::month{static_cast<unsigned>(to % 12 + 1)}}};
  return {*date(from / 12, from % 12 + 1, 1), Days{last}, Precision::Month};
}

Period year_period(int year, int years) {
  Period p = month_period(year, 1, years * 12);
  p.precision = Precision::Year;
  return p;
}

Days add_months(Days day, int months) {
  const int total = clamp_months(year_of(day) * 12 + month_of(day) - 1 + months);
  for (int d = day_of(day);; --d) {
    if (const std::optional<Days> result = date(total / 12, total % 12 + 1, d)) return *result;
  }
}

Days add(Days day, TimeUnit unit, int count) {
  count = std::clamp(count, -20000, 20000);
  switch (unit) {
    case TimeUnit::Day:
      return day + chrono::days{count};
    case TimeUnit::Week:
    case TimeUnit::Weekend:
      return day + chrono::days{7 * count};
    case TimeUnit::Fortnight:
      return day + chrono::days{14 * count};
    case TimeUnit::BusinessDay: {
      for (int left = std::abs(count), step = count < 0 ? -1 : 1; left > 0;) {
        day += chrono::days{step};
        if (weekday_of(day) < 5) --left;
      }
      return day;
    }
    default:
      return add_months(day, std::clamp(months_in(unit) * count, -120000, 120000));
  }
}

Period unit_period(Days day, TimeUnit unit, int offset) {
  switch (unit) {
    case TimeUnit::Day:
    case TimeUnit::BusinessDay:
      return day_period(add(day, unit, offset));
    case TimeUnit::Weekend: {
      const Days saturday = day - chrono::days{weekday_of(day)} + chrono::days{5 + 7 * offset};
      return {saturday, saturday + chrono::days{1}, Precision::Day};
    }
    case TimeUnit::Week:
    case TimeUnit::Fortnight: {
      const int weeks = unit == TimeUnit::Week ? 1 : 2;
      const Days monday = day - chrono::days{weekday_of(day)} + chrono::days{7 * weeks * offset};
      return {monday, monday + chrono::days{7 * weeks - 1}, Precision::Day};
    }
    case TimeUnit::Month:
    case TimeUnit::Quarter:
    case TimeUnit::Half: {
      const int step = months_in(unit);
      const int from = floor_to(year_of(day) * 12 + month_of(day) - 1, step) + step * offset;
      return month_period(from / 12, from % 12 + 1, step);
    }
    case TimeUnit::Year:
    case TimeUnit::Decade:
    case TimeUnit::Century: {
      const int step = months_in(unit) / 12;
      return year_period(floor_to(year_of(day), step) + step * offset, step);
    }
    default:
      return day_period(day);
  }
}

Period shifted(Days day, TimeUnit unit, int count) {
  const Days to = add(day, unit, count);
  switch (unit) {
    case TimeUnit::Month:
    case TimeUnit::Quarter:
      return unit_period(to, TimeUnit::Month, 0);
    case TimeUnit::Half:
    case TimeUnit::Year:
    case TimeUnit::Decade:
    case TimeUnit::Century:
      return unit_period(to, TimeUnit::Year, 0);
    default:
      return day_period(to);
  }
}

std::optional<Days> parse_date(std::string_view s) {
  if (s.size() < 10 || s[4] != '-' || s[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t n) {
    int value = 0;
    for (const char c : s.substr(at, n)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  return date(number(0, 4), number(5, 2), number(8, 2));
}

int full_year(int two_digits) {
  return two_digits < 40 ? 2000 + two_digits : 1900 + two_digits;
}

}  // namespace triplewright::nlp::values
