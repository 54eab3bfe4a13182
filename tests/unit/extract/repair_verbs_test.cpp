// Verbs that parsers take for other words, and what parsers hang on the wrong one.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Repair, VerbTaggedAsANoun) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj funds/fund/NOUN/0/root/NNS Brenta/_/PROPN/2/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik funds Brenta"));
}

TEST(Repair, HeadlineWithoutAuxiliary) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj fined/fine/VERB/0/root/VBD $5bn/_/NUM/2/obj by/_/ADP/5/case "
                         "Ostia/_/PROPN/2/obl:agent")
                  .name("Norvik", "Company")
                  .name("Ostia", "Country")
                  .value("$5bn", ValueKind::Money)
                  .claims(),
              Contains(HasSubstr("Ostia fines Norvik")));
}

TEST(Repair, InfinitiveWithForAfterAnAdjective) {
  const auto claims =
      SentenceOf(
          "Norvik/_/PROPN/2/nsubj made/make/VERB/0/root/VBD it/_/PRON/2/obj hard/_/ADJ/2/xcomp for/_/ADP/6/case "
          "Brenta/_/PROPN/4/obl to/_/PART/8/mark acquire/_/VERB/2/advcl/VB Tarim/_/PROPN/8/obj")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .name("Tarim", "Company")
          .claims();
  EXPECT_THAT(claims, Contains(HasSubstr("Brenta acquires Tarim")));
  EXPECT_THAT(claims, Not(Contains(HasSubstr("Norvik acquires"))));
}

TEST(Repair, InvestorsInclude) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case investors/investor/NOUN/4/nsubj "
                         "include/_/VERB/0/root/VBP Brenta/_/PROPN/4/obj "
                         "and/_/CCONJ/7/cc Tarim/_/PROPN/5/conj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .name("Tarim", "Company")
                  .claims(),
              ::testing::IsSupersetOf({"Brenta investsIn Norvik", "Tarim investsIn Norvik"}));
}

TEST(Repair, FrontedParticipleTakenForTheMainClause) {
  EXPECT_THAT(SentenceOf("Headquartered/headquarter/VERB/0/root/VBN in/_/ADP/3/case Ostia/_/PROPN/1/obl "
                         ",/_/PUNCT/6/punct Norvik/_/PROPN/6/nsubj acquired/acquire/VERB/1/parataxis/VBD "
                         "Brenta/_/PROPN/6/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .name("Ostia", "City")
                  .claims(),
              ::testing::IsSupersetOf({"Norvik headquarteredIn Ostia", "Norvik acquires Brenta"}));
}

TEST(Repair, SecondParticipleTakenForAPastTense) {
  const auto claims = [](const char* relation) {
    return SentenceOf(std::string("Ada/_/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass born/bear/VERB/0/root/VBN "
                                  "in/_/ADP/5/case Ostia/_/PROPN/3/obl and/_/CCONJ/7/cc "
                                  "educated/educate/VERB/3/conj/VBD at/_/ADP/9/case Brenta/_/PROPN/7/") +
                      relation)
        .name("Ada", "Person")
        .name("Ostia", "City")
        .name("Brenta", "University")
        .claims();
  };
  EXPECT_THAT(claims("obl"), Contains("Ada educatedAt Brenta"));
  EXPECT_THAT(claims("obj"), Not(Contains("Ada educatedAt Brenta")));  // whom Ada educated
}

TEST(Repair, VerbTakenForTheNounThatTheSentenceIs) {
  EXPECT_THAT(
      SentenceOf("The/_/DET/3/det carrier/_/NOUN/3/compound/NN sues/sue/NOUN/0/root/NNS Brenta/_/PROPN/3/appos/NNP "
                 "in/_/ADP/6/case Ostia/_/PROPN/3/nmod ./_/PUNCT/3/punct")
          .thing("carrier", "Company")
          .name("Brenta", "Company")
          .claims(),
      ElementsAre("carrier sues Brenta"));
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/compound/NNP sues/sue/NOUN/0/root/NNS Brenta/_/PROPN/2/appos/NNP "
                         "in/_/ADP/5/case Ostia/_/PROPN/2/nmod/NNP ./_/PUNCT/2/punct")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik sues Brenta"));
}

TEST(Repair, FiniteVerbCoordinatedWithAnInfinitive) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/2/nsubj refused/refuse/VERB/0/root/VBD to/_/PART/4/mark leave/_/VERB/2/xcomp/VB "
                 "and/_/CCONJ/6/cc acquired/acquire/VERB/4/conj/VBD Brenta/_/PROPN/6/obj")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .claims(),
      ElementsAre("Norvik acquires Brenta"));
}

TEST(Repair, LemmaOfAVerbThatTheLexiconHas) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj blamed/blam/VERB/0/root/VBD Brenta/_/PROPN/2/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik accuses Brenta"));
}

TEST(Repair, RecipientTakenForAPartOfTheAmount) {
  EXPECT_THAT(SentenceOf("Ostia/_/PROPN/2/nsubj awarded/award/VERB/0/root/VBD Norvik/_/PROPN/4/compound $/_/SYM/2/obj "
                         "5/_/NUM/4/nummod to/_/PART/7/mark acquire/_/VERB/2/advcl/VB Brenta/_/PROPN/7/obj")
                  .name("Ostia", "Country")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .value("$ 5", ValueKind::Money)
                  .claims(),
              ElementsAre("Ostia funds Norvik quantity=$ 5", "Norvik acquires Brenta Planned"));
}

