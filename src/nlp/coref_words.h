// What the lexicon says of the words by which news speaks of somebody again: "the chipmaker" for Acme Semiconductor,
// "the carrier" for Skyline Air (docs/lexicon.md, "Words of coreference"). Pure functions; thread-safe.
#pragma once

#include <string_view>

#include "text/given_names.h"
#include "triplewright/ontology.h"

namespace triplewright::nlp {

/// The trade, an IRI of the lexicon, that a noun ("chipmaker") or a word of a name ("Semiconductor") tells, or empty.
[[nodiscard]] std::string_view trade_of(const Ontology& ontology, std::string_view word);

/// True for a noun that means a part of some organization ("division"): never the whole (tw:PartNoun).
[[nodiscard]] bool is_part_noun(const Ontology& ontology, std::string_view lemma);

/// True for a noun that any organization of its class is called by ("company", "agency") (tw:GeneralNoun).
[[nodiscard]] bool is_general_noun(const Ontology& ontology, std::string_view lemma);

/// True for a title of who speaks for an organization: its chief executive, a spokesman (tw:Spokesperson).
[[nodiscard]] bool is_spokesperson(const Ontology& ontology, std::string_view word);

/// True for a calling of who speaks of others' organizations: an analyst, a professor (tw:Observer).
[[nodiscard]] bool is_observer(const Ontology& ontology, std::string_view lemma);

/// The sex that a noun says its bearer is of ("mother", "actress") (tw:FeminineNoun, tw:MasculineNoun).
[[nodiscard]] text::Gender gender_of_noun(const Ontology& ontology, std::string_view lemma);

}  // namespace triplewright::nlp
