// One article's claims as its named graph: direct triples, statements and evidence (see "The RDF" in the README).
// Pure; thread-safe.
#pragma once

#include <string_view>

#include "triplewright/entity_base.h"
#include "triplewright/graph.h"
#include "triplewright/ontology.h"
#include "triplewright/pipeline.h"

namespace triplewright::merge {

/// The sorted named graph of one extraction. `base` is the namespace of minted IRIs; `fingerprint` is what
/// `article_fingerprint` gave.
/// With `infer`, inverse, symmetric and more general properties of direct triples are materialized, each as a direct
/// triple and a tw:InferredStatement that says which statement it was derived from.
[[nodiscard]] Graph article_graph(const Extraction& extraction, const Ontology& ontology, const EntityBase& entities,
                                  std::string_view base, std::string_view fingerprint, bool infer);

/// Hash of an article and of `engine`, which identifies ontology, entities, models and options.
[[nodiscard]] std::string article_fingerprint(const Article& article, std::string_view engine);

}  // namespace triplewright::merge
