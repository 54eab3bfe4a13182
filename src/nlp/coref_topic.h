// What an article is about, and what it names in passing: the part of salience that does not depend on who refers.
// Thread-safety: const after construction; what it is made from must outlive it.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "nlp/coref_agreement.h"
#include "text/syntax.h"
#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::nlp {

/// True when the entity is an organization or the government of a place.
[[nodiscard]] bool is_organization(const Ontology& ontology, const Entity& entity);

class Topic {
 public:
  Topic(const Document& document, const text::Syntax& syntax, const Ontology& ontology);

  /// How much the article is about an entity, among those of its sort (persons, organizations, other things): 1 for
  /// the one that the headline and the first sentence name and the text comes back to most, 0 for what is named once.
  [[nodiscard]] double of(std::int32_t entity) const { return share_[static_cast<std::size_t>(entity)]; }

  /// True for a noun that stands where news names sources, examples and affiliations: "according to Omdia", "carmakers
  /// such as Ford", "an analyst at Acme", "Acme analyst Ada Byron".
  [[nodiscard]] bool in_passing(std::uint32_t noun) const;

  /// The organization beside whose name a person is introduced ("Acme chief Ada Byron", "Ada Byron, head of Acme"),
  /// when there is one alone and the person does not speak of others; or -1.
  [[nodiscard]] std::int32_t organization_of(std::int32_t person) const {
    return employer_[static_cast<std::size_t>(person)];
  }

  /// The organization that the whole article is about, when none comes near it; or -1.
  [[nodiscard]] std::int32_t protagonist() const { return protagonist_; }
  /// The country that the article is about: the only one it names again, or one it names far more than others; or -1.
  [[nodiscard]] std::int32_t country() const { return country_; }
  /// True for whoever speaks for an organization: its chief executive, a spokesman.
  [[nodiscard]] bool speaks_for_organization(std::uint32_t person) const;
  /// The organization that a noun phrase names: "a spokesman for Acme", "Acme's chief"; or -1.
  [[nodiscard]] std::int32_t organization_in(std::uint32_t noun) const;

  /// True for the source of "according to Omdia".
  [[nodiscard]] bool is_source(std::uint32_t noun) const;
  /// True for a noun, or a name, that means a person.
  [[nodiscard]] bool is_person(std::uint32_t noun) const;
  /// True for a person whose calling it is to speak of other people's companies: an analyst, a professor.
  [[nodiscard]] bool speaks_of_others(std::uint32_t person) const;

 private:
  [[nodiscard]] std::uint32_t phrase_of(std::uint32_t noun) const;

  const Document& document_;
  const text::Syntax& syntax_;
  const Ontology& ontology_;
  void find_employers();
  void find_country();
  [[nodiscard]] bool in_relative_clause(std::uint32_t top, std::uint32_t below) const;

  std::vector<std::pair<std::uint32_t, std::int32_t>> organizations_;  // heads of their names, in text order
  std::vector<double> share_;
  std::vector<std::int32_t> employer_;
  std::int32_t protagonist_ = -1, country_ = -1;
  std::vector<std::int32_t> mention_at_;  // mention headed by a token, or -1
};

}  // namespace triplewright::nlp
