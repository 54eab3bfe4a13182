// What stands around a number: currency, percent sign, measure, counted noun, rate.
// Pure functions; thread-safe.
#pragma once

#include <optional>
#include <string>

#include "nlp/values/cursor.h"

namespace triplewright::nlp::values {

struct Currency {
  std::string code;  ///< ISO 4217
  bool cent = false;
  std::size_t end = 0;
};

/// "$", "US$", "HK $", "RMB", "NT$", "C$", "Rs." before a number.
[[nodiscard]] std::optional<Currency> currency_before(const Context& c, std::size_t at);
/// "yuan", "US dollars", "swiss francs", "€", "cents" after one. `scale` receives "MUSD" (6).
[[nodiscard]] std::optional<Currency> currency_after(const Context& c, std::size_t at, int& scale);

struct Unit {
  ValueKind kind = ValueKind::Quantity;
  std::string name;  ///< singular: "nanometre", "percentage point"; empty for a plain percentage
  std::size_t end = 0;
};

/// "%", "per cent", "percentage points", "basis points", and measures ("nm", "square metres", "-inch").
[[nodiscard]] std::optional<Unit> unit_after(const Context& c, std::size_t at);

/// The lemma phrase of the noun that a number before atom `at` counts ("advanced AI chip"), or empty. By the parse
/// where the atoms have tokens; else a lower-case plural that follows. `end` receives the atom after it. A
/// `vague` number ("hundreds") takes its noun with "of".
[[nodiscard]] std::string counted_noun(const Context& c, std::size_t at, std::size_t& end, bool vague = false);

/// The unit of a rate after atom `at` ("a year", "per month", "annually", "apiece"), or empty.
[[nodiscard]] std::string rate_after(const Context& c, std::size_t at, std::size_t& end);

/// English singular of a regular plural noun ("vehicles", "batteries", "boxes").
[[nodiscard]] std::string singular(std::string_view plural);

}  // namespace triplewright::nlp::values
