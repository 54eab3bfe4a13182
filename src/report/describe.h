// How the page calls things: kinds, classes, labels and values. Pure; thread-safe.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/facts.h"
#include "report/subjects.h"

namespace triplewright::report {

/// The kind of a thing of these classes.
[[nodiscard]] Kind kind_of(const std::vector<const Term*>& types);

/// Labels of those classes that no other class of the thing is narrower than: of the ontology's if it knows any, else
/// all.
[[nodiscard]] std::vector<std::string> specific_classes(const std::vector<const Term*>& types, const Ontology& ontology,
                                                        const Subjects& subjects);

[[nodiscard]] std::string property_label(std::string_view property, const Ontology& ontology, const Subjects& subjects);

/// rdfs:label as most articles give it, else the last part of the IRI.
[[nodiscard]] std::string label_of(std::string_view iri, const Subjects& subjects);

/// True for schema:QuantitativeValue and schema:MonetaryAmount.
[[nodiscard]] bool is_value(std::string_view iri, const Subjects& subjects);

/// The wording and the meaning of a value node.
[[nodiscard]] Filler value_filler(std::string_view iri, const Subjects& subjects);

/// Properties whose triples are statements, plainly or by inference or in another vocabulary: what an entity has of
/// them is no identifier.
[[nodiscard]] std::set<std::string, std::less<>> claimed_properties(const Subjects& subjects, const Ontology& ontology);

}  // namespace triplewright::report
