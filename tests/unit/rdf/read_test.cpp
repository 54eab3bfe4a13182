#include <gtest/gtest.h>

#include <sstream>

#include "triplewright/rdf.h"

namespace triplewright {
namespace {

struct Reading {
  std::vector<std::string> triples;  // "line subject predicate object [graph]", local names only
  std::vector<Quad> quads;
  std::vector<Diagnostic> diagnostics;
  std::size_t faults = 0;
};

std::string local(const Term& term) {
  const auto at = term.value().find_last_of("/#");
  return term.is_iri() && at != std::string::npos ? term.value().substr(at + 1) : term.value();
}

Reading read_text(const std::string& text, Syntax syntax) {
  Reading out;
  std::istringstream in(text);
  out.faults = read(
      in, syntax, "test", "http://example.org/",
      [&](const Quad& q, std::size_t line) {
        out.quads.push_back(q);
        out.triples.push_back(std::to_string(line) + " " + local(q.subject) + " " + local(q.predicate) + " " +
                              local(q.object) + (q.graph.empty() ? "" : " " + local(q.graph)));
      },
      [&](const Diagnostic& d) { out.diagnostics.push_back(d); });
  return out;
}

using Lines = std::vector<std::string>;

TEST(Read, TurtleGivesTheLineOfEachObject) {
  const auto got = read_text(R"(@prefix : <http://example.org/> .
PREFIX ex: <http://example.org/>
@base <http://example.org/> .
# a comment; with . and [ brackets
:a :p "one;" , # another
      "two\"."@en ;
   :q 1.5 , .5 , -2.5e3, true ;

   :r """long
"quoted" ""
text""" ;
   ex:s.t "x"^^<http://example.org/t> , 'y'^^ex:u .
:b :p [ :q :c ;
        :r [ :s "deep" ]
      ] ,
   :d .
:e :list ( :i1
  "i2" [ :in "i3" ] ) .
[ :p 1 ] :q 2.
[] :only ().
)",
                             Syntax::Turtle);
  EXPECT_EQ(got.faults, 0u) << (got.diagnostics.empty() ? "" : got.diagnostics[0].message);
  Lines names;
  for (const auto& t : got.triples) names.push_back(t);
  const Lines expected = {"5 a p one;",
                          "6 a p two\".",
                          "7 a q 1.5",
                          "7 a q 0.5",
                          "7 a q -2.5E3",
                          "7 a q true",
                          "9 a r long\n\"quoted\" \"\"\ntext",
                          "12 a s.t x",
                          "12 a s.t y"};
  ASSERT_GE(names.size(), expected.size());
  EXPECT_EQ(Lines(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(expected.size())), expected);
  const auto line_of = [&](const std::string& predicate_object) {
    for (const auto& t : got.triples)
      if (t.ends_with(" " + predicate_object)) return t.substr(0, t.find(' '));
    return std::string("none");
  };
  EXPECT_EQ(line_of("s deep"), "14");
  EXPECT_EQ(line_of("q c"), "13");
  EXPECT_EQ(line_of("p d"), "16");
  EXPECT_EQ(line_of("first i1"), "17");
  EXPECT_EQ(line_of("first i2"), "18");
  EXPECT_EQ(line_of("in i3"), "18");
  EXPECT_EQ(line_of("p 1"), "19");
  EXPECT_EQ(line_of("q 2"), "19");
  EXPECT_EQ(line_of("only nil"), "20");
}

TEST(Read, TrigKeepsGraphsAndLines) {
  const auto got = read_text(
      "@prefix : <http://example.org/> .\n:a :b :c .\n:g {\n :a :b :d ;\n  :e :f .\n :x :y :z\n}\n:a :b :e .\n",
      Syntax::TriG);
  EXPECT_EQ(got.faults, 0u);
  EXPECT_EQ(got.triples, (Lines{"2 a b c", "4 a b d g", "5 a e f g", "6 x y z g", "8 a b e"}));
}

TEST(Read, LineSyntaxesGoOnAfterAFault) {
  const auto got = read_text(
      "<http://e/a> <http://e/b> \"c\" <http://e/g> .\n<http://e/a> broken .\n\n<http://e/a> <http://e/b> \"d\" .\n",
      Syntax::NQuads);
  EXPECT_EQ(got.triples, (Lines{"1 a b c g", "4 a b d"}));
  EXPECT_EQ(got.faults, 1u);
  ASSERT_EQ(got.diagnostics.size(), 1u);
  EXPECT_EQ(got.diagnostics[0].where.line, 2u);
}

TEST(Read, TurtleFaultHasItsLine) {
  const auto got = read_text("@prefix : <http://example.org/> .\n:a :b :c .\n:a :b @@ .\n", Syntax::Turtle);
  EXPECT_GE(got.faults, 1u);
  ASSERT_FALSE(got.diagnostics.empty());
  EXPECT_EQ(got.diagnostics[0].where.line, 3u);
  EXPECT_EQ(got.diagnostics[0].where.source, "test");
}

TEST(Read, BlankNodesBecomeStableIris) {
  const std::string text = "@prefix : <http://example.org/> .\n_:x :p [ :q _:x ] .\n";
  const auto one = read_text(text, Syntax::Turtle);
  const auto two = read_text(text, Syntax::Turtle);
  EXPECT_EQ(one.quads, two.quads);
  ASSERT_EQ(one.quads.size(), 2u);
  EXPECT_TRUE(one.quads[0].subject.is_iri());
  EXPECT_EQ(one.quads[0].object, one.quads[1].subject);
  EXPECT_TRUE(one.quads[0].subject.value().starts_with("http://example.org/genid/"));
  EXPECT_NE(read_text(text + "\n", Syntax::Turtle).quads[0].subject, one.quads[0].subject);
}

TEST(Read, RdfXml) {
  const auto got = read_text(R"(<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
<rdf:Description rdf:about="http://e/a">
  <e:b xml:lang="EN">caf&#xE9;</e:b>
  <e:c rdf:resource="rel"/>
</rdf:Description>
</rdf:RDF>)",
                             Syntax::RdfXml);
  EXPECT_EQ(got.faults, 0u);
  EXPECT_EQ(got.triples, (Lines{"4 a b caf\xC3\xA9", "5 a c rel"}));
  EXPECT_EQ(got.quads[0].object.language(), "en");
  EXPECT_EQ(got.quads[1].object.value(), "http://example.org/rel");
}

TEST(Read, AnExceptionOfTheSinkPassesThrough) {
  std::istringstream in("<http://e/a> <http://e/b> <http://e/c> .\n");
  EXPECT_THROW(read(in, Syntax::NTriples, "t", "", [](const Quad&, std::size_t) { throw Error("stop"); }, {}), Error);
}

TEST(Syntaxes, ByNameAndPath) {
  EXPECT_EQ(syntax_from_path("x/y.TTL"), Syntax::Turtle);
  EXPECT_EQ(syntax_from_path("a.b/c"), std::nullopt);
  EXPECT_EQ(syntax_from_path("a.nq"), Syntax::NQuads);
  EXPECT_EQ(syntax_from_path("a.jsonld"), Syntax::JsonLd);
  EXPECT_EQ(syntax_from_name("turtle"), Syntax::Turtle);
  EXPECT_EQ(syntax_from_name("nonsense"), std::nullopt);
}

}  // namespace
}  // namespace triplewright
