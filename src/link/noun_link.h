// How the common nouns around a name stand to it. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "link/kinds.h"
#include "text/syntax.h"
#include "triplewright/document.h"

namespace triplewright::link {

/// How a nominal stands to a name. Same: "Baidu, a search giant", "chipmaker SMIC", "Ascend chips", "a chip known as
/// Ascend", "SMIC is a chipmaker". Member: "chipmakers such as SMIC", "SMIC and other chipmakers".
enum class NounLink : std::uint8_t { None, Same, Member };

/// Nominal mentions by head token: index in Document::mentions, or -1.
[[nodiscard]] std::vector<std::int32_t> nominal_heads(const Document& document);

/// Nominals that stand near a name, in the tree or in the text: indices of Document::mentions, sorted.
[[nodiscard]] std::vector<std::uint32_t> nominals_near(const Document& document, const text::Syntax& syntax,
                                                       const std::vector<std::int32_t>& nominals, const Mention& name);

/// `kind` is what is known of the name so far (Other: nothing).
[[nodiscard]] NounLink noun_link(const Document& document, const text::Syntax& syntax, const Kinds& kinds,
                                 const Mention& name, const Mention& nominal, Kind kind);

}  // namespace triplewright::link
