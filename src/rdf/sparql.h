// A shallow reading of SPARQL queries: their structure, not their meaning. It finds what rasqal lacks or gets wrong
// before rasqal sees it, and what the order of triple patterns may be. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/error.h"

namespace triplewright::rdf {

struct SparqlToken {
  enum class Kind : std::uint8_t { Iri, Name, Variable, String, Language, Number, Word, Blank, Mark };
  Kind kind = Kind::Mark;
  std::string_view text;  // as written; a view into the query
  std::size_t line = 0;

  /// Words are compared without case (keywords, functions).
  [[nodiscard]] bool is(std::string_view word) const;
};

/// Tokens with comments left out. Throws Error with the line for a string or IRI without end.
[[nodiscard]] std::vector<SparqlToken> sparql_tokens(std::string_view query, std::string_view source_name);

/// What `query` must know beside what rasqal tells.
struct SparqlShape {
  bool uses_graphs = false;   ///< GRAPH occurs
  bool changes_case = false;  ///< UCASE or LCASE occurs
  bool aggregates = false;    ///< the outermost SELECT has aggregates
  bool groups = false;        ///< and a GROUP BY
  std::string where;          ///< prologue and "ASK" with the outermost pattern
  /// Runs of adjacent triples blocks: each run may be put in any order (a basic graph pattern is a set).
  struct Block {
    std::size_t begin, end;  ///< bytes of the query, without the full stop
  };
  std::vector<std::vector<Block>> runs;
};

/// Reads the structure. Throws Error, with the line and with what to do instead, for forms that rasqal 0.9.33 lacks
/// or answers wrongly; syntax errors that it does not notice are left to rasqal.
[[nodiscard]] SparqlShape check_sparql(std::string_view query, std::string_view source_name);

}  // namespace triplewright::rdf
