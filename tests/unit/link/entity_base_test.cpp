#include "triplewright/entity_base.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace triplewright {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class EntityFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(TW_BINARY_DIR) / "entity-files" /
              ::testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  std::string write(const std::string& name, const std::string& text) {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  std::string path(const std::string& name) { return (folder_ / name).string(); }

  std::filesystem::path folder_;
};

constexpr const char* kTurtle = R"(@prefix id: <https://w3id.org/triplewright/id/> .
@prefix ttp: <https://w3id.org/triplewright/tech-policy#> .
@prefix tw: <https://w3id.org/triplewright/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <http://schema.org/> .
@prefix wd: <http://www.wikidata.org/entity/> .
id:acme a ttp:Company ; skos:prefLabel "Acme Robotics"@en ; skos:altLabel "Acme Robotics Co., Ltd."@en , "ACR" ; owl:sameAs wd:Q1 ;
  schema:tickerSymbol "ACR" ; ttp:headquarteredIn id:land .
id:land a ttp:Country ; skos:prefLabel "Utopia"@en ; tw:demonym "Utopian"@en .
id:us a ttp:Country ; skos:prefLabel "United States"@en ; skos:altLabel "US" , "U.S." , "Capital" .
id:capital a ttp:City ; skos:prefLabel "Capital"@en .
)";

TEST_F(EntityFiles, TurtleGivesRecords) {
  const EntityBase base =
      EntityBase::load({write("e.ttl", kTurtle)}, [](const Diagnostic& d) { ADD_FAILURE() << d.message; });
  ASSERT_EQ(base.size(), 4u);
  const auto acme = base.find("https://w3id.org/triplewright/id/acme");
  ASSERT_GE(acme, 0);
  const EntityRecord& r = base.record(static_cast<std::uint32_t>(acme));
  EXPECT_EQ(r.label, "Acme Robotics");
  EXPECT_THAT(r.classes, ElementsAre("https://w3id.org/triplewright/tech-policy#Company"));
  EXPECT_THAT(r.same_as, ElementsAre("http://www.wikidata.org/entity/Q1"));
  ASSERT_EQ(r.identifiers.size(), 1u);
  EXPECT_EQ(r.identifiers[0].second, "ACR");
  ASSERT_EQ(r.facts.size(), 1u);
  EXPECT_EQ(base.find("https://example.org/none"), -1);
}

TEST_F(EntityFiles, CandidatesByLabelAliasLegalFormAndDemonym) {
  const EntityBase base = EntityBase::load({write("e.ttl", kTurtle)}, {});
  EXPECT_EQ(base.candidates("Acme Robotics").size(), 1u);
  EXPECT_EQ(base.candidates("Acme Robotics Inc.").size(), 1u);
  EXPECT_EQ(base.candidates("acme robotics").size(), 0u);
  EXPECT_EQ(base.candidates("us").size(), 0u);
  ASSERT_EQ(base.candidates("US").size(), 1u);
  EXPECT_TRUE(base.candidates("US")[0].is_acronym);
  ASSERT_EQ(base.candidates("Utopian").size(), 1u);
  EXPECT_TRUE(base.candidates("Utopian")[0].is_demonym);
  const auto capital = base.candidates("Capital");
  ASSERT_EQ(capital.size(), 2u);
  EXPECT_EQ(base.record(capital[0].record).label, "Capital");
  EXPECT_LT(capital[1].prior, capital[0].prior);
  EXPECT_TRUE(base.is_prefix("acme"));
  EXPECT_FALSE(base.is_prefix("robotics"));
}

TEST_F(EntityFiles, TablesNeedAHeaderAndKeepIdentifiers) {
  const EntityBase base = EntityBase::load({write("e.csv",
                                                  "id,label,aliases,type,sameAs,schema:leiCode\nx1,\"Smith, Jones & "
                                                  "Co.\",SJ|Smith Jones,Company,Q5,LEI9\n,broken\n")},
                                           {});
  ASSERT_EQ(base.size(), 1u);
  const EntityRecord& r = base.record(0);
  EXPECT_EQ(r.label, "Smith, Jones & Co.");
  EXPECT_THAT(r.aliases, ElementsAre("SJ", "Smith Jones"));
  EXPECT_THAT(r.same_as, ElementsAre("http://www.wikidata.org/entity/Q5"));
  ASSERT_EQ(r.identifiers.size(), 1u);
  EXPECT_EQ(r.identifiers[0].first, "http://schema.org/leiCode");
  EXPECT_THROW((void)EntityBase::load({write("bad.tsv", "name\ttype\nx\ty\n")}, {}), Error);
  EXPECT_THROW((void)EntityBase::load({path("missing.tsv")}, {}), Error);
}

