// The ontology, concepts and lexicon as the engine uses them: read from Turtle, indexed, const.
//
// "The ontology is the program": which classes and properties exist, which words express them and
// what is valid is RDF. `docs/lexicon.md` says how each structure below is written in Turtle.
// Thread-safety: const after load; any number of threads may read it.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "triplewright/claim.h"
#include "triplewright/error.h"

namespace triplewright {

struct OntologyClass {
  std::string iri;
  std::string label;
  std::vector<std::string> ancestors;  ///< all superclasses, nearest first, without itself
  std::vector<std::string> disjoint;   ///< classes declared disjoint with it or with an ancestor
  std::vector<std::string>
      external;         ///< classes of other vocabularies to emit as rdf:type too (equivalent or superclass)
  std::string comment;  ///< its definition
  std::vector<std::string> close_matches;  ///< related classes of other vocabularies, not to be emitted
};

struct OntologyProperty {
  std::string iri;
  std::string label;
  std::vector<std::string> domain;  ///< any of these classes; empty: no restriction
  std::vector<std::string> range;   ///< any of these classes; empty: no restriction; for a value property the kinds of
                                    ///< value (schema:MonetaryAmount, schema:QuantitativeValue, tw:Percentage)
  bool takes_value = false;         ///< the object is a value (quantity, amount), not an entity
  bool of_named = false;            ///< its object has a name: the novel, not *a novel*
  bool of_whole = false;            ///< not of who has it of a part: Acme's research chief does not head Acme
  bool holds_of_whole = false;      ///< of the regions that a place lies in as well: born in Kiel, born in Germany
  bool functional = false;
  bool symmetric = false;
  std::string inverse;                 ///< IRI or empty
  std::vector<std::string> ancestors;  ///< super-properties within the ontology, nearest first
  std::vector<std::string> exact;      ///< properties of other vocabularies to emit as well (owl:equivalentProperty)
  std::string comment;                 ///< its definition
  std::vector<std::string> close_matches;  ///< broader or related properties of other vocabularies, not to be emitted
};

struct Concept {
  std::string iri;
  std::string label;
  std::vector<std::string> labels;   ///< preferred and alternative, lower case
  std::vector<std::string> broader;  ///< direct
  std::string entity_class;          ///< class of things in this category (tw:denotesClass), or empty
};

/// The grammatical function that fills an argument of a frame: `arg:` in the lexicon.
/// Prepositions are Function::Preposition with `marker` the preposition.
enum class Function : std::uint8_t {
  Subject,         ///< arg:subject: nsubj, agent of a passive, controller, noun of a participle or relative clause
  Object,          ///< arg:object: obj, nsubj:pass, noun of a reduced participle or of an object relative
  IndirectObject,  ///< arg:indirectObject
  Complement,      ///< arg:complement: predicate nominal or adjective of a copula, predicative xcomp
  Xcomp,           ///< arg:xcomp: infinitive or participle clause without its own subject
  Ccomp,           ///< arg:ccomp: clause with its own subject, or a quotation
  Preposition,     ///< arg:to, arg:from ...: obl or nmod with that case marker
  Possessor,       ///< arg:possessor: nmod:poss
  Modifier,    ///< arg:modifier: compound, amod or nmod before the noun ("Huawei founder", "US curbs", "chip exports")
  Self,        ///< arg:self: what the noun or adjective itself refers to or modifies (agent nouns, class nouns)
  Apposition,  ///< arg:apposition: the appositive of the noun
  Value,       ///< arg:value: the number, amount or percentage that the construction gives for it
  Head         ///< arg:head: what an adverb or adjective modifies
};

struct SyntacticArgument {
  Function function = Function::Subject;
  std::string marker;  ///< preposition, lower case, or empty

