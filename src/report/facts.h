// What a report shows, taken from the triples: articles, entities, statements, their evidence and its sentences, as
// plain tables with indices. Thread-safety: plain values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "triplewright/graph.h"
#include "triplewright/ontology.h"

namespace triplewright::report {

inline constexpr std::uint32_t kNone = UINT32_MAX;

/// The coarse kinds of things, each with a colour and a shape on the page.
enum class Kind : std::uint8_t {
  Organization,
  Person,
  Product,
  Policy,
  Place,
  Event,
  Post,
  Group,
  Sector,
  Topic,
  Other
};
[[nodiscard]] std::string_view to_string(Kind kind);

/// An object or the filler of a qualifier: an entity, or a value with its wording and, when it adds something, its
/// meaning ("$5 billion", "5000000000 USD").
struct Filler {
  std::uint32_t entity = kNone;
  std::string text, meaning;
};

struct ArticleFacts {
  std::string_view iri, headline, date, publisher, url, sha256;
  std::vector<std::string_view> authors;
  std::vector<std::uint32_t> mentions;    ///< entities
  std::vector<std::uint32_t> duplicates;  ///< articles
};

struct EntityFacts {
  std::string_view iri;
  std::string label;
  Kind kind = Kind::Other;
  std::vector<std::string> classes;  ///< labels of the most specific ones
  std::vector<std::string_view> names, same_as;
  std::vector<std::pair<std::string, std::string_view>> identifiers;  ///< label of the property, value
  std::vector<std::uint32_t> categories;                              ///< entities: categories and broader concepts
};

struct Relation {
  std::string_view iri;
  std::string label;
  bool open = false;
};

struct StatementFacts {
  std::uint32_t subject = kNone, relation = kNone;
  Filler object;
  std::vector<std::uint32_t> evidence;
  std::vector<std::pair<std::string, Filler>> qualifiers;  ///< label of the property, filler
  std::string_view begin, end, time_text;                  ///< xsd lexical forms; equal for one calendar unit
  std::uint32_t sources = 0;                               ///< independent ones
};

/// Half-open range of code points of the article's text; empty when unknown.
struct Place {
  std::uint32_t begin = 0, end = 0;
};

struct EvidenceFacts {
  std::uint32_t statement = kNone, article = kNone, sentence = kNone;
  std::uint8_t factuality = 0;  ///< Factuality
  std::uint8_t percent = 0;     ///< confidence
  std::uint32_t speaker = kNone;
  std::string_view speaker_text;
  Place subject, object;
};

struct SentenceFacts {
  std::uint32_t article = kNone;
  Place place;
  std::string_view text;
};

/// Views into the graph, which must outlive it. The same graph gives the same order.
struct Facts {
  std::vector<ArticleFacts> articles;
  std::vector<EntityFacts> entities;
  std::vector<Relation> relations;
  std::vector<StatementFacts> statements;
  std::vector<EvidenceFacts> evidence;
  std::vector<SentenceFacts> sentences;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> contradictions;  ///< evidence, smaller index first
  std::size_t triples = 0;
};

/// Labels of classes and properties come from the ontology, else from the graph, else from the IRI's last part.
[[nodiscard]] Facts read_facts(const Graph& graph, const Ontology& ontology);

}  // namespace triplewright::report
