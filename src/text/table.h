// Rows of CSV (RFC 4180) and TSV. Pure; thread-safe.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace triplewright::text {

/// Reads the next record into `cells`; false at the end. With a comma as separator, quoted cells may hold separators,
/// doubled quotes and line ends. Adds the lines that were read to `line`.
bool next_row(std::istream& in, char separator, std::vector<std::string>& cells, std::size_t& line);

/// The same for the first record, the column names, without a byte order mark.
bool next_header(std::istream& in, char separator, std::vector<std::string>& cells, std::size_t& line);

}  // namespace triplewright::text
