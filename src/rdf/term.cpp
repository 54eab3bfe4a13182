#include "triplewright/term.h"

#include <utility>

#include "rdf/datatypes.h"
#include "rdf/iri.h"
#include "text/utf8.h"
#include "triplewright/error.h"

namespace triplewright {
namespace {

bool is_noncharacter(char32_t c) {
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

// Text that every RDF syntax and store can carry: see Term::string.
std::string clean(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && static_cast<signed char>(text[at]) > 0) ++at;
  std::string out(text.substr(0, at));
  if (at == text.size()) return out;
  out.reserve(text.size());
  while (at < text.size()) {
    const char32_t c = text::decode(text, at);
    text::append(out, c == 0 || is_noncharacter(c) ? text::kReplacement : c);
  }
  return out;
}

}  // namespace

std::optional<Term> Term::iri(std::string_view text) {
  auto repaired = rdf::repair_iri(text);
  if (!repaired) return std::nullopt;
  Term term;
  term.kind_ = Kind::Iri;
  term.value_ = std::move(*repaired);
  return term;
}

Term Term::must_iri(std::string_view text) {
  auto term = iri(text);
  if (!term) throw Error("not an absolute IRI: \"" + std::string(text) + "\"");
  return *std::move(term);
}

Term Term::string(std::string_view text) {
  Term term;
  term.kind_ = Kind::Literal;
  term.value_ = clean(text);
  return term;
}

Term Term::lang_string(std::string_view text, std::string_view language) {
  Term term = string(text);
  if (auto tag = rdf::canonical_language(language)) term.suffix_ = "@" + *tag;
  return term;
}

Term Term::typed(std::string_view lexical, std::string_view datatype) {
  Term term = string(lexical);
  const auto type = rdf::repair_iri(datatype);
  if (!type) return term;
  const std::string_view name = *type;
  if (name.starts_with(rdf::kXsd) && name.substr(rdf::kXsd.size()) == "string") return term;
  // Both belong to a language tag, which is not here.
  if (name.starts_with(rdf::kRdf) && (name.ends_with("#langString") || name.ends_with("#dirLangString"))) return term;
  auto canonical = rdf::canonical_form(term.value_, name);
  if (!canonical) return term;
  term.value_ = std::move(*canonical);
  term.suffix_ = "^" + *type;
  return term;
}

std::string_view Term::datatype() const noexcept {
  return suffix_.starts_with('^') ? std::string_view(suffix_).substr(1) : std::string_view{};
}

std::string_view Term::language() const noexcept {
  return suffix_.starts_with('@') ? std::string_view(suffix_).substr(1) : std::string_view{};
}

}  // namespace triplewright
