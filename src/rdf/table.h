// Tables as RDF.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "triplewright/rdf.h"

namespace triplewright::rdf {

/// Reads CSV, or TSV with '\t' as separator, as the W3C's "Generating RDF from Tabular Data on the Web" has it in
/// minimal mode: a row is a subject, TABLE#row=N (RFC 7111: N from 1, the header included); a cell that is not empty is
/// a plain string under TABLE#COLUMN. A row with more cells than the header is a fault and is left out. Returns the
/// number of faults.
std::size_t read_table(std::istream& in, char separator, std::string_view source_name, std::string_view table,
                       const QuadSink& quads, const DiagnosticSink& sink);

}  // namespace triplewright::rdf
