// From the analysis of an article to its claims, driven by the lexicon. Pure; thread-safe.
#pragma once

#include <vector>

#include "triplewright/claim.h"
#include "triplewright/document.h"
#include "triplewright/entity_base.h"
#include "triplewright/ontology.h"
#include "triplewright/pipeline.h"

namespace triplewright::extract {

/// The claims of a document with its parse, values, mentions and entities: in text order, without duplicates, the
/// qualifiers of each sorted. `dropped`, when given, receives what matched a lexical entry and was left out, and why.
/// Cost grows with the sentences, not with the lexicon.
[[nodiscard]] std::vector<Claim> extract_claims(const Document& document, const Ontology& ontology,
                                                const EntityBase& entities, const ExtractOptions& options,
                                                std::vector<Dropped>* dropped);

}  // namespace triplewright::extract
