#include "rdf/sparql.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "rdf/sparql_modifiers.h"
#include "rdf/sparql_reader.h"
#include "rdf/sparql_triples.h"
#include "triplewright/error.h"

namespace triplewright::rdf {

using Token = SparqlToken::Kind;

namespace {

using Names = std::set<std::string>;

class QueryReader {
 public:
  QueryReader(std::string_view query, std::string_view source_name)
      : cursor_(query, source_name), expressions_(cursor_, shape_) {}

  SparqlShape run() {
    prologue();
    const SparqlToken form = cursor_.now();
    if (form.is("SELECT")) {
      select(true);
    } else if (form.is("CONSTRUCT")) {
      cursor_.take();
      if (cursor_.now().is("{")) template_triples();
      where();
      SparqlShape::Select unused;
      modifiers(unused);
    } else if (cursor_.take_if("ASK")) {
      where();
      SparqlShape::Select unused;
      modifiers(unused);
    } else if (form.is("DESCRIBE")) {
      cursor_.refuse("DESCRIBE", "use CONSTRUCT", form.line);
    } else if (form.kind == Token::Word) {
      cursor_.refuse("\"" + std::string(form.text) + "\" (only SELECT, ASK and CONSTRUCT are)", "", form.line);
    } else {
      cursor_.fail(cursor_.at_end() ? "an empty query" : "a query starts with SELECT, ASK or CONSTRUCT");
    }
    if (!cursor_.at_end()) cursor_.fail("'" + std::string(cursor_.now().text) + "' after the end of the query");
    for (const SparqlToken& token : cursor_.tokens()) {
      const std::string name(token.kind == Token::Variable ? token.text.substr(1) : "");
      if (!name.empty() && std::find(shape_.variables.begin(), shape_.variables.end(), name) == shape_.variables.end())
        shape_.variables.push_back(name);
    }
    return std::move(shape_);
  }

 private:
  void prologue() {
    const std::size_t begin = cursor_.now().offset;
    for (;;) {
      if (cursor_.take_if("BASE")) {
        cursor_.take();
      } else if (cursor_.take_if("PREFIX")) {
        const SparqlToken name = cursor_.take();
        const SparqlToken iri = cursor_.take();
        if (name.kind != Token::Name || iri.kind != Token::Iri)
          cursor_.fail("PREFIX takes a name with a colon and an IRI in <>");
        cursor_.set_prefix(std::string(name.text.substr(0, name.text.size() - 1)), cursor_.full_iri(iri));
      } else {
        break;
      }
    }
    shape_.prologue = std::string(cursor_.between(begin, cursor_.now().offset));
  }

  // Returns the variables that every solution binds.
  Names select(bool outermost) {
    SparqlShape::Aggregation aggregation;
    aggregation.outermost = outermost;
    aggregation.line = cursor_.take().line;
    SparqlShape::Select select;
    select.present = true;
    select.projection.begin = cursor_.now().offset;
    select.distinct = cursor_.take_if("DISTINCT");
    if (!select.distinct) cursor_.take_if("REDUCED");
    select.all = cursor_.take_if("*");
    std::vector<ExpressionReader::Aggregate> aggregates;
    while (!select.all && !cursor_.now().is("WHERE") && !cursor_.now().is("{") && !cursor_.now().is("FROM")) {
      column(select, aggregates);
      aggregation.functions.push_back(select.columns.back().function);
    }
    select.projection.end = cursor_.now().offset;
    const std::size_t begin = cursor_.now().is("WHERE") ? cursor_.ahead(1).offset : cursor_.now().offset;
    const Names bound = where();
    if (!bound.empty()) select.some_variable = *bound.begin();
    aggregation.pattern = std::string(cursor_.between(begin, cursor_.last().offset + 1));
    modifiers(select);
    aggregation.grouped = !select.group_by.empty();
    if (!aggregates.empty() || aggregation.grouped) {
      shape_.calculates = true;
      shape_.aggregations.push_back(std::move(aggregation));
      // Counting is done outside of rasqal for the outermost query.
      const bool counts = outermost && only_counts(select);
      for (const auto& aggregate : aggregates)
        if (!counts) check_aggregate(aggregate, bound);
    }
    Names out = bound;
    if (!select.all)
      std::erase_if(out, [&](const std::string& name) {
        return std::none_of(select.columns.begin(), select.columns.end(),
                            [&](const auto& c) { return c.name == name; });
      });
    if (outermost) shape_.select = std::move(select);
    return out;
  }

