// Writers: canonical, and read back as the same set by two parsers.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "adversarial.h"
#include "triplewright/rdf.h"

namespace triplewright {
namespace {

std::string text_of(const Graph& graph, Syntax syntax, const WriteOptions& options = {}) {
  std::ostringstream out;
  write(out, graph, syntax, options);
  return out.str();
}

Graph graph_of(const std::string& text, Syntax syntax) {
  Graph graph;
  std::istringstream in(text);
  const std::size_t faults = read(
      in, syntax, "text", "", [&](const Quad& q, std::size_t) { graph.add(q); },
      [](const Diagnostic& d) { ADD_FAILURE() << d.where.to_string() << ": " << d.message; });
  EXPECT_EQ(faults, 0u);
  graph.sort();
  return graph;
}

Graph without_graphs(const Graph& graph) {
  Graph out;
  for (const Quad& q : graph.quads()) out.add(q.subject, q.predicate, q.object);
  out.sort();
  return out;
}

void expect_same(const Graph& got, const Graph& expected) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    const Quad& a = got.quads()[i];
    const Quad& b = expected.quads()[i];
    ASSERT_TRUE(a == b) << a.subject.value() << " | " << a.predicate.value() << " | " << a.object.value().substr(0, 200)
                        << " | " << a.graph.value() << "\n"
                        << b.subject.value() << " | " << b.predicate.value() << " | " << b.object.value().substr(0, 200)
                        << " | " << b.graph.value();
  }
}

class EverySyntax : public testing::TestWithParam<Syntax> {};

TEST_P(EverySyntax, ReadsBackAsTheSameSet) {
  const Syntax syntax = GetParam();
  const bool has_graphs = syntax == Syntax::NQuads || syntax == Syntax::TriG || syntax == Syntax::JsonLd;
  const Graph graph = test::adversarial_graph(syntax == Syntax::RdfXml);
  expect_same(graph_of(text_of(graph, syntax), syntax), has_graphs ? graph : without_graphs(graph));
}

TEST_P(EverySyntax, WritesTheSameBytesAgain) {
  const Graph graph = test::adversarial_graph(true);
  const std::string text = text_of(graph, GetParam());
  EXPECT_EQ(text, text_of(graph, GetParam()));
  Graph again = graph_of(text, GetParam());
  for (const auto& [prefix, iri] : graph.prefixes()) again.set_prefix(prefix, iri);
  EXPECT_EQ(text_of(again, GetParam()), text);
}

TEST_P(EverySyntax, WritesTheEmptyGraph) {
  EXPECT_TRUE(graph_of(text_of(Graph(), GetParam()), GetParam()).empty());
}

std::string syntax_name(const testing::TestParamInfo<Syntax>& tested) {
  constexpr const char* names[] = {"NTriples", "NQuads", "Turtle", "TriG", "RdfXml", "JsonLd"};
  return names[static_cast<int>(tested.param)];
}
INSTANTIATE_TEST_SUITE_P(Write, EverySyntax,
                         testing::Values(Syntax::NTriples, Syntax::NQuads, Syntax::Turtle, Syntax::TriG, Syntax::RdfXml,
                                         Syntax::JsonLd),
                         syntax_name);

// serd, in its strict mode, is the second parser. It is installed with the packages of scripts/setup.
TEST(Write, SerdReadsTheSame) {
  if (std::system("serdi -v > /dev/null 2>&1") != 0) GTEST_SKIP() << "serdi is not installed";
  const Graph graph = test::adversarial_graph(false);
  const std::string folder = testing::TempDir();
  for (const auto& [syntax, name] : {std::pair{Syntax::NTriples, "ntriples"},
                                     {Syntax::NQuads, "nquads"},
                                     {Syntax::Turtle, "turtle"},
                                     {Syntax::TriG, "trig"}}) {
    const std::string from = folder + "adversarial." + name;
    const std::string to = folder + "adversarial.back";
    std::ofstream(from, std::ios::binary) << text_of(graph, syntax);
    const std::string command = "serdi -i " + std::string(name) + " -o nquads '" + from + "' > '" + to + "'";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
    std::ifstream in(to, std::ios::binary);
    std::stringstream back;
    back << in.rdbuf();
    const bool has_graphs = syntax == Syntax::NQuads || syntax == Syntax::TriG;
    expect_same(graph_of(back.str(), Syntax::NQuads), has_graphs ? graph : without_graphs(graph));
  }
}

