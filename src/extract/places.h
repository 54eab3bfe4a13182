// Places that are said to lie in one another. Pure; thread-safe.
#pragma once

#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

/// The lexical entry that says, by the classes of its senses, what kind of place lies in what kind.
inline constexpr const char* kPlaceInPlace = "(place,)";

/// The regions and countries named after a place, between commas, because it lies in them: *Kiel, Holstein, Germany*.
/// A list of places (*Ohio, Texas and Utah*) is none of that.
[[nodiscard]] std::vector<End> containing_places(const Context& context, Span place);

}  // namespace triplewright::extract
