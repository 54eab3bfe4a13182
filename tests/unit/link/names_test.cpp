// Where names begin and end.
#include "link/link.h"
#include "text_of.h"

namespace triplewright::link {
namespace {

using namespace test;
using ::testing::ElementsAre;

TEST(Names, OneSpanMayBeSeveralNamesOrNone) {
  const Document d = TextOf(
                         "Zelt/_/PROPN/5/nsubj ~,/,/PUNCT/3/punct Qorin/_/PROPN/1/conj AI/_/PROPN/3/flat "
                         "sell/_/VERB/0/root AI/_/PROPN/7/compound GPUs/GPUs/PROPN/5/obj\n"
                         "Huawei/_/PROPN/2/nsubj bought/buy/VERB/0/root H200/_/PROPN/4/compound GPUs/GPUs/PROPN/2/obj")
                         .name("Zelt, Qorin AI", NameType::Organization)
                         .name("AI GPUs", NameType::Product)
                         .name("H200 GPUs", NameType::Product)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Zelt", "Qorin AI", "Huawei", "H200"));
}

TEST(Names, ACapitalWithinAWordMakesAName) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj bought/buy/VERB/0/root the/_/DET/4/det exchange/_/NOUN/2/obj "
                         "~,/,/PUNCT/6/punct TrelX/_/NOUN/4/appos and/and/CCONJ/8/cc GPUs/GPU/NOUN/4/conj")
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Huawei", "TrelX"));
}

TEST(Names, APlaceThatHeadsANameIsNoPlace) {
  const Document d = TextOf(
                         "Beijing/_/PROPN/3/nsubj Qorin/_/PROPN/1/flat bought/buy/VERB/0/root chips/chip/NOUN/3/obj\n"
                         "Beijing/_/PROPN/2/nsubj met/meet/VERB/0/root Qorin/_/PROPN/2/obj")
                         .name("Beijing", NameType::Location)
                         .name("Qorin", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Beijing Qorin", "Beijing", "Qorin"));
}

TEST(Names, AMakersNameMayHeadAProducts) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj launched/launch/VERB/0/root Qorin/_/PROPN/2/obj Medium/_/PROPN/3/flat "
                         "Three/_/PROPN/3/flat")
                         .name("Medium Three", NameType::Product)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Huawei", "Qorin Medium Three"));
}

// "Co." with its point is no state and no prefix: without it a known name before it ended, and "Co." was the subject.
TEST(Names, CoWithItsPointEndsACompanysName) {
  const Document d = TextOf(
                         "Norvik/_/PROPN/3/compound Electronics/_/PROPN/3/compound Co./_/PROPN/4/nsubj "
                         "left/leave/VERB/0/root Poland/_/PROPN/4/obj")
                         .name("Norvik Electronics", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Norvik Electronics Co.", "Poland"));
}

TEST(Names, APrefixIsNoName) {
  const Document d = TextOf("Huawei/_/PROPN/2/nsubj met/meet/VERB/0/root Co-/_/PROPN/4/compound ~Prince/_/NOUN/2/obj")
                         .name("Co-", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Huawei"));
}

TEST(Names, ALanguageIsNoCountry) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj teaches/teach/VERB/0/root Japanese/_/PROPN/2/obj\n"
                         "The/_/DET/2/det Japanese/_/PROPN/3/nsubj met/meet/VERB/0/root Japanese/_/ADJ/5/amod "
                         "officials/official/NOUN/3/obj")
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Huawei", "Japanese", "Japanese"));
}

TEST(Names, PostsAreNoNames) {
  const Document d =
      TextOf(
          "The/_/DET/2/det Secretary/_/PROPN/5/nsubj of/_/ADP/4/case Commerce/_/PROPN/2/nmod spoke/speak/VERB/0/root")
          .name("Secretary of Commerce", NameType::Organization)
          .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre());
}

TEST(Names, AScoreIsNoPartOfAName) {
  const Document d = TextOf(
                         "Ada/_/PROPN/2/nsubj beat/beat/VERB/0/root Bublik/_/PROPN/2/obj 7/_/NUM/3/flat "
                         "~-/-/SYM/6/case ~5/_/NUM/4/nmod")
                         .name("Ada", NameType::Person)
                         .name("Bublik 7-5", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Ada", "Bublik"));
}

TEST(Names, AnOrganizationBeginsWithItsFirstCapital) {
  const Document d = TextOf(
                         "Here/_/ADV/6/advmod the/_/DET/5/det Rapid/_/ADJ/4/amod Suffrage/_/PROPN/5/compound "
                         "League/_/PROPN/6/nsubj met/meet/VERB/0/root the/_/DET/11/det General/_/ADJ/11/amod "
                         "Land/_/PROPN/11/compound Survey/_/PROPN/11/compound Administration/_/PROPN/6/obj")
                         .name("Suffrage League", NameType::Organization)
                         .name("General Land Survey Administration", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named),
              ElementsAre("Rapid Suffrage League", "General Land Survey Administration"));
}

