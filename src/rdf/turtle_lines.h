// On which line of a Turtle or TriG text each triple stands. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace triplewright::rdf {

/// The line (from 1) of the object of each triple, in the order in which raptor gives the triples. raptor knows no
/// lines: it gives the triples of a statement when it has read its full stop. Hence this second, shallow reading: it
/// knows tokens, brackets and separators only, and expects valid Turtle. For a triple of a collection, the line of
/// the item.
[[nodiscard]] std::vector<std::uint32_t> triple_lines(std::string_view turtle);

}  // namespace triplewright::rdf
