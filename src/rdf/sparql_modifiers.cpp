#include "rdf/sparql_modifiers.h"

#include <charconv>
#include <set>
#include <string>
#include <utility>

namespace triplewright::rdf {

using Token = SparqlToken::Kind;

namespace {

class ModifierReader {
 public:
  ModifierReader(SparqlCursor& cursor, ExpressionReader& expressions, SparqlShape::Select& select)
      : cursor_(cursor), expressions_(expressions), select_(select) {}

  void run() {
    select_.grouping.begin = cursor_.now().offset;
    if (cursor_.now().is("GROUP")) {
      const std::size_t line = cursor_.take().line;
      cursor_.expect("BY");
      while (cursor_.now().kind == Token::Variable) select_.group_by.emplace_back(cursor_.take().text.substr(1));
      if (select_.group_by.empty() || cursor_.now().is("("))
        cursor_.refuse("GROUP BY an expression", "BIND it to a variable in the pattern and group by that", line);
    }
    if (cursor_.take_if("HAVING")) having();
    select_.grouping.end = select_.slice.begin = cursor_.now().offset;
    if (cursor_.take_if("ORDER")) order_by();
    while (cursor_.now().is("LIMIT") || cursor_.now().is("OFFSET")) {
      const bool is_limit = cursor_.take().is("LIMIT");
      std::size_t number = 0;
      const std::string_view digits = cursor_.now().text;
      if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ptr != digits.data() + digits.size() ||
          digits.empty())
        cursor_.fail("LIMIT and OFFSET take a number");
      cursor_.take();
      (is_limit ? select_.limit : select_.offset) = number;
    }
    select_.slice.end = cursor_.now().offset;
  }

 private:
  bool ends_having() const {
    const SparqlToken& t = cursor_.now();
    return !(t.is("(") || t.kind == Token::Word) || t.is("ORDER") || t.is("LIMIT") || t.is("OFFSET") || t.is("VALUES");
  }

  void having() {
    while (!ends_having()) {
      const SparqlToken first = cursor_.ahead(1);
      const std::size_t line = cursor_.now().line;
      expressions_.take_variables();
      expressions_.read_constraint(true);
      const std::set<std::string> names = expressions_.take_variables();
      const auto aggregates = expressions_.take_aggregates();
      for (const auto& column : select_.columns)
        if (names.contains(column.name) && !column.function.empty())
          cursor_.refuse("HAVING on the name of a column, which engines understand differently",
                         "write the aggregate itself, or FILTER around a subquery", line);
      for (const auto& aggregate : aggregates)
        if (aggregate.function != "COUNT")
          cursor_.refuse("HAVING on " + aggregate.function, "FILTER around a subquery that names it", line);
      // "(COUNT(...) op number)" can be seen from its end: bracket, op, number, bracket.
      SparqlShape::Having condition;
      const SparqlToken number = cursor_.back(2);
      const bool is_simple = aggregates.size() == 1 && first.is("COUNT") &&
                             cursor_.back(4).offset == aggregates[0].end && number.kind == Token::Number;
      if (is_simple) {
        condition.count = count_column(aggregates[0]);
        condition.comparison = std::string(cursor_.back(3).text);
        std::from_chars(number.text.data(), number.text.data() + number.text.size(), condition.number);
      }
      select_.having_is_simple = select_.having_is_simple && is_simple && condition.count.simple;
      select_.having.push_back(std::move(condition));
    }
  }

  void order_by() {
    cursor_.expect("BY");
    for (;;) {
      SparqlShape::OrderKey key;
      const SparqlToken start = cursor_.now();
      if (start.kind == Token::Variable) {
        cursor_.take();
        key.text = std::string(start.text);
      } else if (start.is("ASC") || start.is("DESC")) {
        key.descending = start.is("DESC");
        cursor_.take();
        const std::size_t begin = cursor_.now().offset;
        expressions_.read_constraint(false);
        key.text = std::string(cursor_.between(begin, cursor_.last().offset + 1));
      } else if (start.is("(") || (start.kind != Token::End && !start.is("VALUES") && cursor_.ahead(1).is("("))) {
        expressions_.read_constraint(false);
        key.text = std::string(cursor_.between(start.offset, cursor_.last().offset + 1));
      } else {
        break;
      }
      const auto tokens = sparql_tokens(key.text, "");
      const std::size_t at = tokens[0].is("(") ? 1 : 0;
      if (tokens[at].kind == Token::Variable && tokens.size() == 2 + 2 * at)
        key.variable = std::string(tokens[at].text.substr(1));
      select_.order_by.push_back(std::move(key));
    }
    expressions_.take_aggregates();
  }

  SparqlCursor& cursor_;
  ExpressionReader& expressions_;
  SparqlShape::Select& select_;
};

}  // namespace

SparqlShape::Column count_column(const ExpressionReader::Aggregate& aggregate) {
  SparqlShape::Column column;
  column.function = aggregate.function;
  column.distinct = aggregate.distinct;
  column.simple = aggregate.simple && aggregate.function == "COUNT";
  if (aggregate.simple && !aggregate.variables.empty()) column.variable = *aggregate.variables.begin();
  return column;
}

void read_modifiers(SparqlCursor& cursor, ExpressionReader& expressions, SparqlShape::Select& select) {
  ModifierReader(cursor, expressions, select).run();
}

}  // namespace triplewright::rdf
