// Dates as news writes them, to XML Schema lexical forms. Pure functions; thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace triplewright::ingest {

/// A date found in a text, with the bytes it occupies.
struct FoundDate {
  std::string value;  ///< xsd:date or xsd:dateTime lexical form
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first full date (year, month and day) in `text`: ISO 8601 (with time and zone when written), RFC 822,
/// "March 3, 2025", "3 Mar. 2025", "2025/03/03", "2025年3月3日". Of "3/4/2025" the month comes first unless it
/// exceeds 12. Nothing for dates that do not exist.
[[nodiscard]] std::optional<FoundDate> find_date(std::string_view text);

/// A metadata value that is a date: like find_date, and also "20250303", "20250303T101500Z" and seconds or milliseconds
/// since 1970. Empty when it is none.
[[nodiscard]] std::string date_value(std::string_view text);

/// Number of a month's English name or abbreviation (1 to 12), or 0.
[[nodiscard]] int month_number(std::string_view word);

/// True for the English name or abbreviation of a day of the week.
[[nodiscard]] bool is_weekday(std::string_view word);

}  // namespace triplewright::ingest
