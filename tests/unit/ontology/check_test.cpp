// One test a fault: a small ontology with that fault alone, and where it must be reported.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ontology_files.h"

namespace triplewright {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Sound, and long enough that every kind of term is declared. One line, so that a case begins on the next.
const std::string kSound =
    "ex:Agent a owl:Class ; rdfs:label \"agent\"@en . ex:Ban a owl:Class ; rdfs:label \"ban\"@en . "
    "ex:makes a owl:ObjectProperty ; rdfs:label \"makes\"@en ; rdfs:domain ex:Agent . "
    "c:chip a skos:Concept ; skos:prefLabel \"chip\"@en ; tw:denotesClass ex:Agent . "
    "id:acme a ex:Agent ; skos:prefLabel \"Acme\"@en . "
    "lex:make-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
    "\"make\"@en ] ; ontolex:sense [ ontolex:reference ex:makes ; synsem:subjOfProp arg:subject ; synsem:objOfProp "
    "arg:object ] .\n";
constexpr std::size_t kCaseLine = OntologyFiles::kFirstLine + 1;

struct Case {
  const char* name;
  const char* code;
  std::size_t line;  ///< of the case, from 1
  const char* turtle;
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

class Check : public ::testing::TestWithParam<Case> {};

TEST_P(Check, ReportsTheFaultAndItsPlace) {
  OntologyFiles files;
  files.add("o.ttl", kSound + GetParam().turtle);
  const auto faults = files.check();
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_EQ(faults[0].code, GetParam().code) << faults[0].message;
  EXPECT_EQ(faults[0].where.source, files.path("o.ttl"));
  EXPECT_EQ(faults[0].where.line, kCaseLine - 1 + GetParam().line) << faults[0].message;
}

INSTANTIATE_TEST_SUITE_P(
    Faults, Check,
    ::testing::Values(
        Case{"UnknownPropertyUsed", "unknown-property", 2, "id:b a ex:Agent ;\n  ex:mades id:acme .\n"},
        Case{"UnknownSuperProperty", "unknown-property", 1,
             "ex:p a owl:ObjectProperty ; rdfs:label \"p\"@en ; rdfs:subPropertyOf ex:nothing .\n"},
        Case{"UnknownSuperClass", "unknown-class", 2,
             "ex:Firm a owl:Class ; rdfs:label \"firm\"@en ;\n  rdfs:subClassOf ex:Agnt .\n"},
        Case{"UnknownDomain", "unknown-class", 2,
             "ex:p a owl:ObjectProperty ; rdfs:label \"p\"@en ;\n  schema:domainIncludes ex:Firm .\n"},
        Case{"UnknownRange", "unknown-class", 1,
             "ex:p a owl:ObjectProperty ; rdfs:label \"p\"@en ; rdfs:range ex:makes .\n"},
        Case{"RangeIsText", "unknown-class", 1,
             "ex:p a owl:ObjectProperty ; rdfs:label \"p\"@en ; rdfs:range \"Firm\" .\n"},
        Case{"EntityOfUnknownClass", "unknown-class", 1, "id:b a ex:Company , ex:Agent ; skos:prefLabel \"B\"@en .\n"},
        Case{"ConceptOfUnknownClass", "unknown-class", 1,
             "c:b a skos:Concept ; skos:prefLabel \"b\"@en ; tw:denotesClass ex:Company .\n"},
        Case{"UnknownBroaderConcept", "unknown-term", 1,
             "c:b a skos:Concept ; skos:prefLabel \"b\"@en ; skos:broader c:nothing .\n"},
        Case{"ClassWithoutLabel", "no-label", 1, "ex:Firm a owl:Class .\n"},
        Case{"PropertyWithoutLabel", "no-label", 1, "ex:p a owl:ObjectProperty .\n"},
        Case{"ConceptWithoutLabel", "no-label", 1, "c:b a skos:Concept ; skos:altLabel \"b\"@en .\n"},
        Case{"InverseOfAnother", "inverse-mismatch", 3,
             "ex:p a owl:ObjectProperty ; rdfs:label \"p\"@en ; owl:inverseOf ex:q .\n"
             "ex:q a owl:ObjectProperty ; rdfs:label \"q\"@en ; owl:inverseOf ex:p .\n"
             "ex:r a owl:ObjectProperty ; rdfs:label \"r\"@en ; owl:inverseOf ex:q .\n"},
        Case{"InverseWithOtherEnds", "inverse-mismatch", 1,
             "ex:p a owl:ObjectProperty ; rdfs:label \"p\"@en ; owl:inverseOf ex:makes .\n"},
        Case{"SymmetricWithTwoEnds", "inverse-mismatch", 1,
             "ex:p a owl:ObjectProperty , owl:SymmetricProperty ; rdfs:label \"p\"@en ; rdfs:domain ex:Agent ; "
             "rdfs:range "
             "ex:Ban .\n"},
        Case{"WiderThanSuperProperty", "wider-than-super", 2,
             "ex:p a owl:ObjectProperty ; rdfs:label \"p\"@en ; schema:domainIncludes ex:Agent , ex:Ban ;\n"
             "  rdfs:subPropertyOf ex:makes .\n"},
        Case{"ConceptAboveItself", "cycle", 1, "c:b a skos:Concept ; skos:prefLabel \"b\"@en ; skos:broader c:b .\n"},
        Case{"LabelOfTwoConcepts", "duplicate-label", 2,
             "c:b a skos:Concept ; skos:prefLabel \"b\"@en .\nc:d a skos:Concept ; skos:prefLabel \"d\"@en , "
             "\"Chips\"@en "
             ".\n"},
        Case{"LabelOfTwoEntities", "duplicate-label", 1, "id:b a ex:Agent ; skos:prefLabel \"ACME\"@en .\n"},
        Case{"UnknownReference", "unknown-reference", 2,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ ontolex:reference ex:mak ; synsem:subjOfProp arg:subject ; "
             "synsem:objOfProp arg:object ] .\n"},
        Case{"SenseWithoutReference", "sense-without-reference", 2,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ synsem:objOfProp arg:object ] .\n"},
        Case{"FrameWithoutSubject", "incomplete-frame", 2,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ ontolex:reference ex:makes ; synsem:objOfProp arg:object ] .\n"},
        Case{"FrameWithoutObject", "incomplete-frame", 2,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ ontolex:reference ex:makes ; synsem:subjOfProp arg:subject ] .\n"},
        Case{"OperatorWithoutFactuality", "incomplete-frame", 2,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ ontolex:reference tw:Operator ; synsem:objOfProp arg:xcomp ] .\n"},
        Case{"UnknownFactuality", "unknown-factuality", 3,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ ontolex:reference tw:Report ; synsem:objOfProp arg:ccomp ;\n"
             "    tw:factuality tw:Rumoured ] .\n"},
        Case{"RoleWithoutArgument", "incomplete-role", 2,
             "lex:x-n a ontolex:Word ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ ontolex:reference ex:Ban ; tw:role [ tw:property ex:makes ] ] .\n"},
        Case{"UnknownArgument", "unknown-argument", 3,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ ontolex:reference ex:makes ; synsem:subjOfProp arg:subject ;\n"
             "    synsem:objOfProp arg:objekt ] .\n"},
        Case{"NoArgument", "not-an-argument", 3,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  ontolex:sense [ ontolex:reference ex:makes ; synsem:subjOfProp arg:subject ;\n"
             "    synsem:objOfProp arg:object , ex:makes ] .\n"},
        Case{"BadWeight", "bad-weight", 1,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ; ontolex:sense [ ontolex:reference ex:makes ; synsem:subjOfProp arg:subject ; "
             "synsem:objOfProp arg:object ; tw:weight 0 ] .\n"},
        Case{"NoWrittenForm", "no-written-form", 1, "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb .\n"},
        Case{"UnknownPartOfSpeech", "unknown-part-of-speech", 1,
             "lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:werb ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] .\n"},
        Case{"NounOfNoVerb", "unknown-entry", 2,
             "lex:x-n a ontolex:Word ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "
             "\"x\"@en ] ;\n  tw:nominalizationOf lex:mak-v .\n"},
        Case{"SameSenseOfTwoEntries", "duplicate-sense", 1,
             "lex:make2-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ "
             "ontolex:writtenRep \"make\"@en ] ; ontolex:sense [ ontolex:reference ex:makes ; synsem:subjOfProp "
             "arg:subject ; synsem:objOfProp arg:object ] .\n"}),
    [](const ::testing::TestParamInfo<Case>& test) { return test.param.name; });

TEST(CheckAll, FindsNothingInASoundOntology) {
  OntologyFiles files;
  files.add("o.ttl", kSound);
  std::size_t faults = 0;
  const std::size_t statements = check_ontology({files.path()}, [&](const Diagnostic&) { ++faults; });
  EXPECT_EQ(faults, 0u);
  EXPECT_EQ(statements, 20u);
}

TEST(CheckAll, TermsOfOtherVocabulariesNeedNoDeclaration) {
  OntologyFiles files;
  files.add("o.ttl", kSound +
                         "ex:Firm a owl:Class ; rdfs:label \"firm\"@en ; rdfs:subClassOf schema:Corporation ; "
                         "<http://example.net/note> <http://example.net/x> .\n");
  EXPECT_THAT(files.check(), IsEmpty());
}

TEST(CheckAll, EveryClassOfACycleIsNamed) {
  OntologyFiles files;
  files.add("o.ttl", kSound +
                         "ex:A a owl:Class ; rdfs:label \"a\"@en ; rdfs:subClassOf ex:B .\n"
                         "ex:B a owl:Class ; rdfs:label \"b\"@en ; rdfs:subClassOf ex:A .\n");
  const auto faults = files.check();
  ASSERT_THAT(faults, SizeIs(2));
  EXPECT_EQ(faults[0].code, "cycle");
  EXPECT_EQ(faults[1].where.line, kCaseLine + 1);
}

TEST(CheckAll, APrefixThatNobodyDeclaredIsAFaultOfTheFile) {
  OntologyFiles files;
  files.add("o.ttl", kSound + "ex:Firm a owl:Class ; rdfs:label \"firm\"@en .\nnope:x a owl:Class .\n");
  const auto faults = files.check();
  ASSERT_FALSE(faults.empty());
  EXPECT_EQ(faults.back().where.line, kCaseLine + 1);
  EXPECT_NE(faults.back().message.find("nope"), std::string::npos) << faults.back().message;
}

TEST(CheckAll, FaultsComeInTheOrderOfFilesAndLines) {
  OntologyFiles files;
  files.add("b.ttl", "ex:X a owl:Class .\n");
  files.add("a.ttl", "ex:Z a owl:Class .\nex:Y a owl:Class .\n");
  const auto faults = files.check();
  ASSERT_THAT(faults, SizeIs(3));
  EXPECT_EQ(faults[0].where.source, files.path("a.ttl"));
  EXPECT_LT(faults[0].where.line, faults[1].where.line);
  EXPECT_EQ(faults[2].where.source, files.path("b.ttl"));
}

TEST(CheckAll, AnItemThatOneDataSetGivesIsNoSameAs) {
  OntologyFiles files;
  files.add("o.ttl", kSound +
                         "id:b a ex:Agent ; skos:prefLabel \"B\" ; <http://purl.org/dc/terms/source> \"ROR\" ;\n"
                         "  owl:sameAs <http://www.wikidata.org/entity/Q1> .\n"
                         "id:c a ex:Agent ; skos:prefLabel \"C\" ; <http://purl.org/dc/terms/source> \"NSI; ROR\" ;\n"
                         "  owl:sameAs <http://www.wikidata.org/entity/Q2> .\n"
                         "id:d a ex:Agent ; skos:prefLabel \"D\" ; <http://purl.org/dc/terms/source> \"ROR\" ;\n"
                         "  skos:closeMatch <http://www.wikidata.org/entity/Q3> ; owl:sameAs <https://ror.org/1> .\n"
                         "id:e a ex:Agent ; skos:prefLabel \"E\" ; owl:sameAs <http://www.wikidata.org/entity/Q4> .\n");
  const auto faults = files.check();
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_EQ(faults[0].code, "one-source");
  EXPECT_EQ(faults[0].where.line, kCaseLine + 1);
}

TEST(CheckAll, TwoEntitiesAreNotOneItem) {
  OntologyFiles files;
  files.add("o.ttl", kSound +
                         "id:b a ex:Agent ; skos:prefLabel \"B\" ; owl:sameAs <http://www.wikidata.org/entity/Q1> .\n"
                         "id:c a ex:Agent ; skos:prefLabel \"C\" ; owl:sameAs <http://www.wikidata.org/entity/Q1> .\n");
  const auto faults = files.check();
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_EQ(faults[0].code, "duplicate-item");
  EXPECT_EQ(faults[0].where.line, kCaseLine + 1);
}

// The same as `check` asks of every base, and that no item goes without its sources.
TEST(CheckAll, EveryWikidataItemOfTheShippedBaseNamesItsSources) {
  std::size_t items = 0;
  std::string without;
  for (const auto& file : std::filesystem::directory_iterator(TW_SOURCE_DIR "/ontology/entities")) {
    if (file.path().filename() == "wikidata-classes.ttl") continue;
    std::ifstream in(file.path());
    std::string statement, line;
    while (std::getline(in, line)) {
      if (line.starts_with('#') || line.starts_with('@')) continue;
      statement += line;
      if (!line.ends_with(" .")) continue;
      const bool same = statement.find("owl:sameAs wd:") != std::string::npos;
      const std::size_t source = statement.find("dcterms:source \"");
      const bool two = source != std::string::npos && statement.find("; ", source) < statement.rfind('"');
      items += same ? 1 : 0;
      if ((same && !two) || (source == std::string::npos && statement.find("wd:Q") != std::string::npos))
        without += statement + '\n';
      statement.clear();
    }
  }
  EXPECT_GT(items, 1000u);
  EXPECT_EQ(without, "");
}

TEST(CheckAll, TheShippedOntologyIsSound) {
  std::string report;
  check_ontology({TW_SOURCE_DIR "/ontology"}, [&](const Diagnostic& d) {
    report += d.where.to_string() + ": " + d.message + " [" + d.code + "]\n";
  });
  EXPECT_EQ(report, "");
}

}  // namespace
}  // namespace triplewright
