// Ranges of dates and years: "from May 3 to June 5", "2024-25", "4 to 22 January". Pure functions; thread-safe.
#pragma once

#include <optional>

#include "nlp/values/times.h"

namespace triplewright::nlp::values {

/// From the beginning of one period to the end of another; unresolved when either is unknown.
[[nodiscard]] TimeMatch closed_time(std::size_t begin, std::size_t end, const std::optional<Period>& first,
                                    const std::optional<Period>& last);
/// Whether digits that could be a year are one here.
[[nodiscard]] bool reads_as_year(const Context& c, std::size_t i, std::size_t end, bool asked = false);

/// "2024-25", "2024/25".
[[nodiscard]] std::optional<TimeMatch> short_range(const Context& c, std::size_t i);
/// Two periods joined by "to", "until", "-" (or "and" after "between"); `begin` is where its preposition stands.
[[nodiscard]] std::optional<TimeMatch> date_range(const Context& c, std::size_t i, std::size_t begin, bool between);
/// "4 to 22 this month", "between the 3rd and 12th of next month".
[[nodiscard]] std::optional<TimeMatch> days_of_month(const Context& c, std::size_t i, std::size_t begin);

}  // namespace triplewright::nlp::values
