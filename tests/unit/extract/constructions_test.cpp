// One frame in every construction by which news states it.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Constructions, Active) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj supplies/supply/VERB/0/root/VBZ chips/chip/NOUN/2/obj to/_/ADP/5/case "
                         "Brenta/_/PROPN/2/obl")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .category("chips", "Chip")
                  .claims(),
              ElementsAre("Norvik supplies chips recipient=Brenta", "Norvik suppliesTo Brenta product=chips"));
}

TEST(Constructions, PhraseParsedAsPartOfTheObject) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj supplies/supply/VERB/0/root/VBZ chips/chip/NOUN/2/obj to/_/ADP/5/case "
                         "Brenta/_/PROPN/3/nmod")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .category("chips", "Chip")
                  .claims(),
              Contains("Norvik suppliesTo Brenta product=chips"));
}

TEST(Constructions, Passive) {
  EXPECT_THAT(SentenceOf("Brenta/_/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass acquired/acquire/VERB/0/root/VBN "
                         "by/_/ADP/5/case Norvik/_/PROPN/3/obl:agent")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta"));
}

TEST(Constructions, RelativeClause) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/0/root ,/_/PUNCT/4/punct which/_/PRON/4/nsubj "
                         "acquired/acquire/VERB/1/acl:relcl/VBD Brenta/_/PROPN/4/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta"));
}

TEST(Constructions, ObjectRelative) {
  EXPECT_THAT(SentenceOf("Brenta/_/PROPN/0/root ,/_/PUNCT/5/punct which/_/PRON/5/obj Norvik/_/PROPN/5/nsubj "
                         "acquired/acquire/VERB/1/acl:relcl/VBD")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta"));
  EXPECT_THAT(
      SentenceOf("the/_/DET/2/det company/_/NOUN/0/root Norvik/_/PROPN/4/nsubj acquired/acquire/VERB/2/acl:relcl/VBD")
          .name("Norvik", "Company")
          .name("company", "Company")
          .claims(),
      ElementsAre("Norvik acquires company"));
}

TEST(Constructions, ReducedParticiple) {
  EXPECT_THAT(SentenceOf("Brenta/_/PROPN/0/root ,/_/PUNCT/3/punct acquired/acquire/VERB/1/acl/VBN by/_/ADP/5/case "
                         "Norvik/_/PROPN/3/obl")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta"));
}

TEST(Constructions, PrepositionFurtherOnIsNoParticle) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj builds/build/VERB/0/root/VBZ chips/chip/NOUN/2/obj in/_/ADP/5/case "
                         "Ostia/_/PROPN/2/obl")
                  .name("Norvik", "Company")
                  .name("Ostia", "Country")
                  .category("chips", "Chip")
                  .claims(),
              ElementsAre("Norvik manufactures chips place=Ostia"));
}

TEST(Constructions, VerbTakenForANoun) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj plans/plan/NOUN/0/root/NNS to/_/PART/4/mark acquire/_/VERB/2/acl/VB "
                         "Brenta/_/PROPN/4/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik plans to acquire Brenta", "Norvik acquires Brenta Planned"));
}

TEST(Constructions, ClauseOnWhatSomethingIs) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/4/nsubj is/be/AUX/4/cop a/_/DET/4/det business/_/NOUN/0/root that/_/PRON/6/nsubj "
                 "owns/own/VERB/4/acl:relcl/VBZ Brenta/_/PROPN/6/obj")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .claims(),
      Contains("Norvik owns Brenta"));
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/5/nsubj is/be/AUX/5/cop not/_/PART/5/advmod a/_/DET/5/det business/_/NOUN/0/root "
                 "that/_/PRON/7/nsubj owns/own/VERB/5/acl:relcl/VBZ Brenta/_/PROPN/7/obj")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .claims(),
      Not(Contains("Norvik owns Brenta")));
}

TEST(Constructions, NameWithAPossessor) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case Ada/_/PROPN/4/nsubj resigned/resign/VERB/0/root/VBD")
          .name("Norvik", "Company")
          .name("Ada", "Person")
          .claims(),
      Contains("Ada worksFor Norvik"));
  EXPECT_THAT(SentenceOf("Ostia/_/PROPN/3/nmod:poss 's/_/PART/1/case Norvik/_/PROPN/4/nsubj grew/grow/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ostia", "Country")
                  .claims(),
              Contains("Norvik locatedIn Ostia"));
}

