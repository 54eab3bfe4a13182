// Small articles with claims, made by hand, for the tests of merging.
#pragma once

#include <string>
#include <string_view>

#include "merge/article_graph.h"
#include "triplewright/entity_base.h"
#include "triplewright/ontology.h"

namespace triplewright::merge::test {

inline constexpr std::string_view kBase = "https://test.example/kg/";

/// An article whose only sentence says `subject` `property` `object`, with a quantity if one is given.
struct Saying {
  std::string article;  ///< IRI
  std::string text;
  std::string subject, property, object;
  Factuality factuality = Factuality::Asserted;
  std::string year = {};
  std::string quantity = {};
  std::string speaker = {};
};

inline std::uint32_t add_entity(Document& d, const std::string& name) {
  Entity e;
  e.iri = std::string(kBase) + "entity/" + name;
  e.name = name;
  d.entities.push_back(e);
  return static_cast<std::uint32_t>(d.entities.size() - 1);
}

inline std::uint32_t add_value(Document& d, ValueKind kind, const std::string& number, const std::string& text) {
  Value v;
  v.kind = kind;
  v.tokens = {0, 1};
  v.text = text;
  (kind == ValueKind::Time ? v.begin : v.number) = number;
  if (kind == ValueKind::Time) v.end = number;
  d.values.push_back(v);
  return static_cast<std::uint32_t>(d.values.size() - 1);
}

inline Argument entity_argument(std::uint32_t index) {
  Argument a;
  a.kind = Argument::Kind::Entity;
  a.index = index;
  a.tokens = {0, 1};
  return a;
}

inline Argument value_argument(std::uint32_t index) {
  Argument a = entity_argument(index);
  a.kind = Argument::Kind::Value;
  return a;
}

inline Extraction extraction(const Saying& s) {
  Extraction x;
  Document& d = x.document;
  d.article.iri = s.article;
  d.article.text = s.text;
  const auto size = static_cast<std::uint32_t>(s.text.size());
  d.article.blocks = {{{0, size}, BlockKind::Paragraph}};
  Token t;
  t.span = {0, size};
  d.tokens = {t};
  d.sentences = {{{0, 1}, 0, false}};
  Claim c;
  c.subject = entity_argument(add_entity(d, s.subject));
  c.property = s.property;
  c.object = entity_argument(add_entity(d, s.object));
  c.evidence.factuality = s.factuality;
  if (!s.speaker.empty()) c.evidence.speaker = static_cast<std::int32_t>(add_entity(d, s.speaker));
  const std::string tw = "https://w3id.org/triplewright/ns#";
  if (!s.quantity.empty())
    c.qualifiers.push_back({tw + "quantity", value_argument(add_value(d, ValueKind::Number, s.quantity, s.quantity))});
  if (!s.year.empty())
    c.qualifiers.push_back({tw + "time", value_argument(add_value(d, ValueKind::Time, s.year, "in " + s.year))});
  x.claims.push_back(c);
  return x;
}

inline Graph graph_of(const Saying& s) {
  const Extraction x = extraction(s);
  return article_graph(x, Ontology(), EntityBase(), kBase, article_fingerprint(x.document.article, "engine"), true);
}

}  // namespace triplewright::merge::test