Graph small() {
  Graph graph;
  graph.set_prefix("ex", "http://example.org/");
  graph.set_prefix("unused", "http://unused.example/");
  const auto ex = [](const char* name) { return Term::must_iri(std::string("http://example.org/") + name); };
  const Term type = Term::must_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  graph.add(ex("b"), type, ex("Firm"));
  graph.add(ex("b"), ex("aaa"), Term::typed("5", "http://www.w3.org/2001/XMLSchema#integer"));
  graph.add(ex("b"), ex("zzz"), ex("a"), ex("g"));
  graph.add(ex("b"), ex("zzz"), ex("c"), ex("g"));
  graph.add(ex("b"), ex("zzz"), ex("a"));
  graph.add(ex("a"), ex("name"), Term::lang_string("A \"b\"", "en"));
  graph.sort();
  return graph;
}

TEST(Write, TurtleIsGroupedWithTypeFirst) {
  EXPECT_EQ(text_of(small(), Syntax::Turtle),
            "@prefix ex: <http://example.org/> .\n"
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
            "\nex:a\n  ex:name \"A \\\"b\\\"\"@en .\n"
            "\nex:b\n  a ex:Firm ;\n  ex:aaa \"5\"^^xsd:integer ;\n  ex:zzz ex:a ,\n    ex:c .\n");
}

