// Who says something: the source of a report verb, a report noun or *according to*. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <string>

#include "extract/operators.h"
#include "extract/tree.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

/// Who says something: a mention, or words.
struct Speaker {
  std::int32_t mention = -1;  ///< index in Document::mentions, of one with an entity, or -1
  std::string text;           ///< as worded when there is no such mention

  [[nodiscard]] bool known() const { return mention >= 0 || !text.empty(); }
};

/// Finds speakers. Refers to the tree and the operators: both must outlive it.
class Speakers {
 public:
  Speakers(const Tree& tree, const Operators& operators) : tree_(tree), operators_(operators) {}

  /// The speaker of a report verb or noun; none when the clause names nobody.
  [[nodiscard]] Speaker of(const Sense& report, std::uint32_t token) const;
  /// The source that a noun names, in itself or through its appositive; none when the noun names no source: a speaker
  /// is a person, a group, an organization or a text, and neither an act nor a figure (*this surge*, *the move*).
  [[nodiscard]] Speaker at(std::uint32_t noun) const;

 private:
  [[nodiscard]] bool may_speak(std::uint32_t noun) const;
  [[nodiscard]] bool is_somebody(std::uint32_t noun) const;
  [[nodiscard]] std::int32_t subject_of(std::uint32_t verb) const;

  const Tree& tree_;
  const Operators& operators_;
};

}  // namespace triplewright::extract
