// Shows: a folder streamed to N-Quads on two threads, with progress. Read first: include/triplewright/reader.h.
#include <triplewright/pipeline.h>
#include <triplewright/rdf.h>

#include <iostream>

int main(int argc, char** argv) {
  using namespace triplewright;
  const DiagnosticSink complain = [](const Diagnostic& d) {
    std::cerr << d.where.to_string() << ": " << d.message << '\n';
  };
  const Extractor extractor = Extractor::load_default({.base = "https://news.example/kg/"}, complain);
  const auto reader = open_reader({argc > 1 ? argv[1] : "."}, {}, complain);
  const RunSummary done = run(
      *reader, extractor, 2, [](const Extraction&, const Graph& graph) { write(std::cout, graph, Syntax::NQuads); },
      complain, [](const RunSummary& so_far) { std::cerr << so_far.extracted << " articles\r"; });
  return done.failed == 0 ? 0 : 1;
}
