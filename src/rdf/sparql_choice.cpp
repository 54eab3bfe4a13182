#include "rdf/sparql_reader.h"

namespace triplewright::rdf {

using Token = SparqlToken::Kind;

std::optional<SparqlShape::Choice> read_choice(std::string_view filter, const SparqlCursor& cursor) {
  const std::vector<SparqlToken> tokens = sparql_tokens(filter, "");
  std::size_t at = 0;
  std::size_t end = tokens.size() - 1;
  if (tokens[0].is("(") && tokens[end - 1].is(")")) {
    ++at;
    --end;
  }
  SparqlShape::Choice choice;
  const auto is_variable = [&] {
    if (at >= end || tokens[at].kind != Token::Variable) return false;
    const std::string_view name = tokens[at++].text.substr(1);
    if (choice.variable.empty()) choice.variable = name;
    return choice.variable == name;
  };
  const auto is_iri = [&] {
    choice.iris.push_back(at < end ? cursor.full_iri(tokens[at++]) : std::string());
    return !choice.iris.back().empty();
  };
  const auto take = [&](std::string_view mark) { return at < end && tokens[at++].is(mark); };
  if (tokens.size() > at + 1 && tokens[at + 1].is("IN")) {
    if (!is_variable() || !take("IN") || !take("(")) return std::nullopt;
    do {
      if (!is_iri()) return std::nullopt;
    } while (at + 1 < end && take(","));
    return at + 1 == end && tokens[at].is(")") ? std::optional(choice) : std::nullopt;
  }
  do {
    if (!is_variable() || !take("=") || !is_iri()) return std::nullopt;
  } while (take("||"));
  return at == end && tokens[at - 1].kind != Token::Mark ? std::optional(choice) : std::nullopt;
}

}  // namespace triplewright::rdf
