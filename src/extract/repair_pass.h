// What the repairs of trees share: the tree under repair, and which mention covers a token. A pass repairs one kind of
// mistake; the passes run in the order of `repair_trees`.
#pragma once

#include <string_view>
#include <vector>

#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

/// Words before and after a name belong to its phrase: articles, titles, appositives, outer places; and bounds to their
/// numbers.
void repair_names(Document& document, const Ontology& ontology);

/// Posts that a verb gives to a name, whatever the parser made of their words.
void repair_posts(Document& document, const Ontology& ontology);

/// Verbs by what stands around them and by the lexicon: the root of a sentence taken for a noun, wrong lemmas, who gets
/// what is given.
void repair_verbs(Document& document, const Ontology& ontology);

/// Clauses: topics before a colon, relative clauses, conjuncts and their subjects.
void repair_clauses(Document& document, const Ontology& ontology);

/// Single words: nouns taken for verbs and verbs for nouns; prepositions, gerunds and appositives on the wrong word.
void repair_words(Document& document, const Ontology& ontology);

/// What is said of a name in parentheses after it.
void repair_parentheses(Document& document, const Ontology& ontology);

/// Verbs of reporting and what is reported.
void repair_reports(Document& document, const Ontology& ontology);

class RepairPass {
 protected:
  RepairPass(Document& document, const Ontology& ontology);

  [[nodiscard]] Token& at(std::uint32_t t) { return d_.tokens[t]; }
  /// True when the relation of a token is `relation` or a subtype of it.
  [[nodiscard]] static bool is(const Token& token, std::string_view relation);
  [[nodiscard]] bool is_plural(std::uint32_t t) const;
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool has_case(std::uint32_t t) const;
  [[nodiscard]] bool has_object(std::uint32_t verb) const;
  /// True when the token hangs, directly or not, on one of the phrase. (Between two repairs a sentence may be no tree.)
  [[nodiscard]] bool is_below(std::uint32_t t, Span phrase) const;
  /// The first dependent of `of` by `relation` among the tokens from `begin` to before `end`, or -1.
  [[nodiscard]] std::int32_t dependent(std::uint32_t of, std::string_view relation, std::uint32_t begin,
                                       std::uint32_t end) const;

  Document& d_;
  const Ontology& ontology_;
  std::vector<std::int32_t> named_;    // mention that covers a token, or -1
  std::vector<std::int32_t> nominal_;  // mention that a token heads, or -1
};

}  // namespace triplewright::extract
