// Lexical entries: frames, operators, class nouns, and nouns made from verbs (docs/lexicon.md).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ontology_files.h"

namespace triplewright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kEx = "http://example.org/o#";
const std::string kTw = "https://w3id.org/triplewright/ns#";

constexpr const char* kDomain = R"(
ex:Agent a owl:Class . ex:Ban a owl:Class .
ex:supplies a owl:ObjectProperty . ex:suppliesTo a owl:ObjectProperty . ex:imposes a owl:ObjectProperty .
ex:restricts a owl:ObjectProperty . ex:orders a owl:ObjectProperty .
)";

constexpr const char* kSupply = R"(
lex:supply-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "supply"@en ] ;
  ontolex:sense [ ontolex:reference ex:supplies ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:object ; tw:recipient arg:to ] ,
                [ ontolex:reference ex:suppliesTo ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:to ; tw:product arg:object ] .
)";

SyntacticArgument prep(const char* marker) {
  return {Function::Preposition, marker};
}
SyntacticArgument arg(Function function) {
  return {function, {}};
}

class Lexicon : public ::testing::Test {
 protected:
  Ontology load(const std::string& entries) {
    files_.add("domain.ttl", kDomain);
    files_.add("lexicon.ttl", entries);
    return Ontology::load({files_.path()}, [this](const Diagnostic& d) { faults_.push_back(d); });
  }
  OntologyFiles files_;
  std::vector<Diagnostic> faults_;
};

TEST_F(Lexicon, AVerbHasASenseForEveryFrame) {
  const Ontology o = load(kSupply);
  EXPECT_THAT(faults_, IsEmpty());
  const auto& found = o.entries("supply", PartOfSpeech::Verb);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(o.entries("supply", PartOfSpeech::Noun), IsEmpty());
  const LexicalEntry& entry = *found.front();
  EXPECT_EQ(entry.iri, "http://example.org/lex#supply-v");
  EXPECT_THAT(entry.lemmas, ElementsAre("supply"));
  ASSERT_THAT(entry.senses, SizeIs(2));
  const Sense& goods = entry.senses[0];
  EXPECT_EQ(goods.kind, Sense::Kind::Property);
  EXPECT_EQ(goods.reference, kEx + "supplies");
  EXPECT_THAT(goods.subject, ElementsAre(arg(Function::Subject)));
  EXPECT_THAT(goods.object, ElementsAre(arg(Function::Object)));
  ASSERT_THAT(goods.roles, SizeIs(1));
  EXPECT_EQ(goods.roles[0].property, kTw + "recipient");
  EXPECT_THAT(goods.roles[0].arguments, ElementsAre(prep("to")));
  EXPECT_FALSE(goods.factuality.has_value());
  EXPECT_EQ(goods.weight, 1.0);
}

TEST_F(Lexicon, AlternativesAreInTheOrderOfTheTable) {
  const Ontology o = load(R"(
lex:ban-n a ontolex:Word ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "ban"@en ] ;
  ontolex:sense [ ontolex:reference ex:imposes ; synsem:subjOfProp arg:head , arg:by , arg:possessor , arg:against , arg:subject , arg:because_of ;
                  synsem:objOfProp arg:self ] .
)");
  EXPECT_THAT(o.lexicon().front().senses.front().subject,
              ElementsAre(arg(Function::Subject), prep("against"), prep("because of"), prep("by"),
                          arg(Function::Possessor), arg(Function::Head)));
}

TEST_F(Lexicon, SensesAreOrderedByWeightThenContentWhateverTheFileSays) {
  const std::string head = R"(
lex:x-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "x"@en ] ; ontolex:sense )";
  const std::string a =
      "[ ontolex:reference ex:supplies ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:object ]";
  const std::string b =
      "[ ontolex:reference ex:imposes ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:object ]";
  const std::string c =
      "[ ontolex:reference ex:suppliesTo ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:object ; tw:weight 2.5 "
      "]";
  for (const std::string& senses : {a + "," + b + "," + c, c + "," + b + "," + a}) {
    const Ontology o = load(head + senses + " .\n");
    const auto& found = o.lexicon().front().senses;
    ASSERT_THAT(found, SizeIs(3));
    EXPECT_EQ(found[0].reference, kEx + "suppliesTo");
    EXPECT_EQ(found[0].weight, 2.5);
    EXPECT_EQ(found[1].reference, kEx + "imposes");
    EXPECT_EQ(found[2].reference, kEx + "supplies");
  }
}

