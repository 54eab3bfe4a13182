// Laws of terms: making one from what it holds gives the same one, and every writer can write it.
#include "triplewright/term.h"

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "text/utf8.h"
#include "triplewright/rdf.h"

namespace {

using namespace triplewright;

void check(bool holds) {
  if (!holds) std::abort();
}

Term again(const Term& term) {
  if (term.is_iri()) return Term::must_iri(term.value());
  if (!term.language().empty()) return Term::lang_string(term.value(), term.language());
  if (!term.datatype().empty()) return Term::typed(term.value(), term.datatype());
  return Term::string(term.value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* types[] = {"integer",  "decimal", "double", "float",      "boolean", "date",
                                   "dateTime", "time",    "gYear",  "gYearMonth", "anyURI",  "byte"};
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::string_view head = text.substr(0, data[1] % (text.size() + 1));
  const std::string_view rest = text.substr(head.size());
  Graph graph;
  const auto say = [&](const Term& object) {
    check(text::is_valid(object.value()));
    check(again(object) == object);
    graph.add(Term::must_iri("x:s"), Term::must_iri("x:p"), object);
  };
  say(Term::string(text));
  say(Term::lang_string(rest, head));
  say(Term::typed(rest, head));
  say(Term::typed(text, std::string("http://www.w3.org/2001/XMLSchema#") + types[data[0] % std::size(types)]));
  if (const auto iri = Term::iri(text)) say(*iri);
  graph.sort();
  for (const Syntax syntax : {Syntax::NTriples, Syntax::Turtle}) {
    std::stringstream stream;
    write(stream, graph, syntax);
    Graph back;
    check(read(stream, syntax, "t", "", [&](const Quad& q, std::size_t) { back.add(q); }, {}) == 0);
    back.sort();
    check(back.quads() == graph.quads());
  }
  return 0;
}
