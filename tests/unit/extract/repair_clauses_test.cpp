// Clauses on the wrong word, and subjects that cannot be two.
#include <gmock/gmock.h>

#include "extract/repair_pass.h"
#include "sentence.h"
#include "stance_of.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(RepairClauses, ATitleAndItsNameAreOneSubject) {
  const auto claims = SentenceOf(
                          "linesman/_/NOUN/4/nsubj/NN Ada/_/PROPN/4/nsubj Quist/_/PROPN/2/flat "
                          "founded/found/VERB/0/root/VBD Norvik/_/PROPN/4/obj")
                          .name("Ada Quist", "Person")
                          .name("Norvik", "Company")
                          .thing("linesman", "Person")
                          .claims();
  EXPECT_THAT(claims, Contains("Ada Quist founderOf Norvik"));
  EXPECT_THAT(claims, Not(Contains("linesman founderOf Norvik")));
}

TEST(RepairClauses, AMinisterStandsBeforeHerNameWhateverHerMinistry) {
  const auto claims = SentenceOf(
                          "Minister/_/PROPN/6/nsubj/NNP of/_/ADP/3/case Health/_/PROPN/1/nmod/NNP Ada/_/PROPN/6/nsubj "
                          "Quist/_/PROPN/4/flat visited/visit/VERB/0/root/VBD Ostia/_/PROPN/6/obj")
                          .name("Ada Quist", "Person")
                          .name("Ostia", "City")
                          .claims();
  EXPECT_THAT(claims, Contains("Ada Quist visits Ostia"));
}

TEST(RepairClauses, AClauseBetweenCommasIsNotTheSentence) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/6/nsubj ~,/_/PUNCT/6/punct in/_/ADP/4/case which/_/PRON/6/obl/WDT "
                          "Brenta/_/PROPN/6/nsubj owns/own/VERB/0/root/VBZ Tarim/_/PROPN/6/obj ~,/_/PUNCT/9/punct "
                          "acquired/acquire/VERB/6/conj/VBD Zelt/_/PROPN/9/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .name("Tarim", "Company")
                          .name("Zelt", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains("Norvik acquires Zelt"));
  EXPECT_THAT(claims, Not(Contains("Brenta acquires Zelt")));
}

TEST(RepairClauses, WhatStandsBeforeAReportDoesNotSpeak) {
  const auto claims =
      SentenceOf(
          "Norvik/_/PROPN/3/nsubj ~,/_/PUNCT/3/punct said/say/VERB/0/root/VBD analyst/_/NOUN/8/nsubj/NN "
          "Ada/_/PROPN/4/appos Quist/_/PROPN/5/flat ~,/_/PUNCT/8/punct acquired/acquire/VERB/3/ccomp/VBD "
          "Zelt/_/PROPN/8/obj")
          .name("Norvik", "Company")
          .name("Ada Quist", "Person")
          .name("Zelt", "Company")
          .thing("analyst", "Person")
          .claims();
  EXPECT_THAT(claims, Contains("Norvik acquires Zelt Reported"));
}

TEST(RepairClauses, AnAppositiveBeforeAReportKeepsItsSpeaker) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/6/nsubj ~,/_/PUNCT/4/punct a/_/DET/4/det maker/_/NOUN/1/appos/NN "
                          "~,/_/PUNCT/4/punct says/say/VERB/0/root/VBZ Brenta/_/PROPN/9/nsubj ~,/_/PUNCT/9/punct "
                          "acquired/acquire/VERB/6/ccomp/VBD Zelt/_/PROPN/9/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .name("Zelt", "Company")
                          .thing("maker", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains("Brenta acquires Zelt Reported"));
}

TEST(RepairClauses, WhoToldAnalystsIsNoAnalyst) {
  SentenceOf words(
      "Ada/_/PROPN/3/nsubj Quist/_/PROPN/1/flat told/tell/VERB/4/amod/VBN analysts/analyst/NOUN/0/root/NNS "
      "~,/_/PUNCT/6/punct adding/add/VERB/4/acl/VBG that/_/SCONJ/9/mark Norvik/_/PROPN/9/nsubj "
      "acquired/acquire/VERB/6/ccomp/VBD Zelt/_/PROPN/9/obj");
  words.name("Ada Quist", "Person").name("Norvik", "Company").name("Zelt", "Company");
  Document document = words.document();
  repair_reports(document, ontology());
  EXPECT_EQ(stance(document, "acquired"), "Reported by Ada Quist");
}

TEST(RepairClauses, WhichIsTheNameBeforeIt) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/2/nsubj sold/sell/VERB/0/root/VBD tools/tool/NOUN/2/obj/NNS "
                          "for/_/ADP/5/case Brenta/_/PROPN/3/nmod ~,/_/PUNCT/8/punct which/_/PRON/8/nsubj/WDT "
                          "acquired/acquire/VERB/3/acl:relcl/VBD Zelt/_/PROPN/8/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .name("Zelt", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains("Brenta acquires Zelt"));
}

TEST(RepairClauses, InAPlaceASupplierIsNotThePlace) {
  const auto claims = SentenceOf(
                          "In/_/ADP/2/case Ostia/_/PROPN/6/obl ~,/_/PUNCT/6/punct supplier/_/NOUN/6/nsubj/NN "
                          "Norvik/_/PROPN/4/appos acquired/acquire/VERB/0/root/VBD Zelt/_/PROPN/6/obj")
                          .place("Ostia", "City")
                          .name("Norvik", "Company")
                          .name("Zelt", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains("Norvik acquires Zelt"));
  EXPECT_THAT(claims, Not(Contains("Ostia acquires Zelt")));
}

TEST(RepairClauses, ThePairAreThoseNamedTogether) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/4/nsubj and/_/CCONJ/3/cc Brenta/_/PROPN/1/conj grew/grow/VERB/0/root/VBD "
                          "while/_/SCONJ/8/mark the/_/DET/7/det pair/pair/NOUN/8/nsubj/NN "
                          "acquired/acquire/VERB/4/advcl/VBD Zelt/_/PROPN/8/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .name("Zelt", "Company")
                          .claims();
  EXPECT_THAT(claims, ::testing::IsSupersetOf({"Norvik acquires Zelt", "Brenta acquires Zelt"}));
}

TEST(RepairClauses, OneAdjectiveInSeveralTokensSellsNothing) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/2/nsubj makes/make/VERB/0/root/VBZ its/_/PRON/7/nmod:poss/PRP$ "
                          "best/well/ADV/6/advmod ~-/-/PUNCT/6/punct ~selling/sell/VERB/7/amod/VBG "
                          "Zelt/_/PROPN/2/obj")
                          .name("Norvik", "Company")
                          .name("Zelt", "Product")
                          .claims();
  EXPECT_THAT(claims, Not(Contains("Norvik sells Zelt")));
}

}  // namespace
}  // namespace triplewright::extract::test
