// What is done to solutions after the pattern is matched: counting, order, DISTINCT, LIMIT. rasqal keeps
// solutions in a search tree without balance, which for sorted input is a list: quadratic, and a recursion as deep
// as the list; and its COUNT(DISTINCT) is wrong for IRIs. Thread-safety: plain functions on values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rdf/sparql.h"
#include "rdf/triple_store.h"

namespace triplewright::rdf {

/// Rows of term numbers, 0 for unbound; numbers above those of the store are in `extra`.
struct Solutions {
  std::vector<std::string> variables;
  std::vector<std::vector<TermId>> rows;
  std::vector<Term> extra;
  TermId first_extra = 0;

  [[nodiscard]] const Term& term(TermId id, const TripleStore& store) const;
  /// The number of a term, new if need be.
  TermId add(const Term& term, const TripleStore& store);
  [[nodiscard]] std::size_t column(const std::string& name) const;  ///< or variables.size()
};

/// The query as rasqal is to run it: with the columns that order or counting need, without what is done here.
[[nodiscard]] std::string without_modifiers(std::string_view query, const SparqlShape& shape, const TripleStore& store);

/// Groups and counts (when only_counts), sorts, projects, makes distinct and cuts: SPARQL 1.1, 18.2.4.
void apply_modifiers(Solutions& solutions, const SparqlShape& shape, const TripleStore& store);

/// The order of SPARQL 1.1, 15.1: unbound, IRIs, literals; numbers and times by value, others by their text.
[[nodiscard]] bool sorts_before(const Term& a, const Term& b);

}  // namespace triplewright::rdf
