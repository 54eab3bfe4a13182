// Nouns made from verbs take over the verb's frames, and frames are put in one order. Pure.
#pragma once

#include <vector>

#include "ontology/source.h"
#include "triplewright/ontology.h"

namespace triplewright::ontology {

/// Adds to every entry with tw:nominalizationOf or tw:agentNounOf the property senses of its verb, with arguments as
/// docs/lexicon.md says. `entries` are sorted by IRI. A verb that does not exist is reported to `sink`.
void expand_nouns(const Source& source, std::vector<LexicalEntry>& entries, const DiagnosticSink& sink);

/// The order in which alternatives are tried: that of `Function`, prepositions alphabetically. Removes duplicates.
void order(std::vector<SyntacticArgument>& arguments);
/// Senses by falling weight, then by content, so that the order of statements in a file does not matter.
void order(std::vector<Sense>& senses);

}  // namespace triplewright::ontology
