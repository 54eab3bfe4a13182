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

}  // namespace triplewright
