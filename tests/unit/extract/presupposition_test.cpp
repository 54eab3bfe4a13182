// What is so, or was, whatever the clause around it hopes, plans or denies.
#include <gtest/gtest.h>

#include "stance_of.h"

namespace triplewright::extract::test {
namespace {

TEST(Presupposition, RelativeClausesAndAppositionsArePresupposed) {
  // "Norvik, which supplies chips, did not grow"
  EXPECT_EQ(stance("Norvik/_/PROPN/8/nsubj ,/_/PUNCT/4/punct which/_/PRON/4/nsubj supplies/supply/VERB/1/acl:relcl/VBZ "
                   "chips/chip/NOUN/4/obj did/do/AUX/8/aux/VBD not/_/PART/8/advmod/RB grow/_/VERB/0/root/VB",
                   "supplies"),
            "Asserted");
  // "firms that sell chips will pay": whoever does, but "the firms that sell chips" do
  const std::string firms =
      "firms/firm/NOUN/7/nsubj/NNS that/_/PRON/4/nsubj sell/sell/VERB/2/acl:relcl/VBP chips/chip/NOUN/4/obj "
      "will/_/AUX/7/aux/MD pay/pay/VERB/0/root/VB";
  EXPECT_EQ(stance("Chinese/_/ADJ/2/amod " + firms, "sell"), "Possible");
  EXPECT_EQ(stance("The/_/DET/2/det " + firms, "sell"), "Asserted");
  // "Norvik, a supplier of chips, may grow"
  EXPECT_EQ(stance("Norvik/_/PROPN/8/nsubj ,/_/PUNCT/4/punct a/_/DET/4/det supplier/_/NOUN/1/appos of/_/ADP/6/case "
                   "chips/chip/NOUN/4/nmod may/_/AUX/8/aux/MD grow/_/VERB/0/root/VB",
                   "supplier"),
            "Asserted");
}

TEST(Presupposition, TitlesInHedgedClausesAreAsserted) {
  // "Norvik chief Ada urged Ostia to permit exports"
  const std::string words =
      "Norvik/_/PROPN/2/compound chief/_/NOUN/3/compound Ada/_/PROPN/4/nsubj urged/urge/VERB/0/root/VBD "
      "Ostia/_/PROPN/4/obj "
      "to/_/PART/7/mark permit/_/VERB/4/xcomp/VB exports/export/NOUN/7/obj";
  EXPECT_EQ(stance(words, "chief"), "Asserted");
  EXPECT_EQ(stance(words, "urged"), "Asserted");
  EXPECT_NE(stance(words, "permit"), "Asserted");
}

TEST(Presupposition, FormerPostsHaveEnded) {
  const auto ended = [](const SentenceOf& sentence, std::string_view form) {
    const Document& document = sentence.document();
    const StanceAnalysis analysis(document, ontology());
    for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
      if (document.form(t) != form) continue;
      const std::int32_t word = analysis.at(t).ended;
      return word < 0 ? std::string("no") : std::string(document.form(static_cast<std::uint32_t>(word)));
    }
    return std::string("no such token");
  };
  EXPECT_EQ(ended(SentenceOf("former/_/ADJ/2/amod chairman/_/NOUN/0/root"), "chairman"), "former");
  EXPECT_EQ(
      ended(SentenceOf("former/_/ADJ/2/amod chairman/_/NOUN/0/root and/_/CCONJ/4/cc chief/_/NOUN/2/conj"), "chief"),
      "former");
  EXPECT_EQ(ended(SentenceOf("new/_/ADJ/2/amod chairman/_/NOUN/0/root"), "chairman"), "no");
  EXPECT_EQ(ended(SentenceOf("Ada/_/PROPN/3/nsubj then/_/ADV/3/advmod sold/sell/VERB/0/root/VBD"), "sold"), "no");
}

TEST(Presupposition, WhatOneWantsToCondemnIsThere) {
  const auto ban = [](const std::string& verb) {
    return stance("Norvik/_/PROPN/2/nsubj plans/plan/VERB/0/root/VBZ to/_/PART/4/mark " + verb +
                      "/_/VERB/2/xcomp/VB a/_/DET/6/det ban/_/NOUN/4/obj",
                  "ban");
  };
  EXPECT_EQ(ban("condemn"), "Asserted");
  EXPECT_EQ(ban("lift"), "Asserted");
  EXPECT_EQ(ban("impose"), "Planned");
}

TEST(Presupposition, APostIsHeldWhenItIsGiven) {
  const auto president = [](const std::string& form, const std::string& lemma, const std::string& before) {
    return stance(
        before + form + "/" + lemma + "/VERB/0/root/VBD Ada/_/PROPN/3/obj as/_/ADP/6/case president/_/NOUN/3/obl",
        "president");
  };
  EXPECT_EQ(president("elected", "elect", "The/_/DET/2/det board/_/NOUN/3/nsubj "), "Asserted");
  EXPECT_EQ(president("nominated", "nominate", "The/_/DET/2/det board/_/NOUN/3/nsubj "), "Planned");
  EXPECT_EQ(stance("The/_/DET/2/det board/_/NOUN/3/nsubj meets/meet/VERB/0/root/VBZ to/_/PART/5/mark "
                   "elect/_/VERB/3/advcl/VB Ada/_/PROPN/5/obj as/_/ADP/8/case president/_/NOUN/5/obl",
                   "president"),
            "Planned");
  EXPECT_EQ(stance("Ada/_/PROPN/2/nsubj plans/plan/VERB/0/root/VBZ to/_/PART/4/mark resign/_/VERB/2/xcomp/VB "
                   "as/_/ADP/6/case president/_/NOUN/4/obl",
                   "president"),
            "Asserted");
}

TEST(Presupposition, ATitleIsBorneWhateverIsExpected) {
  EXPECT_EQ(stance("Ada/_/PROPN/7/nsubj:pass and/_/CCONJ/3/cc leader/_/NOUN/1/conj Eve/_/PROPN/3/appos "
                   "have/_/AUX/7/aux/VBP been/be/AUX/7/aux:pass/VBN expected/expect/VERB/0/root/VBN to/_/PART/9/mark "
                   "sign/_/VERB/7/xcomp/VB",
                   "leader"),
            "Asserted");
}

TEST(Presupposition, WhoBeatsAnotherToWinHasWon) {
  const auto win = [](const std::string& form, const std::string& lemma) {
    return stance("Ada/_/PROPN/2/nsubj " + form + "/" + lemma +
                      "/VERB/0/root/VBZ Eve/_/PROPN/2/obj to/_/PART/5/mark win/_/VERB/2/advcl/VB",
                  "win");
  };
  EXPECT_EQ(win("beats", "beat"), "Asserted");
  EXPECT_EQ(win("trains", "train"), "Planned");
}

TEST(Presupposition, WhenSomethingHappenedIsNoPlan) {
  const auto when = [](const std::string& tail) {
    return stance(
        "Ada/_/PROPN/2/nsubj decided/decide/VERB/0/root/VBD to/_/PART/4/mark leave/_/VERB/2/xcomp/VB "
        "when/_/ADV/7/advmod she/_/PRON/7/nsubj " +
            tail,
        "sold");
  };
  EXPECT_EQ(when("sold/sell/VERB/4/advcl/VBD"), "Asserted");
}

TEST(Presupposition, WhoIsHappyToDoItDoesIt) {
  EXPECT_EQ(stance("Norvik/_/PROPN/3/nsubj is/be/AUX/3/cop/VBZ happy/_/ADJ/0/root to/_/PART/5/mark "
                   "announce/_/VERB/3/xcomp/VB Brenta/_/PROPN/5/obj",
                   "announce"),
            "Asserted");
}

TEST(Presupposition, WhereSomethingHappenedIsNoPlan) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/2/nsubj plans/plan/VERB/0/root/VBZ to/_/PART/4/mark move/_/VERB/2/xcomp/VB "
                 "to/_/ADP/6/case Ostia/_/PROPN/4/obl ,/_/PUNCT/10/punct where/_/ADV/10/advmod it/_/PRON/10/nsubj "
                 "acquired/acquire/VERB/4/advcl/VBD Brenta/_/PROPN/10/obj")
          .name("Norvik", "Company")
          .name("Ostia", "City")
          .name("Brenta", "Company")
          .also("it", "Norvik")
          .claims(),
      ::testing::Contains("Norvik acquires Brenta"));
}

}  // namespace
}  // namespace triplewright::extract::test
