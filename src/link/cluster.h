// Names of one article that mean the same thing. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "link/evidence.h"
#include "triplewright/entity_base.h"

namespace triplewright::link {

/// The mentions of one named thing.
struct NameGroup {
  std::vector<std::uint32_t> mentions;  ///< indices of Document::mentions, in text order
  std::vector<std::string> forms;       ///< distinct surface forms, in order of appearance
  std::string full;                     ///< normalized fullest form, without legal form
  Evidence evidence;
  std::int64_t record = -1;  ///< of the entity base, or -1
  double confidence = 0;
  bool fixed = false;  ///< `record` was decided by the role in the sentence: a demonym, a capital for its government
  Kind kind = Kind::Other;
};

/// Groups the named mentions: equal names; full names with short names, surnames and acronyms; capitals by role.
/// Kinds are what the evidence says so far.
[[nodiscard]] std::vector<NameGroup> group_names(const Document& document, const text::Syntax& syntax,
                                                 const Kinds& kinds, const EntityBase& base);

}  // namespace triplewright::link
