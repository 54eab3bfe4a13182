#include "text_of.h"

namespace triplewright::link {
namespace {

using namespace test;

TEST(Coreference, PronounsAgreeInGenderAndAnimacy) {
  const Document d =
      TextOf(
          "Mary/_/PROPN/3/nsubj Jones/_/PROPN/1/flat runs/run/VERB/0/root Huawei/_/PROPN/3/obj\n"
          "She/_/PRON/2/nsubj praised/praise/VERB/0/root its/_/PRON/4/nmod:poss/PRP$ chips/chip/NOUN/2/obj/NNS")
          .name("Mary Jones", NameType::Person)
          .resolved();
  EXPECT_EQ(name_of(d, "She"), "Mary Jones");
  EXPECT_EQ(name_of(d, "its"), "Huawei");
}

TEST(Coreference, AnArgumentIsNoAntecedentOfItsCoargument) {
  const Document d = TextOf("Huawei/_/PROPN/2/nsubj sued/sue/VERB/0/root it/_/PRON/2/obj").resolved();
  EXPECT_EQ(name_of(d, "it"), "-");
}

TEST(Coreference, ExpletivesReferToNothing) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj grew/grow/VERB/0/root\n"
                         "It/_/PRON/3/expl is/be/AUX/3/cop clear/_/ADJ/0/root that/_/SCONJ/6/mark "
                         "prices/price/NOUN/6/nsubj/NNS rose/rise/VERB/3/csubj")
                         .resolved();
  EXPECT_EQ(name_of(d, "It"), "-");
}

TEST(Coreference, RelativePronounsReferToTheirNoun) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/6/nsubj ~,/,/PUNCT/4/punct which/_/PRON/4/nsubj/WDT "
                         "grew/grow/VERB/1/acl:relcl ~,/,/PUNCT/4/punct won/win/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "which"), "Huawei");
}

TEST(Coreference, DefiniteNounsReferToWhatTheyDescribe) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj met/meet/VERB/0/root Mary/_/PROPN/2/obj Jones/_/PROPN/3/flat\n"
                         "The/_/DET/2/det company/_/NOUN/3/nsubj/NN left/leave/VERB/0/root")
                         .name("Mary Jones", NameType::Person)
                         .resolved();
  EXPECT_EQ(name_of(d, "company"), "Huawei");
}

TEST(Coreference, ANounWithAComplementIsNoRepetition) {
  const Document d =
      TextOf(
          "Huawei/_/PROPN/2/nsubj grew/grow/VERB/0/root\n"
          "The/_/DET/2/det company/_/NOUN/5/nsubj/NN behind/_/ADP/4/case Zelt/_/PROPN/2/nmod fell/fall/VERB/0/root")
          .name("Zelt", NameType::Product)
          .resolved();
  EXPECT_NE(name_of(d, "company"), "Huawei");
}

TEST(Coreference, DemonstrativesReferToPolicies) {
  const Document d =
      TextOf(
          "US/_/PROPN/3/compound export/_/NOUN/3/compound controls/control/NOUN/4/nsubj/NNS bite/_/VERB/0/root\n"
          "These/_/DET/2/det restrictions/restriction/NOUN/3/nsubj/NNS hurt/_/VERB/0/root Huawei/_/PROPN/3/obj")
          .resolved();
  EXPECT_EQ(name_of(d, "restrictions"), "US export controls");
}

