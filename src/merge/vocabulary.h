// The terms of other vocabularies and of tw: that graphs are written with.
#pragma once

#include <string>
#include <string_view>

#include "triplewright/term.h"

namespace triplewright::merge {

inline constexpr std::string_view kTw = "https://w3id.org/triplewright/ns#";
inline constexpr std::string_view kTtp = "https://w3id.org/triplewright/tech-policy#";
inline constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view kOwl = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view kProv = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view kNif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
inline constexpr std::string_view kOrg = "http://www.w3.org/ns/org#";
inline constexpr std::string_view kSchema = "http://schema.org/";

/// The IRI `name` of a namespace.
[[nodiscard]] inline Term term(std::string_view name_space, std::string_view name) {
  return Term::must_iri(std::string(name_space) + std::string(name));
}

}  // namespace triplewright::merge
