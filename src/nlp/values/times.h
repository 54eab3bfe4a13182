// Time expressions with their prepositions: points, open and closed intervals, distances from now.
// Pure functions; thread-safe.
#pragma once

#include <optional>
#include <string>

#include "nlp/values/periods.h"

namespace triplewright::nlp::values {

struct TimeMatch {
  std::size_t begin = 0;  ///< first atom of the value's text: after a preposition that only places it ("in", "by")
  std::size_t end = 0;
  std::size_t core = 0;  ///< first atom after bound words ("around"); 0: `begin`
  std::string from, to;  ///< as Value::begin and Value::end
  Bound bound = Bound::Exact;
  bool resolved = true;
  bool nothing = false;  ///< consumed, but no value: a clock time, an impossible date
};

/// The time expression that starts at atom `at`.
[[nodiscard]] std::optional<TimeMatch> time_at(const Context& c, std::size_t at);

}  // namespace triplewright::nlp::values
