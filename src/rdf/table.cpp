#include "rdf/table.h"

#include <vector>

#include "rdf/http.h"
#include "text/table.h"

namespace triplewright::rdf {

std::size_t read_table(std::istream& in, char separator, std::string_view source_name, std::string_view table,
                       const QuadSink& quads, const DiagnosticSink& sink) {
  std::vector<std::string> cells;
  std::size_t line = 0;
  std::size_t faults = 0;
  if (!text::next_header(in, separator, cells, line)) return faults;
  std::vector<Term> columns;
  columns.reserve(cells.size());
  for (const std::string& name : cells) columns.push_back(Term::must_iri(std::string(table) + "#" + url_encode(name)));
  std::size_t row = 1;
  for (std::size_t begin = line + 1; text::next_row(in, separator, cells, line); begin = line + 1) {
    ++row;
    if (cells.size() > columns.size()) {
      ++faults;
      const Position where{std::string(source_name), begin, 0, 0};
      if (sink) sink({Severity::Error, where, "bad-table", "a row with more cells than the header; left out"});
      continue;
    }
    const Term subject = Term::must_iri(std::string(table) + "#row=" + std::to_string(row));
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!cells[i].empty()) quads({subject, columns[i], Term::string(cells[i]), {}}, begin);
  }
  return faults;
}

}  // namespace triplewright::rdf
