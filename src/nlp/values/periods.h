// Periods named in a text: dates, years, quarters, seasons, decades, and those relative to the publication date
// ("last Thursday", "next year", "the first half of 2024", "early next week"). Pure functions; thread-safe.
#pragma once

#include <optional>

#include "nlp/values/dates.h"

namespace triplewright::nlp::values {

/// A period as a text names it.
struct NamedPeriod {
  std::optional<Period> period;  ///< nullopt: its reference date is unknown, or it is impossible
  bool impossible = false;       ///< names no day at all: consumed, but no value
  bool about = false;            ///< "recent years"
  bool bare_year = false;        ///< digits that only the context makes a year
  bool clause_bound = false;     ///< a bare weekday, month or quarter: no value without more context
  WrittenDate written;           ///< when it is a date without a year (month != 0)
  std::size_t end = 0;
};

/// The period named from atom `at` on (without a preposition).
[[nodiscard]] std::optional<NamedPeriod> period_at(const Context& c, std::size_t at);

}  // namespace triplewright::nlp::values