TEST_F(Lexicon, ANominalizationTakesOverTheFramesOfItsVerb) {
  const Ontology o = load(std::string(kSupply) + R"(
lex:supply-n a ontolex:Word ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "supply"@en ] ;
  tw:nominalizationOf lex:supply-v .
)");
  const LexicalEntry& noun = *o.entries("supply", PartOfSpeech::Noun).front();
  ASSERT_THAT(noun.senses, SizeIs(2));
  const Sense& goods = noun.senses[0];
  EXPECT_THAT(goods.subject, ElementsAre(prep("by"), arg(Function::Possessor), arg(Function::Modifier)));
  EXPECT_THAT(goods.object, ElementsAre(prep("of"), arg(Function::Possessor), arg(Function::Modifier)));
  EXPECT_THAT(goods.roles[0].arguments, ElementsAre(prep("to")));
  const Sense& to = noun.senses[1];
  EXPECT_EQ(to.reference, kEx + "suppliesTo");
  EXPECT_THAT(to.object, ElementsAre(prep("to")));
  EXPECT_THAT(to.roles[0].arguments, ElementsAre(prep("of"), arg(Function::Possessor), arg(Function::Modifier)));
}

TEST_F(Lexicon, TheSubjectOfASupportVerbIsTheNounsSubject) {
  const Ontology o = load(R"(
lex:order-n a ontolex:Word ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "order"@en ] ;
  tw:nominalizationOf lex:order-v ; tw:supportVerb "place" , "make" .
lex:order-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "order"@en ] ;
  ontolex:sense [ ontolex:reference ex:orders ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:object ] .
)");
  const LexicalEntry& noun = *o.entries("order", PartOfSpeech::Noun).front();
  EXPECT_THAT(noun.support_verbs, ElementsAre("make", "place"));
  EXPECT_THAT(noun.senses.front().subject,
              ElementsAre(arg(Function::Subject), prep("by"), arg(Function::Possessor), arg(Function::Modifier)));
}

TEST_F(Lexicon, AnAgentNounRefersToTheSubject) {
  const Ontology o = load(std::string(kSupply) + R"(
lex:supplier-n a ontolex:Word ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "supplier"@en ] ;
  tw:agentNounOf lex:supply-v .
)");
  const LexicalEntry& noun = *o.entries("supplier", PartOfSpeech::Noun).front();
  ASSERT_THAT(noun.senses, SizeIs(2));
  EXPECT_THAT(noun.senses[0].subject, ElementsAre(arg(Function::Self)));
  EXPECT_THAT(noun.senses[0].object, ElementsAre(prep("of"), arg(Function::Possessor), arg(Function::Modifier)));
  EXPECT_THAT(noun.senses[1].subject, ElementsAre(arg(Function::Self)));
  EXPECT_THAT(noun.senses[1].object, ElementsAre(prep("to"), arg(Function::Possessor)))
      << "Apple's supplier supplies to Apple; an Asian supplier does not supply Asia";
  EXPECT_FALSE(noun.is_pattern_of_class);
}

TEST_F(Lexicon, AClassNounHasRolesOfTheThingItEvokes) {
  const Ontology o = load(R"(
lex:ban-n a ontolex:Word ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "ban"@en ] ;
  ontolex:sense [ ontolex:reference ex:Ban ; ex:restricts arg:on , arg:object ;
                  tw:role [ tw:property ex:imposes ; tw:argument arg:possessor , arg:by ; tw:inverse true ] ] .
)");
  EXPECT_THAT(faults_, IsEmpty());
  const LexicalEntry& noun = o.lexicon().front();
  EXPECT_TRUE(noun.is_pattern_of_class);
  const Sense& sense = noun.senses.front();
  EXPECT_EQ(sense.kind, Sense::Kind::Class);
  ASSERT_THAT(sense.roles, SizeIs(2));
  EXPECT_EQ(sense.roles[0].property, kEx + "imposes");
  EXPECT_TRUE(sense.roles[0].inverse);
  EXPECT_THAT(sense.roles[0].arguments, ElementsAre(prep("by"), arg(Function::Possessor)));
  EXPECT_EQ(sense.roles[1].property, kEx + "restricts");
  EXPECT_FALSE(sense.roles[1].inverse);
  EXPECT_THAT(sense.roles[1].arguments, ElementsAre(arg(Function::Object), prep("on")));
}