TEST(Names, WhatBeginsATitleIsNoPartOfTheNameBeforeIt) {
  const Document d = TextOf(
                         "Ostia/_/PROPN/2/compound Defense/_/PROPN/3/compound Secretary/_/PROPN/4/nmod:desc "
                         "Ada/_/PROPN/5/nsubj spoke/speak/VERB/0/root")
                         .name("Ostia Defense", NameType::Organization)
                         .name("Ada", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Ostia", "Ada"));
}

TEST(Names, AnAdjectiveMakesAnotherPartyOfAKnownOne) {
  const Document d = TextOf(
                         "Ada/_/PROPN/2/nsubj leads/lead/VERB/0/root the/_/DET/6/det Social/_/ADJ/6/amod "
                         "Democratic/_/ADJ/6/amod Party/_/PROPN/2/obj")
                         .name("Ada", NameType::Person)
                         .name("Democratic Party", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Ada", "Social Democratic Party"));
}

TEST(Names, ThePostByItsLettersIsNobody) {
  const Document d = TextOf(
                         "Ada/_/PROPN/2/nsubj met/meet/VERB/0/root the/_/DET/5/det Inspector/_/PROPN/5/compound "
                         "General/_/PROPN/2/obj ~(/(/PUNCT/7/punct ~IG/_/PROPN/5/appos ~)/)/PUNCT/7/punct")
                         .name("Ada", NameType::Person)
                         .name("IG", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Ada"));
}

TEST(Names, TheEndOfATitleBeginsNoName) {
  const Document d = TextOf(
                         "Secretary/_/PROPN/7/nsubj of/_/ADP/3/case State/_/PROPN/1/nmod Jo/_/PROPN/1/flat "
                         "Ann/_/PROPN/4/flat Doe/_/PROPN/4/flat spoke/speak/VERB/0/root")
                         .name("State Jo Ann Doe", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Jo Ann Doe"));
}

TEST(Names, HeadlineWordsAreNoNamesUnlessTheTextHasThem) {
  TextOf text(
      "Key/_/PROPN/2/compound Takeaways/_/PROPN/0/root From/_/ADP/4/case Zelt/_/PROPN/2/nmod\n"
      "Yesterday/_/NOUN/3/obl Zelt/_/PROPN/3/nsubj grew/grow/VERB/0/root");
  text.title_case(0).name("Key Takeaways", NameType::Miscellaneous).name("Zelt", NameType::Organization);
  EXPECT_THAT(mentions_of(text.linked(), MentionKind::Named), ElementsAre("Zelt", "Zelt"));
}

TEST(Names, APersonOfAnOrganizationIsTwoNames) {
  const Document d = TextOf(
                         "Emil/_/PROPN/5/nsubj Berg/_/PROPN/1/flat of/_/ADP/4/case Nvidia/_/PROPN/1/nmod "
                         "met/meet/VERB/0/root Catherine/_/PROPN/5/obj of/_/ADP/8/case Aragon/_/PROPN/6/nmod")
                         .name("Emil Berg of Nvidia", NameType::Person)
                         .name("Catherine of Aragon", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Emil Berg", "Nvidia", "Catherine of Aragon"));
}

TEST(Names, HyphensAndParenthesesInNames) {
  const Document d = TextOf(
                         "Washington/_/PROPN/4/compound ~-/-/PUNCT/3/punct ~Dominion/_/PROPN/4/compound "
                         "Bank/_/PROPN/8/nsubj (/(/PUNCT/6/punct ~DB/_/PROPN/4/appos ~)/)/PUNCT/6/punct "
                         "grew/grow/VERB/0/root")
                         .name("Washington", NameType::Location)
                         .name("Dominion Bank (DB", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Washington-Dominion Bank", "DB"));
}

TEST(Names, WordsBeforeANameThatBelongToItAndThatDoNot) {
  const Document d = TextOf(
                         "The/_/DET/3/det Solar/_/ADJ/3/amod Impulse/_/PROPN/4/nsubj landed/land/VERB/0/root\n"
                         "Then/_/ADV/8/advmod the/_/DET/5/det Deputy/_/PROPN/5/compound Defense/_/PROPN/5/compound "
                         "Minister/_/PROPN/6/nmod:desc Efraim/_/PROPN/8/nsubj Sneh/_/PROPN/6/flat "
                         "spoke/speak/VERB/0/root")
                         .name("Impulse", NameType::Product)
                         .name("Efraim Sneh", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Solar Impulse", "Efraim Sneh"));
}

TEST(Names, AKnownNameThatTheRecognizerCutsInTwo) {
  const Document d = TextOf(
                         "It/_/PRON/2/nsubj sued/sue/VERB/0/root Utopian/_/VERB/5/amod Trade/_/NOUN/5/compound "
                         "Commission/_/NOUN/2/obj and/_/CCONJ/7/cc Nvidia/_/PROPN/5/conj")
                         .name("Commission and Nvidia", NameType::Miscellaneous)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Utopian Trade Commission", "Nvidia"));
}

TEST(Names, SyllablesAfterAHyphen) {
  const Document d = TextOf(
                         "Moon/_/PROPN/5/nsubj Jae/_/PROPN/1/flat ~-/-/PUNCT/4/punct ~in/_/ADP/1/case "
                         "met/meet/VERB/0/root Ada/_/PROPN/10/compound Lind/_/PROPN/6/flat ~-/-/PUNCT/9/punct "
                         "~led/lead/VERB/10/amod delegates/_/NOUN/5/obj")
                         .name("Moon Jae", NameType::Person)
                         .name("Ada Lind", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Moon Jae-in", "Ada Lind"));
}

}  // namespace
}  // namespace triplewright::link
