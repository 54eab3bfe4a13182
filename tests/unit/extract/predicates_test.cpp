// What one noun or participle says of a name by itself: ranks, what has become of somebody.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Ranks, PredicateNoun) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/5/nsubj is/be/AUX/5/cop the/_/DET/5/det largest/large/ADJ/5/amod/JJS "
                         "bank/_/NOUN/0/root in/_/ADP/7/case Ostia/_/PROPN/5/nmod")
                  .name("Norvik", "Company")
                  .name("Ostia", "Country")
                  .claims(),
              Contains("Norvik hasRank largest bank in Ostia"));
}

TEST(Ranks, AppositiveWithoutItsArticle) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/9/nsubj ,/_/PUNCT/7/punct the/_/DET/4/det world/_/NOUN/7/nmod:poss "
                         "'s/_/PART/4/case largest/large/ADJ/7/amod/JJS bank/_/NOUN/1/appos ,/_/PUNCT/7/punct "
                         "failed/fail/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Norvik hasRank world 's largest bank"));
}

TEST(Ranks, OneOf) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nsubj is/be/AUX/3/cop one/_/NUM/0/root of/_/ADP/7/case the/_/DET/7/det "
                         "largest/large/ADJ/7/amod/JJS banks/bank/NOUN/3/nmod/NNS")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Norvik hasRank one of the largest banks"));
}

TEST(Ranks, OrdinalsByWhatFollows) {
  const auto claims = [](std::string_view rest) {
    return SentenceOf("Norvik/_/PROPN/5/nsubj is/be/AUX/5/cop the/_/DET/5/det first/_/ADJ/5/amod bank/_/NOUN/0/root" +
                      std::string(rest))
        .name("Norvik", "Company")
        .claims();
  };
  EXPECT_THAT(claims(" to/_/PART/7/mark close/_/VERB/5/acl/VB"), Contains("Norvik hasRank first bank to close"));
  EXPECT_THAT(claims(""), IsEmpty());
}

TEST(Ranks, LatestIsNone) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/5/nsubj is/be/AUX/5/cop the/_/DET/5/det latest/late/ADJ/5/amod/JJS "
                         "bank/_/NOUN/0/root to/_/PART/7/mark close/_/VERB/5/acl/VB")
                  .name("Norvik", "Company")
                  .claims(),
              IsEmpty());
}

TEST(Ranks, APersonIsNoFirm) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/0/root ,/_/PUNCT/4/punct largest/large/ADJ/4/amod/JJS firm/_/NOUN/1/appos")
                  .name("Ada", "Person")
                  .category("firm", "Company")
                  .claims(),
              Not(Contains(HasSubstr("hasRank"))));
}

TEST(Ranks, OfTheNameBesideIt) {
  const auto claims = SentenceOf(
                          "Ada/_/PROPN/0/root ,/_/PUNCT/3/punct owner/_/NOUN/1/appos of/_/ADP/5/case "
                          "Norvik/_/PROPN/3/nmod ,/_/PUNCT/8/punct largest/large/ADJ/8/amod/JJS "
                          "success/_/NOUN/1/appos")
                          .name("Ada", "Person")
                          .name("Norvik", "Company")
                          .claims();
  EXPECT_THAT(claims, Not(Contains(HasSubstr("hasRank"))));
}

TEST(Ranks, NotTheNameWithIt) {
  EXPECT_THAT(SentenceOf("largest/large/ADJ/2/amod/JJS bank/_/NOUN/3/compound Norvik/_/PROPN/4/nsubj "
                         "failed/fail/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Norvik hasRank largest bank"));
}

TEST(Status, OfSomebodyNamed) {
  EXPECT_THAT(
      SentenceOf("Ada/_/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass arrested/arrest/VERB/0/root/VBN in/_/ADP/5/case "
                 "Ostia/_/PROPN/3/obl")
          .name("Ada", "Person")
          .name("Ostia", "City")
          .claims(),
      Contains("Ada status arrested place=Ostia"));
  EXPECT_THAT(SentenceOf("men/man/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass arrested/arrest/VERB/0/root/VBN")
                  .thing("men", "Person")
                  .claims(),
              IsEmpty());
}

TEST(Status, OneWordForAllTenses) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/2/nsubj dies/die/VERB/0/root/VBZ").name("Ada", "Person").claims(),
              Contains("Ada status died"));
}

TEST(Status, OfNobodyUnnamed) {
  EXPECT_THAT(SentenceOf("pilots/pilot/NOUN/2/nsubj died/die/VERB/0/root/VBD").thing("pilots", "Person").claims(),
              IsEmpty());
}

TEST(Figures, ALossIsANegativeProfit) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj reported/report/VERB/0/root/VBD a/_/DET/4/det loss/_/NOUN/2/obj "
                         "of/_/ADP/7/case $/_/SYM/7/nmod 5/_/NUM/4/nmod million/_/NUM/7/flat")
                  .name("Norvik", "Company")
                  .value("$ 5 million", ValueKind::Money)
                  .claims(),
              Contains(HasSubstr("Norvik profit -")));
}

TEST(Figures, WhereAPriceIsAndHowFarItWent) {
  const auto claims = [](std::string_view preposition) {
    return SentenceOf("shares/share/NOUN/4/nsubj of/_/ADP/3/case Norvik/_/PROPN/1/nmod fell/fall/VERB/0/root/VBD " +
                      std::string(preposition) + "/_/ADP/6/case $/_/SYM/4/obl 20/_/NUM/6/nummod")
        .name("Norvik", "Company")
        .value("$ 20", ValueKind::Money)
        .claims();
  };
  EXPECT_THAT(claims("to"), Contains(HasSubstr("Norvik sharePrice $ 20")));
  EXPECT_THAT(claims("by"), Contains(HasSubstr("Norvik sharePriceChange -")));
}

TEST(Posts, WhatAVerbMakesOfItsObject) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/0/root named/name/VERB/1/acl/VBN Ada/_/PROPN/5/compound "
                          "chief/_/ADJ/5/amod executive/_/NOUN/2/xcomp ./_/PUNCT/1/punct")
                          .name("Norvik", "Company")
                          .name("Ada", "Person")
                          .claims();
  EXPECT_THAT(claims, Contains(HasSubstr("Norvik appoints Ada role=chief executive")));
  EXPECT_THAT(claims, Contains(HasSubstr("Ada ceoOf Norvik")));
}

TEST(Evoked, DoubtOfTheClauseIsNoneOfTheMeasure) {
  const auto claims = [](std::string_view article) {
    return SentenceOf("Brenta/_/PROPN/3/nsubj could/can/AUX/3/aux answer/_/VERB/0/root " + std::string(article) +
                      "/_/DET/6/det Ostia/_/PROPN/6/compound tariffs/tariff/NOUN/3/obj")
        .name("Brenta", "Country")
        .name("Ostia", "Country")
        .thing("tariffs", "Tariff")
        .claims();
  };
  EXPECT_THAT(claims("some"), Not(Contains(HasSubstr("imposes"))));
  EXPECT_THAT(claims("the"), Contains("Ostia imposes tariffs"));
}

}  // namespace
}  // namespace triplewright::extract::test