TEST_F(Lexicon, OperatorsAndReportsCarryAFactuality) {
  const Ontology o = load(R"(
lex:fail-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "fail"@en ] ;
  ontolex:sense [ ontolex:reference tw:Operator ; synsem:objOfProp arg:xcomp ; tw:factuality tw:Denied ] .
lex:say-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "say"@en ] ;
  ontolex:sense [ ontolex:reference tw:Report ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:ccomp ] .
)");
  EXPECT_THAT(faults_, IsEmpty());
  const Sense& fail = o.entries("fail", PartOfSpeech::Verb).front()->senses.front();
  EXPECT_EQ(fail.kind, Sense::Kind::Operator);
  EXPECT_EQ(fail.factuality, Factuality::Denied);
  EXPECT_TRUE(fail.negated);
  const Sense& say = o.entries("say", PartOfSpeech::Verb).front()->senses.front();
  EXPECT_EQ(say.kind, Sense::Kind::Report);
  EXPECT_EQ(say.factuality, Factuality::Reported);
  EXPECT_FALSE(say.negated);
}

TEST_F(Lexicon, SeveralWordsAreFoundByTheirHead) {
  const Ontology o = load(R"(
lex:set-up-v a ontolex:MultiwordExpression ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "set up"@en ] .
lex:ceo-n a ontolex:MultiwordExpression ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "Chief Executive Officer"@en ] .
lex:ahead-p a ontolex:MultiwordExpression ; lexinfo:partOfSpeech lexinfo:preposition ; ontolex:canonicalForm [ ontolex:writtenRep "ahead of"@en ] .
)");
  ASSERT_THAT(o.entries("set", PartOfSpeech::Verb), SizeIs(1));
  EXPECT_THAT(o.entries("set", PartOfSpeech::Verb).front()->lemmas, ElementsAre("set", "up"));
  ASSERT_THAT(o.entries("Officer", PartOfSpeech::Noun), SizeIs(1));
  EXPECT_THAT(o.entries("officer", PartOfSpeech::Noun).front()->lemmas, ElementsAre("chief", "executive", "officer"));
  EXPECT_THAT(o.entries("ahead", PartOfSpeech::Preposition), SizeIs(1));
}

TEST_F(Lexicon, EverySpellingIsAnEntry) {
  const Ontology o = load(R"(
lex:licence-n a ontolex:Word ; lexinfo:partOfSpeech lexinfo:noun ; ontolex:canonicalForm [ ontolex:writtenRep "license"@en-us , "licence"@en-gb ] ;
  ontolex:sense [ ontolex:reference ex:Ban ] .
)");
  EXPECT_THAT(o.lexicon(), SizeIs(2));
  EXPECT_EQ(o.entries("license", PartOfSpeech::Noun).front()->iri,
            o.entries("licence", PartOfSpeech::Noun).front()->iri);
  EXPECT_THAT(o.entries("licence", PartOfSpeech::Noun).front()->senses, SizeIs(1));
}

TEST_F(Lexicon, APartThatCannotBeUsedIsReportedAndLeftOut) {
  const Ontology o = load(std::string(kSupply) + R"(
lex:y-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "y"@en ] ;
  ontolex:sense [ ontolex:reference ex:nowhere ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:object ] .
)");
  ASSERT_THAT(faults_, SizeIs(1));
  EXPECT_EQ(faults_[0].code, "unknown-reference");
  EXPECT_EQ(faults_[0].where.source, files_.path("lexicon.ttl"));
  EXPECT_THAT(o.lexicon(), SizeIs(2));
  EXPECT_THAT(o.entries("y", PartOfSpeech::Verb).front()->senses, IsEmpty());
}

}  // namespace
}  // namespace triplewright
