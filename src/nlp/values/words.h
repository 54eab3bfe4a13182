// The closed vocabulary of values: number words, units, currencies, months, days.
// Thread-safety: built on first use, const after.
#pragma once

#include <cstdint>
#include <string_view>

namespace triplewright::nlp::values {

enum class TimeUnit : std::uint8_t {
  None,
  Second,
  Minute,
  Hour,
  Day,
  BusinessDay,
  Weekend,
  Week,
  Fortnight,
  Month,
  Quarter,
  Half,
  Year,
  Decade,
  Century
};

/// What one lower-cased word may be; a word can be several things ("second", "quarter", "march").
struct WordInfo {
  int cardinal = -1;                ///< "seven", "forty"
  int scale = 0;                    ///< power of ten: "million" 6
  bool dozen = false;               ///< "dozen"
  bool plural_scale = false;        ///< "millions", "dozens"
  int ordinal = -1;                 ///< "third" 3
  int denominator = 0;              ///< "thirds" 3, "half" 2
  bool plural_denominator = false;  ///< "thirds", "halves"
  int month = 0;                    ///< 1..12
  int weekday = -1;                 ///< 0 Monday .. 6 Sunday
  int season = 0;                   ///< first month of it: 3 6 9 12
  TimeUnit time_unit = TimeUnit::None;
  bool plural_unit = false;    ///< "years"
  int decade = -1;             ///< "nineties" 90
  std::string_view measure;    ///< singular English name: "kilometre"
  std::string_view currency;   ///< ISO 4217 code that the word or symbol means alone
  bool cent = false;           ///< a hundredth of it: "cents", "pence"
  bool symbol_before = false;  ///< may stand before the number: "$", "RMB"
  std::string_view fraction;   ///< numeral of a vulgar fraction: "½" is "1/2"
};

/// The entry of a lower-cased word or symbol, or null.
[[nodiscard]] const WordInfo* find_word(std::string_view lower);

/// ISO 4217 code of a qualified dollar, peso ... ("hong kong", "dollar"), or empty. `nation` is lower
/// case, as an adjective, a country or the letters before "$" ("hk", "us", "nt").
[[nodiscard]] std::string_view national_currency(std::string_view nation, std::string_view currency_word);

/// "year" for TimeUnit::Year, and so on.
[[nodiscard]] std::string_view name_of(TimeUnit unit);

/// Whether a lower-cased word has the ending of a regular plural noun.
[[nodiscard]] bool looks_plural(std::string_view lower);

}  // namespace triplewright::nlp::values
