// One span of the recognizer, several names: "Nvidia CEO Jensen Huang", "H200 GPUs", "Acme, Zelt and Qorin". Pure;
// thread-safe.
#pragma once

#include <vector>

#include "link/name_words.h"

namespace triplewright::link {

/// A stretch of tokens taken for a name.
struct FoundName {
  Span tokens;
  NameType type = NameType::None;
  bool known = false;  ///< in the entity base
};

/// The names in a recognized span, given the known names inside it (in text order). None when it is no name.
[[nodiscard]] std::vector<FoundName> split_name(const Document& document, const text::Syntax& syntax,
                                                const NameWords& words, const FoundName& span,
                                                const std::vector<FoundName>& known);

}  // namespace triplewright::link
