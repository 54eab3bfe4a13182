// Words that change the stance of what they govern, or cite somebody, as the lexicon lists them (tw:Operator,
// tw:Report). Thread-safety: const after construction; refers to the tree and the ontology.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tree.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

/// A class of what is measured: one that the ontology aligns with schema.org's statistical variables, or below it.
[[nodiscard]] bool is_statistic_class(const Ontology& ontology, const std::string& iri);

/// A class of those who act: one that the ontology aligns with PROV's agents, or below it.
[[nodiscard]] bool is_agent_class(const Ontology& ontology, const std::string& iri);

/// True for a noun by which the lexicon says what somebody is to another: *investor*, *rival*, *chief executive*. Takes
/// a lemma in small letters.
[[nodiscard]] bool names_role(const Ontology& ontology, std::string_view lemma);

/// True for a noun that the lexicon has for somebody: *government*, *regulator*.
[[nodiscard]] bool is_agent_noun(const Ontology& ontology, const std::string& lemma);

/// True for the entry of a noun that names a figure or its change.
[[nodiscard]] bool names_figure(const Ontology& ontology, const LexicalEntry& entry);
/// True for a noun of one word that the lexicon has as the name of a figure or of its change: *revenue*, *EBIT*,
/// *rise*.
[[nodiscard]] bool names_figure(const Ontology& ontology, std::string_view lemma);

class Operators {
 public:
  Operators(const Tree& tree, const Ontology& ontology) : tree_(&tree), ontology_(&ontology) {}

  /// The sense by which the token governs this argument: an operator or a report. Longer entries first.
  /// One that is limited to things of some classes (tw:objectClass) governs a `noun` that stands for one of them.
  [[nodiscard]] const Sense* governing(std::uint32_t token, const SyntacticArgument& argument,
                                       std::int32_t noun = kNoToken) const;
  /// The report sense of a verb or noun, whatever it governs, or null.
  [[nodiscard]] const Sense* report(std::uint32_t token) const;
  /// The operator that a modifier (adverb, modal, adjective) is for its head, or null.
  [[nodiscard]] const Sense* modifier(std::uint32_t token) const;
  /// The operator or report of a preposition or subordinator ("if", "without", "according to"), or null.
  [[nodiscard]] const Sense* preposition(std::string_view words) const;
  /// True for a noun that names a role or thing by its own argument ("supplier", "chief executive").
  [[nodiscard]] bool is_role_noun(std::uint32_t token) const;
  /// True for a word that says that what it modifies has ended (tw:Past).
  [[nodiscard]] bool is_past(std::uint32_t token) const;
  /// True for a verb whose object is there whatever becomes of the verb (tw:Factive): *to condemn a crackdown*.
  [[nodiscard]] bool takes_as_given(std::uint32_t verb) const;
  /// True for a verb that says how many times (tw:Multiple): what *almost doubled* did grow.
  [[nodiscard]] bool multiplies(std::uint32_t verb) const;
  /// False for a noun that the lexicon has only as an act, a measure or a figure: what no one can quote.
  [[nodiscard]] bool may_speak(std::uint32_t token) const;

 private:
  [[nodiscard]] std::vector<const LexicalEntry*> entries(std::uint32_t token) const;
  /// A noun whose entry has a class among these, or below one of them.
  [[nodiscard]] bool stands_for(std::uint32_t noun, const std::vector<std::string>& classes) const;
  [[nodiscard]] bool words_stand(std::uint32_t token, const LexicalEntry& entry) const;
  /// A verb one of whose entries, of several words too (*step down*), bears tw:`mark`.
  [[nodiscard]] bool is_marked_verb(std::uint32_t verb, std::string_view mark) const;

  const Tree* tree_;
  const Ontology* ontology_;
};

}  // namespace triplewright::extract
