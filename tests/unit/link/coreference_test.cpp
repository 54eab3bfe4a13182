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

}  // namespace
}  // namespace triplewright::link
