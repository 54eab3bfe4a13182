// Making IRIs valid. Pure functions; thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace triplewright::rdf {

/// An absolute IRI in the grammar of RFC 3987: white space at the ends is dropped, invalid UTF-8 is
/// repaired, and every character that may not stand where it stands is percent-encoded; dot segments of the
/// path are resolved. Other valid IRIs stay as they are. nullopt when there is no scheme.
[[nodiscard]] std::optional<std::string> repair_iri(std::string_view text);

/// The same for an IRI reference, absolute or relative (xsd:anyURI).
[[nodiscard]] std::string repair_iri_reference(std::string_view text);

}  // namespace triplewright::rdf
