#include "rdf/jsonld.h"

namespace triplewright::rdf {
std::size_t read_jsonld(const std::string&, std::string_view, std::string_view, const QuadSink&, const DiagnosticSink&,
                        const PrefixSink&) {
  throw Error("JSON-LD is written but not read");
}
}  // namespace triplewright::rdf
