// Entities of nominals: policies, events and groups without a name, and concepts. Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "link/kinds.h"
#include "text/syntax.h"
#include "triplewright/document.h"

namespace triplewright::link {

/// Gives every nominal that has no entity yet one of its own, or one with the same description. `hash` tells the
/// article's own things from those of other articles.
void describe_nominals(Document& document, const text::Syntax& syntax, const Kinds& kinds, std::string_view base,
                       std::string_view hash);

/// Words of a range as written, white space squeezed.
[[nodiscard]] std::string squeezed(std::string_view text);

}  // namespace triplewright::link
