// One article's claims as its named graph: direct triples, statements and evidence (see "The RDF" in the README).
// Pure; thread-safe.
#pragma once

#include <string_view>

#include "triplewright/entity_base.h"
#include "triplewright/graph.h"
#include "triplewright/ontology.h"
#include "triplewright/pipeline.h"

namespace triplewright::merge {

/// The sorted named graph of one extraction. `base` is the namespace of minted IRIs; `engine` identifies ontology,
/// entities, models and options, and goes into the article's fingerprint.
[[nodiscard]] Graph article_graph(const Extraction& extraction, const Ontology& ontology, const EntityBase& entities,
                                  std::string_view base, std::string_view engine);

/// The fingerprint written as tw:fingerprint: changes when the text or what extracts from it changes.
[[nodiscard]] std::string article_fingerprint(const Article& article, std::string_view engine);

}  // namespace triplewright::merge
