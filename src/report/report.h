// A graph as one HTML file: what is in it, with the sentences that say so. Thread-safety: pure functions.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/article.h"
#include "triplewright/graph.h"
#include "triplewright/ontology.h"
#include "triplewright/rdf.h"

namespace triplewright::report {

/// A query and its answer, or why there is none.
struct QueryPanel {
  std::string name;  ///< of its file, without extension
  std::string sparql;
  QueryResult result;
  std::string error;
};

struct Options {
  std::string title = "Triplewright report";
  std::size_t max_bytes = 8u << 20;  ///< of the data; beyond it texts, then the least attested statements, are left out
  std::size_t max_rows = 200;        ///< of a query's table
};

/// What the page shows, as one JSON object (json.cpp says how), without the character '<'. Texts are
/// matched with the graph's articles by SHA-256, else by IRI; those of other articles are ignored.
[[nodiscard]] std::string to_json(const Graph& graph, const Ontology& ontology, const std::vector<Article>& texts,
                                  const std::vector<QueryPanel>& queries, const Options& options = {});

/// False when the program was built without Node.js and so has no page to fill.
[[nodiscard]] bool has_page();

/// Writes the page with the data. Throws Error when there is no page or the stream fails.
void write_page(std::ostream& out, std::string_view json);

}  // namespace triplewright::report
