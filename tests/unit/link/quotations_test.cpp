// Whom pronouns mean in what somebody says.
#include "text_of.h"

namespace triplewright::link {
namespace {

using namespace test;

TEST(Coreference, APresidentSpeaksForTheCompanyAndAnAnalystDoesNot) {
  constexpr std::string_view kRest =
      " Jones/_/PROPN/3/flat said/say/VERB/0/root that/_/SCONJ/9/mark the/_/DET/8/det company/_/NOUN/9/nsubj/NN "
      "grew/grow/VERB/5/ccomp";
  const std::string before = "Nvidia/_/PROPN/2/nsubj hires/hire/VERB/0/root\n";
  const auto said_by = [&](const std::string& title) {
    return TextOf(before + "Huawei/_/PROPN/2/compound " + title + "/_/NOUN/3/nmod:desc/NN Mary/_/PROPN/5/nsubj" +
                  std::string(kRest))
        .name("Mary Jones", NameType::Person)
        .resolved();
  };
  EXPECT_EQ(name_of(said_by("president"), "company"), "Huawei");
  EXPECT_EQ(name_of(said_by("analyst"), "company"), "Nvidia");
}

TEST(Coreference, NoSpeakerOfAQuotationIsHeInIt) {
  const Document d =
      TextOf(
          "John/_/PROPN/3/nsubj Keller/_/PROPN/1/flat met/meet/VERB/0/root Peter/_/PROPN/3/obj Hale/_/PROPN/4/flat\n"
          "\"/_/PUNCT/3/punct ~He/_/PRON/3/nsubj sold/sell/VERB/0/root chips/chip/NOUN/3/obj/NNS ~\"/_/PUNCT/3/punct "
          "John/_/PROPN/8/nsubj Keller/_/PROPN/6/flat said/say/VERB/3/parataxis")
          .name("John Keller", NameType::Person)
          .name("Peter Hale", NameType::Person)
          .resolved();
  EXPECT_NE(name_of(d, "He"), "John Keller");
}

TEST(Coreference, TheFirstPersonOfAQuotationIsTheSpeakersOrganization) {
  const auto said_by = [](const std::string& title) {
    return TextOf(
               "\"/_/PUNCT/3/punct ~We/_/PRON/3/nsubj sold/sell/VERB/0/root our/_/PRON/5/nmod:poss/PRP$ "
               "chips/chip/NOUN/3/obj/NNS ~\"/_/PUNCT/3/punct Huawei/_/PROPN/8/compound " +
               title + "/_/NOUN/9/nmod:desc/NN Mary/_/PROPN/11/nsubj Jones/_/PROPN/9/flat said/say/VERB/3/parataxis")
        .name("Mary Jones", NameType::Person)
        .resolved();
  };
  EXPECT_EQ(name_of(said_by("president"), "We"), "Huawei");
  EXPECT_EQ(name_of(said_by("president"), "our"), "Huawei");
  EXPECT_EQ(name_of(said_by("analyst"), "We"), "-");
}

TEST(Coreference, TheFirstPersonOutsideOfAQuotationIsNobody) {
  const Document d = TextOf(
                         "Mary/_/PROPN/3/nsubj Jones/_/PROPN/1/flat said/say/VERB/0/root we/_/PRON/5/nsubj "
                         "know/_/VERB/3/ccomp Huawei/_/PROPN/5/obj")
                         .name("Mary Jones", NameType::Person)
                         .resolved();
  EXPECT_EQ(name_of(d, "we"), "-");
}

}  // namespace
}  // namespace triplewright::link
