// What the readers of patterns and of expressions share: a position among the tokens, and the way to refuse.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rdf/sparql.h"

namespace triplewright::rdf {

class SparqlCursor {
 public:
  SparqlCursor(std::string_view query, std::string_view source_name);

  [[nodiscard]] const SparqlToken& now() const noexcept { return tokens_[at_]; }
  [[nodiscard]] const SparqlToken& ahead(std::size_t n) const noexcept {
    return tokens_[std::min(at_ + n, tokens_.size() - 1)];
  }
  [[nodiscard]] const SparqlToken& last() const noexcept { return tokens_[at_ - 1]; }
  [[nodiscard]] const std::vector<SparqlToken>& tokens() const noexcept { return tokens_; }
  [[nodiscard]] bool at_end() const noexcept { return now().kind == SparqlToken::Kind::End; }
  [[nodiscard]] const SparqlToken& back(std::size_t n) const noexcept { return tokens_[at_ >= n ? at_ - n : 0]; }
  const SparqlToken& take();
  bool take_if(std::string_view word);
  void expect(std::string_view word);

  /// An IRI or prefixed name in full, without brackets; empty for others.
  [[nodiscard]] std::string full_iri(const SparqlToken& token) const;
  void set_prefix(std::string prefix, std::string iri) { prefixes_[std::move(prefix)] = std::move(iri); }
  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return query_.substr(begin, end - begin);
  }

  /// The query has a form that rasqal lacks or gets wrong.
  [[noreturn]] void refuse(const std::string& what, std::string_view instead, std::size_t line) const;
  [[noreturn]] void fail(const std::string& what) const;

 private:
  std::string_view query_;
  std::string source_name_;
  std::vector<SparqlToken> tokens_;
  std::size_t at_ = 0;
  std::map<std::string, std::string, std::less<>> prefixes_;
};

/// What is known of an expression without running it.
struct ExpressionFacts {
  enum class Kind : std::uint8_t { Boolean, IntegerConstant, StringConstant, String, Variable, Aggregate, Other };
  Kind kind = Kind::Other;
  bool total = false;  ///< has a value in every solution: no variable that may be unbound, no type error
};

/// Reads expressions (SPARQL 1.1, 19.8, rule 110 and on) and refuses what rasqal evaluates wrongly.
class ExpressionReader {
 public:
  ExpressionReader(SparqlCursor& cursor, SparqlShape& shape) : cursor_(cursor), shape_(shape) {}

  /// An expression; with `condition`, one whose effective boolean value is taken.
  ExpressionFacts read(bool condition);
  /// What may follow FILTER, HAVING, ORDER BY: brackets or a call.
  ExpressionFacts read_constraint(bool condition);

  struct Aggregate {
    std::string function;  // upper case
    std::set<std::string> variables;
    std::size_t line;
    bool distinct = false;
    bool simple = false;  // of one variable or of *
    std::size_t end = 0;  // byte of its closing bracket
  };
  /// Aggregates met since the last call.
  std::vector<Aggregate> take_aggregates() { return std::exchange(aggregates_, {}); }
  /// Variables met since the last call, those within aggregates too.
  std::set<std::string> take_variables() { return std::exchange(variables_, {}); }
  /// Variables that are bound where the next expression stands.
  void set_bound(const std::set<std::string>* bound) { bound_ = bound; }

 private:
  ExpressionFacts disjunction(bool condition);
  ExpressionFacts conjunction(bool condition);
  ExpressionFacts relation();
  ExpressionFacts sum();
  ExpressionFacts product();
  ExpressionFacts unary();
  ExpressionFacts primary();
  ExpressionFacts literal();
  ExpressionFacts call(const SparqlToken& name);
  ExpressionFacts cast(const SparqlToken& name);
  ExpressionFacts aggregate(const SparqlToken& name);
  std::vector<ExpressionFacts> arguments();
  void check_pattern(const SparqlToken& name, const SparqlToken& pattern);
  void check_truth(const ExpressionFacts& facts, std::size_t line);
  void check_overflow(const ExpressionFacts& a, const ExpressionFacts& b, std::size_t line);

  SparqlCursor& cursor_;
  SparqlShape& shape_;
  std::vector<Aggregate> aggregates_;
  std::set<std::string> variables_;
  const std::set<std::string>* bound_ = nullptr;
  int depth_ = 0;
  std::string typed_constant_;  // datatype of the literal read last that rasqal does not compare
};

/// What a FILTER, from its constraint on, lets a variable be: (?x = iri || ?x = iri) and (?x IN (iri, iri)); nullopt
/// for every other one.
[[nodiscard]] std::optional<SparqlShape::Choice> read_choice(std::string_view filter, const SparqlCursor& cursor);

}  // namespace triplewright::rdf