TEST(Coreference, TheLastWordOfANameStandsForIt) {
  const Document d = TextOf(
                         "The/_/DET/4/det Utopian/_/PROPN/4/compound Trade/_/PROPN/4/compound "
                         "Commission/_/PROPN/5/nsubj met/meet/VERB/0/root\n"
                         "The/_/DET/2/det Commission/_/NOUN/3/nsubj/NN left/leave/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "Commission"), "Utopian Trade Commission");
}

TEST(Coreference, CountriesOfTheBaseTellWhichCompany) {
  const Document d = TextOf(
                         "Nvidia/_/PROPN/2/nsubj fears/fear/VERB/0/root Huawei/_/PROPN/2/obj\n"
                         "The/_/DET/3/det Chinese/_/ADJ/3/amod company/_/NOUN/4/nsubj/NN grew/grow/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "Chinese company"), "Huawei");
}

TEST(Coreference, TheVerbChoosesItsSubject) {
  const Document d = TextOf(
                         "The/_/DET/2/det chip/_/NOUN/3/nsubj/NN helped/help/VERB/0/root Huawei/_/PROPN/3/obj\n"
                         "It/_/PRON/2/nsubj sued/sue/VERB/0/root Nvidia/_/PROPN/2/obj")
                         .resolved();
  EXPECT_EQ(name_of(d, "It"), "Huawei");
}

TEST(Coreference, FormalObjectsReferToNothing) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj made/make/VERB/0/root it/_/PRON/2/obj hard/_/ADJ/2/xcomp "
                         "to/_/PART/6/mark compete/_/VERB/4/xcomp")
                         .resolved();
  EXPECT_EQ(name_of(d, "it"), "-");
}

TEST(Coreference, TwoEquallyGoodAntecedentsAreNone) {
  const Document d =
      TextOf(
          "Huawei/_/PROPN/5/nsubj and/_/CCONJ/3/cc Nvidia/_/PROPN/1/conj both/_/ADV/5/advmod grew/grow/VERB/0/root\n"
          "The/_/DET/2/det company/_/NOUN/3/nsubj/NN left/leave/VERB/0/root")
          .resolved();
  EXPECT_EQ(name_of(d, "company"), "-");
}

TEST(Coreference, ACustomerNamedInPassingIsNotTheCompany) {
  const Document d =
      TextOf(
          "Nvidia/_/PROPN/2/nsubj supplies/supply/VERB/0/root firms/firm/NOUN/2/obj/NNS such/_/ADJ/6/case "
          "as/_/ADP/4/fixed Huawei/_/PROPN/3/nmod\n"
          "The/_/DET/2/det company/_/NOUN/3/nsubj/NN dropped/drop/VERB/0/root a/_/DET/5/det plan/_/NOUN/3/obj/NN")
          .resolved();
  EXPECT_EQ(name_of(d, "company"), "Nvidia");
}

TEST(Coreference, WhomTheArticleIsAboutIsTheCompanyFarAway) {
  const Document d =
      TextOf(
          "Nvidia/_/PROPN/2/nsubj grew/grow/VERB/0/root\n"
          "Nvidia/_/PROPN/2/nsubj hires/hire/VERB/0/root\n"
          "Prices/price/NOUN/2/nsubj/NNS fell/fall/VERB/0/root\n"
          "Prices/price/NOUN/2/nsubj/NNS fell/fall/VERB/0/root in/_/ADP/4/case Nevada/_/PROPN/2/obl for/_/ADP/6/case "
          "Huawei/_/PROPN/2/obl\n"
          "The/_/DET/2/det company/_/NOUN/3/nsubj/NN expects/expect/VERB/0/root more/_/ADJ/3/obj")
          .resolved();
  EXPECT_EQ(name_of(d, "company"), "Nvidia");
}

TEST(Coreference, TheSubjectOfTheSentenceBeforeGoesBeforeWhomTheArticleIsAbout) {
  const Document d = TextOf(
                         "Nvidia/_/PROPN/2/nsubj grew/grow/VERB/0/root\n"
                         "Nvidia/_/PROPN/2/nsubj hires/hire/VERB/0/root\n"
                         "Prices/price/NOUN/2/nsubj/NNS fell/fall/VERB/0/root\n"
                         "Huawei/_/PROPN/2/nsubj disagrees/disagree/VERB/0/root\n"
                         "The/_/DET/2/det company/_/NOUN/3/nsubj/NN expects/expect/VERB/0/root more/_/ADJ/3/obj")
                         .resolved();
  EXPECT_EQ(name_of(d, "company"), "Huawei");
}

