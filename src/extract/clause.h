// What stands in a clause, or in a noun phrase, that changes how its own predicate is presented: negation, modals,
// adverbs, conditions, sources. Refers to the tree, the operators and the speakers: all must outlive it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "extract/composition.h"
#include "extract/operators.h"
#include "extract/speaker.h"
#include "extract/tree.h"

namespace triplewright::extract {

[[nodiscard]] bool among(std::string_view word, std::initializer_list<std::string_view> words);

class ClauseReader {
 public:
  ClauseReader(const Tree& tree, const Operators& operators, const Speakers& speakers)
      : tree_(tree), operators_(operators), speakers_(speakers), d_(tree.document()) {}

  /// True for the predicate of a clause: a verb, what has a copula or subject, a verbless root.
  [[nodiscard]] bool is_clause(std::uint32_t t) const;
  /// True for a noun with *no*, or that is *nobody*.
  [[nodiscard]] bool is_no(std::uint32_t noun) const;
  /// *any firm that*, *firms that break the rules will pay*: whoever does, if anybody.
  [[nodiscard]] bool is_whoever(std::uint32_t noun) const;
  /// A noun that is named, pointed at or possessed.
  [[nodiscard]] bool is_definite(std::uint32_t noun) const;
  /// A yes-or-no question: one with *who* or *why* takes its content for granted.
  [[nodiscard]] bool asks(std::uint32_t t) const;
  [[nodiscard]] bool is_imperative(std::uint32_t t) const;
  /// One of these words stands before the predicate as its dependent: "when he lost".
  [[nodiscard]] bool opens_with(std::uint32_t clause, std::initializer_list<std::string_view> words) const;
  /// The word in lower case.
  [[nodiscard]] std::string form(std::uint32_t t) const;

  /// Composes what stands in the clause of a predicate; `from` is the child that is composed already, or kNoToken.
  void own(std::uint32_t t, std::int32_t from, Composition& out) const;
  /// Composes what stands in the noun phrase.
  void own_noun(std::uint32_t t, Composition& out) const;
  /// Only who says so, not whether it is so.
  void attributions(std::uint32_t t, std::int32_t from, Composition& out) const;
  /// Of a first conjunct with a tense of its own only attribution, conditions and a negated subject hold for the
  /// others.
  void shared_marks(std::uint32_t first, bool shares_subject, Composition& out) const;

 private:
  [[nodiscard]] bool is_negation(std::uint32_t c) const;
  [[nodiscard]] bool is_inverted(std::uint32_t t) const;
  [[nodiscard]] bool is_done(std::uint32_t t) const;
  [[nodiscard]] bool even_if(std::uint32_t clause) const;
  [[nodiscard]] bool is_habit(std::uint32_t t) const;
  void modal(std::uint32_t t, std::uint32_t aux, Composition& out) const;
  void attribution(std::uint32_t c, Composition& out) const;
  [[nodiscard]] const Sense* source(std::uint32_t noun) const;
  void relative(std::uint32_t clause, Composition& out) const;
  void cited(std::uint32_t c, int depth, Composition& out) const;
  void mark(std::uint32_t t, Composition& out) const;
  void condition(std::uint32_t t, Composition& out) const;

  const Tree& tree_;
  const Operators& operators_;
  const Speakers& speakers_;
  const Document& d_;
};

}  // namespace triplewright::extract