TEST(Constructions, GerundOfANounInThePhrase) {
  EXPECT_THAT(SentenceOf("in/_/ADP/3/case a/_/DET/3/det bid/_/NOUN/8/obl to/_/PART/5/mark acquire/_/VERB/3/acl/VB "
                         "Brenta/_/PROPN/5/obj Norvik/_/PROPN/8/nsubj met/meet/VERB/0/root/VBD Tarim/_/PROPN/8/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .name("Tarim", "Company")
                  .claims(),
              Contains(HasSubstr("Norvik acquires Brenta")));
}

TEST(Constructions, OthersBesideSomebodyAreNotHe) {
  EXPECT_THAT(SentenceOf("Governor/_/NOUN/7/nsubj Ada/_/PROPN/1/flat and/_/CCONJ/4/cc leaders/leader/NOUN/1/conj/NNS "
                         "of/_/ADP/6/case Norvik/_/PROPN/4/nmod met/meet/VERB/0/root/VBD")
                  .name("Ada", "Person")
                  .name("Norvik", "Company")
                  .claims(),
              Not(Contains(HasSubstr("leads"))));
}

TEST(Constructions, WhoIsAskedStandsInAPhrase) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/2/nsubj called/call/VERB/0/root/VBD on/_/ADP/4/case Brenta/_/PROPN/2/obl "
                          "to/_/PART/6/mark acquire/_/VERB/2/xcomp/VB Tarim/_/PROPN/6/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .name("Tarim", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains(HasSubstr("Brenta acquires Tarim")));
  EXPECT_THAT(claims, Not(Contains(HasSubstr("Norvik acquires"))));
}

TEST(Constructions, SubjectControl) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj managed/manage/VERB/0/root/VBD to/_/PART/4/mark "
                         "acquire/_/VERB/2/xcomp/VB Brenta/_/PROPN/4/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains(HasSubstr("Norvik acquires Brenta")));
}

TEST(Constructions, ObjectControl) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/2/nsubj urged/urge/VERB/0/root/VBD Ostia/_/PROPN/2/obj to/_/PART/5/mark "
                          "acquire/_/VERB/2/xcomp/VB "
                          "Brenta/_/PROPN/5/obj")
                          .name("Norvik", "Company")
                          .name("Ostia", "Company")
                          .name("Brenta", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains(HasSubstr("Ostia acquires Brenta")));
  EXPECT_THAT(claims, Not(Contains(HasSubstr("Norvik acquires"))));
}

TEST(Constructions, GerundAfterAVerbOfAccusation) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/2/nsubj accused/accuse/VERB/0/root/VBD Ostia/_/PROPN/2/obj of/_/SCONJ/5/mark "
                          "acquiring/acquire/VERB/2/advcl/VBG "
                          "Brenta/_/PROPN/5/obj")
                          .name("Norvik", "Company")
                          .name("Ostia", "Company")
                          .name("Brenta", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains(HasSubstr("Ostia acquires Brenta")));
  EXPECT_THAT(claims, Not(Contains(HasSubstr("Norvik acquires"))));
}

TEST(Constructions, CoordinationOfEndsAndVerbs) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/4/nsubj and/_/CCONJ/3/cc Ostia/_/PROPN/1/conj "
                         "acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/4/obj "
                         "and/_/CCONJ/8/cc later/_/ADV/8/advmod sold/sell/VERB/4/conj/VBD Tarim/_/PROPN/8/obj "
                         "to/_/ADP/11/case Luga/_/PROPN/8/obl")
                  .name("Norvik", "Company")
                  .name("Ostia", "Company")
                  .name("Brenta", "Company")
                  .name("Tarim", "Product")
                  .name("Luga", "Company")
                  .claims(),
              ::testing::IsSupersetOf({"Norvik acquires Brenta", "Ostia acquires Brenta",
                                       "Norvik sells Tarim recipient=Luga", "Ostia sells Tarim recipient=Luga"}));
}

TEST(Constructions, ExcludedConjuncts) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/2/obj "
                         "rather/_/ADV/6/cc than/_/ADP/4/fixed Ostia/_/PROPN/3/conj")
                  .name("Norvik", "Company")
                  .name("Ostia", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta"));
}