  void column(SparqlShape::Select& select, std::vector<ExpressionReader::Aggregate>& aggregates) {
    SparqlShape::Column column;
    if (cursor_.now().kind == Token::Variable) {
      column.name = std::string(cursor_.take().text.substr(1));
      column.simple = true;
      select.columns.push_back(std::move(column));
      return;
    }
    cursor_.expect("(");
    const bool alone = expressions_.read(false).kind == ExpressionFacts::Kind::Aggregate;
    const auto found = expressions_.take_aggregates();
    if (alone) column = count_column(found.front());
    aggregates.insert(aggregates.end(), found.begin(), found.end());
    cursor_.expect("AS");
    if (cursor_.now().kind != Token::Variable) cursor_.fail("AS takes a variable");
    column.name = std::string(cursor_.take().text.substr(1));
    cursor_.expect(")");
    select.columns.push_back(std::move(column));
  }

  void check_aggregate(const ExpressionReader::Aggregate& aggregate, const Names& bound) const {
    if (aggregate.distinct)
      cursor_.refuse(aggregate.function + "(DISTINCT) beside other calculations",
                     "ask for it in a query of its own: SELECT (COUNT(DISTINCT ?x) AS ?n) { ... }", aggregate.line);
    for (const auto& variable : aggregate.variables)
      if (!bound.contains(variable))
        cursor_.refuse(aggregate.function + " of ?" + variable + ", which some solutions may not bind",
                       "ask in a query whose pattern always binds it", aggregate.line);
  }

  Names where() {
    if (cursor_.now().is("FROM"))
      cursor_.refuse("FROM (the engine ignores it)", "name the files on the command line, or use GRAPH",
                     cursor_.now().line);
    cursor_.take_if("WHERE");
    return group();
  }

  void modifiers(SparqlShape::Select& select) {
    read_modifiers(cursor_, expressions_, select);
    shape_.calculates = shape_.calculates || !select.order_by.empty();
    if (cursor_.take_if("VALUES")) values();
  }

  Names group() {
    const std::size_t line = cursor_.now().line;
    if (++depth_ > 100) cursor_.fail("groups too deep");
    cursor_.expect("{");
    Names bound;
    const auto add = [&](const Names& more) { bound.insert(more.begin(), more.end()); };
    SparqlShape::Run run;
    const auto end_run = [&] {
      if (run.patterns.size() > 1) shape_.runs.push_back(run);
      run = {};
    };
    if (cursor_.now().is("SELECT")) {
      if (in_graph_) cursor_.refuse("a subquery within GRAPH", "put the GRAPH into the subquery", line);
      add(select(false));
    }
    while (!cursor_.now().is("}")) {
      const SparqlToken token = cursor_.now();
      if (cursor_.at_end()) cursor_.fail("a { without its }");
      if (token.is("FILTER")) {
        cursor_.take();
        const std::size_t begin = cursor_.now().offset;
        expressions_.read_constraint(true);
        const std::size_t end = cursor_.last().offset + cursor_.last().text.size();
        if (auto choice = depth_ == 1 ? read_choice(cursor_.between(begin, end), cursor_) : std::nullopt)
          shape_.choices.push_back(*std::move(choice));
        continue;  // a filter is of the whole group and does not part its triples
      }
      if (cursor_.take_if(".")) continue;
      if (TripleReader::starts(token)) {
        triples_.block(bound, run);
        continue;
      }
      end_run();
      if (token.is("{")) {
        add(alternatives());
        continue;
      }
      cursor_.take();
      if (token.is("OPTIONAL")) {
        group();
      } else if (token.is("GRAPH")) {
        add(graph(token.line));
      } else if (token.is("BIND")) {
        bind(bound, token.line);
      } else if (token.is("VALUES")) {
        add(values());
      } else if (token.is("MINUS")) {
        cursor_.refuse("MINUS", "use OPTIONAL with FILTER(!BOUND(?x))", token.line);
      } else if (token.is("SERVICE")) {
        cursor_.refuse("SERVICE", "", token.line);
      } else {
        cursor_.fail("'" + std::string(token.text) + "' in a pattern");
      }
    }
    end_run();
    cursor_.take();
    --depth_;
    return bound;
  }

