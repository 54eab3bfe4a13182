#include "text/table.h"

#include <istream>

namespace triplewright::text {

bool next_row(std::istream& in, char separator, std::vector<std::string>& cells, std::size_t& line) {
  cells.clear();
  std::string row;
  if (!std::getline(in, row)) return false;
  ++line;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0;; ++i) {
    if (i >= row.size()) {
      std::string more;
      if (quoted && std::getline(in, more)) {
        ++line;
        cell += '\n';
        row = std::move(more);
        i = static_cast<std::size_t>(-1);
        continue;
      }
      break;
    }
    const char c = row[i];
    if (quoted) {
      if (c != '"')
        cell += c;
      else if (i + 1 < row.size() && row[i + 1] == '"')
        cell += row[++i];
      else
        quoted = false;
    } else if (c == '"' && separator == ',' && cell.empty()) {
      quoted = true;
    } else if (c == separator) {
      cells.push_back(std::move(cell));
      cell.clear();
    } else if (c != '\r') {
      cell += c;
    }
  }
  cells.push_back(std::move(cell));
  return true;
}

bool next_header(std::istream& in, char separator, std::vector<std::string>& cells, std::size_t& line) {
  if (!next_row(in, separator, cells, line)) return false;
  if (cells[0].starts_with("\xEF\xBB\xBF")) cells[0].erase(0, 3);
  return true;
}

}  // namespace triplewright::text
