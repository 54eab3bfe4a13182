// Amounts of time: "three months", "5-year", "a year and a half", "two days", "a few weeks".
// Pure functions; thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "nlp/values/cursor.h"
#include "nlp/values/decimal.h"

namespace triplewright::nlp::values {

struct TimeAmount {
  Decimal count;
  TimeUnit unit = TimeUnit::None;
  bool about = false;    ///< "a few", "several", "a couple of"
  bool article = false;  ///< "a year": may be a rate or part of another expression
  bool whole = false;    ///< "all day", "full year"
  bool hyphen = false;   ///< "five-year": modifies a noun
  std::size_t end = 0;
};

/// One amount that starts at atom `at`.
[[nodiscard]] std::optional<TimeAmount> time_amount_at(const Context& c, std::size_t at);
/// A row of amounts that add up: "1 year 1 month and 21 days". Not empty, or nullopt-like empty.
[[nodiscard]] std::vector<TimeAmount> time_amounts_at(const Context& c, std::size_t at);

/// A day moved by amounts; nullopt for fractions that no calendar unit holds.
[[nodiscard]] std::optional<Days> moved(Days day, const std::vector<TimeAmount>& amounts, bool back);
/// The same, as precise as the finest unit: years give a year.
[[nodiscard]] std::optional<Period> moved_period(Days day, const std::vector<TimeAmount>& amounts, bool back);

}  // namespace triplewright::nlp::values
