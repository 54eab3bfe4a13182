// Any text is a query that is answered or an Error, never a crash.
#include <cstdint>
#include <string_view>

#include "triplewright/rdf.h"

// Leaks within Redland, which no caller can free.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libraptor2\nleak:librasqal\n";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace triplewright;
  static const Graph graph = [] {
    Graph g;
    for (const char* s : {"x:a", "x:b"})
      for (const char* o : {"x:a", "x:c"})
        g.add(Term::must_iri(s), Term::must_iri("x:p"), Term::must_iri(o), Term::must_iri("x:g"));
    g.add(Term::must_iri("x:a"), Term::must_iri("x:q"), Term::typed("5", "http://www.w3.org/2001/XMLSchema#integer"));
    g.sort();
    return g;
  }();
  try {
    (void)query(graph, {reinterpret_cast<const char*>(data), size});
  } catch (const Error&) {  // refused
  }
  return 0;
}