TEST(Constructions, Nominalization) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case acquisition/_/NOUN/6/nsubj of/_/ADP/5/case "
                         "Brenta/_/PROPN/3/nmod surprised/surprise/VERB/0/root/VBD "
                         "investors/investor/NOUN/6/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik acquires Brenta"));
}

TEST(Constructions, AppositionBothWays) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case founder/_/NOUN/7/nsubj ,/_/PUNCT/5/punct "
                         "Ada/_/PROPN/3/appos Quist/_/PROPN/5/flat resigned/resign/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ada Quist", "Person")
                  .claims(),
              Contains("Ada Quist founderOf Norvik"));
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/8/nsubj Quist/_/PROPN/1/flat ,/_/PUNCT/5/punct the/_/DET/5/det "
                         "founder/_/NOUN/1/appos of/_/ADP/7/case Norvik/_/PROPN/5/nmod resigned/resign/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ada Quist", "Person")
                  .claims(),
              Contains("Ada Quist founderOf Norvik"));
}

TEST(Constructions, Copula) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/5/nsubj Quist/_/PROPN/1/flat is/be/AUX/5/cop the/_/DET/5/det "
                         "founder/_/NOUN/0/root of/_/ADP/7/case Norvik/_/PROPN/5/nmod")
                  .name("Norvik", "Company")
                  .name("Ada Quist", "Person")
                  .claims(),
              ElementsAre("Ada Quist founderOf Norvik"));
}

TEST(Constructions, InstancesStandForTheGroup) {
  const auto claims = SentenceOf(
                          "companies/company/NOUN/5/nsubj such/_/ADJ/4/case as/_/ADP/2/fixed Norvik/_/PROPN/1/nmod "
                          "acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/5/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .thing("companies", "Company")
                          .claims();
  EXPECT_THAT(claims, ElementsAre("Norvik acquires Brenta"));
}

TEST(Constructions, TransparentNoun) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj launched/launch/VERB/0/root/VBD a/_/DET/4/det version/_/NOUN/2/obj "
                         "of/_/ADP/6/case Tarim/_/PROPN/4/nmod")
                  .name("Norvik", "Company")
                  .name("Tarim", "Product")
                  .claims(),
              Contains("Norvik launches Tarim"));
}

TEST(Constructions, WrongKindsAreLeftOut) {
  EXPECT_THAT(SentenceOf("Ostia/_/PROPN/2/nsubj acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/2/obj")
                  .name("Ostia", "City")
                  .name("Brenta", "City")
                  .claims(),
              IsEmpty());
}

TEST(Constructions, SupportVerb) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj placed/place/VERB/0/root/VBD an/_/DET/4/det order/_/NOUN/2/obj "
                         "for/_/ADP/6/case chips/chip/NOUN/4/nmod with/_/ADP/8/case Brenta/_/PROPN/2/obl")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .category("chips", "Chip")
                  .claims(),
              Contains(HasSubstr("Norvik buysFrom Brenta product=chips")));
}

TEST(Constructions, ValueOfANoun) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case revenue/_/NOUN/4/nsubj fell/fall/VERB/0/root/VBD "
                         "3%/_/NUM/4/obl to/_/ADP/7/case $5bn/_/NUM/4/obl")
                  .name("Norvik", "Company")
                  .value("3%", ValueKind::Percent)
                  .value("$5bn", ValueKind::Money)
                  .claims(),
              ::testing::IsSupersetOf({"Norvik revenue $5bn", "Norvik revenueGrowth -3%"}));
}

TEST(Constructions, NobodyInParticular) {
  EXPECT_THAT(SentenceOf("Customers/customer/NOUN/2/nsubj/NNS sued/sue/VERB/0/root/VBD Norvik/_/PROPN/2/obj")
                  .thing("Customers", "Collective")
                  .name("Norvik", "Company")
                  .claims(),
              IsEmpty());
  EXPECT_THAT(SentenceOf("Angry/_/ADJ/2/amod customers/customer/NOUN/3/nsubj/NNS sued/sue/VERB/0/root/VBD "
                         "Norvik/_/PROPN/3/obj")
                  .thing("customers", "Collective")
                  .name("Norvik", "Company")
                  .claims(),
              ElementsAre("customers sues Norvik"));
}