TEST(Coreference, ANounOfAnotherTradeIsNoCompanyOfThisOne) {
  const TextOf text(
      "Zelt/_/PROPN/3/compound Motors/_/PROPN/1/flat sued/sue/VERB/0/root Norvik/_/PROPN/3/obj "
      "Semiconductor/_/PROPN/4/flat\n"
      "The/_/DET/2/det chipmaker/_/NOUN/3/nsubj/NN left/leave/VERB/0/root");
  Document d = TextOf(text)
                   .name("Zelt Motors", NameType::Organization)
                   .name("Norvik Semiconductor", NameType::Organization)
                   .resolved();
  EXPECT_EQ(name_of(d, "chipmaker"), "Norvik Semiconductor");
  d = TextOf(
          "Zelt/_/PROPN/3/nsubj Motors/_/PROPN/1/flat grew/grow/VERB/0/root\n"
          "The/_/DET/2/det chipmaker/_/NOUN/3/nsubj/NN left/leave/VERB/0/root")
          .name("Zelt Motors", NameType::Organization)
          .resolved();
  EXPECT_EQ(name_of(d, "chipmaker"), "-");
}

TEST(Coreference, WhoeverExpectsSomethingOfTheCompanyIsNotTheCompany) {
  const Document d =
      TextOf(
          "Nvidia/_/PROPN/2/nsubj watches/watch/VERB/0/root Huawei/_/PROPN/2/obj\n"
          "It/_/PRON/2/nsubj expects/expect/VERB/0/root the/_/DET/4/det company/_/NOUN/2/obj/NN to/_/PART/6/mark "
          "grow/_/VERB/2/xcomp")
          .resolved();
  EXPECT_EQ(name_of(d, "It"), "Nvidia");
  EXPECT_EQ(name_of(d, "company"), "Huawei");
}

TEST(Coreference, TheyAreBothOfTwo) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/4/nsubj and/_/CCONJ/3/cc Nvidia/_/PROPN/1/conj grew/grow/VERB/0/root\n"
                         "They/_/PRON/2/nsubj hire/_/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "They"), "-");
}

TEST(Coreference, APossessiveIsTheSubjectsOfItsOwnClause) {
  const Document d =
      TextOf(
          "Nvidia/_/PROPN/2/nsubj grew/grow/VERB/0/root ~,/,/PUNCT/6/punct but/_/CCONJ/6/cc Huawei/_/PROPN/6/nsubj "
          "cut/_/VERB/2/conj its/_/PRON/8/nmod:poss/PRP$ forecast/_/NOUN/6/obj/NN")
          .resolved();
  EXPECT_EQ(name_of(d, "its"), "Huawei");
}

TEST(Coreference, WhoIsUrgedToDoSomethingIsItsSubject) {
  const Document d = TextOf(
                         "Nvidia/_/PROPN/2/nsubj urges/urge/VERB/0/root Huawei/_/PROPN/2/obj to/_/PART/5/mark "
                         "end/_/VERB/2/xcomp its/_/PRON/7/nmod:poss/PRP$ boycott/_/NOUN/5/obj/NN")
                         .resolved();
  EXPECT_EQ(name_of(d, "its"), "Huawei");
}

TEST(Coreference, ACountryIsThemOnlyInItsOwnWords) {
  Document d = TextOf(
                   "China/_/PROPN/2/nsubj extradites/extradite/VERB/0/root leaders/leader/NOUN/2/obj/NNS\n"
                   "They/_/PRON/2/nsubj grew/grow/VERB/0/root")
                   .resolved();
  EXPECT_NE(name_of(d, "They"), "China");
  d = TextOf(
          "The/_/DET/4/det Utopian/_/PROPN/4/compound Trade/_/PROPN/4/compound Commission/_/PROPN/5/nsubj "
          "says/say/VERB/0/root they/_/PRON/7/nsubj grew/grow/VERB/5/ccomp")
          .resolved();
  EXPECT_EQ(name_of(d, "they"), "Utopian Trade Commission");
}

