// Classes, properties and concepts from RDF statements. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ontology/source.h"
#include "triplewright/ontology.h"

namespace triplewright::ontology {

/// Each sorted by IRI, with ancestors, disjointness and inverses closed. Terms that nothing declares count as terms of
/// other vocabularies; `check_ontology` reports those that were meant as ours.
[[nodiscard]] std::vector<OntologyClass> read_classes(const Source& source);
[[nodiscard]] std::vector<OntologyProperty> read_properties(const Source& source);
[[nodiscard]] std::vector<Concept> read_concepts(const Source& source);

[[nodiscard]] bool is_class(const Resource& resource);
[[nodiscard]] bool is_property(const Resource& resource);

/// Everything reachable from `start` by `predicates`, nearest first, without `start`; a cycle is walked once.
[[nodiscard]] std::vector<std::string> closure(const Source& source, std::string_view start,
                                               std::initializer_list<std::string_view> predicates);

/// The key under which a concept is found: lower case, every word singular, hyphens as spaces, joined by one space.
[[nodiscard]] std::string concept_key(std::string_view label);

}  // namespace triplewright::ontology
