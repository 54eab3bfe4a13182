// The ontology's classes by the part they play in linking, and class nouns of the lexicon.
// Thread-safety: const after construction; the ontology must outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/ontology.h"

namespace triplewright::link {

/// What kind of thing a name stands for, coarser than a class.
enum class Kind : std::uint8_t { Person, Organization, Group, Place, Offering, Policy, Event, Sector, Post, Other };
inline constexpr std::size_t kKinds = 10;

/// Finds each kind's class by local name, or by the schema.org class it is aligned with.
class Kinds {
 public:
  explicit Kinds(const Ontology& ontology);

  [[nodiscard]] const Ontology& ontology() const noexcept { return *ontology_; }
  /// The general class of a kind, or empty when the ontology has none.
  [[nodiscard]] const std::string& general(Kind kind) const noexcept {
    return general_[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] const std::string& company() const noexcept { return company_; }
  [[nodiscard]] const std::string& country() const noexcept { return country_; }
  [[nodiscard]] const std::string& city() const noexcept { return city_; }
  [[nodiscard]] const std::string& geopolitical() const noexcept { return geopolitical_; }
  [[nodiscard]] const std::string& party() const noexcept { return party_; }
  [[nodiscard]] const std::string& agent() const noexcept { return agent_; }
  /// The kind of a class; Other when it is under none of the general classes.
  [[nodiscard]] Kind kind_of(std::string_view class_iri) const;
  /// The kind of the first class that has one.
  [[nodiscard]] Kind kind_of(const std::vector<std::string>& classes) const;
  /// True when one of the classes is `general` or under it; false for an empty `general`.
  [[nodiscard]] bool any_is_a(const std::vector<std::string>& classes, const std::string& general) const;
  /// Most specific first; duplicates and ancestors of other members removed.
  [[nodiscard]] std::vector<std::string> most_specific(std::vector<std::string> classes) const;
  /// Segment of minted IRIs: "person/", "organization/" ...
  [[nodiscard]] static std::string_view path(Kind kind);

 private:
  [[nodiscard]] std::string find(std::string_view local_name) const;

  const Ontology* ontology_;
  std::array<std::string, kKinds> general_;
  std::string company_, country_, city_, geopolitical_, party_, agent_;
};

/// Classes that a noun of one or more lemmas (lower case) evokes by the lexicon, best weight first.
[[nodiscard]] std::vector<std::string> noun_classes(const Ontology& ontology, const std::vector<std::string>& lemmas);

/// True when a single word names a role or title of a person ("president", "ceo", "dr").
[[nodiscard]] bool is_person_title(const Kinds& kinds, const std::string& word);

}  // namespace triplewright::link
