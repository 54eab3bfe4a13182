#include <ostream>

#include "rdf/jsonld.h"
#include "rdf/rdfxml.h"
#include "rdf/turtle_family.h"
#include "triplewright/rdf.h"

namespace triplewright {

void write(std::ostream& out, const Graph& graph, Syntax syntax, const WriteOptions& options) {
  if (options.rdf_star && (syntax == Syntax::RdfXml || syntax == Syntax::JsonLd))
    throw Error("RDF 1.2 reifiers are written in N-Triples, N-Quads, Turtle and TriG only");
  switch (syntax) {
    case Syntax::NTriples:
      return rdf::write_lines(out, graph, false, options.rdf_star);
    case Syntax::NQuads:
      return rdf::write_lines(out, graph, true, options.rdf_star);
    case Syntax::Turtle:
      return rdf::write_turtle(out, graph, false, options.rdf_star);
    case Syntax::TriG:
      return rdf::write_turtle(out, graph, true, options.rdf_star);
    case Syntax::RdfXml:
      return rdf::write_rdfxml(out, graph);
    case Syntax::JsonLd:
      return rdf::write_jsonld(out, graph);
  }
}

void write(std::ostream& out, const QuadPass& quads, const std::vector<std::pair<std::string, std::string>>& prefixes,
           Syntax syntax, const WriteOptions& options) {
  if (!options.rdf_star) {
    switch (syntax) {
      case Syntax::NTriples:
        return rdf::write_lines(out, quads, false);
      case Syntax::NQuads:
        return rdf::write_lines(out, quads, true);
      case Syntax::Turtle:
        return rdf::write_turtle(out, quads, prefixes, false);
      case Syntax::TriG:
        return rdf::write_turtle(out, quads, prefixes, true);
      default:
        break;
    }
  }
  Graph graph;
  for (const auto& [prefix, iri] : prefixes) graph.set_prefix(prefix, iri);
  quads([&](const Quad& quad) { graph.add(quad); });
  graph.sort();
  write(out, graph, syntax, options);
}

bool names_graphs(Syntax syntax) noexcept {
  return syntax == Syntax::NQuads || syntax == Syntax::TriG || syntax == Syntax::JsonLd;
}

}  // namespace triplewright
