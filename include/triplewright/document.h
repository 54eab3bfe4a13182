// The analysis of one article: tokens, sentences, values, mentions and entities, as plain values
// with indices. Built once by `analyze`, const after. Thread-safety: a plain value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/article.h"
#include "triplewright/span.h"

namespace triplewright {

/// Universal part-of-speech tags (universaldependencies.org/u/pos), in the order of their list.
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};
[[nodiscard]] std::string_view to_string(Upos upos);
/// The tag named by `text`, or X when there is no such tag.
[[nodiscard]] Upos upos_from(std::string_view text);

/// A syntactic word; its fields mirror the columns of CoNLL-U.
struct Token {
  Span span;  ///< bytes of Article::text
  std::string lemma;
  Upos upos = Upos::X;
  std::string xpos;        ///< Penn Treebank tag
  std::string feats;       ///< "Number=Plur|Tense=Past" or empty
  std::int32_t head = -1;  ///< index in Document::tokens, or -1 at the root of a sentence
  std::string deprel;      ///< Universal Dependencies relation with subtype ("nsubj:pass")
  bool space_after = true;
};

struct Sentence {
  Span tokens;              ///< indices of Document::tokens
  std::uint32_t block = 0;  ///< index in Article::blocks
  bool title_case = false;  ///< a headline in Title Case
};

enum class ValueKind : std::uint8_t { Number, Percent, Money, Quantity, Time, Duration, Ordinal };

/// How a bound is meant: "up to" AtMost, "more than" MoreThan, "around" About ...
enum class Bound : std::uint8_t { Exact, About, AtLeast, MoreThan, AtMost, LessThan, Between };

/// A number, amount, measure or time expression with its meaning.
struct Value {
  Span tokens;  ///< indices of Document::tokens
  ValueKind kind = ValueKind::Number;
  Bound bound = Bound::Exact;
  // Number, Percent, Money, Quantity, Duration, Ordinal: canonical xsd:decimal lexical forms.
  std::string number;    ///< the value (Exact, About), or empty when only bounds are known
  std::string min, max;  ///< bounds, or empty
  std::string unit;      ///< Quantity, Duration: singular English unit ("vehicle", "month", "nanometre")
  std::string currency;  ///< Money: ISO 4217 code
  std::string per;       ///< a rate: "year", "month", "day", "unit" ..., or empty
  // Time: begin and end as xsd:date, xsd:gYearMonth or xsd:gYear lexical forms; equal for one
  // calendar unit (a year is begin=end="2025"); one of them empty for an open interval ("since 2019").
  std::string begin, end;
  bool resolved = true;  ///< false for a time whose reference date is unknown ("next year" without a publication date)
  std::string text;      ///< as written
};

enum class MentionKind : std::uint8_t { Named, Nominal, Pronominal };

/// The coarse types of the name recognizer.
enum class NameType : std::uint8_t { None, Person, Organization, Location, Product, Miscellaneous };

/// One place where the text refers to something.
struct Mention {
  Span tokens;             ///< indices of Document::tokens
  std::uint32_t head = 0;  ///< its syntactic head, index in Document::tokens
  MentionKind kind = MentionKind::Named;
  NameType type = NameType::None;
  std::vector<std::string> classes;  ///< ontology classes that a nominal's noun evokes ("ban" -> ttp:Ban), IRIs
  std::string concept_iri;           ///< the SKOS concept of a common noun ("AI chips"), or empty
  std::string attributive;   ///< for a demonym or country used as a modifier ("Chinese", "US"): IRI of the country
  std::int32_t entity = -1;  ///< index in Document::entities, or -1
};

enum class EntityKind : std::uint8_t {
  Named,    ///< has a name, in the entity base or minted
  Unnamed,  ///< a policy, event or group known by a description ("US export controls on chips")
  Concept   ///< a class of things ("advanced AI chips"): `concept_iri` says which
};

/// One thing that the article speaks of: a coreference cluster with its name, types and IRI.
struct Entity {
  EntityKind kind = EntityKind::Named;
  std::string iri;                         ///< stable: from the entity base, or minted from type and normalized name
  std::string name;                        ///< canonical name (of the base when linked)
  std::vector<std::string> classes;        ///< ontology class IRIs, most specific first
  std::vector<std::string> surface_forms;  ///< the named forms by which this article calls it, sorted, unique
  std::string concept_iri;                 ///< category ("AI chip") or the concept itself, or empty
  std::string country;   ///< IRI of a country known for it from a modifier ("Chinese chipmaker SMIC"), or empty
  std::string home;      ///< IRI of the country where the entity base has it, or empty; helps coreference, is no claim
  bool in_base = false;  ///< true when linked to a record of the entity base
  double link_confidence = 1.0;
  std::vector<std::uint32_t> mentions;  ///< indices of Document::mentions, in text order
};

/// The analysis of one article. Owns its article.
struct Document {
  Article article;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Value> values;
  std::vector<Mention> mentions;  ///< in order of tokens.begin, longer first
  std::vector<Entity> entities;

  /// The text of a token, or of a range of tokens as written in the article. Views into `article.text`.
  [[nodiscard]] std::string_view form(std::uint32_t token) const;
  [[nodiscard]] std::string_view text(Span tokens) const;
  /// Bytes of Article::text that a range of tokens covers.
  [[nodiscard]] Span bytes(Span tokens) const;
  /// Index of the sentence of a token.
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;
};

}  // namespace triplewright
