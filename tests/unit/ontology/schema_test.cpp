// Classes, properties and concepts as the engine sees them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ontology_files.h"

namespace triplewright {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

const std::string kEx = "http://example.org/o#";

TEST(Schema, AncestorsAreNearestFirstAndCyclesEnd) {
  OntologyFiles files;
  files.add("a.ttl", R"(
ex:Thing a owl:Class . ex:Agent a owl:Class ; rdfs:subClassOf ex:Thing .
ex:Firm a owl:Class ; rdfs:subClassOf ex:Agent . ex:Bank a owl:Class ; rdfs:subClassOf ex:Firm .
ex:Loop a owl:Class ; rdfs:subClassOf ex:Pool . ex:Pool a owl:Class ; rdfs:subClassOf ex:Loop .
)");
  const Ontology o = files.load();
  EXPECT_THAT(o.find_class(kEx + "Bank")->ancestors, ElementsAre(kEx + "Firm", kEx + "Agent", kEx + "Thing"));
  EXPECT_TRUE(o.is_a(kEx + "Bank", kEx + "Thing"));
  EXPECT_TRUE(o.is_a(kEx + "Bank", kEx + "Bank"));
  EXPECT_FALSE(o.is_a(kEx + "Thing", kEx + "Bank"));
  EXPECT_THAT(o.find_class(kEx + "Loop")->ancestors, ElementsAre(kEx + "Pool"));
  EXPECT_TRUE(o.any_is_a({kEx + "Loop", kEx + "Bank"}, {kEx + "Agent"}));
  EXPECT_FALSE(o.any_is_a({}, {kEx + "Agent"}));
}

TEST(Schema, DisjointnessIsMutualAndInherited) {
  OntologyFiles files;
  files.add("a.ttl", R"(
ex:Agent a owl:Class ; owl:disjointWith ex:Product . ex:Product a owl:Class .
ex:Firm a owl:Class ; rdfs:subClassOf ex:Agent . ex:Chip a owl:Class ; rdfs:subClassOf ex:Product .
)");
  const Ontology o = files.load();
  EXPECT_THAT(o.find_class(kEx + "Firm")->disjoint, ElementsAre(kEx + "Product"));
  EXPECT_THAT(o.find_class(kEx + "Chip")->disjoint, ElementsAre(kEx + "Agent"));
}

TEST(Schema, ClassesOfOtherVocabulariesAreInheritedToo) {
  OntologyFiles files;
  files.add("a.ttl", R"(
ex:Agent a owl:Class ; rdfs:subClassOf <http://xmlns.com/foaf/0.1/Agent> .
ex:Firm a owl:Class ; rdfs:subClassOf ex:Agent ; owl:equivalentClass schema:Corporation .
)");
  const Ontology o = files.load();
  EXPECT_THAT(o.find_class(kEx + "Firm")->external,
              ElementsAre("http://schema.org/Corporation", "http://xmlns.com/foaf/0.1/Agent"));
}

TEST(Schema, PropertyHasDomainRangeInverseAndAlignments) {
  OntologyFiles files;
  files.add("a.ttl", R"(
ex:Firm a owl:Class . ex:State a owl:Class . ex:Product a owl:Class .
ex:makes a owl:ObjectProperty ; rdfs:label "makes"@en ; rdfs:comment "Brings into being."@en ;
  schema:domainIncludes ex:Firm , ex:State ; rdfs:range ex:Product ; owl:inverseOf ex:maker ;
  rdfs:subPropertyOf ex:touches , <http://example.net/handles> .
ex:maker a owl:ObjectProperty ; owl:equivalentProperty schema:manufacturer .
ex:touches a owl:ObjectProperty .
ex:rivalOf a owl:ObjectProperty , owl:SymmetricProperty , owl:FunctionalProperty .
ex:bornIn a owl:ObjectProperty ; tw:holdsOfWhole true .
ex:heads a owl:ObjectProperty ; tw:ofWhole true .
ex:revenue a owl:ObjectProperty ; tw:takesValue true ; schema:rangeIncludes schema:MonetaryAmount .
)");
  const Ontology o = files.load();
  const OntologyProperty& makes = *o.find_property(kEx + "makes");
  EXPECT_EQ(makes.label, "makes");
  EXPECT_EQ(makes.comment, "Brings into being.");
  EXPECT_THAT(makes.domain, UnorderedElementsAre(kEx + "Firm", kEx + "State"));
  EXPECT_THAT(makes.range, ElementsAre(kEx + "Product"));
  EXPECT_THAT(makes.ancestors, ElementsAre(kEx + "touches"));
  EXPECT_THAT(makes.close_matches, ElementsAre("http://example.net/handles"));
  EXPECT_TRUE(o.is_a(kEx + "makes", kEx + "touches"));
  EXPECT_EQ(makes.inverse, kEx + "maker");
  EXPECT_EQ(o.find_property(kEx + "maker")->inverse, kEx + "makes");
  EXPECT_THAT(o.find_property(kEx + "maker")->exact, ElementsAre("http://schema.org/manufacturer"));
  EXPECT_TRUE(o.find_property(kEx + "rivalOf")->symmetric);
  EXPECT_TRUE(o.find_property(kEx + "rivalOf")->functional);
  EXPECT_TRUE(o.find_property(kEx + "bornIn")->holds_of_whole);
  EXPECT_FALSE(o.find_property(kEx + "revenue")->holds_of_whole);
  EXPECT_TRUE(o.find_property(kEx + "heads")->of_whole);
  EXPECT_FALSE(o.find_property(kEx + "bornIn")->of_whole);
  EXPECT_TRUE(o.find_property(kEx + "revenue")->takes_value);
  EXPECT_THAT(o.find_property(kEx + "revenue")->range, ElementsAre("http://schema.org/MonetaryAmount"));
  EXPECT_EQ(o.find_property(kEx + "nothing"), nullptr);
}

TEST(Schema, ConceptsAreFoundByAnyLabelInAnyNumber) {
  OntologyFiles files;
  files.add("a.ttl", R"(
ex:Chip a owl:Class .
c:chip a skos:Concept ; skos:prefLabel "chip"@en ; skos:altLabel "Semiconductor"@en ; tw:denotesClass ex:Chip .
c:memory a skos:Concept ; skos:prefLabel "high-bandwidth memory"@en ; skos:altLabel "HBM"@en ; skos:broader c:chip .
c:battery a skos:Concept ; skos:prefLabel "batteries"@en .
c:stack a skos:Concept ; skos:prefLabel "stack"@en ; skos:broader c:memory .
)");
  const Ontology o = files.load();
  const Concept* chip = o.concept_by_label("semiconductors");
  ASSERT_NE(chip, nullptr);
  EXPECT_EQ(chip->label, "chip");
  EXPECT_THAT(chip->labels, UnorderedElementsAre("chip", "semiconductor"));
  EXPECT_EQ(chip->entity_class, kEx + "Chip");
  EXPECT_EQ(o.concept_by_label("high bandwidth memory"), o.concept_by_label("hbm"));
  EXPECT_EQ(o.concept_by_label("battery")->label, "batteries");
  EXPECT_EQ(o.concept_by_label("potato"), nullptr);
  EXPECT_TRUE(o.is_a("http://example.org/c#stack", "http://example.org/c#chip"));
  EXPECT_FALSE(o.is_a("http://example.org/c#chip", "http://example.org/c#stack"));
}

TEST(Schema, APreferredLabelWinsOverAnAlternativeOne) {
  OntologyFiles files;
  files.add("a.ttl", R"(
c:a a skos:Concept ; skos:prefLabel "vehicle"@en ; skos:altLabel "car"@en .
c:b a skos:Concept ; skos:prefLabel "car"@en .
)");
  EXPECT_EQ(files.load().concept_by_label("cars")->iri, "http://example.org/c#b");
}

TEST(Load, NeitherTheOrderNorTheNamesOfFilesMatter) {
  const std::string one = "ex:A a owl:Class ; rdfs:subClassOf ex:B .\n";
  const std::string two = "ex:B a owl:Class ; rdfs:label \"b\"@en .\n";
  OntologyFiles files, swapped;
  files.add("1.ttl", one);
  files.add("2.ttl", two);
  swapped.add("1.ttl", two);
  swapped.add("2.ttl", one);
  const Ontology a = files.load();
  const Ontology b = swapped.load();
  EXPECT_THAT(b.find_class(kEx + "A")->ancestors, ElementsAre(kEx + "B"));
  EXPECT_EQ(a.fingerprint(), b.fingerprint());
  EXPECT_EQ(a.fingerprint().size(), 64u);
  const Ontology part = Ontology::load({files.path("1.ttl")}, nullptr);
  EXPECT_NE(part.fingerprint(), a.fingerprint());
}

TEST(Load, TellsPrefixesAndTheVersionOfTheDomain) {
  OntologyFiles files;
  files.add("a.ttl", R"(
<https://w3id.org/triplewright/ns> a owl:Ontology ; owl:versionInfo "9.9" .
<https://example.org/zoo> a owl:Ontology ; owl:versionInfo "2.1" .
ex:A a owl:Class .
)");
  const Ontology o = files.load();
  EXPECT_EQ(o.version(), "2.1");
  EXPECT_THAT(o.prefixes(), Contains(std::pair<std::string, std::string>("ex", kEx)));
}

TEST(Load, LeavesEntitiesAndShapesToThoseWhoReadThem) {
  OntologyFiles files;
  std::filesystem::create_directories(files.path("words"));
  std::filesystem::create_directories(files.path("entities"));
  files.add("a.ttl", "ex:A a owl:Class .\n");
  files.add("words/b.ttl", "ex:B a owl:Class .\n");
  files.add("entities/c.ttl", "ex:C a owl:Class .\n");
  files.add("shapes.ttl", "ex:D a owl:Class .\n");
  EXPECT_EQ(files.load().classes().size(), 2u);
  const Ontology named = Ontology::load({files.path("entities/c.ttl")}, nullptr);
  EXPECT_EQ(named.classes().size(), 1u) << "a file that is named is read";
}

TEST(Load, ThrowsWhenThereIsNothingToUse) {
  OntologyFiles files;
  EXPECT_THROW((void)files.load(), Error);
  EXPECT_THROW(Ontology::load({files.path("missing.ttl")}, nullptr), Error);
  files.add("a.ttl", "ex:a ex:b ex:c .\n");
  EXPECT_THROW((void)files.load(), Error);
}

TEST(Load, ThrowsWithFileAndLineWhenTheTurtleDoesNotParse) {
  OntologyFiles files;
  files.add("a.ttl", "ex:A a owl:Class .\nex:B a [ .\n");
  try {
    (void)files.load();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.where().source, files.path("a.ttl"));
    EXPECT_EQ(error.where().line, OntologyFiles::kFirstLine + 1);
  }
}

}  // namespace
}  // namespace triplewright
