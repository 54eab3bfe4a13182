// Namespaces of the vocabularies that stages read and write.
#pragma once

#include <string>
#include <string_view>

namespace triplewright::text {

inline constexpr std::string_view kTw = "https://w3id.org/triplewright/ns#";
inline constexpr std::string_view kTtp = "https://w3id.org/triplewright/tech-policy#";
inline constexpr std::string_view kConcept = "https://w3id.org/triplewright/concept#";
inline constexpr std::string_view kId = "https://w3id.org/triplewright/id/";
inline constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view kOwl = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view kProv = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view kOrg = "http://www.w3.org/ns/org#";
inline constexpr std::string_view kNif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
inline constexpr std::string_view kFoaf = "http://xmlns.com/foaf/0.1/";
inline constexpr std::string_view kDcterms = "http://purl.org/dc/terms/";
inline constexpr std::string_view kSchema = "http://schema.org/";

/// The IRI of a term.
[[nodiscard]] inline std::string iri_of(std::string_view name_space, std::string_view name) {
  return std::string(name_space).append(name);
}

/// True when `iri` is that of this term.
[[nodiscard]] inline bool is_term(std::string_view iri, std::string_view name_space, std::string_view name) {
  return iri.size() == name_space.size() + name.size() && iri.starts_with(name_space) && iri.ends_with(name);
}

}  // namespace triplewright::text