TEST(Constructions, WhoMovesAThingDoesNotMove) {
  const auto claims = [](const char* words) {
    return SentenceOf(words).name("Ada", "Person").name("Ostia", "City").claims();
  };
  EXPECT_THAT(claims("Ada/_/PROPN/2/nsubj moved/move/VERB/0/root/VBD to/_/ADP/4/case Ostia/_/PROPN/2/obl"),
              ElementsAre("Ada residence Ostia"));
  EXPECT_THAT(claims("Ada/_/PROPN/2/nsubj moved/move/VERB/0/root/VBD books/_/NOUN/2/obj to/_/ADP/5/case "
                     "Ostia/_/PROPN/2/obl"),
              Not(Contains("Ada residence Ostia")));
}

TEST(Constructions, AShareIsOfSomething) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj accounts/account/VERB/0/root/VBZ for/_/ADP/5/case 5/_/NUM/5/nummod "
                         "%/_/NOUN/2/obl of/_/ADP/7/case sales/sale/NOUN/5/nmod/NNS")
                  .name("Norvik", "Company")
                  .value("5 %", ValueKind::Percent)
                  .claims(),
              ElementsAre("Norvik hasShare 5 % topic=sales"));
}

TEST(Constructions, WhoGivesWhatIsRaisedInvests) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj raised/raise/VERB/0/root/VBD $/_/SYM/2/obj 5/_/NUM/3/nummod "
                         "from/_/ADP/6/case Brenta/_/PROPN/2/obl")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .value("$ 5", ValueKind::Money)
                  .claims(),
              Contains("Brenta investsIn Norvik quantity=$ 5"));
}

TEST(Constructions, TheSenseThatHasAPlaceForThePhrase) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj leased/lease/VERB/0/root/VBD the/_/DET/4/det Loom/_/PROPN/2/obj "
                         "to/_/ADP/6/case Brenta/_/PROPN/2/obl")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .name("Loom", "Product")
                  .claims(),
              ElementsAre("Norvik sells Loom recipient=Brenta"));
}

TEST(Constructions, HowManySaySoIsNoQuantity) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/2/nsubj supplies/supply/VERB/0/root/VBZ Loom/_/PROPN/2/obj ,/_/PUNCT/7/punct "
                 "according/accord/VERB/7/case to/_/ADP/5/fixed rivals/rival/NOUN/2/obl/NNS three/_/NUM/7/nummod")
          .name("Norvik", "Company")
          .name("Loom", "Product")
          .value("three", ValueKind::Number)
          .claims(),
      ElementsAre(HasSubstr("Norvik supplies Loom Reported")));
}

TEST(Constructions, TheGapOfARelativeClauseLiesInItsComplement) {
  // Norvik sells parts to Brenta, a firm that it says is owned by Tarim.
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/2/nsubj acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/2/obj ,/_/PUNCT/6/punct "
                 "a/_/DET/6/det firm/_/NOUN/3/appos it/_/PRON/8/nsubj said/say/VERB/6/acl:relcl/VBD "
                 "was/be/AUX/10/aux:pass owned/own/VERB/8/ccomp/VBN by/_/ADP/12/case Tarim/_/PROPN/10/obl:agent")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .name("Tarim", "Company")
          .also("it", "Norvik")
          .also("firm", "Brenta")
          .claims(),
      Contains(::testing::StartsWith("Tarim owns Brenta")));
}

TEST(Constructions, APhraseOfTheNounHungOnTheLastConjunct) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/2/nsubj restricts/restrict/VERB/0/root/VBZ exports/export/NOUN/2/obj of/_/ADP/5/case "
                 "chips/chip/NOUN/3/nmod/NNS and/_/CCONJ/7/cc tools/tool/NOUN/5/conj/NNS to/_/ADP/9/case "
                 "Ostia/_/PROPN/7/nmod")
          .name("Norvik", "Country")
          .name("Ostia", "Country")
          .category("chips", "Product")
          .category("tools", "Product")
          .claims(),
      ::testing::IsSupersetOf(
          {HasSubstr("Norvik restricts chips recipient=Ostia"), HasSubstr("Norvik restricts tools recipient=Ostia")}));
}

}  // namespace
}  // namespace triplewright::extract::test
