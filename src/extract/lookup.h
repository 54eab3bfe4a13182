// Which lexical entries a token may be the head of. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

struct EntryMatch {
  const LexicalEntry* entry = nullptr;
  PartOfSpeech pos = PartOfSpeech::Verb;  ///< the grammar to read it with
  bool names_only = false;                ///< a construction without a word: holds of named things only
};

/// The entries whose words stand here, longest first only: *chief executive officer* hides *officer*.
[[nodiscard]] std::vector<EntryMatch> entries_at(const Context& context, std::uint32_t token);

/// True when the verb (with its particle) is one of these support verbs ("impose", "put in").
[[nodiscard]] bool is_support_verb(const Context& context, std::uint32_t verb, const std::vector<std::string>& verbs);

/// True when the verb that this noun is a phrase of is one of these with the noun's preposition ("commit to", "be in").
[[nodiscard]] bool is_supported_by_phrase(const Context& context, std::uint32_t noun,
                                          const std::vector<std::string>& verbs);

}  // namespace triplewright::extract
