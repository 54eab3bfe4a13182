// The terms that a report reads.
#pragma once

#include <string>
#include <string_view>

namespace triplewright::report {

inline constexpr std::string_view kTw = "https://w3id.org/triplewright/ns#";
inline constexpr std::string_view kTtp = "https://w3id.org/triplewright/tech-policy#";
inline constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view kOwl = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view kProv = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view kNif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
inline constexpr std::string_view kOrg = "http://www.w3.org/ns/org#";
inline constexpr std::string_view kFoaf = "http://xmlns.com/foaf/0.1/";
inline constexpr std::string_view kSchema = "http://schema.org/";

[[nodiscard]] inline std::string iri(std::string_view name_space, std::string_view name) {
  return std::string(name_space) + std::string(name);
}

/// True when `whole` is that IRI.
[[nodiscard]] inline bool is(std::string_view whole, std::string_view name_space, std::string_view name) {
  return whole.size() == name_space.size() + name.size() && whole.starts_with(name_space) && whole.ends_with(name);
}

/// The last part of an IRI as words: "sharePriceChange" -> "share price change", "chip-maker" -> "chip maker".
[[nodiscard]] std::string words_of_iri(std::string_view iri);

}  // namespace triplewright::report