  // rasqal drops the solutions for which BIND has no value.
  void bind(Names& bound, std::size_t line) {
    cursor_.expect("(");
    expressions_.set_bound(&bound);
    const bool is_total = expressions_.read(false).total;
    expressions_.set_bound(nullptr);
    if (!is_total)
      cursor_.refuse("BIND of what may have no value (arithmetic, comparison, an optional variable)",
                     "write it in SELECT as (... AS ?x), or BIND(COALESCE(..., 0) AS ?x)", line);
    if (!expressions_.take_aggregates().empty()) cursor_.fail("an aggregate in BIND");
    cursor_.expect("AS");
    bound.emplace(cursor_.take().text.substr(1));
    cursor_.expect(")");
  }

  // Groups joined by UNION, or one alone.
  Names alternatives() {
    std::optional<Names> common;
    const std::size_t line = cursor_.now().line;
    const std::size_t graphs = graph_variables_.size();
    bool is_union = false;
    for (;;) {
      const Names branch = group();
      if (common) {
        std::erase_if(*common, [&](const std::string& name) { return !branch.contains(name); });
      } else {
        common = branch;
      }
      is_union = is_union || cursor_.now().is("UNION");
      // A row of such a branch may lose the graph in a join.
      if (is_union && graph_variables_.size() > graphs)
        cursor_.refuse("GRAPH with a variable within UNION", "put the UNION into the GRAPH, or ask two queries", line);
      if (!cursor_.take_if("UNION")) return *common;
    }
  }

  Names graph(std::size_t line) {
    const SparqlToken name = cursor_.take();
    shape_.uses_graphs = true;
    if (in_graph_) cursor_.refuse("GRAPH within GRAPH", "", line);
    if (name.kind == Token::Variable) {
      if (!graph_variables_.emplace(name.text.substr(1)).second)
        cursor_.refuse("one variable for two GRAPHs",
                       "put both patterns into one GRAPH, or use two variables and FILTER(?g = ?h)", line);
    } else if (const std::string iri = cursor_.full_iri(name); !iri.empty()) {
      shape_.graph_terms.push_back(iri);
    } else {
      cursor_.fail("GRAPH takes an IRI or a variable");
    }
    in_graph_ = true;
    Names bound = group();
    in_graph_ = false;
    if (name.kind == Token::Variable) bound.emplace(name.text.substr(1));
    return bound;
  }

  Names values() {
    if (!cursor_.now().is("("))
      cursor_.refuse("VALUES without brackets", "write VALUES (?x) { (ex:a) (ex:b) }", cursor_.now().line);
    cursor_.take();
    Names names;
    while (cursor_.now().kind == Token::Variable) names.emplace(cursor_.take().text.substr(1));
    cursor_.expect(")");
    cursor_.expect("{");
    bool complete = true;
    while (!cursor_.take_if("}")) {
      if (cursor_.at_end()) cursor_.fail("VALUES without its }");
      if (cursor_.take().is("UNDEF")) complete = false;
    }
    return complete ? names : Names{};
  }

  void template_triples() {
    cursor_.expect("{");
    while (!cursor_.take_if("}")) {
      if (cursor_.at_end()) cursor_.fail("a { without its }");
      if (!cursor_.take_if(".")) triples_.triples(nullptr);
    }
  }

  SparqlShape shape_;
  SparqlCursor cursor_;
  ExpressionReader expressions_;
  TripleReader triples_{cursor_};
  Names graph_variables_;
  bool in_graph_ = false;
  int depth_ = 0;
};

}  // namespace

SparqlShape read_sparql(std::string_view query, std::string_view source_name) {
  return QueryReader(query, source_name).run();
}

}  // namespace triplewright::rdf