  friend bool operator==(const SyntacticArgument&, const SyntacticArgument&) = default;
  friend auto operator<=>(const SyntacticArgument&, const SyntacticArgument&) = default;
};

/// One sense: a frame that maps syntactic arguments to the ends and qualifiers of a property
/// (reference is a property), evokes a class (reference is a class), or is an operator on what it
/// governs (reference is tw:Report or tw:Operator).
struct Sense {
  /// Mark: a word of grammar (tw:TransparentNoun, tw:Decrease); it has no arguments.
  enum class Kind : std::uint8_t { Property, Class, Report, Operator, Mark };
  Kind kind = Kind::Property;
  std::string reference;                   ///< IRI
  std::vector<SyntacticArgument> subject;  ///< alternatives, in order of preference
  std::vector<SyntacticArgument> object;   ///< alternatives; Report and Operator: what is governed
  struct Role {
    std::string property;                      ///< qualifier (Property) or property of the evoked thing (Class), IRI
    std::vector<SyntacticArgument> arguments;  ///< alternatives
    bool inverse = false;                      ///< Class: the filler is the subject of `property`
  };
  std::vector<Role> roles;
  std::vector<std::string> subject_classes;   ///< narrower than the property's domain, or empty
  std::vector<std::string> object_classes;    ///< narrower than the property's range, or empty
  std::optional<Factuality> factuality;       ///< Report, Operator, or a Property sense whose content is not asserted
  std::optional<Factuality> past_factuality;  ///< Operator: in the past tense, when that differs: *had to close*
  bool negated = false;                       ///< swaps Asserted and Denied (operators such as "fail", "refuse")
  double weight = 1.0;                        ///< prior that this sense is meant (tw:weight)
};

enum class PartOfSpeech : std::uint8_t { Verb, Noun, Adjective, Adverb, Preposition, Other };

struct LexicalEntry {
  std::string iri;
  PartOfSpeech pos = PartOfSpeech::Verb;
  std::vector<std::string>
      lemmas;  ///< the words in lower case, head first for verbs ("set","up"), last for nouns ("parent","company")
  std::vector<std::string> support_verbs;  ///< light verbs that take this noun as object ("place", "impose")
  std::vector<Sense> senses;
  bool is_pattern_of_class = false;  ///< a class noun ("chipmaker"): types what it is attached to
};

/// Read once; const.
class Ontology {
 public:
  /// Reads files and, of a directory and the folders in it, every .ttl file except what others read: the folder
  /// `entities` and the file `shapes.ttl`. Faults go to `sink` with file and line; throws Error when nothing usable was
  /// found or the Turtle does not parse.
  static Ontology load(const std::vector<std::string>& paths, const DiagnosticSink& sink);

  Ontology();
  ~Ontology();
  Ontology(Ontology&&) noexcept;
  Ontology& operator=(Ontology&&) noexcept;

  [[nodiscard]] const OntologyClass* find_class(std::string_view iri) const;
  [[nodiscard]] const OntologyProperty* find_property(std::string_view iri) const;
  [[nodiscard]] const Concept* find_concept(std::string_view iri) const;
  /// Concept with this label (lower-cased, singular lemmas joined by one space), or null.
  [[nodiscard]] const Concept* concept_by_label(std::string_view label) const;

  /// True when `iri` is `ancestor` or one of its descendants.
  [[nodiscard]] bool is_a(std::string_view iri, std::string_view ancestor) const;
  [[nodiscard]] bool any_is_a(const std::vector<std::string>& classes, const std::vector<std::string>& wanted) const;

  /// Entries whose head word (verbs: first, nouns: last) is this lemma. Cost does not grow with the lexicon.
  [[nodiscard]] const std::vector<const LexicalEntry*>& entries(std::string_view head_lemma, PartOfSpeech pos) const;
  [[nodiscard]] const std::vector<LexicalEntry>& lexicon() const;
  [[nodiscard]] const std::vector<OntologyClass>& classes() const;
  [[nodiscard]] const std::vector<OntologyProperty>& properties() const;
  [[nodiscard]] const std::vector<Concept>& concepts() const;
  /// prefix -> namespace IRI, as declared in the files.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& prefixes() const;
  /// owl:versionInfo of the domain ontology, or empty; and a SHA-256 over all files read.
  [[nodiscard]] const std::string& version() const;
  [[nodiscard]] const std::string& fingerprint() const;

 private:
  friend struct OntologyBuilder;
  struct Data;
  std::unique_ptr<Data> data_;
};

/// Reports every fault of an ontology, lexicon, concept scheme or entity base with file and line: Turtle
/// that does not parse, terms that nothing declares, entries and frames that lack a part, labels that two
/// claim, inverses that do not point back, cycles. Returns how many RDF statements it checked.
/// Throws Error when a path cannot be read.
std::size_t check_ontology(const std::vector<std::string>& paths, const DiagnosticSink& sink);

}  // namespace triplewright
