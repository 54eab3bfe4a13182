// Does a definite noun describe an entity? "The chipmaker" SMIC, "these restrictions" export controls. Thread-safety:
// const but for `note`; what it is made from must outlive it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "nlp/coref_agreement.h"
#include "text/syntax.h"
#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::nlp {

/// How a noun is introduced.
enum class Definiteness : std::uint8_t { None, Bare, Definite, Demonstrative };

class NounReader {
 public:
  NounReader(const Document& document, const text::Syntax& syntax, const Ontology& ontology);

  /// Bare: no determiner, and nothing but the noun ("sanctions").
  [[nodiscard]] Definiteness definiteness(const Mention& noun) const;
  /// Without a complement or a modifier that says which: "the company", not "the company behind TikTok" or "the largest
  /// company".
  [[nodiscard]] bool is_anaphoric(const Mention& noun, Definiteness definiteness) const;
  /// "Germany's largest lender", "the world's largest carmaker": a rank among those of a place, which one alone has.
  [[nodiscard]] bool is_ranked(const Mention& noun) const;
  /// A rank among those of a country that is the entity's.
  [[nodiscard]] bool is_ranked_at_home(const Mention& noun, const Entity& entity) const;
  /// Takes note of what a noun that refers to an entity calls it.
  void note(const Mention& noun);
  /// True for a noun that means a person or an organization.
  [[nodiscard]] bool is_somebody(const Mention& noun) const;
  /// True for a noun of a class that few things of a text are of: "the agency", "the court", not "the company".
  [[nodiscard]] bool is_narrow(const Mention& noun) const;
  /// True for a noun that tells a trade ("the carmaker") of which nothing else that the text calls the entity speaks.
  [[nodiscard]] bool guesses_trade(const Mention& noun, std::int32_t entity) const;
  /// "the company", "the group": no part of a name by which it would be called for short.
  [[nodiscard]] bool says_nothing(const Mention& noun) const;
  /// "the Commission" after the European Commission: the last word of the entity's name.
  [[nodiscard]] bool is_short_for(const Mention& noun, const Entity& entity) const;
  /// How well the noun describes the antecedent that mention `other` stands for, with what is known of its number: 0
  /// not at all, 2 the same noun.
  [[nodiscard]] double fit(const Mention& noun, Definiteness definiteness, const Mention& other,
                           const Agreement& agreement) const;

 private:
  [[nodiscard]] std::string lemma(std::uint32_t token) const;
  [[nodiscard]] bool is_superlative(std::uint32_t token) const;
  /// The word of the place whose largest one the noun means, or -1.
  [[nodiscard]] std::int32_t place_of_rank(const Mention& noun) const;
  [[nodiscard]] bool has_other_modifiers(const Mention& noun, const Mention& other) const;
  [[nodiscard]] double modifier_fit(const Mention& noun, const Entity& entity) const;
  [[nodiscard]] bool is_of_state(std::int32_t entity) const;
  [[nodiscard]] double name_fit(const Mention& noun, std::int32_t entity) const;
  [[nodiscard]] bool follows_comma(std::uint32_t noun, std::uint32_t clause) const;
  [[nodiscard]] bool is_seat(const Mention& noun, const Mention& name) const;
  [[nodiscard]] bool is_hyphenated(std::uint32_t token) const;
  [[nodiscard]] bool is_origin(std::uint32_t token) const;
  [[nodiscard]] bool is_related(const std::vector<std::string>& classes, const std::string& wanted) const;

  const Document& document_;
  const text::Syntax& syntax_;
  const Ontology& ontology_;
  std::vector<std::int32_t> named_at_;         // named mention that covers a token, or -1
  std::vector<std::set<std::string>> called_;  // what the text calls an entity: nouns, words of its names
};

}  // namespace triplewright::nlp
