// Number phrases: "1.45 billion", "twenty-five", "a dozen", "two thirds", "hundreds of thousands", "2 1/4".
// Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "nlp/values/atoms.h"
#include "nlp/values/decimal.h"

namespace triplewright::nlp::values {

struct Number {
  Decimal value;
  std::size_t end = 0;    ///< index of the atom after it
  bool digits = false;    ///< starts with digits
  bool bare = false;      ///< digits alone, without separators, point, sign or scale: may be a year or a name
  bool scaled = false;    ///< has a scale: "5 million", "5bn"
  bool fraction = false;  ///< a proper fraction in words or as one sign: "half", "two-thirds", "¾"
  bool vague = false;     ///< "dozens", "hundreds of thousands": `value` is the least it can be
  bool article = false;   ///< made from "a" alone: "a million", "a third"
};

/// The longest number phrase that starts at atom `at`. `money` allows the suffix "m" to stand apart ("$300 m").
[[nodiscard]] std::optional<Number> number_at(const std::vector<Atom>& atoms, std::size_t at, bool money = false);

}  // namespace triplewright::nlp::values
