// Which record of the entity base a name means, if any. Pure functions; thread-safe.
#pragma once

#include <vector>

#include "link/cluster.h"

namespace triplewright::link {

/// Sets record, confidence and kind of each group: by label prior, agreement of types, and coherence with the
/// other names of the article; no record when unsure. Groups that mean the same record are joined.
void disambiguate(std::vector<NameGroup>& groups, const Document& document, const text::Syntax& syntax,
                  const Kinds& kinds, const EntityBase& base);

}  // namespace triplewright::link
