// How a predicate is presented and by whom, on trees made by hand with the lexicon that ships.
#include <gtest/gtest.h>

#include "stance_of.h"

namespace triplewright::extract::test {
namespace {

TEST(Stance, PlainClauseIsAsserted) {
  EXPECT_EQ(stance("Norvik/_/PROPN/2/nsubj supplies/supply/VERB/0/root/VBZ chips/chip/NOUN/2/obj", "supplies"),
            "Asserted");
}

TEST(Stance, Negation) {
  EXPECT_EQ(
      stance("Norvik/_/PROPN/4/nsubj did/do/AUX/4/aux/VBD not/_/PART/4/advmod/RB supply/_/VERB/0/root/VB", "supply"),
      "Denied");
  EXPECT_EQ(stance("Norvik/_/PROPN/3/nsubj never/_/ADV/3/advmod/RB supplied/supply/VERB/0/root/VBD", "supplied"),
            "Denied");
  EXPECT_EQ(stance("No/_/DET/2/det company/_/NOUN/3/nsubj supplies/supply/VERB/0/root/VBZ", "supplies"), "Denied");
  EXPECT_EQ(stance("Nobody/_/PRON/2/nsubj supplies/supply/VERB/0/root/VBZ", "supplies"), "Denied");
  EXPECT_EQ(
      stance("Norvik/_/PROPN/5/nsubj is/be/AUX/5/cop/VBZ not/_/PART/5/advmod/RB a/_/DET/5/det supplier/_/NOUN/0/root",
             "supplier"),
      "Denied");
}

TEST(Stance, NotOnlyIsNoNegation) {
  EXPECT_EQ(
      stance("Norvik/_/PROPN/4/nsubj not/_/PART/4/advmod/RB only/_/ADV/2/fixed/RB supplies/supply/VERB/0/root/VBZ",
             "supplies"),
      "Asserted");
}

TEST(Stance, Modals) {
  const auto modal = [](const std::string& word) {
    return stance("Norvik/_/PROPN/3/nsubj " + word + "/_/AUX/3/aux/MD supply/_/VERB/0/root/VB", "supply");
  };
  EXPECT_EQ(modal("may"), "Possible");
  EXPECT_EQ(modal("could"), "Possible");
  EXPECT_EQ(modal("would"), "Possible");
  EXPECT_EQ(modal("will"), "Planned");
}

TEST(Stance, OperatorVerbsOverInfinitives) {
  const auto with = [](const std::string& form, const std::string& lemma) {
    return stance(
        "Norvik/_/PROPN/2/nsubj " + form + "/" + lemma + "/VERB/0/root/VBD to/_/PART/4/mark supply/_/VERB/2/xcomp/VB",
        "supply");
  };
  EXPECT_EQ(with("planned", "plan"), "Planned");
  EXPECT_EQ(with("failed", "fail"), "Denied");
  EXPECT_EQ(with("refused", "refuse"), "Denied");
  EXPECT_EQ(with("managed", "manage"), "Asserted");
  EXPECT_EQ(with("began", "begin"), "Asserted");
  EXPECT_EQ(with("continued", "continue"), "Asserted");
  EXPECT_NE(with("yodelled", "yodel"), "Asserted") << "an infinitive that nothing asserts";
}

TEST(Stance, OperatorsCompose) {
  EXPECT_EQ(
      stance(
          "Norvik/_/PROPN/4/nsubj does/do/AUX/4/aux/VBZ not/_/PART/4/advmod/RB plan/_/VERB/0/root/VB to/_/PART/6/mark "
          "supply/_/VERB/4/xcomp/VB",
          "supply"),
      "Denied");
  EXPECT_EQ(
      stance(
          "Norvik/_/PROPN/3/nsubj may/_/AUX/3/aux/MD plan/_/VERB/0/root/VB to/_/PART/5/mark supply/_/VERB/3/xcomp/VB",
          "supply"),
      "Possible");
  EXPECT_EQ(
      stance(
          "Norvik/_/PROPN/4/nsubj did/do/AUX/4/aux/VBD not/_/PART/4/advmod/RB refuse/_/VERB/0/root/VB to/_/PART/6/mark "
          "supply/_/VERB/4/xcomp/VB",
          "supply"),
      "Possible");
}

TEST(Stance, RaisingAndPredicateAdjectives) {
  EXPECT_EQ(stance("Norvik/_/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass expected/expect/VERB/0/root/VBN to/_/PART/5/mark "
                   "supply/_/VERB/3/xcomp/VB",
                   "supply"),
            "Predicted");
  EXPECT_EQ(
      stance("Norvik/_/PROPN/3/nsubj is/be/AUX/3/cop likely/_/ADJ/0/root to/_/PART/5/mark supply/_/VERB/3/xcomp/VB",
             "supply"),
      "Predicted");
  EXPECT_EQ(
      stance("Norvik/_/PROPN/3/nsubj is/be/AUX/3/cop unlikely/_/ADJ/0/root to/_/PART/5/mark supply/_/VERB/3/xcomp/VB",
             "supply"),
      "Denied");
}

TEST(Stance, Adverbs) {
  const auto with = [](const std::string& adverb) {
    return stance("Norvik/_/PROPN/3/nsubj " + adverb + "/_/ADV/3/advmod/RB supplied/supply/VERB/0/root/VBD",
                  "supplied");
  };
  EXPECT_EQ(with("reportedly"), "Reported");
  EXPECT_EQ(with("allegedly"), "Reported");
  EXPECT_EQ(with("possibly"), "Possible");
  EXPECT_EQ(with("recently"), "Asserted");
}

TEST(Stance, Conditions) {
  const std::string words =
      "If/_/SCONJ/3/mark Ostia/_/PROPN/3/nsubj agrees/agree/VERB/6/advcl/VBZ ,/_/PUNCT/3/punct Norvik/_/PROPN/6/nsubj "
      "buys/buy/VERB/0/root/VBZ Brenta/_/PROPN/6/obj";
  EXPECT_EQ(stance(words, "agrees"), "Possible");
  EXPECT_EQ(stance(words, "buys"), "Possible");
}

TEST(Stance, QuestionsAndPurposes) {
  EXPECT_EQ(
      stance("Does/do/AUX/3/aux Norvik/_/PROPN/3/nsubj supply/_/VERB/0/root/VB Ostia/_/PROPN/3/obj ?/_/PUNCT/3/punct",
             "supply"),
      "Possible");
  EXPECT_EQ(stance("Ostia/_/PROPN/2/nsubj acted/act/VERB/0/root/VBD to/_/PART/4/mark curb/_/VERB/2/advcl/VB "
                   "Norvik/_/PROPN/4/obj",
                   "curb"),
            "Planned");
}

TEST(Stance, HeadlineInfinitiveIsPlanned) {
  EXPECT_EQ(stance("Norvik/_/PROPN/3/nsubj to/_/PART/3/mark buy/_/VERB/0/root/VB Brenta/_/PROPN/3/obj", "buy"),
            "Planned");
}

TEST(Stance, NominalizationsTakeTheirGovernor) {
  EXPECT_EQ(stance("Ostia/_/PROPN/2/nsubj considered/consider/VERB/0/root/VBD a/_/DET/4/det ban/_/NOUN/2/obj", "ban"),
            "Possible");
  EXPECT_EQ(
      stance(
          "Norvik/_/PROPN/3/nsubj may/_/AUX/3/aux/MD announce/_/VERB/0/root/VB an/_/DET/5/det acquisition/_/NOUN/3/obj",
          "acquisition")
          .substr(0, 8),
      "Possible");
  EXPECT_EQ(stance("the/_/DET/3/det alleged/_/ADJ/3/amod sale/_/NOUN/0/root", "sale"), "Reported");
}

TEST(Stance, PlansNoPlans) {
  EXPECT_EQ(stance("Norvik/_/PROPN/2/nsubj announced/announce/VERB/0/root/VBD plans/plan/NOUN/2/obj to/_/PART/5/mark "
                   "supply/_/VERB/3/acl/VB",
                   "supply"),
            "Planned by words: Norvik");
  EXPECT_EQ(stance("Norvik/_/PROPN/2/nsubj has/have/VERB/0/root/VBZ no/_/DET/4/det plans/plan/NOUN/2/obj "
                   "to/_/PART/6/mark supply/_/VERB/4/acl/VB",
                   "supply"),
            "Denied");
  EXPECT_EQ(stance("Norvik/_/PROPN/0/root the/_/DET/4/det first/_/ADJ/4/amod company/_/NOUN/1/appos to/_/PART/6/mark "
                   "supply/_/VERB/4/acl/VB",
                   "supply"),
            "Asserted");
}

TEST(Stance, Conjuncts) {
  EXPECT_EQ(
      stance(
          "Norvik/_/PROPN/3/nsubj may/_/AUX/3/aux/MD design/_/VERB/0/root/VB and/_/CCONJ/5/cc supply/_/VERB/3/conj/VB",
          "supply"),
      "Possible");
  EXPECT_EQ(
      stance(
          "Norvik/_/PROPN/4/nsubj did/do/AUX/4/aux/VBD not/_/PART/4/advmod/RB design/_/VERB/0/root/VB but/_/CCONJ/6/cc "
          "supplied/supply/VERB/4/conj/VBD",
          "supplied"),
      "Asserted");
}

TEST(Stance, WithoutIsDenied) {
  EXPECT_EQ(
      stance(
          "Norvik/_/PROPN/2/nsubj grew/grow/VERB/0/root/VBD without/_/SCONJ/4/mark supplying/supply/VERB/2/advcl/VBG",
          "supplying"),
      "Denied");
}

TEST(Stance, AdverbsOfSeveralWords) {
  EXPECT_EQ(
      stance("Norvik/_/PROPN/4/nsubj no/_/ADV/3/advmod/RB longer/long/ADV/4/advmod/RBR supplies/supply/VERB/0/root/VBZ",
             "supplies"),
      "Denied");
  // one negation, though "not yet" and "not once" begin with the same word
  EXPECT_EQ(stance("Norvik/_/PROPN/5/nsubj is/be/AUX/5/cop/VBZ not/_/PART/5/advmod/RB really/_/ADV/5/advmod/RB "
                   "supplier/_/NOUN/0/root",
                   "supplier"),
            "Denied");
}

TEST(Stance, GerundsAsComplements) {
  // taken for an adverbial clause by the parse
  EXPECT_EQ(
      stance("Norvik/_/PROPN/3/nsubj has/have/AUX/3/aux/VBZ ruled/rule/VERB/0/root/VBN out/_/ADP/3/compound:prt/RP "
             "buying/buy/VERB/3/advcl/VBG Brenta/_/PROPN/5/obj",
             "buying"),
      "Denied");
  // a governor that the lexicon does not have
  EXPECT_EQ(stance("Norvik/_/PROPN/3/nsubj was/be/AUX/3/cop close/_/ADJ/0/root to/_/SCONJ/5/mark "
                   "buying/buy/VERB/3/advcl/VBG Brenta/_/PROPN/5/obj",
                   "buying"),
            "Possible");
  EXPECT_EQ(stance("Norvik/_/PROPN/2/nsubj grew/grow/VERB/0/root/VBD by/_/SCONJ/4/mark buying/buy/VERB/2/advcl/VBG "
                   "Brenta/_/PROPN/4/obj",
                   "buying"),
            "Asserted");
  EXPECT_EQ(stance("Norvik/_/PROPN/2/nsubj grew/grow/VERB/0/root/VBD ,/_/PUNCT/4/punct buying/buy/VERB/2/advcl/VBG "
                   "Brenta/_/PROPN/4/obj",
                   "buying"),
            "Asserted");
}

TEST(Stance, InvertedCondition) {
  EXPECT_EQ(
      stance("Had/have/AUX/3/aux/VBD Norvik/_/PROPN/3/nsubj bought/buy/VERB/0/root/VBN Brenta/_/PROPN/3/obj", "bought"),
      "Possible");
}

TEST(Stance, AFutureUnderAPredictionIsPredicted) {
  const auto will = [](const std::string& verb, const std::string& aux) {
    return stance("Analysts/analyst/NOUN/2/nsubj/NNS " + verb + "/VERB/0/root/VBP Norvik/_/PROPN/5/nsubj " + aux +
                      "/_/AUX/5/aux/MD supply/_/VERB/2/ccomp/VB",
                  "supply");
  };
  EXPECT_EQ(will("predict/predict", "will"), "Predicted by words: Analysts");
  EXPECT_EQ(will("forecast/forecast", "would"), "Predicted by words: Analysts");
  EXPECT_EQ(will("say/say", "will"), "Planned by words: Analysts");
  EXPECT_EQ(will("say/say", "would"), "Planned by words: Analysts");
  EXPECT_EQ(will("say/say", "may"), "Possible by words: Analysts");
}

TEST(Stance, WouldHaveIsNoPlan) {
  EXPECT_EQ(
      stance("Analysts/analyst/NOUN/2/nsubj/NNS say/_/VERB/0/root/VBP Norvik/_/PROPN/6/nsubj would/_/AUX/6/aux/MD "
             "have/_/AUX/6/aux/VB supplied/supply/VERB/2/ccomp/VBN",
             "supplied"),
      "Possible by words: Analysts");
}

TEST(Stance, WhNoQuestionOfWhether) {
  EXPECT_EQ(stance("Why/_/ADV/4/advmod/WRB is/be/AUX/4/aux/VBZ Norvik/_/PROPN/4/nsubj selling/sell/VERB/0/root/VBG "
                   "?/_/PUNCT/4/punct",
                   "selling"),
            "Asserted");
  EXPECT_EQ(
      stance("Is/be/AUX/3/aux/VBZ Norvik/_/PROPN/3/nsubj selling/sell/VERB/0/root/VBG ?/_/PUNCT/3/punct", "selling"),
      "Possible");
}

TEST(Stance, NeitherHoldsForBothVerbs) {
  EXPECT_EQ(stance("Neither/_/CCONJ/2/cc:preconj Norvik/_/PROPN/5/nsubj nor/_/CCONJ/4/cc Brenta/_/PROPN/2/conj "
                   "asked/ask/VERB/0/root/VBD or/_/CCONJ/7/cc paid/pay/VERB/5/conj/VBD",
                   "paid"),
            "Denied");
  EXPECT_EQ(stance("Neither/_/CCONJ/5/cc:preconj Norvik/_/PROPN/5/nsubj nor/_/CCONJ/4/cc Brenta/_/PROPN/2/conj "
                   "asked/ask/VERB/0/root/VBD or/_/CCONJ/7/cc paid/pay/VERB/5/conj/VBD",
                   "paid"),
            "Denied");
  EXPECT_EQ(stance("No/_/DET/2/det bank/_/NOUN/3/nsubj asked/ask/VERB/0/root/VBD or/_/CCONJ/5/cc "
                   "paid/pay/VERB/3/conj/VBD",
                   "paid"),
            "Denied");
}

TEST(Stance, AdjectivesJudgeTheirSubject) {
  EXPECT_EQ(stance("A/_/DET/2/det ban/_/NOUN/3/nsubj remains/remain/VERB/0/root/VBZ possible/_/ADJ/3/xcomp", "ban"),
            "Possible");
}

TEST(Stance, TalksAboutSellingAreNoSale) {
  EXPECT_EQ(stance("Norvik/_/PROPN/2/nsubj ended/end/VERB/0/root/VBD talks/talk/NOUN/2/obj about/_/SCONJ/5/mark "
                   "partnering/partner/VERB/3/acl/VBG",
                   "partnering"),
            "Possible");
}

TEST(Stance, WhatTheRelativeClauseSaysOfItsNoun) {
  EXPECT_EQ(stance("a/_/DET/2/det tariff/_/NOUN/0/root Norvik/_/PROPN/5/nsubj has/have/AUX/5/aux/VBZ "
                   "threatened/threaten/VERB/2/acl:relcl/VBN",
                   "tariff"),
            "Possible");
  EXPECT_EQ(stance("a/_/DET/2/det tariff/_/NOUN/0/root Norvik/_/PROPN/5/nsubj has/have/AUX/5/aux/VBZ "
                   "imposed/impose/VERB/2/acl:relcl/VBN",
                   "tariff"),
            "Asserted");
}

TEST(Stance, WhatOneWouldDoWheneverOneDidIsNoGuess) {
  EXPECT_EQ(
      stance("When/_/ADV/4/advmod he/_/PRON/4/nsubj would/_/AUX/4/aux/MD finish/_/VERB/8/advcl/VB ,/_/PUNCT/4/punct "
             "he/_/PRON/8/nsubj would/_/AUX/8/aux/MD sell/_/VERB/0/root/VB it/_/PRON/8/obj",
             "sell"),
      "Asserted");
}

TEST(Stance, NotYetIsNot) {
  EXPECT_EQ(stance("Norvik/_/PROPN/5/nsubj has/have/AUX/5/aux/VBZ not/_/PART/5/advmod/RB yet/_/ADV/5/advmod/RB "
                   "supplied/supply/VERB/0/root/VBN",
                   "supplied"),
            "Denied");
}

}  // namespace
}  // namespace triplewright::extract::test
