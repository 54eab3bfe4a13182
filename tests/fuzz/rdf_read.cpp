// Law: what any input gives, written in any syntax that can say it, reads back as the same graph. The first byte
// chooses the syntax of the input. Known: raptor's Turtle parser has memory errors of its own on hostile input.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "triplewright/rdf.h"

namespace {

using namespace triplewright;

Graph graph_of(const std::string& text, Syntax syntax) {
  Graph graph;
  std::istringstream in(text);
  read(in, syntax, "input", "", [&](const Quad& q, std::size_t) { graph.add(q); }, {});
  graph.sort();
  return graph;
}

void check(const Graph& graph, Syntax syntax) {
  std::ostringstream out;
  write(out, graph, syntax);
  if (graph_of(out.str(), syntax).quads() != graph.quads()) std::abort();
}

}  // namespace

// Leaks within Redland, which no caller can free.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libraptor2\nleak:librasqal\n";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Graph graph = graph_of(text, static_cast<Syntax>(data[0] % 6));
  for (const Syntax syntax : {Syntax::NQuads, Syntax::TriG, Syntax::JsonLd}) check(graph, syntax);
  return 0;
}
