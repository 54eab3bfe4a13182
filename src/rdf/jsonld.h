// JSON-LD 1.1, written and read through RapidJSON.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "triplewright/rdf.h"

namespace triplewright::rdf {

/// Writes a sorted graph as one document: an inline @context, then @graph with one object a subject; a named graph
/// is an object with @id and @graph.
void write_jsonld(std::ostream& out, const Graph& graph);

/// Reads JSON-LD whose contexts are inline. What it does not know is a fault, never skipped in silence.
/// Returns the number of faults; the first ends the reading.
std::size_t read_jsonld(const std::string& content, std::string_view source_name, std::string_view base,
                        const QuadSink& quads, const DiagnosticSink& sink, const PrefixSink& prefixes);

}  // namespace triplewright::rdf
