// The grammar that every lexical frame shares: for a predicate, which tokens fill which grammatical
// function, in whatever construction it stands (active, passive, relative, participial and
// infinitival clauses, control and raising, coordination, copula, apposition, compound, possessive).
// Functions are those of the lexicon (docs/lexicon.md); relations are Universal Dependencies.
// Beyond the prepositions, a filler may be reached through the object: marker "object possessor" is
// the possessor of the object (*curb China's progress*), "object to" its *to*-phrase (*limit access
// to chips*); or through the clause below: "xcomp object" (*allow X to sell chips*), "from object" (*bar X from selling
// chips*), "xcomp to", "from to" (*to Y*). Thread-safety: const; refers to the tree, which must outlive it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tree.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

/// A token that fills a function of a predicate. `cost` counts the inferences that led to it: 0 for a
/// direct dependent, more for control, sharing and repaired attachments.
struct Filler {
  Function function = Function::Subject;
  std::string marker;  ///< Preposition: its words
  std::uint32_t token = 0;
  std::string_view construction;  ///< static text
  int cost = 0;
};

/// Construction of the subject of a verb that takes a noun with a preposition: *committed to compliance*.
inline constexpr std::string_view kSupportPhrase = "support phrase";

/// Construction of a phrase that a noun has from the verb whose object it is: *imposed a ban on X*.
inline constexpr std::string_view kObjectOfVerb = "object of a verb";

class Grammar {
 public:
  Grammar(const Tree& tree, const Ontology& ontology) : tree_(&tree), ontology_(&ontology) {}

  /// Fillers of a predicate of this part of speech, cheapest first within a function.
  [[nodiscard]] std::vector<Filler> fillers(std::uint32_t predicate, PartOfSpeech pos) const;

  /// Verbs that govern this noun as their object, in any construction (*impose a ban*, *a ban imposed by*).
  [[nodiscard]] std::vector<std::uint32_t> verbs_with_object(std::uint32_t noun) const;

  /// The verb that this noun is a prepositional phrase of (*committed to compliance*), the noun itself when the phrase
  /// is the predicate (*is in talks*), or kNoToken.
  [[nodiscard]] std::int32_t verb_with_phrase(std::uint32_t noun) const;

  /// Tokens below or beside a noun that may hold the number it is given, nearest first: *revenue of 5*, *revenue rose
  /// 2% to 5*, *an increase in revenue of 2%*. The caller keeps those that stand in a value.
  [[nodiscard]] std::vector<Filler> near(std::uint32_t predicate, PartOfSpeech pos) const;

 private:
  struct Surface {
    std::uint32_t token;
    std::string_view construction;
    int cost;
  };
  using Fillers = std::vector<Filler>;
  static constexpr int kMaxDepth = 6;  // of clauses that inherit their subject

  [[nodiscard]] std::vector<Surface> surface_subjects(std::uint32_t v, int depth) const;
  [[nodiscard]] std::vector<Surface> inherited_subjects(std::uint32_t v, int depth) const;
  [[nodiscard]] bool names_role(std::uint32_t noun) const;
  /// *a supplier of Acme, which*: the clause may as well be of who is new here.
  [[nodiscard]] bool may_describe_other(std::uint32_t noun, std::uint32_t pronoun) const;
  void put_agent_first(std::uint32_t verb, std::vector<Surface>& subjects) const;
  [[nodiscard]] std::vector<Surface> noun_controllers(std::uint32_t noun, int depth) const;
  [[nodiscard]] std::vector<Surface> controllers(std::uint32_t matrix, bool prefers_object, int depth) const;
  [[nodiscard]] std::vector<Surface> objects(std::uint32_t v, int depth) const;
  [[nodiscard]] bool has_own_subject(std::uint32_t v) const;
  /// A verb whose infinitive says what is wanted (tw:Operator): *urged X to do*.
  [[nodiscard]] bool governs_infinitives(std::uint32_t verb) const;
  /// A word that says of what stands in this argument whether it happens: *an agreement on selling*.
  [[nodiscard]] bool governs(std::uint32_t word, PartOfSpeech pos, const SyntacticArgument& argument) const;
  /// A verb that gives its subject a figure: *rose 5%*, *totals 3*, *is 3*.
  [[nodiscard]] bool gives_value(std::uint32_t verb) const;
  [[nodiscard]] std::int32_t subject_with_for(std::uint32_t v) const;
  [[nodiscard]] bool follows_comma(std::uint32_t v) const;
  [[nodiscard]] bool in_value(std::uint32_t t) const;  ///< a word of an amount or a time
  [[nodiscard]] std::int32_t recipient(std::uint32_t verb) const;
  [[nodiscard]] std::int32_t asked_with_preposition(std::uint32_t matrix) const;
  [[nodiscard]] std::int32_t described(std::uint32_t noun) const;
  /// A verb that gives somebody a post: one whose lexical sense has the post as its complement (*hired X as*).
  [[nodiscard]] bool gives_post(std::uint32_t verb) const;

  void add_verb(std::uint32_t v, Fillers& out) const;
  void add_oblique(std::uint32_t dependent, int cost, std::string_view construction, Fillers& out) const;
  void add_subject_paths(Fillers& out) const;
  void add_object_paths(Fillers& out) const;
  void add_phrase_paths(std::uint32_t phrase, std::string_view construction, Fillers& out) const;
  void add_clause_paths(std::uint32_t clause, Fillers& out) const;
  void add_noun(std::uint32_t n, Fillers& out) const;
  void add_modifiers(std::uint32_t n, Fillers& out) const;
  [[nodiscard]] bool is_circumstance(std::uint32_t phrase) const;
  void add_noun_prepositions(std::uint32_t n, Fillers& out) const;
  void add_self(std::uint32_t n, Fillers& out) const;
  void add_place_of_clause(std::uint32_t n, Fillers& out) const;
  void add_appointing(std::uint32_t n, Fillers& out) const;
  void add_led(std::uint32_t n, Fillers& out) const;
  void add_adjective(std::uint32_t a, Fillers& out) const;
  [[nodiscard]] std::int32_t object_before(std::uint32_t adjective) const;
  void add_preposition(std::uint32_t p, Fillers& out) const;

  const Tree* tree_;
  const Ontology* ontology_;
};

}  // namespace triplewright::extract
