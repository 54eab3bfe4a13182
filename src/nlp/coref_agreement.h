// Number, gender and animacy of pronouns and entities. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/given_names.h"
#include "text/syntax.h"
#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::nlp {

using text::Gender;
enum class Number : std::uint8_t { Unknown, Singular, Plural };
enum class Animacy : std::uint8_t { Unknown, Person, Thing };

struct Agreement {
  Number number = Number::Unknown;
  Gender gender = Gender::Unknown;
  Animacy animacy = Animacy::Unknown;
};

enum class PronounKind : std::uint8_t { Other, Personal, Possessive, Reflexive, Relative };

struct Pronoun {
  PronounKind kind = PronounKind::Other;  ///< Other: first and second person, expletive, interrogative, indefinite
  Agreement agreement;
};

/// What a pronoun asks of its antecedent.
[[nodiscard]] Pronoun pronoun_of(const text::Syntax& syntax, std::uint32_t token);

/// What the mentions of an entity say of it.
[[nodiscard]] Agreement agreement_of(const Document& document, const text::Syntax& syntax, const Ontology& ontology,
                                     const Entity& entity);

/// Whether an entity's classes make it a person, a thing, or either (a group).
[[nodiscard]] Animacy animacy_of(const Ontology& ontology, const Entity& entity);

/// Gender of a person's name by its title ("Mr.", "Ms.") or given name, when that is telling.
[[nodiscard]] Gender gender_of_name(std::string_view title, std::string_view given_name);

/// False when the two exclude each other.
[[nodiscard]] bool compatible(const Agreement& pronoun, const Agreement& antecedent);

}  // namespace triplewright::nlp
