// The one writer of N-Triples, N-Quads, Turtle and TriG. It checks nothing: terms are valid by construction.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "triplewright/rdf.h"

namespace triplewright::rdf {

/// Appends a term in N-Triples form.
void append_ntriples(std::string& out, const Term& term);

/// Appends the string of a literal in quotes, escaped for the Turtle family and SPARQL results in TSV.
void append_quoted(std::string& out, std::string_view text);

/// The quads to write in a syntax without graph names: every triple once, by subject, predicate, object.
[[nodiscard]] std::vector<const Quad*> distinct_triples(const Graph& graph);

/// With `reify`, a triple that a rdf:Statement describes says so in RDF 1.2: rdf:reifies <<( ... )>>, or "~ statement".
void write_lines(std::ostream& out, const Graph& graph, bool with_graphs, bool reify);
void write_turtle(std::ostream& out, const Graph& graph, bool with_graphs, bool reify);

/// The same from quads in order that are not held; see write in rdf.h.
void write_lines(std::ostream& out, const QuadPass& quads, bool with_graphs);
void write_turtle(std::ostream& out, const QuadPass& quads,
                  const std::vector<std::pair<std::string, std::string>>& prefixes, bool with_graphs);

}  // namespace triplewright::rdf
