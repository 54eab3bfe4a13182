// RDF terms, valid by construction: no other code makes a term, so writers need no checks.
// Thread-safety: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace triplewright {

/// An IRI or a literal (RDF 1.1). There are no blank nodes: readers turn those of foreign RDF into
/// IRIs minted from content (skolemization).
class Term {
 public:
  enum class Kind : std::uint8_t { None, Iri, Literal };

  /// No term: the default graph.
  Term() = default;

  /// An absolute IRI (RFC 3987). Characters that may not stand in one are percent-encoded and
  /// invalid UTF-8 is repaired; dot segments are resolved; nullopt when there is no scheme.
  [[nodiscard]] static std::optional<Term> iri(std::string_view text);
  /// The same, for IRIs that the program itself makes; throws Error when there is no scheme.
  [[nodiscard]] static Term must_iri(std::string_view text);
  /// xsd:string. Invalid UTF-8, NUL, lone surrogates and noncharacters are replaced by U+FFFD.
  [[nodiscard]] static Term string(std::string_view text);
  /// A language-tagged string; an invalid BCP 47 tag gives a plain string.
  [[nodiscard]] static Term lang_string(std::string_view text, std::string_view language);
  /// A typed literal in canonical lexical form; a form outside the datatype's lexical space
  /// (or NaN, INF) gives a plain string.
  [[nodiscard]] static Term typed(std::string_view lexical, std::string_view datatype);

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] bool is_iri() const noexcept { return kind_ == Kind::Iri; }
  [[nodiscard]] bool is_literal() const noexcept { return kind_ == Kind::Literal; }
  [[nodiscard]] bool empty() const noexcept { return kind_ == Kind::None; }
  /// IRI or lexical form, UTF-8.
  [[nodiscard]] const std::string& value() const noexcept { return value_; }
  /// Datatype IRI of a literal without language; empty for xsd:string and for IRIs.
  [[nodiscard]] std::string_view datatype() const noexcept;
  /// Lower-case language tag, or empty.
  [[nodiscard]] std::string_view language() const noexcept;

  friend bool operator==(const Term&, const Term&) = default;
  /// IRIs before literals, then by value, datatype, language, in code point order.
  friend auto operator<=>(const Term&, const Term&) = default;

 private:
  Kind kind_ = Kind::None;
  std::string value_;
  std::string suffix_;  // "^" + datatype IRI, "@" + language, or empty
};

}  // namespace triplewright