TEST_F(EntityFiles, ForeignColumnsAreMapped) {
  const std::string file = write("gleif.csv", "LEI,LegalName,Country\nL1,Acme SE,DE\n");
  const EntityBase base = EntityBase::load({file + "#id=LEI;label=LegalName;schema:leiCode=LEI;type:=Company"}, {});
  ASSERT_EQ(base.size(), 1u);
  const EntityRecord& r = base.record(0);
  EXPECT_EQ(r.iri, "https://w3id.org/triplewright/id/L1");
  EXPECT_EQ(r.label, "Acme SE");
  EXPECT_THAT(r.classes, ElementsAre("https://w3id.org/triplewright/tech-policy#Company"));
  EXPECT_THAT(r.identifiers, ElementsAre(std::pair<std::string, std::string>("http://schema.org/leiCode", "L1")));
  EXPECT_THROW((void)EntityBase::load({file + "#id=LEI;label=Nothing"}, {}), Error);
  EXPECT_THROW((void)EntityBase::load({file + "#id"}, {}), Error);
}

TEST_F(EntityFiles, WikidataClassesAreMapped) {
  const EntityBase base = EntityBase::load(
      {write("e.nt",
             "<http://www.wikidata.org/entity/Q9> <http://www.w3.org/2000/01/rdf-schema#label> \"Foo Ltd\"@en .\n"
             "<http://www.wikidata.org/entity/Q9> <http://www.w3.org/2000/01/rdf-schema#label> \"Foo GmbH\"@de .\n"
             "<http://www.wikidata.org/entity/Q9> <http://www.wikidata.org/prop/direct/P31> "
             "<http://www.wikidata.org/entity/Q4830453> .\n"
             "<http://www.wikidata.org/entity/Q4830453> <http://www.w3.org/2000/01/rdf-schema#subClassOf> "
             "<https://w3id.org/triplewright/tech-policy#Company> .\n")},
      {});
  ASSERT_EQ(base.size(), 1u);
  EXPECT_EQ(base.record(0).label, "Foo Ltd");
  EXPECT_THAT(base.record(0).aliases, ElementsAre("Foo GmbH"));
  EXPECT_THAT(base.record(0).classes, ElementsAre("https://w3id.org/triplewright/tech-policy#Company"));
}

TEST_F(EntityFiles, IndexAnswersAsTheTextDid) {
  const EntityBase text = EntityBase::load({write("e.ttl", kTurtle)}, {});
  write_index(text, path("e.twx"));
  const EntityBase index = EntityBase::load({path("e.twx")}, {});
  ASSERT_EQ(index.size(), text.size());
  for (const char* surface : {"Acme Robotics", "US", "Utopian", "Capital", "nothing"}) {
    const auto a = text.candidates(surface), b = index.candidates(surface);
    ASSERT_EQ(a.size(), b.size()) << surface;
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(text.record(a[i].record).iri, index.record(b[i].record).iri);
  }
  EXPECT_EQ(index.record(0).identifiers, text.record(0).identifiers);
}

TEST_F(EntityFiles, DamagedIndexesAreRefused) {
  write_index(EntityBase::load({write("e.ttl", kTurtle)}, {}), path("e.twx"));
  std::ostringstream bytes;
  bytes << std::ifstream(path("e.twx"), std::ios::binary).rdbuf();
  const std::string good = bytes.str();
  EXPECT_THROW((void)EntityBase::load({write("short.twx", good.substr(0, 100))}, {}), Error);
  EXPECT_THROW((void)EntityBase::load({write("cut.twx", good.substr(0, good.size() - 9))}, {}), Error);
  EXPECT_THROW((void)EntityBase::load({write("empty.twx", "")}, {}), Error);
  EXPECT_THROW((void)EntityBase::load({write("other.twx", "not an index" + std::string(400, 'x'))}, {}), Error);
  for (const std::size_t at : {std::size_t{9}, std::size_t{20}, std::size_t{150}, good.size() - 3}) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x41);
    EXPECT_THROW((void)EntityBase::load({write("bad.twx", bad)}, {}), Error) << "byte " << at;
  }
}

}  // namespace
}  // namespace triplewright
