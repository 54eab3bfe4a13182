// Numbers with what they count: percentages, money, measures, durations, counts of things, ordinals; with bounds,
// ranges and rates. Pure functions; thread-safe.
#pragma once

#include <optional>

#include "nlp/values/cursor.h"

namespace triplewright::nlp::values {

struct QuantityMatch {
  std::size_t begin = 0, end = 0;            ///< atoms of the whole expression
  std::size_t core_begin = 0, core_end = 0;  ///< without bound words and rate
  Value value;                               ///< without `tokens` and `text`
  bool nothing = false;                      ///< consumed, but no value: part of a name, a ratio, an address
};

/// The quantity that starts at atom `at`.
[[nodiscard]] std::optional<QuantityMatch> quantity_at(const Context& c, std::size_t at);

}  // namespace triplewright::nlp::values
