// The readers of one kind of named period each, tried by period_at. All take the atom to begin at and return nothing
// when no such phrase begins there. Pure functions; thread-safe.
#pragma once

#include <optional>

#include "nlp/values/periods.h"

namespace triplewright::nlp::values {

[[nodiscard]] NamedPeriod named_period(std::optional<Period> period, std::size_t end);
/// The unit (week, month, ...) `offset` away from that of the publication date; no period when that is unknown.
[[nodiscard]] NamedPeriod relative_period(const Context& c, TimeUnit unit, int offset, std::size_t end);
/// -1 past ("last"), 0 present ("this"), +1 future ("next"), 2 no such word.
[[nodiscard]] int direction(const Context& c, std::size_t i);
/// Any of the periods, at a depth of nesting ("the end of the first half of 2024").
[[nodiscard]] std::optional<NamedPeriod> nested_period(const Context& c, std::size_t i, int depth);

/// "Q3 2024", "1H25", "FY2026".
[[nodiscard]] std::optional<NamedPeriod> coded_period(const Context& c, std::size_t i);
/// "the first quarter", "the second half of 2024", "the first week of May".
[[nodiscard]] std::optional<NamedPeriod> ordinal_period(const Context& c, std::size_t i, int depth);
/// "the 1990s", "the '90s", "the nineties", "21st century".
[[nodiscard]] std::optional<NamedPeriod> decade(const Context& c, std::size_t i);
/// "the summer of 2023".
[[nodiscard]] std::optional<NamedPeriod> season(const Context& c, std::size_t i);

/// "last week", "the past three years", "next June", "this Friday", "next 2 days", "recent years".
[[nodiscard]] std::optional<NamedPeriod> directed_period(const Context& c, std::size_t i, int depth);
/// "the week of May 5", "the weekend".
[[nodiscard]] std::optional<NamedPeriod> week_of(const Context& c, std::size_t i);
/// "today", "the day before yesterday".
[[nodiscard]] std::optional<NamedPeriod> day_word(const Context& c, std::size_t i);
/// "Thursday", "Monday the 5th".
[[nodiscard]] std::optional<NamedPeriod> weekday_phrase(const Context& c, std::size_t i);

}  // namespace triplewright::nlp::values
