// Marks of the lexicon: senses without arguments that say of what sort a word is (tw:GeneralNoun, tw:Motion). Pure;
// thread-safe.
#pragma once

#include <algorithm>
#include <string_view>

#include "text/vocabulary.h"
#include "triplewright/ontology.h"

namespace triplewright::text {

/// True for a word, a lemma in small letters, whose entry as this part of speech bears tw:`mark`.
[[nodiscard]] inline bool has_mark(const Ontology& ontology, std::string_view word, PartOfSpeech pos,
                                   std::string_view mark) {
  const auto& entries = ontology.entries(word, pos);
  return std::any_of(entries.begin(), entries.end(), [&](const LexicalEntry* entry) {
    return entry->lemmas.size() == 1 &&
           std::any_of(entry->senses.begin(), entry->senses.end(), [&](const Sense& sense) {
             return sense.kind == Sense::Kind::Mark && is_term(sense.reference, kTw, mark);
           });
  });
}

}  // namespace triplewright::text
