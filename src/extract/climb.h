// The way from a predicate to the root of its sentence, and what the words on it make of the predicate. Pure;
// thread-safe.
#pragma once

#include <cstdint>

#include "extract/composition.h"
#include "extract/operators.h"
#include "extract/speaker.h"
#include "extract/tree.h"

namespace triplewright::extract {

/// Climbs from a predicate to the root of its sentence and composes what it meets.
[[nodiscard]] Composition composition_of(const Tree& tree, const Operators& operators, const Speakers& speakers,
                                         std::uint32_t token);

}  // namespace triplewright::extract