TEST(Coreference, TheSubjectOfARelativeClauseIsSaidByTheWay) {
  const Document d =
      TextOf(
          "Nvidia/_/PROPN/2/nsubj runs/run/VERB/0/root a/_/DET/4/det plant/_/NOUN/2/obj/NN with/_/ADP/6/case "
          "Huawei/_/PROPN/4/nmod ~,/,/PUNCT/9/punct which/_/PRON/9/nsubj/WDT grew/grow/VERB/6/acl:relcl\n"
          "It/_/PRON/2/nsubj sold/sell/VERB/0/root chips/chip/NOUN/2/obj/NNS")
          .resolved();
  EXPECT_EQ(name_of(d, "It"), "Nvidia");
}

TEST(Coreference, OfTwoOfNoKnownTradeNeitherIsTheCarmaker) {
  const Document d = TextOf(
                         "Nvidia/_/PROPN/2/nsubj met/meet/VERB/0/root Huawei/_/PROPN/2/obj\n"
                         "The/_/DET/2/det carmaker/_/NOUN/3/nsubj/NN left/leave/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "carmaker"), "-");
}

TEST(Coreference, APartOfACompanyIsNotTheCompany) {
  const Document d = TextOf(
                         "Nvidia/_/PROPN/2/nsubj grew/grow/VERB/0/root\n"
                         "The/_/DET/2/det board/_/NOUN/3/nsubj/NN met/meet/VERB/0/root")
                         .resolved();
  EXPECT_NE(name_of(d, "board"), "Nvidia");
}

TEST(Coreference, TheOneBodyOfItsKindIsFoundAgainFarAway) {
  std::string text =
      "The/_/DET/4/det Utopian/_/PROPN/4/compound Trade/_/PROPN/4/compound Commission/_/PROPN/5/nsubj "
      "met/meet/VERB/0/root\n";
  for (int i = 0; i < 6; ++i) text += "Nvidia/_/PROPN/2/nsubj grew/grow/VERB/0/root\n";
  const Document d = TextOf(text + "The/_/DET/2/det agency/_/NOUN/3/nsubj/NN agreed/agree/VERB/0/root").resolved();
  EXPECT_EQ(name_of(d, "agency"), "Utopian Trade Commission");
}

TEST(Coreference, ABodyOfAStateIsNoGroup) {
  const Document d = TextOf(
                         "The/_/DET/4/det Utopian/_/PROPN/4/compound Trade/_/PROPN/4/compound "
                         "Commission/_/PROPN/5/nsubj met/meet/VERB/0/root\n"
                         "The/_/DET/2/det group/_/NOUN/3/nsubj/NN agreed/agree/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "group"), "-");
}

TEST(Coreference, ANameWithAnArticleIsNoMan) {
  const Document d = TextOf(
                         "The/_/DET/3/det Zelt/_/PROPN/3/compound Chronicle/_/PROPN/4/nsubj fell/fall/VERB/0/root\n"
                         "He/_/PRON/2/nsubj left/leave/VERB/0/root")
                         .name("Zelt Chronicle", NameType::Person)
                         .resolved();
  EXPECT_EQ(name_of(d, "He"), "-");
}

TEST(Coreference, AReflexiveBesideANameIsThatName) {
  const Document d = TextOf(
                         "Nvidia/_/PROPN/2/nsubj grew/grow/VERB/0/root\n"
                         "Huawei/_/PROPN/3/nsubj itself/_/PRON/1/nmod shrank/shrink/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "itself"), "Huawei");
}

TEST(Coreference, WhatComesAmidSomethingIsACourseOfEvents) {
  const Document d = TextOf(
                         "Nvidia/_/PROPN/2/nsubj hires/hire/VERB/0/root\n"
                         "It/_/PRON/2/nsubj comes/come/VERB/0/root amid/_/ADP/4/case growth/_/NOUN/2/obl/NN")
                         .resolved();
  EXPECT_EQ(name_of(d, "It"), "-");
}

TEST(Coreference, NoOtherBodyOfAStateIsTheGovernment) {
  const Document d = TextOf(
                         "The/_/DET/4/det Utopian/_/PROPN/4/compound Trade/_/PROPN/4/compound "
                         "Commission/_/PROPN/5/nsubj met/meet/VERB/0/root\n"
                         "The/_/DET/2/det government/_/NOUN/3/nsubj/NN agreed/agree/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "government"), "-");
}

TEST(Coreference, WhatOneMustDoIsToldToOne) {
  const auto resolved = [](const char* verb) {
    return TextOf(
               "Huawei/_/PROPN/2/nsubj told/tell/VERB/0/root Nvidia/_/PROPN/2/obj that/_/SCONJ/7/mark "
               "it/_/PRON/7/nsubj "
               "would/_/AUX/7/aux " +
               std::string(verb) + "/_/VERB/2/ccomp permits/permit/NOUN/7/obj")
        .resolved();
  };
  EXPECT_EQ(name_of(resolved("need"), "it"), "Nvidia");
  EXPECT_NE(name_of(resolved("sell"), "it"), "Nvidia");
}

TEST(Coreference, WhatOpensASentenceWaitsForItsSubject) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj grew/grow/VERB/0/root\n"
                         "In/_/ADP/3/case its/_/PRON/3/nmod:poss/PRP$ report/_/NOUN/6/obl ~,/,/PUNCT/6/punct "
                         "Nvidia/_/PROPN/6/nsubj left/leave/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "its"), "Nvidia");
}

TEST(Coreference, WhatStandsInsideASentenceDoesNotWait) {
  const Document d =
      TextOf(
          "Huawei/_/PROPN/2/nsubj grew/grow/VERB/0/root\n"
          "Prices/price/NOUN/2/nsubj/NNS rose/rise/VERB/0/root in/_/ADP/5/case its/_/PRON/5/nmod:poss/PRP$ "
          "market/_/NOUN/2/obl as/_/SCONJ/8/mark Nvidia/_/PROPN/8/nsubj left/leave/VERB/2/advcl")
          .resolved();
  EXPECT_NE(name_of(d, "its"), "Nvidia");
}

TEST(Coreference, WhoDoesItIsNotWhomItIsDoneTo) {
  // The entity is out, by whichever of its mentions: Huawei, which sued, was named before.
  const Document d =
      TextOf(
          "Nvidia/_/PROPN/2/nsubj met/meet/VERB/0/root Huawei/_/PROPN/2/obj\n"
          "Huawei/_/PROPN/2/nsubj left/leave/VERB/0/root and/_/CCONJ/4/cc sued/sue/VERB/2/conj it/_/PRON/4/obj")
          .resolved();
  EXPECT_EQ(name_of(d, "it"), "Nvidia");
}

TEST(Coreference, OneOfSeveralSubjectsIsNoOwner) {
  const Document d =
      TextOf(
          "Mary/_/PROPN/7/nsubj Jones/_/PROPN/1/flat and/_/CCONJ/4/cc Anna/_/PROPN/1/conj Vale/_/PROPN/4/flat "
          "all/_/ADV/7/advmod left/leave/VERB/0/root after/_/ADP/10/case her/_/PRON/10/nmod:poss/PRP$ "
          "speech/_/NOUN/7/obl")
          .name("Mary Jones", NameType::Person)
          .name("Anna Vale", NameType::Person)
          .resolved();
  EXPECT_EQ(name_of(d, "her"), "-");
}

TEST(Coreference, NounsTellWomenFromMen) {
  const Document d = TextOf(
                         "Mary/_/PROPN/3/nsubj Jones/_/PROPN/1/flat left/leave/VERB/0/root\n"
                         "The/_/DET/2/det father/_/NOUN/3/nsubj/NN stayed/stay/VERB/0/root\n"
                         "She/_/PRON/2/nsubj called/call/VERB/0/root")
                         .name("Mary Jones", NameType::Person)
                         .resolved();
  EXPECT_EQ(name_of(d, "She"), "Mary Jones");
}

TEST(Coreference, ADocumentMayBeginWithWhatHangsOnANounAfterIt) {
  const Document d = TextOf(
                         "Founded/found/VERB/3/acl/VBN the/_/DET/3/det company/_/NOUN/4/nsubj/NN "
                         "left/leave/VERB/0/root")
                         .resolved();
  EXPECT_EQ(name_of(d, "company"), "-");
}

}  // namespace
}  // namespace triplewright::link
