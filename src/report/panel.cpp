#include "report/panel.h"

#include <algorithm>

#include "report/vocabulary.h"

namespace triplewright::report {

namespace {

std::string shortened(const Term& term, const Graph& graph) {
  if (!term.is_iri()) return term.value();
  std::string best;
  std::size_t longest = 0;
  for (const auto& [prefix, iri] : graph.prefixes()) {
    if (iri.size() > longest && term.value().starts_with(iri)) {
      longest = iri.size();
      best = prefix + ":" + term.value().substr(iri.size());
    }
  }
  return best.empty() ? term.value() : best;
}

}  // namespace

std::string title_of(const QueryPanel& query) {
  const std::string& text = query.sparql;
  if (!text.starts_with('#')) return words_of_iri(query.name);
  const std::size_t begin = text.find_first_not_of("# ");
  const std::size_t end = text.find('\n');
  return begin == std::string::npos || begin >= end ? words_of_iri(query.name) : text.substr(begin, end - begin);
}

PanelTable table_of(const QueryPanel& query, const Graph& graph, std::size_t max_rows) {
  const QueryResult& result = query.result;
  PanelTable table{result.variables, {}, 0};
  std::size_t total = result.rows.size();
  if (result.kind == QueryResult::Kind::Boolean && query.error.empty()) {
    table.columns = {"answer"};
    table.rows = {{result.boolean ? "yes" : "no"}};
    total = 1;
  } else if (result.kind == QueryResult::Kind::Graph) {
    table.columns = {"subject", "predicate", "object"};
    total = result.graph.size();
    for (std::size_t i = 0; i < std::min(total, max_rows); ++i) {
      const Quad& q = result.graph.quads()[i];
      table.rows.push_back({shortened(q.subject, graph), shortened(q.predicate, graph), shortened(q.object, graph)});
    }
  } else {
    for (std::size_t i = 0; i < std::min(total, max_rows); ++i) {
      auto& row = table.rows.emplace_back();
      for (const Term& term : result.rows[i]) row.push_back(shortened(term, graph));
    }
  }
  table.left_out = total - table.rows.size();
  return table;
}

}  // namespace triplewright::report
