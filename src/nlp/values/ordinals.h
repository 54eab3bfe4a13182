// Whole numbers in words that dates are made of: "third", "twenty-first", "21st", "ninety-nine". Pure functions;
// thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "nlp/values/atoms.h"

namespace triplewright::nlp::values {

/// An ordinal ("third", "twenty-first", "21st") that starts at `at`: its value and the atom after it.
struct SmallNumber {
  int value = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<SmallNumber> ordinal_at(const std::vector<Atom>& atoms, std::size_t at);

/// A cardinal below 100 in words ("ninety-nine"): its value and the atom after it.
[[nodiscard]] std::optional<SmallNumber> small_cardinal_at(const std::vector<Atom>& atoms, std::size_t at);

}  // namespace triplewright::nlp::values
