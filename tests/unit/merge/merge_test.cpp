#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "claims.h"
#include "merge/contradictions.h"
#include "merge/derive.h"
#include "merge/value_node.h"
#include "merge/vocabulary.h"

namespace triplewright::merge {
namespace {

using test::graph_of;
using test::kBase;
using test::Saying;

const std::string kMakes = "https://test.example/ns#makes";

bool has(const Graph& g, std::string_view s, std::string_view p, std::string_view o) {
  return std::any_of(g.quads().begin(), g.quads().end(), [&](const Quad& q) {
    return q.subject.value() == s && q.predicate.value() == p && q.object.value() == o;
  });
}

std::size_t count(const Graph& g, const Term& predicate) {
  return static_cast<std::size_t>(
      std::count_if(g.quads().begin(), g.quads().end(), [&](const Quad& q) { return q.predicate == predicate; }));
}

std::string entity(const std::string& name) {
  return std::string(kBase) + "entity/" + name;
}

Graph merged(const std::vector<Saying>& sayings) {
  Graph all;
  for (const Saying& s : sayings) all.add_all(graph_of(s));
  derive(all, Ontology(), kBase);
  return all;
}

TEST(ArticleGraph, AssertedAndReportedContentIsADirectTriple) {
  for (const Factuality f : {Factuality::Asserted, Factuality::Reported})
    EXPECT_TRUE(
        has(graph_of({"https://a.example/1", "A makes B.", "A", kMakes, "B", f}), entity("A"), kMakes, entity("B")));
}

TEST(ArticleGraph, OtherContentIsNoDirectTriple) {
  for (const Factuality f : {Factuality::Possible, Factuality::Planned, Factuality::Predicted, Factuality::Denied}) {
    const Graph g = graph_of({"https://a.example/1", "A may make B.", "A", kMakes, "B", f});
    EXPECT_FALSE(has(g, entity("A"), kMakes, entity("B")));
    EXPECT_EQ(count(g, term(kRdf, "predicate")), 1u);
  }
}

TEST(ArticleGraph, AMintedPostIsLabelledAndTyped) {
  Extraction x = test::extraction({"https://a.example/1", "A is the mayor.", "A", kMakes, "B"});
  Argument post;
  post.kind = Argument::Kind::Iri;
  post.iri = std::string(kBase) + "post/mayor";
  post.text = "mayor";
  x.claims.front().object = post;
  const Graph g = article_graph(x, Ontology(), EntityBase(), kBase, "f", true);
  EXPECT_TRUE(has(g, post.iri, std::string(kRdf) + "type", std::string(kTtp) + "Post"));
  EXPECT_TRUE(has(g, post.iri, std::string(kRdfs) + "label", "mayor"));
}

TEST(ArticleGraph, EvidencePointsIntoTheTextInCodePoints) {
  const Graph g = graph_of({"https://a.example/1", "Caf\u00e9 \u2014 A makes B.", "A", kMakes, "B"});
  const std::string place = "https://a.example/1#char=0,17";
  EXPECT_TRUE(has(g, place, std::string(kNif) + "anchorOf", "Caf\u00e9 \u2014 A makes B."));
  EXPECT_TRUE(has(g, place, std::string(kNif) + "endIndex", "17"));
}

TEST(ArticleGraph, EqualStatementsOfTwoArticlesAreOneNodeWithTwoEvidences) {
  const Graph g = merged({{"https://a.example/1", "A makes B.", "A", kMakes, "B", {}, "2025", "300"},
                          {"https://a.example/2", "B is made by A.", "A", kMakes, "B", {}, "2025", "300"}});
  EXPECT_EQ(count(g, term(kTw, "evidence")), 2u);
  std::map<std::string, int> statements;
  for (const Quad& q : g.quads()) {
    if (q.predicate == term(kTw, "evidence")) ++statements[q.subject.value()];
  }
  EXPECT_EQ(statements.size(), 1u);
  EXPECT_TRUE(has(g, statements.begin()->first, std::string(kTw) + "independentSources", "2"));
}

TEST(ArticleGraph, AnotherYearIsAnotherStatement) {
  const Graph g = merged({{"https://a.example/1", "A made B.", "A", kMakes, "B", {}, "2024"},
                          {"https://a.example/2", "A makes B.", "A", kMakes, "B", {}, "2025"}});
  EXPECT_EQ(count(g, term(kRdf, "predicate")), 2u);
}

TEST(ValueNode, ADecreaseIsBelowZeroAndItsBoundsTurn) {
  Value fell;
  fell.number = "3";
  EXPECT_EQ(decreased(fell).number, "-3");
  Value more;
  more.min = "3";
  more.bound = Bound::MoreThan;
  EXPECT_EQ(decreased(more).max, "-3");
  EXPECT_EQ(decreased(more).min, "");
  EXPECT_EQ(decreased(more).bound, Bound::LessThan);
  Value nothing;
  nothing.number = "0";
  EXPECT_EQ(decreased(nothing).number, "0");
}

TEST(Derive, CopiesCountAsOneSource) {
  const std::string story =
      "A makes B in a plant near the river, and the plant has run day and night since the spring because orders keep "
      "coming in from three continents, said the manager of the works.";
  const Graph g =
      merged({{"https://a.example/1", story, "A", kMakes, "B"}, {"https://a.example/2", story, "A", kMakes, "B"}});
  EXPECT_TRUE(has(g, "https://a.example/1", std::string(kTw) + "nearDuplicateOf", "https://a.example/2"));
  for (const Quad& q : g.quads()) {
    if (q.predicate == term(kTw, "independentSources")) {
      EXPECT_EQ(q.object.value(), "1");
    }
  }
}

TEST(Derive, DenialContradictsAssertion) {
  const Graph g = merged({{"https://a.example/1", "A makes B.", "A", kMakes, "B"},
                          {"https://a.example/2", "A does not make B.", "A", kMakes, "B", Factuality::Denied}});
  EXPECT_EQ(count(g, term(kTw, "contradicts")), 2u);
}

TEST(Derive, FiguresThatExcludeOneAnotherContradict) {
  const auto figures = [](const std::string& year, const std::string& a, const std::string& b) {
    return count(merged({{"https://a.example/1", "One.", "A", kMakes, "B", Factuality::Predicted, year, a},
                         {"https://a.example/2", "Two.", "A", kMakes, "B", Factuality::Possible, year, b}}),
                 term(kTw, "contradicts"));
  };
  EXPECT_EQ(figures("2025", "200000", "800000"), 2u);
  EXPECT_EQ(figures("2025", "200000", "201000"), 0u);  // a rounding
  EXPECT_EQ(figures("", "200000", "800000"), 0u);      // of unknown times
}

TEST(Derive, AnIdentifierThatTwoShareTiesThem) {
  Graph g;
  const Term article = Term::must_iri("https://a.example/1");
  const Term known = Term::must_iri("https://w3id.org/triplewright/id/a");
  const Term minted = Term::must_iri(entity("a-inc"));
  const Term other = Term::must_iri("https://a.example/ns#other");
  for (const Term& t : {known, minted}) {
    g.add(t, term(kRdfs, "label"), Term::string("A"), article);
    g.add(t, term(kTw, "cik"), Term::string("0000000001"), article);
  }
  g.add(other, term(kTw, "cik"), Term::string("0000000001"), article);  // nothing names it
  derive(g, Ontology(), kBase);
  EXPECT_TRUE(has(g, minted.value(), std::string(kOwl) + "sameAs", known.value()));
  EXPECT_EQ(count(g, term(kOwl, "sameAs")), 1u);
}

TEST(Derive, IsIdempotentAndCommutative) {
  const std::vector<Saying> all = {
      {"https://a.example/1", "A makes B.", "A", kMakes, "B"},
      {"https://a.example/2", "A does not make B.", "A", kMakes, "B", Factuality::Denied},
      {"https://a.example/3", "C makes B.", "C", kMakes, "B", Factuality::Reported, "2025", "7", "D"}};
  const Graph once = merged(all);
  Graph again = once;
  again.add_all(once);
  derive(again, Ontology(), kBase);
  EXPECT_EQ(again.quads(), once.quads());
  EXPECT_EQ(merged({all[2], all[0], all[1], all[0]}).quads(), once.quads());
  // merge(merge(1,2), merge(3)) == merge(1,2,3)
  Graph grouped = merged({all[0], all[1]});
  grouped.add_all(merged({all[2]}));
  derive(grouped, Ontology(), kBase);
  EXPECT_EQ(grouped.quads(), once.quads());
}

TEST(Retract, AnyOrderOfAddChangeAndRetractEqualsAFreshBuild) {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::map<std::string, Saying> present;
    Graph graph;
    for (int step = 0; step < 15; ++step) {
      const std::string iri = "https://a.example/" + std::to_string(random() % 5);
      if (random() % 3 == 0) {
        EXPECT_EQ(graph.remove_graph(Term::must_iri(iri)) != 0, present.erase(iri) != 0);
      } else {
        const std::string object = std::string("B").append(std::to_string(random() % 3));
        const Saying s{iri,    "A makes " + object + ".",
                       "A",    kMakes,
                       object, random() % 4 == 0 ? Factuality::Denied : Factuality::Asserted,
                       "2025", std::to_string(random() % 4 + 1)};
        graph.remove_graph(Term::must_iri(iri));  // what --update does before it adds a changed article
        graph.add_all(graph_of(s));
        present[iri] = s;
      }
      derive(graph, Ontology(), kBase);
    }
    std::vector<Saying> fresh;
    for (const auto& [iri, s] : present) fresh.push_back(s);
    EXPECT_EQ(graph.quads(), merged(fresh).quads());
  }
}

}  // namespace
}  // namespace triplewright::merge
