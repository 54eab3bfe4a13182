// Triple patterns of SPARQL, and the triples of templates.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "rdf/sparql_reader.h"

namespace triplewright::rdf {

class TripleReader {
 public:
  explicit TripleReader(SparqlCursor& cursor) : cursor_(cursor) {}

  [[nodiscard]] static bool starts(const SparqlToken& token);

  /// One subject with its predicates and objects, taken apart into triples where nothing in it has brackets. Adds the
  /// variables to `bound`.
  void block(std::set<std::string>& bound, SparqlShape::Run& run);

  /// The same, for its syntax alone; `bound` may be null.
  void triples(std::set<std::string>* bound);

 private:
  struct Triple {
    std::string subject, predicate, object;  // as written
  };
  [[nodiscard]] std::string plain(const std::string& text) const;
  void properties(std::set<std::string>* bound, const std::string& subject);
  std::string verb(std::set<std::string>* bound);
  std::string node(std::set<std::string>* bound);

  SparqlCursor& cursor_;
  std::vector<Triple> triples_;  // of the block that is read
  bool brackets_ = false;
  int depth_ = 0;
};

}  // namespace triplewright::rdf
