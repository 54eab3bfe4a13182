#include "rdf/sparql_triples.h"

#include <array>
#include <utility>

namespace triplewright::rdf {

using Token = SparqlToken::Kind;
using Names = std::set<std::string>;

bool TripleReader::starts(const SparqlToken& token) {
  switch (token.kind) {
    case Token::Iri:
    case Token::Name:
    case Token::Variable:
    case Token::Blank:
    case Token::String:
    case Token::Number:
      return true;
    default:
      return token.is("[") || token.is("(");
  }
}

void TripleReader::block(Names& bound, SparqlShape::Run& run) {
  const std::size_t begin = cursor_.now().offset;
  triples_.clear();
  brackets_ = false;
  triples(&bound);
  std::size_t end = cursor_.last().offset + cursor_.last().text.size();
  const auto add = [&](std::string text, std::vector<std::array<std::string, 3>> parts) {
    run.patterns.push_back({std::move(text), std::move(parts)});
  };
  if (brackets_) {
    std::vector<std::array<std::string, 3>> parts;
    for (const Triple& t : triples_) parts.push_back({plain(t.subject), plain(t.predicate), plain(t.object)});
    add(std::string(cursor_.between(begin, end)), std::move(parts));
  } else {
    for (const Triple& t : triples_)
      add(t.subject + " " + t.predicate + " " + t.object, {{plain(t.subject), plain(t.predicate), plain(t.object)}});
  }
  if (!run.places.empty() && cursor_.now().is(".")) end = cursor_.take().offset + 1;
  run.places.emplace_back(begin, end);
}

// A term as the planner wants it.
std::string TripleReader::plain(const std::string& text) const {
  if (text == "a") return "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
  if (text.starts_with('?') || text.starts_with('$')) return "?" + text.substr(1);
  const auto tokens = sparql_tokens(text, "");
  const std::string iri = tokens.size() == 2 ? cursor_.full_iri(tokens[0]) : std::string();
  return iri.empty() ? std::string() : "<" + iri + ">";
}

void TripleReader::triples(Names* bound) {
  const bool is_list = cursor_.now().is("[");
  const std::string subject = node(bound);
  if (is_list && (cursor_.now().is(".") || cursor_.now().is("}"))) return;
  properties(bound, subject);
}

void TripleReader::properties(Names* bound, const std::string& subject) {
  for (;;) {
    const std::string predicate = verb(bound);
    do triples_.push_back({subject, predicate, node(bound)});
    while (cursor_.take_if(","));
    bool more = false;
    while (cursor_.take_if(";")) more = true;
    if (!more || cursor_.now().is(".") || cursor_.now().is("}") || cursor_.now().is("]")) return;
    if (cursor_.now().kind == Token::Word && !cursor_.now().is("a")) return;
  }
}

std::string TripleReader::verb(Names* bound) {
  const SparqlToken token = cursor_.take();
  const auto path = [&] {
    cursor_.refuse("property paths", "write the steps as triples with variables of their own", token.line);
  };
  if (token.is("^") || token.is("!") || token.is("(")) path();
  if (token.kind == Token::Variable) {
    if (bound != nullptr) bound->emplace(token.text.substr(1));
    return std::string(token.text);
  }
  if (token.kind != Token::Iri && token.kind != Token::Name && token.text != "a")
    cursor_.fail("'" + std::string(token.text) + "' where a predicate should be");
  const SparqlToken& next = cursor_.now();
  const bool adjacent = next.offset == token.offset + token.text.size();
  if (next.is("/") || next.is("|") || next.is("*") || next.is("?") || next.is("^") || (next.is("+") && adjacent))
    path();
  return std::string(token.text);
}

// Returns the term as written.
std::string TripleReader::node(Names* bound) {
  const SparqlToken token = cursor_.take();
  if (++depth_ > 100) cursor_.fail("brackets too deep");
  if (token.kind == Token::Variable) {
    if (bound != nullptr) bound->emplace(token.text.substr(1));
  } else if (token.is("[")) {
    brackets_ = true;
    if (!cursor_.now().is("]")) properties(bound, "[]");
    cursor_.expect("]");
  } else if (token.is("(")) {
    brackets_ = true;
    while (!cursor_.now().is(")")) node(bound);
    cursor_.take();
  } else if (token.kind == Token::String) {
    if (cursor_.now().kind == Token::Language) {
      cursor_.take();
    } else if (cursor_.take_if("^^")) {
      cursor_.take();
    }
  } else if (token.is("+") || token.is("-")) {
    if (cursor_.take().kind != Token::Number) cursor_.fail("a sign without a number");
  } else if (!starts(token) && !token.is("true") && !token.is("false")) {
    cursor_.fail("'" + std::string(token.text) + "' where a term should be");
  }
  --depth_;
  return std::string(cursor_.between(token.offset, cursor_.last().offset + cursor_.last().text.size()));
}

}  // namespace triplewright::rdf
