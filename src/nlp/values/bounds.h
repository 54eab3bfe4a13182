// Words before and after a number that say how it bounds: "more than", "up to", "or less".
// Pure functions; thread-safe.
#pragma once

#include <optional>

#include "nlp/values/cursor.h"

namespace triplewright::nlp::values {

struct BoundPhrase {
  Bound bound = Bound::Exact;
  std::size_t end = 0;  ///< the atom after it
  bool weak =
      false;  ///< also an ordinary preposition ("over", "under", "some", "above"): needs a number right after it
};

/// The phrase that starts at atom `at` ("as many as", "nearly", "at least an estimated").
[[nodiscard]] std::optional<BoundPhrase> bound_before(const Context& c, std::size_t at);
/// The phrase after a number: "or more", "or less", "or so", "+".
[[nodiscard]] std::optional<BoundPhrase> bound_after(const Context& c, std::size_t at);

}  // namespace triplewright::nlp::values