TEST(Repair, InfinitiveOfWhoIsAsked) {
  for (const char* head : {"3/acl", "2/advcl"}) {
    EXPECT_THAT(SentenceOf("Ada/_/PROPN/2/nsubj urged/urge/VERB/0/root/VBD Norvik/_/PROPN/2/obj to/_/PART/5/mark "
                           "acquire/_/VERB/" +
                           std::string(head) + "/VB Brenta/_/PROPN/5/obj")
                    .name("Ada", "Person")
                    .name("Norvik", "Company")
                    .name("Brenta", "Company")
                    .claims(),
                ::testing::AllOf(Contains("Norvik acquires Brenta Possible"), Not(Contains(HasSubstr("Ada acquires")))))
        << head;
  }
}

TEST(Repair, WhoGetsALicenceTakenForAnObject) {
  EXPECT_THAT(
      SentenceOf("Ostia/_/PROPN/2/nsubj granted/grant/VERB/0/root/VBD Norvik/_/PROPN/2/obj a/_/DET/5/det "
                 "licence/_/NOUN/2/obj to/_/PART/7/mark acquire/_/VERB/5/acl/VB Brenta/_/PROPN/7/obj")
          .name("Ostia", "Country")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .thing("licence", "License")
          .claims(),
      ::testing::AllOf(Contains(HasSubstr("Norvik acquires Brenta")), Not(Contains(HasSubstr("Ostia acquires")))));
}

TEST(Repair, HeadlineWithAnInfinitive) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/0/root to/_/PART/3/mark acquire/_/VERB/1/acl/VB Brenta/_/PROPN/3/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta Planned"));
}

TEST(Repair, VerbWithinTheNameThatItStandsBeside) {
  EXPECT_THAT(
      SentenceOf(
          "A/_/DET/2/det court/_/NOUN/0/root/NN in/_/ADP/5/case Ostia/_/PROPN/5/compound "
          "bans/ban/NOUN/2/nmod/NNS the/_/DET/8/det Norvik/_/PROPN/8/compound app/_/NOUN/2/appos ./_/PUNCT/2/punct")
          .name("Ostia", "City")
          .name("Norvik", "Company")
          .thing("court", "Court")
          .thing("app", "Software")
          .claims(),
      Contains("court bans app"));
}

TEST(Repair, WhoActsActs) {
  // *rules*, taken for a noun: nothing is imposed by the court, and what it rules is what it finds
  const auto claims =
      SentenceOf(
          "The/_/DET/4/det Danish/_/ADJ/3/amod court/_/NOUN/4/compound/NN rules/rule/NOUN/0/root/NNS "
          "that/_/SCONJ/8/mark Norvik/_/PROPN/8/nsubj can/_/AUX/8/aux/MD continue/_/VERB/4/ccomp/VB ./_/PUNCT/4/punct")
          .name("Norvik", "Company")
          .thing("court", "Court")
          .thing("rules", "Regulation")
          .claims();
  EXPECT_THAT(claims, Contains(HasSubstr("court finds")));
  EXPECT_THAT(claims, Not(Contains(HasSubstr("imposes"))));
}

TEST(Repair, ParticipleOfAGerundTakenForAnAttribute) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/2/nsubj denies/deny/VERB/0/root/VBZ having/have/AUX/4/aux/VBG "
                          "acquired/acquire/VERB/5/amod/VBN Brenta/_/PROPN/2/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains("Norvik acquires Brenta Denied"));
  EXPECT_THAT(claims, Not(Contains("Norvik denies Brenta")));
}

TEST(Repair, PriceHungOnAVerbWithinTheName) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/2/obj "
                         "Pay/pay/VERB/3/acl for/_/ADP/6/case $5m/_/NOUN/4/obl")
                  .name("Norvik", "Company")
                  .name("Brenta Pay", "Company")
                  .value("$5m", ValueKind::Money)
                  .claims(),
              Contains("Norvik acquires Brenta Pay quantity=$5m"));
}

TEST(Repair, VerbAndObjectTakenForSubjectAndVerb) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/compound supplies/supplies/NOUN/3/nsubj/NNS switches/switch/VERB/0/root/VBZ "
                         "to/to/ADP/5/case Brenta/_/PROPN/3/obl")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik suppliesTo Brenta"));
}

TEST(Repair, AppositiveTakenForTheSubjectOfAClauseBesideTheName) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/0/root ~,/_/PUNCT/1/punct once/_/SCONJ/8/mark the/_/DET/6/det "
                          "biggest/big/ADJ/6/amod/JJS maker/_/NOUN/8/nsubj ~,/_/PUNCT/6/punct "
                          "trails/trail/VERB/1/advcl/VBZ Brenta/_/PROPN/8/obj")
                          .name("Norvik", "Company")
                          .thing("maker", "Company")
                          .name("Brenta", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains("Norvik lagsBehind Brenta"));
  EXPECT_THAT(claims, Not(Contains("maker lagsBehind Brenta")));
}

}  // namespace
}  // namespace triplewright::extract::test
