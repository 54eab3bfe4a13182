// What a query found, as the strings of a table. Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/report.h"

namespace triplewright::report {

struct PanelTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::size_t left_out = 0;  ///< rows beyond the most
};

/// The first comment of the query, without its marks: what it asks.
[[nodiscard]] std::string title_of(const QueryPanel& query);

/// At most `max_rows` rows; IRIs shortened by the prefixes of the graph.
[[nodiscard]] PanelTable table_of(const QueryPanel& query, const Graph& graph, std::size_t max_rows);

}  // namespace triplewright::report
