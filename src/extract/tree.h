// The dependency trees of a document as a linguist reads them: on top of children and case markers, voice,
// coordination, antecedents of relative pronouns. Universal Dependencies v2 (Nivre et al. 2020). Thread-safety: const
// after construction. Refers to the document, which must outlive it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/syntax.h"

namespace triplewright::extract {

inline constexpr std::int32_t kNoToken = -1;

class Tree : public text::Syntax {
 public:
  using Syntax::Syntax;

  /// The subordinator or gerund's preposition ("by", "after", "to"), or empty. `deprel` mark.
  [[nodiscard]] std::string marker(std::uint32_t t) const;

  [[nodiscard]] bool is_verb(std::uint32_t t) const;        ///< VERB or AUX that heads a clause
  [[nodiscard]] bool is_nominal(std::uint32_t t) const;     ///< NOUN, PROPN, PRON, NUM, SYM
  [[nodiscard]] bool is_infinitive(std::uint32_t t) const;  ///< with *to*
  [[nodiscard]] bool is_participle(std::uint32_t t) const;  ///< past participle
  [[nodiscard]] bool is_gerund(std::uint32_t t) const;      ///< -ing form
  [[nodiscard]] bool is_passive(std::uint32_t t) const;
  [[nodiscard]] bool is_copular(std::uint32_t t) const;  ///< a predicate with a copula
  [[nodiscard]] bool is_relative_pronoun(std::uint32_t t) const;

  /// What a relative pronoun refers to: the noun whose relative clause it stands in, or kNoToken.
  [[nodiscard]] std::int32_t antecedent(std::uint32_t relative) const;
  /// The token itself, or the antecedent when it is a relative pronoun. kNoToken for expletives and question words.
  [[nodiscard]] std::int32_t referent(std::uint32_t t) const;

  /// The token of a range whose head lies outside it, the first of several: of *November 2004 and later* the month.
  [[nodiscard]] std::uint32_t first_head_of(Span tokens) const;
  /// The tokens from the first to the last of the subtree, cut at what is no part of the phrase itself
  /// (`clauses` false: relative clauses, appositions and parentheses).
  [[nodiscard]] Span phrase(std::uint32_t t, bool clauses) const;

  /// The token and everything coordinated with it, in text order; conjuncts that are excluded
  /// (*rather than B*, *not B*, *instead of B*) are left out.
  [[nodiscard]] std::vector<std::uint32_t> conjuncts(std::uint32_t t) const;

  /// Edges between two tokens, at most `limit`.
  [[nodiscard]] unsigned distance(std::uint32_t a, std::uint32_t b, unsigned limit = 12) const;

 private:
  [[nodiscard]] bool is_excluded_conjunct(std::uint32_t t) const;
};

}  // namespace triplewright::extract
