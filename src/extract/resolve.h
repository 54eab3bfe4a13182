// From tokens to what they refer to: entities through mentions and coreference, instances of *such
// as* lists, names in apposition or compound, countries behind demonyms, values. Coordination gives
// several ends. Thread-safety: const; refers to what it was made from, which must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/tree.h"
#include "triplewright/claim.h"
#include "triplewright/entity_base.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

/// A thing that a token may refer to.
struct End {
  Argument argument;
  std::vector<std::string> classes;  ///< IRIs; empty when nothing is known
  std::int32_t mention = -1;         ///< index in Document::mentions
  double link = 1.0;                 ///< confidence of the link
  bool pronoun = false;              ///< reached through a pronoun
  bool nominal = false;              ///< reached through a description
  int cost = 0;                      ///< inferences: looking through a noun, an instance list ...
};

/// What one conjunct may refer to, best first.
using Alternatives = std::vector<End>;

class Resolver {
 public:
  Resolver(const Tree& tree, const Ontology& ontology, const EntityBase& entities);

  /// One entry for each conjunct of the phrase headed by this token; a conjunct that refers to nothing is left out.
  [[nodiscard]] std::vector<Alternatives> ends(std::uint32_t token, int depth = 0) const;
  /// The same without coordination.
  [[nodiscard]] Alternatives alternatives(std::uint32_t token) const;

  /// Index of the value that covers this token, or -1.
  [[nodiscard]] std::int32_t value_at(std::uint32_t token) const { return value_at_[token]; }
  /// Best mention whose head is, or whose name covers, this token; or -1.
  [[nodiscard]] std::int32_t mention_at(std::uint32_t token) const { return mention_at_[token]; }
  /// True when the token lies within a name and is no predicate of its own.
  [[nodiscard]] bool inside_name(std::uint32_t token) const { return inside_name_[token]; }
  /// True when a noun stands for what it is *of*: *a series of*, *a number of* (tw:TransparentNoun), *14% of*.
  [[nodiscard]] bool is_transparent(std::uint32_t token) const;

  /// An end that is this entity of the document.
  [[nodiscard]] End entity(std::uint32_t index, Span tokens) const;
  /// An end by IRI: the document's entity of that IRI if there is one, else the record of the entity base.
  [[nodiscard]] End by_iri(const std::string& iri, Span tokens) const;
  /// What is known besides the document.
  [[nodiscard]] const EntityBase& base() const { return *entities_; }

  /// True when the end may stand where one of these classes is wanted (none: anything may).
  [[nodiscard]] bool fits(const End& end, const std::vector<std::string>& wanted) const;
  /// False when a noun and the end are of kinds that exclude each other: *deals including Acme*, Acme is no deal.
  [[nodiscard]] bool may_be_instance(std::uint32_t noun, const End& end) const;

 private:
  [[nodiscard]] bool is_amount(std::uint32_t token) const;
  [[nodiscard]] bool misgendered(const Mention& mention) const;
  [[nodiscard]] bool is_figure(const Mention& mention) const;
  [[nodiscard]] std::int32_t named_together(std::uint32_t pronoun) const;
  [[nodiscard]] bool means_two(std::uint32_t noun) const;
  [[nodiscard]] std::int32_t named_pair(std::uint32_t noun) const;
  void add_mention(std::uint32_t token, std::int32_t mention, Alternatives& out) const;
  void add_name_within(std::uint32_t token, Alternatives& out) const;

  const Tree* tree_;
  const Document* document_;
  const Ontology* ontology_;
  const EntityBase* entities_;
  std::vector<std::int32_t> mention_at_;
  std::vector<std::int32_t> value_at_;
  std::vector<char> inside_name_;
};

}  // namespace triplewright::extract