TEST(Write, TrigHasNoGraphKeyword) {
  const std::string text = text_of(small(), Syntax::TriG);
  EXPECT_NE(text.find("\nex:g {\n  ex:b\n    ex:zzz ex:a ,\n      ex:c .\n}\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("GRAPH"), std::string::npos);
}

TEST(Write, TripleSyntaxesWriteEachTripleOnce) {
  const std::string text = text_of(small(), Syntax::NTriples);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5);
}

TEST(Write, JsonLdIsPleasant) {
  const std::string text = text_of(small(), Syntax::JsonLd);
  EXPECT_NE(text.find("\"ex:zzz\": {\n   \"@id\": \"ex:zzz\",\n   \"@type\": \"@id\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"@type\": \"ex:Firm\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"ex:aaa\": \"5\""), std::string::npos) << text;
}

TEST(Write, StatementsReifyTheirTriples) {
  Graph graph;
  graph.set_prefix("ex", "http://example.org/");
  const auto ex = [](const char* name) { return Term::must_iri(std::string("http://example.org/") + name); };
  const auto rdf = [](const char* name) {
    return Term::must_iri(std::string("http://www.w3.org/1999/02/22-rdf-syntax-ns#") + name);
  };
  graph.add(ex("a"), ex("p"), ex("b"), ex("g"));
  for (const char* statement : {"s1", "s2"}) {
    graph.add(ex(statement), rdf("subject"), ex("a"), ex("g"));
    graph.add(ex(statement), rdf("predicate"), ex("p"), ex("g"));
    graph.add(ex(statement), rdf("object"), statement[1] == '1' ? ex("b") : ex("c"), ex("g"));
  }
  graph.sort();
  WriteOptions options;
  options.rdf_star = true;
  EXPECT_NE(text_of(graph, Syntax::Turtle, options).find("\nex:a\n  ex:p ex:b ~ ex:s1 .\n"), std::string::npos);
  const std::string quads = text_of(graph, Syntax::NQuads, options);
  EXPECT_NE(
      quads.find(
          "<http://example.org/s1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <http://example.org/a> "
          "<http://example.org/p> <http://example.org/b> )>> <http://example.org/g> .\n"),
      std::string::npos)
      << quads;
  EXPECT_EQ(quads.find("s2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>"), std::string::npos);  // not asserted
  EXPECT_THROW((void)text_of(graph, Syntax::JsonLd, options), Error);
}

TEST(Write, RdfXmlRefusesWhatItCannotSay) {
  const Term s = Term::must_iri("x:s");
  const auto refuses = [&](const Term& predicate, const Term& object) {
    Graph graph;
    graph.add(s, predicate, object);
    try {
      (void)text_of(graph, Syntax::RdfXml);
      return std::string();
    } catch (const Error& error) {
      return std::string(error.what());
    }
  };
  EXPECT_NE(refuses(Term::must_iri("http://example.org/123"), s).find("http://example.org/123"), std::string::npos);
  EXPECT_NE(refuses(Term::must_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#li"), s), "");
  EXPECT_NE(refuses(Term::must_iri("x:p"), Term::string("\x01")), "");
  EXPECT_NE(refuses(Term::must_iri("x:p"), Term::typed("<b>", "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral")),
            "");
  EXPECT_EQ(refuses(Term::must_iri("x:p"), Term::string("\r\t\n")), "");
}

TEST(Write, AStreamThatFailsIsAnError) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  for (const Syntax syntax : {Syntax::NQuads, Syntax::Turtle, Syntax::RdfXml, Syntax::JsonLd})
    EXPECT_THROW(write(out, small(), syntax), Error);
}

TEST(JsonLd, ReadsDocumentsOfOthers) {
  const Graph graph = graph_of(R"({
    "@context": {"@vocab": "http://schema.example/", "knows": {"@type": "@id"}, "tags": {"@container": "@list"},
                 "born": {"@type": "http://www.w3.org/2001/XMLSchema#date"}, "name": {"@language": "en"}, "label": {"@container": "@language", "@id": "lab"},
                 "of": {"@reverse": "part"}, "ex": "http://example.org/", "ignored": null},
    "@id": "ex:a", "@type": ["Person", "ex:Agent"], "name": "Ann", "knows": ["ex:b", "rel"], "born": "1990-05-01", "age": 36, "height": 1.5, "ok": true,
    "ignored": "x", "label": {"de": "A", "fr": ["B", "C"]}, "tags": ["x", {"@value": "y", "@language": "it"}], "of": {"@id": "ex:whole"},
    "address": {"city": "Ulm"}, "nothing": null, "set": {"@set": ["1", "2"]}})",
                               Syntax::JsonLd);
  EXPECT_EQ(graph.size(), 22u);
  const auto has = [&](const std::string& s, const std::string& p, const Term& o) {
    return std::any_of(graph.quads().begin(), graph.quads().end(), [&](const Quad& q) {
      return q.subject.value() == s && q.predicate.value() == p && q.object == o;
    });
  };
  EXPECT_TRUE(has("http://example.org/a", "http://schema.example/name", Term::lang_string("Ann", "en")));
  EXPECT_TRUE(
      has("http://example.org/a", "http://schema.example/knows", Term::must_iri("https://w3id.org/triplewright/rel")));
  EXPECT_TRUE(has("http://example.org/whole", "http://schema.example/part", Term::must_iri("http://example.org/a")));
  EXPECT_TRUE(has("http://example.org/a", "http://schema.example/height",
                  Term::typed("1.5", "http://www.w3.org/2001/XMLSchema#double")));
  EXPECT_TRUE(has("http://example.org/a", "http://schema.example/lab", Term::lang_string("C", "fr")));
}

TEST(JsonLd, FaultsAreNamed) {
  for (const char* text :
       {"{\"@context\": \"http://schema.org\", \"@id\": \"x:a\"}", "{", "[1]", "{\"@id\": 5}",
        "{\"@context\": {\"a\": \"b:c\", \"b\": \"a:d\"}}", "{\"@included\": []}", "{\"x:p\": [[1]]}", "\xFF"}) {
    std::istringstream in(text);
    std::string message;
    const auto faults = read(
        in, Syntax::JsonLd, "t", "", [](const Quad&, std::size_t) {},
        [&](const Diagnostic& d) { message = d.message; });
    EXPECT_EQ(faults, 1u) << text;
    EXPECT_FALSE(message.empty()) << text;
  }
}

}  // namespace
}  // namespace triplewright
