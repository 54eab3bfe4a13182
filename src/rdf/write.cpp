#include <ostream>

#include "rdf/jsonld.h"
#include "rdf/rdfxml.h"
#include "rdf/turtle_family.h"
#include "triplewright/rdf.h"

namespace triplewright {

void write(std::ostream& out, const Graph& graph, Syntax syntax, const WriteOptions&) {
  switch (syntax) {
    case Syntax::NTriples:
      return rdf::write_lines(out, graph, false);
    case Syntax::NQuads:
      return rdf::write_lines(out, graph, true);
    case Syntax::Turtle:
      return rdf::write_turtle(out, graph, false);
    case Syntax::TriG:
      return rdf::write_turtle(out, graph, true);
    case Syntax::RdfXml:
      return rdf::write_rdfxml(out, graph);
    case Syntax::JsonLd:
      return rdf::write_jsonld(out, graph);
  }
}

}  // namespace triplewright
