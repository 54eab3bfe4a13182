// Calendar dates as written: "2026-01-02", "2 January 2026", "Jan. 2", "May 2019", "12/31/24", "2025".
// Pure functions; thread-safe.
#pragma once

#include <optional>

#include "nlp/values/cursor.h"

namespace triplewright::nlp::values {

/// A date with the parts that the text gives; 0 (weekday -1) where it gives none.
struct WrittenDate {
  int year = 0, month = 0, day = 0;
  int weekday = -1;
  std::size_t end = 0;
  bool impossible = false;  ///< names a day that no year has ("30 February"): no value, but consumed
};

/// The date that starts at atom `at`: with a month at least.
[[nodiscard]] std::optional<WrittenDate> written_date_at(const Context& c, std::size_t at);

/// A four-digit year ("2025", "'99" after a month) or one in words ("nineteen ninety nine"); no look at the context.
struct WrittenYear {
  int year = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<WrittenYear> year_at(const Context& c, std::size_t at);

/// 1..12 when the atom is a month's name (and not the verb "may" or "march"), else 0.
[[nodiscard]] int month_at(const Context& c, std::size_t at);
/// 0 Monday .. 6 Sunday, or -1.
[[nodiscard]] int weekday_at(const Context& c, std::size_t at);
/// A day of a month, "2", "2nd", "second", "twenty-first", "27": its value and the atom after it.
struct DayNumber {
  int day = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<DayNumber> day_at(const Context& c, std::size_t at);

/// The period of a written date, its missing year taken from the reference: the latest such date up to it, or the
/// next one when the sentence speaks of the future. nullopt when it cannot be known or is impossible.
[[nodiscard]] std::optional<Period> resolve(const Context& c, const WrittenDate& date);

}  // namespace triplewright::nlp::values
