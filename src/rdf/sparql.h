// A shallow reading of SPARQL queries: their structure, not their meaning. It finds what rasqal lacks or gets wrong
// before rasqal sees it. Pure; thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace triplewright::rdf {

struct SparqlToken {
  enum class Kind : std::uint8_t { Iri, Name, Variable, String, Language, Number, Word, Blank, Mark, End };
  Kind kind = Kind::End;
  std::string_view text;   // as written; a view into the query
  std::size_t offset = 0;  // byte
  std::size_t line = 1;

  /// Without case: keywords, functions, marks.
  [[nodiscard]] bool is(std::string_view word) const;
};

/// Tokens (SPARQL 1.1, 19.8) without comments, closed by one of kind End. Throws Error with the line for a string
/// or IRI without end.
[[nodiscard]] std::vector<SparqlToken> sparql_tokens(std::string_view query, std::string_view source_name);

/// What `query` must know beside what rasqal tells.
struct SparqlShape {
  std::string prologue;                  ///< BASE and PREFIX declarations
  bool uses_graphs = false;              ///< GRAPH occurs
  std::vector<std::string> graph_terms;  ///< as written: the IRIs after GRAPH
  bool upper_case = false;               ///< UCASE occurs
  bool lower_case = false;               ///< LCASE occurs
  bool calculates = false;               ///< arithmetic, aggregates, ordering, grouping

  /// A SELECT with aggregates, the outermost or a subquery, whose answer over an empty pattern rasqal gets wrong.
  struct Aggregation {
    std::string pattern;  ///< its WHERE part, in braces
    bool outermost = false;
    bool grouped = false;
    std::vector<std::string> functions;  ///< upper case, one a column; "" for other expressions and variables
    std::size_t line = 1;
  };
  std::vector<Aggregation> aggregations;

  /// The outermost SELECT, for the solution modifiers that are not left to rasqal.
  struct Bytes {
    std::size_t begin = 0, end = 0;
  };
  struct Column {
    std::string name;
    std::string function;   ///< of an aggregate that stands alone, upper case
    std::string variable;   ///< its argument, or "" for COUNT(*) and for expressions
    bool distinct = false;  ///< COUNT(DISTINCT ?x)
    bool simple = false;    ///< a variable, or COUNT of one or of *
  };
  struct OrderKey {
    std::string text;      ///< as written
    std::string variable;  ///< when it is one
    bool descending = false;
  };
  struct Having {
    Column count;
    std::string comparison;
    double number = 0;
  };
  struct Select {
    bool present = false;
    bool all = false;  ///< SELECT *
    bool distinct = false;
    std::vector<Column> columns;
    std::vector<std::string> group_by;
    std::vector<Having> having;
    bool having_is_simple = true;
    std::vector<OrderKey> order_by;
    std::size_t offset = 0;
    std::size_t limit = SIZE_MAX;
    std::string some_variable;          ///< one that every solution binds, or ""
    Bytes projection, grouping, slice;  ///< GROUP BY with HAVING; ORDER BY with LIMIT and OFFSET
  };
  Select select;

  /// Triple patterns that stand side by side in one group. They may be put in any order: a basic graph pattern is a
  /// set.
  struct Pattern {
    std::string text;                                 ///< as written, without the full stop
    std::vector<std::array<std::string, 3>> triples;  ///< "?x", "<iri>", or "" for what is neither
  };
  struct Run {
    std::vector<std::pair<std::size_t, std::size_t>>
        places;  ///< bytes of the query; after the first with the full stop
    std::vector<Pattern> patterns;
  };
  std::vector<Run> runs;
  /// A variable that a FILTER of the outermost group holds to be one of some IRIs.
  struct Choice {
    std::string variable;
    std::vector<std::string> iris;
  };
  std::vector<Choice> choices;
  std::vector<std::string> variables;  ///< in the order in which they occur
};

/// True when the query does nothing but count, so that its groups can be counted without rasqal.
[[nodiscard]] bool only_counts(const SparqlShape::Select& select);

/// Reads the structure. Throws Error, with the line and what to do instead, for forms that rasqal 0.9.33 lacks or
/// answers wrongly (each was seen to differ from another engine; tests/unit/rdf/sparql_test.cpp lists them), and for
/// what is no SPARQL query.
[[nodiscard]] SparqlShape read_sparql(std::string_view query, std::string_view source_name);

}  // namespace triplewright::rdf
