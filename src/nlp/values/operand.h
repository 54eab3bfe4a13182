// A number with what is written right around it: "$5 million", "3.5%", "five years", "half of its sales", "one in
// five". Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "nlp/values/cursor.h"
#include "nlp/values/number.h"

namespace triplewright::nlp::values {

struct Operand {
  Number number;
  ValueKind kind = ValueKind::Number;
  std::string unit, currency;
  bool money_sign = false;  ///< the currency stood before the number
  std::size_t end = 0;      ///< the atom after it
};

/// The operand that starts at atom `at`.
[[nodiscard]] std::optional<Operand> operand_at(const Context& c, std::size_t at);

/// "more than an hour", "for a year": the article is the number. `bounded`: a bound stands before it.
[[nodiscard]] std::optional<Operand> unit_at(const Context& c, std::size_t at, bool bounded);

}  // namespace triplewright::nlp::values
