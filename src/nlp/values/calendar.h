// Calendar periods and arithmetic on them (proleptic Gregorian, ISO 8601 weeks).
// Pure functions; thread-safe.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "nlp/values/words.h"

namespace triplewright::nlp::values {

using Days = std::chrono::sys_days;

/// How finely a period is known: the xsd type that writes its ends.
enum class Precision : std::uint8_t { Year, Month, Day };

/// Whole days from `first` to `last`, both included.
struct Period {
  Days first, last;
  Precision precision = Precision::Day;

  [[nodiscard]] std::string begin() const;  ///< `first` as xsd:gYear, xsd:gYearMonth or xsd:date
  [[nodiscard]] std::string end() const;    ///< `last`, likewise
  friend bool operator==(const Period&, const Period&) = default;
};

/// nullopt for a day that the calendar does not have.
[[nodiscard]] std::optional<Days> date(int year, int month, int day);
[[nodiscard]] int year_of(Days day);
[[nodiscard]] int month_of(Days day);    ///< 1..12
[[nodiscard]] int day_of(Days day);      ///< 1..31
[[nodiscard]] int weekday_of(Days day);  ///< 0 Monday .. 6 Sunday

[[nodiscard]] Period day_period(Days day);
[[nodiscard]] Period month_period(int year, int month, int months = 1);
[[nodiscard]] Period year_period(int year, int years = 1);

/// `day` moved by whole months, kept within the month it lands in (31 January + 1 month is 28 February).
[[nodiscard]] Days add_months(Days day, int months);
/// `day` moved by `count` units (days, weeks, months, quarters, years ...).
[[nodiscard]] Days add(Days day, TimeUnit unit, int count);

/// The calendar unit `offset` units after the one that holds `day` (0 is that one).
[[nodiscard]] Period unit_period(Days day, TimeUnit unit, int offset);

/// The point `count` units from `day`, as precisely as the unit speaks: years give a year.
[[nodiscard]] Period shifted(Days day, TimeUnit unit, int count);

/// Reads the date of an xsd:date or xsd:dateTime.
[[nodiscard]] std::optional<Days> parse_date(std::string_view lexical);

/// The full year of two digits, with the pivot 40: "71" is 1971, "27" is 2027.
[[nodiscard]] int full_year(int two_digits);

}  // namespace triplewright::nlp::values
