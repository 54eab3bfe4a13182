// What rasqal asks for triples: our own store behind rasqal's triples source.
//
// Why not a storage of librdf: `trees` has no named graphs, `hashes` scans for (s,?,?), `sqlite` needs its
// database filled first. Sorted arrays answer every pattern by binary search, and being asked for each match lets us
// mend two things in rasqal's nested loops (see Match).
#pragma once

#include <rasqal.h>

#include <exception>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rdf/redland.h"
#include "rdf/triple_store.h"

namespace triplewright::rdf {

struct RasqalDeleter {
  void operator()(rasqal_world* p) const { rasqal_free_world(p); }
  void operator()(rasqal_query* p) const { rasqal_free_query(p); }
  void operator()(rasqal_query_results* p) const { rasqal_free_query_results(p); }
  void operator()(rasqal_literal* p) const { rasqal_free_literal(p); }
};
template <typename T>
using Rasqal = std::unique_ptr<T, RasqalDeleter>;

/// The terms of one rasqal world: makes literals of store terms when they are first met.
class RasqalTerms {
 public:
  /// With `exact`, integers are decimals to rasqal, whose own integers overflow at 32 bits.
  RasqalTerms(const TripleStore& store, rasqal_world* world, const RaptorSession& session, bool exact);
  ~RasqalTerms();
  RasqalTerms(const RasqalTerms&) = delete;
  RasqalTerms& operator=(const RasqalTerms&) = delete;

  /// Owned here; lives as long as this object.
  [[nodiscard]] rasqal_literal* literal(TermId id);
  /// 0 when no quad has the term.
  [[nodiscard]] TermId id(rasqal_literal* literal) const;
  /// Any value that rasqal hands out. A blank node becomes an IRI.
  [[nodiscard]] Term term(rasqal_literal* literal) const;
  /// A number for any value: the store's, or one above those for what the query made. 0 for none.
  [[nodiscard]] TermId number(rasqal_literal* literal);
  /// The terms that `number` made, in order.
  [[nodiscard]] std::vector<Term> take_extra() { return std::exchange(extra_, {}); }
  [[nodiscard]] const TripleStore& store() const noexcept { return store_; }

 private:
  const TripleStore& store_;
  rasqal_world* world_;
  const RaptorSession& session_;
  bool exact_;
  std::vector<rasqal_literal*> literals_;
  std::unordered_map<const rasqal_literal*, TermId> ids_;
  std::vector<Term> extra_;
  std::unordered_map<std::string, TermId> extra_ids_;
  std::unordered_map<std::string, TermId> aliases_;  // what rasqal makes of a term -> the term

  [[nodiscard]] static Term convert(rasqal_literal* literal);
};

struct Match;

/// A basic graph pattern of the query and what it may take from the patterns evaluated before it.
struct BasicPattern {
  std::vector<Match*> live;        // by column, the match that is under way
  std::vector<std::size_t> outer;  // patterns whose current bindings every useful row of this one must share
  bool in_subquery = false;        // its variables are its own
};

/// One query's view of the store.
struct Source {
  RasqalTerms& terms;
  std::vector<BasicPattern> patterns;
  struct Place {
    std::size_t pattern;
    std::size_t column;
  };
  std::unordered_map<const rasqal_triple*, Place> places;
  /// What filters let variables outside of subqueries be: other matches need not be joined first.
  std::unordered_map<std::string, std::vector<TermId>> choices;
  std::exception_ptr thrown;

  /// Finds the basic patterns of a prepared query.
  void survey(rasqal_query* query);
};

/// Makes `source` answer the queries of `world`. `source` must outlive them.
void register_source(rasqal_world* world, Source& source);

}  // namespace triplewright::rdf
