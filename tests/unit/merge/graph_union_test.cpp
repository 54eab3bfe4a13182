#include "merge/graph_union.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "claims.h"
#include "merge/derive.h"
#include "merge/prefixes.h"
#include "merge/term_key.h"

namespace triplewright::merge {
namespace {

using test::graph_of;
using test::kBase;

const std::string kMakes = "https://test.example/ns#makes";

/// Quads with a few terms in common, many of them more than once.
std::vector<Quad> some_quads(std::size_t count) {
  std::mt19937 random(11);
  const auto iri = [](const std::string& rest) { return Term::must_iri("https://a.example/" + rest); };
  std::vector<Quad> quads;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string n = std::to_string(random() % 40);
    const std::vector<Term> objects = {iri(n),
                                       Term::string(n),
                                       Term::string("a\n\"b\" \xC3\xA9"),
                                       Term::lang_string(n, "en"),
                                       Term::typed(n, "http://www.w3.org/2001/XMLSchema#integer"),
                                       Term::string("")};
    quads.push_back({iri(n), iri(std::to_string(random() % 3)), objects[random() % objects.size()],
                     random() % 3 == 0 ? Term() : iri(std::to_string(random() % 5))});
  }
  return quads;
}

Graph sorted(const std::vector<Quad>& quads) {
  Graph g;
  for (const Quad& q : quads) g.add(q);
  g.sort();
  return g;
}

TEST(TermKey, GivesTheTermBackAndSortsAsItDoes) {
  std::vector<Term> terms = {Term()};
  for (const Quad& q : some_quads(300)) terms.insert(terms.end(), {q.subject, q.object});
  for (const Term& a : terms) {
    EXPECT_EQ(term_of(key_of(a)), a);
    for (const Term& b : terms) EXPECT_EQ(key_of(a) < key_of(b), a < b);
  }
}

TEST(QuadSorter, OrdersLikeAGraphWithAndWithoutTemporaryFiles) {
  const std::vector<Quad> quads = some_quads(6000);
  const Graph expected = sorted(quads);
  for (const std::size_t memory : {std::size_t{1}, std::size_t{1} << 30}) {
    QuadSorter sorter(QuadOrder::GraphFirst, memory);
    for (const Quad& q : quads) sorter.add(q);
    for (int pass = 0; pass < 2; ++pass) {
      std::vector<Quad> given;
      sorter.for_each([&](const Quad& q) { given.push_back(q); });
      EXPECT_EQ(given, expected.quads());
    }
  }
}

TEST(QuadSorter, TakesMoreQuadsAfterAPass) {
  const std::vector<Quad> quads = some_quads(6000);
  QuadSorter sorter(QuadOrder::GraphFirst, 1);
  for (std::size_t i = 0; i < quads.size(); ++i) {
    if (i == 2500) sorter.for_each([](const Quad&) {});
    sorter.add(quads[i]);
  }
  std::vector<Quad> given;
  sorter.for_each([&](const Quad& q) { given.push_back(q); });
  EXPECT_EQ(given, sorted(quads).quads());
}

TEST(GraphUnion, WritesTheBytesOfAGraphInMemory) {
  const std::vector<test::Saying> sayings = {
      {"https://a.example/1", "A makes B.", "A", kMakes, "B"},
      {"https://a.example/2", "A does not make B.", "A", kMakes, "B", Factuality::Denied},
      {"https://a.example/3", "C makes B.", "C", kMakes, "B", Factuality::Reported, "2025", "7", "D"}};
  Graph graph;
  for (const auto& s : sayings) graph.add_all(graph_of(s));
  graph.add(Term::must_iri("https://a.example/x"), Term::must_iri(kMakes), Term::string("in no graph"));
  derive(graph, Ontology(), kBase);
  set_prefixes(graph, kBase);
  for (const Syntax syntax :
       {Syntax::NTriples, Syntax::NQuads, Syntax::Turtle, Syntax::TriG, Syntax::RdfXml, Syntax::JsonLd}) {
    GraphUnion all(kBase, names_graphs(syntax) ? QuadOrder::GraphFirst : QuadOrder::TripleFirst, 1);
    all.add(graph);  // with what was derived, which must not count
    for (const auto& s : sayings) all.add(graph_of(s));
    all.derive(Ontology());
    std::ostringstream streamed, held;
    write(streamed, all.pass(), all.prefixes(), syntax);
    write(held, graph, syntax);
    EXPECT_EQ(streamed.str(), held.str());
  }
}

TEST(GraphUnion, ContradictionsOfManyAgainstManyStayAsManyAsTheSentences) {
  GraphUnion all(kBase, QuadOrder::GraphFirst);
  constexpr int kArticles = 60;
  for (int i = 0; i < kArticles; ++i) {
    const bool denied = i % 2 == 0;
    all.add(graph_of({"https://a.example/" + std::to_string(i), denied ? "A does not make B." : "A makes B.", "A",
                      kMakes, "B", denied ? Factuality::Denied : Factuality::Asserted}));
  }
  for (int i = 0; i < 40; ++i)  // 70 against 30: more than all pairs are written for
    all.add(graph_of({"https://b.example/" + std::to_string(i), "A makes B.", "A", kMakes, "B"}));
  all.derive(Ontology());
  std::size_t ties = 0;
  all.for_each([&](const Quad& q) { ties += q.predicate.value().ends_with("#contradicts") ? 1 : 0; });
  EXPECT_GE(ties, 100u);
  EXPECT_LE(ties, 2u * 100u);
}

}  // namespace
}  // namespace triplewright::merge
