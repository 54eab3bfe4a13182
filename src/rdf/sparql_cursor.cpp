#include "rdf/sparql_reader.h"
#include "triplewright/error.h"

namespace triplewright::rdf {

using Token = SparqlToken::Kind;

SparqlCursor::SparqlCursor(std::string_view query, std::string_view source_name)
    : query_(query), source_name_(source_name), tokens_(sparql_tokens(query, source_name)) {}

const SparqlToken& SparqlCursor::take() {
  const SparqlToken& token = tokens_[at_];
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool SparqlCursor::take_if(std::string_view word) {
  if (!now().is(word)) return false;
  take();
  return true;
}

void SparqlCursor::expect(std::string_view word) {
  if (!take_if(word))
    fail("expected " + std::string(word) + (at_end() ? " at the end" : " before '" + std::string(now().text) + "'"));
}

std::string SparqlCursor::full_iri(const SparqlToken& token) const {
  if (token.kind == Token::Iri) return std::string(token.text.substr(1, token.text.size() - 2));
  if (token.kind != Token::Name) return {};
  const auto colon = token.text.find(':');
  const auto found = prefixes_.find(token.text.substr(0, colon));
  return found == prefixes_.end() ? std::string() : found->second + std::string(token.text.substr(colon + 1));
}

void SparqlCursor::refuse(const std::string& what, std::string_view instead, std::size_t line) const {
  std::string message = "not answered here: " + what + ". ";
  message += instead.empty() ? "Load" : "Instead, " + std::string(instead) + "; or load";
  throw Error(message + " the graph into a SPARQL store and ask there (docs/stores.md)", {source_name_, line, 0, 0});
}

void SparqlCursor::fail(const std::string& what) const {
  throw Error("SPARQL: " + what, {source_name_, now().line, 0, 0});
}

}  // namespace triplewright::rdf
