#include "merge/term_key.h"

#include "triplewright/error.h"

namespace triplewright::merge {

namespace {
constexpr char kIri = '1';
constexpr char kLiteral = '2';
}  // namespace

void append_key(std::string& out, const Term& term) {
  if (term.empty()) return;
  out += term.is_iri() ? kIri : kLiteral;
  out += term.value();
  if (term.is_iri()) return;
  out += '\0';
  if (!term.language().empty()) {
    out += '@';
    out += term.language();
  } else if (!term.datatype().empty()) {
    out += '^';
    out += term.datatype();
  }
}

std::string key_of(const Term& term) {
  std::string key;
  append_key(key, term);
  return key;
}

Term term_of(std::string_view key) {
  if (key.empty()) return {};
  const std::string_view value = value_of_key(key);
  if (is_iri_key(key)) return Term::must_iri(value);
  const std::string_view suffix = key.substr(value.size() + 2);
  if (suffix.starts_with('@')) return Term::lang_string(value, suffix.substr(1));
  return suffix.empty() ? Term::string(value) : Term::typed(value, suffix.substr(1));
}

std::string_view value_of_key(std::string_view key) {
  if (key.empty() || is_iri_key(key)) return key.substr(key.empty() ? 0 : 1);
  const std::size_t end = key.find('\0');
  if (end == std::string_view::npos) throw Error("a temporary file of the merge is damaged");
  return key.substr(1, end - 1);
}

bool is_iri_key(std::string_view key) noexcept {
  return key.starts_with(kIri);
}

}  // namespace triplewright::merge
