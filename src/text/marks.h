// What the lexicon says of a word by itself: whether one of its senses is of some sort, or a mark (tw:GeneralNoun,
// tw:Motion: a sense without arguments that says of what sort the word is). Pure; thread-safe.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/vocabulary.h"
#include "triplewright/ontology.h"

namespace triplewright::text {

/// True for a word, a lemma in small letters, one of whose senses as this part of speech is such; of entries of one
/// word only with `single`.
template <typename Predicate>
[[nodiscard]] bool any_sense(const Ontology& ontology, std::string_view word, PartOfSpeech pos, bool single,
                             Predicate&& is) {
  const auto& entries = ontology.entries(word, pos);
  return std::any_of(entries.begin(), entries.end(), [&](const LexicalEntry* entry) {
    return (!single || entry->lemmas.size() == 1) && std::any_of(entry->senses.begin(), entry->senses.end(), is);
  });
}

/// True for an operator or a report: a sense that says whether and by whom what it governs is so.
[[nodiscard]] inline bool is_stance(const Sense& sense) {
  return sense.kind == Sense::Kind::Operator || sense.kind == Sense::Kind::Report;
}

/// True when the argument is one of these alternatives.
[[nodiscard]] inline bool holds(const std::vector<SyntacticArgument>& arguments, const SyntacticArgument& wanted) {
  return std::find(arguments.begin(), arguments.end(), wanted) != arguments.end();
}

/// True for a word, a lemma in small letters, whose entry as this part of speech bears tw:`mark`.
[[nodiscard]] inline bool has_mark(const Ontology& ontology, std::string_view word, PartOfSpeech pos,
                                   std::string_view mark) {
  return any_sense(ontology, word, pos, true, [&](const Sense& sense) {
    return sense.kind == Sense::Kind::Mark && is_term(sense.reference, kTw, mark);
  });
}

}  // namespace triplewright::text
