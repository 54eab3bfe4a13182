// Of what kind an unknown name is.
#include "link/link.h"
#include "text_of.h"

namespace triplewright::link {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Types, AShortNameThatWasMisreadIsStillTheCompany) {
  for (const NameType guess : {NameType::Person, NameType::Location}) {
    const Document d = TextOf(
                           "Norvale/_/PROPN/2/nsubj rose/rise/VERB/0/root\n"
                           "Norvale/_/PROPN/2/compound Semiconductor/_/PROPN/3/nsubj grew/grow/VERB/0/root")
                           .name("Norvale Semiconductor", NameType::Organization)
                           .name("Norvale", guess)
                           .linked();
    EXPECT_EQ(name_of(d, "Norvale"), "Norvale Semiconductor");
  }
}

TEST(Types, ClassNounsDecideTheType) {
  const Document d = TextOf(
                         "Chinese/_/ADJ/2/amod chipmaker/_/NOUN/4/nsubj/NN Qorin/_/PROPN/2/appos "
                         "builds/build/VERB/0/root chips/chip/NOUN/4/obj/NNS\n"
                         "Firms/firm/NOUN/6/nsubj/NNS such/_/ADJ/4/case as/_/ADP/2/fixed Zelt/_/PROPN/1/nmod "
                         "also/_/ADV/6/advmod do/_/VERB/0/root")
                         .name("Qorin", NameType::Person)
                         .name("Zelt", NameType::Location)
                         .linked();
  EXPECT_EQ(class_of(d, "Qorin"), "Company");
  EXPECT_EQ(class_of(d, "Zelt"), "Company");
  EXPECT_THAT(entity_of(d, "Qorin")->country, HasSubstr("china"));
  EXPECT_EQ(name_of(d, "Chinese chipmaker"), "Qorin");
}

TEST(Types, APossessiveOfTheSubjectTellsWhetherItIsSomebody) {
  const auto subject = [](const std::string& possessive) {
    const Document d = TextOf("Qorin/_/PROPN/2/nsubj sold/sell/VERB/0/root/VBD " + possessive +
                              "/_/PRON/4/nmod:poss/PRP$ plant/_/NOUN/2/obj/NN")
                           .name("Qorin", NameType::Person)
                           .linked();
    return class_of(d, "Qorin");
  };
  EXPECT_EQ(subject("its"), "Organization");
  EXPECT_EQ(subject("her"), "Person");
}

TEST(Types, AppositionsTypeTheNameEvenWhenTheParseIsWrong) {
  const Document d = TextOf(
                         "Zelt/_/PROPN/7/nsubj ~,/,/PUNCT/5/punct another/_/DET/5/det cloud/_/NOUN/5/compound "
                         "company/_/NOUN/1/conj/NN ~,/,/PUNCT/5/punct grew/grow/VERB/0/root")
                         .name("Zelt", NameType::Organization)
                         .linked();
  EXPECT_EQ(class_of(d, "Zelt"), "Company");
  EXPECT_EQ(name_of(d, "cloud company"), "Zelt");
}

TEST(Types, WordsAroundANameOutweighTheRecognizer) {
  const Document service = TextOf(
                               "The/_/DET/4/det National/_/PROPN/4/compound Weather/_/PROPN/4/compound "
                               "Service/_/PROPN/5/nsubj warned/warn/VERB/0/root")
                               .name("National Weather Service", NameType::Organization)
                               .linked();
  EXPECT_EQ(class_of(service, "National Weather Service"), "Organization");
  const Document ship = TextOf("The/_/DET/3/det MV/_/PROPN/3/compound Orlin/_/PROPN/4/nsubj sank/sink/VERB/0/root")
                            .name("MV Orlin", NameType::Location)
                            .linked();
  EXPECT_EQ(class_of(ship, "MV Orlin"), "Vehicle");
  const Document citizen =
      TextOf(
          "Rezo/_/PROPN/7/nsubj Fedas/_/PROPN/1/flat ,/,/PUNCT/6/punct an/_/DET/6/det American/_/ADJ/6/amod "
          "citizen/_/NOUN/1/appos left/leave/VERB/0/root")
          .name("Rezo Fedas", NameType::Person)
          .linked();
  EXPECT_EQ(class_of(citizen, "Rezo Fedas"), "Person");
  const Document agency =
      TextOf(
          "The/_/DET/4/det Orlin/_/PROPN/4/compound News/_/PROPN/4/compound Agency/_/PROPN/5/nsubj fell/_/VERB/0/root")
          .name("Orlin News Agency", NameType::Organization)
          .linked();
  EXPECT_EQ(class_of(agency, "Orlin News Agency"), "NewsOutlet");
  const Document people = TextOf(
                              "Orlians/orlian/PROPN/2/nsubj/NNS vote/vote/VERB/0/root on/_/ADP/4/case "
                              "Sunday/_/PROPN/2/obl")
                              .name("Orlians", NameType::Person)
                              .linked();
  EXPECT_EQ(class_of(people, "Orlians"), "Collective");
  const Document village = TextOf(
                               "The/_/DET/2/det village/_/NOUN/5/nsubj of/_/ADP/4/case Kfar/_/PROPN/2/nmod "
                               "burned/burn/VERB/0/root")
                               .name("Kfar", NameType::Person)
                               .linked();
  EXPECT_EQ(class_of(village, "Kfar"), "Place");
  const Document listed = TextOf(
                              "They/_/PRON/2/nsubj left/leave/VERB/0/root Lugg/_/PROPN/2/obj ,/,/PUNCT/5/punct "
                              "Nvidia/_/PROPN/3/conj and/_/CCONJ/7/cc Huawei/_/PROPN/3/conj")
                              .name("Lugg", NameType::None)
                              .linked();
  EXPECT_EQ(class_of(listed, "Lugg"), "Organization");
}

TEST(Types, ANounBeforeANameIsNoPartOfIt) {
  const Document d = TextOf(
                         "They/_/PRON/2/nsubj back/_/VERB/0/root chip/_/NOUN/4/compound startup/_/NOUN/2/obj "
                         "Nvidia/_/PROPN/4/appos")
                         .name("startup Nvidia", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Nvidia"));
  EXPECT_TRUE(entity_of(d, "Nvidia")->in_base);
}

TEST(Types, WhoIsAPersonIsNoOrganizationByAnAlias) {
  const auto linked = [](NameType type) {
    return TextOf("Keller/_/PROPN/2/nsubj added/add/VERB/0/root that/_/SCONJ/2/obj").name("Keller", type).linked();
  };
  EXPECT_FALSE(entity_of(linked(NameType::Person), "Keller")->in_base);
  EXPECT_TRUE(entity_of(linked(NameType::Organization), "Keller")->in_base);
}

TEST(Types, ACompanyCalledLikeAPersonIsNotThePerson) {
  const Document d = TextOf(
                         "Marta/_/PROPN/3/nsubj Ostman/_/PROPN/1/flat leads/lead/VERB/0/root Ostman/_/PROPN/5/compound "
                         "Group/_/PROPN/3/obj")
                         .name("Marta Ostman", NameType::Person)
                         .name("Ostman Group", NameType::Organization)
                         .linked();
  EXPECT_EQ(class_of(d, "Marta Ostman"), "Person");
  EXPECT_NE(name_of(d, "Marta Ostman"), name_of(d, "Ostman Group"));
}

TEST(Types, TheVerbDecidesWhatTheRecognizerGuessed) {
  const Document d = TextOf(
                         "Orbis/_/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass headquartered/headquarter/VERB/0/root "
                         "in/_/ADP/5/case Ostia/_/PROPN/3/obl\n"
                         "Tarim/_/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass born/bear/VERB/0/root in/_/ADP/5/case "
                         "Ostia/_/PROPN/3/obl\n"
                         "Elin/_/PROPN/3/nsubj Brandt/_/PROPN/1/flat bought/buy/VERB/0/root it/_/PRON/3/obj")
                         .name("Orbis", NameType::Person)
                         .name("Tarim", NameType::Organization)
                         .name("Elin Brandt", NameType::Person)
                         .linked();
  EXPECT_EQ(class_of(d, "Orbis"), "Organization");
  EXPECT_EQ(class_of(d, "Tarim"), "Person");
  EXPECT_EQ(class_of(d, "Elin Brandt"), "Person");  // whoever buys may be either
}

TEST(Types, TheParticipleAfterANameDecides) {
  const Document d = TextOf(
                         "Tarim/_/PROPN/7/nsubj Holm/_/PROPN/1/flat (/_/PUNCT/4/punct born/bear/VERB/1/parataxis/VBN "
                         "1951/_/NUM/4/obl:unmarked )/_/PUNCT/4/punct swam/swim/VERB/0/root\n"
                         "Elin/_/PROPN/3/nsubj is/be/AUX/3/cop head/_/NOUN/0/root of/_/ADP/5/case Orbis/_/PROPN/3/nmod")
                         .name("Tarim Holm", NameType::Organization)
                         .linked();
  EXPECT_EQ(class_of(d, "Tarim Holm"), "Person");
}

TEST(Types, APostOfSeveralWordsIsOfAnOrganization) {
  const Document d = TextOf(
                         "Elin/_/PROPN/5/nsubj is/be/AUX/5/cop chief/_/ADJ/5/amod executive/_/ADJ/5/amod "
                         "officer/_/NOUN/0/root of/_/ADP/7/case Orbis/_/PROPN/5/nmod")
                         .name("Orbis", NameType::Person)
                         .linked();
  EXPECT_EQ(class_of(d, "Orbis"), "Organization");
}

TEST(Types, WhatASentenceCallsAThingOutweighsTheWordsOfItsName) {
  const Document d = TextOf(
                         "Salt/_/PROPN/2/compound Bridge/_/PROPN/5/nsubj is/be/AUX/5/cop a/_/DET/5/det "
                         "film/_/NOUN/0/root")
                         .name("Salt Bridge", NameType::Location)
                         .linked();
  EXPECT_EQ(class_of(d, "Salt Bridge"), "CreativeWork");
  const Document actor = TextOf(
                             "Tarim/_/PROPN/4/nsubj is/be/AUX/4/cop a/_/DET/4/det film/_/NOUN/0/root "
                             "and/_/CCONJ/7/cc television/_/NOUN/7/compound actor/_/NOUN/4/conj\n"
                             "Tarim/_/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass born/bear/VERB/0/root/VBN")
                             .name("Tarim", NameType::Person)
                             .linked();
  EXPECT_EQ(class_of(actor, "Tarim"), "Person");
}

TEST(Types, ATitleBetweenQuotationMarksIsAName) {
  const auto named = [](const std::string& rest) {
    return mentions_of(TextOf("\"/_/PUNCT/2/punct Alors/_/NOUN/8/nsubj on/_/ADP/4/case danse/_/NOUN/2/nmod "
                              "\"/_/PUNCT/2/punct " +
                              rest)
                           .linked(),
                       MentionKind::Named);
  };
  EXPECT_THAT(named("is/be/AUX/8/cop a/_/DET/8/det song/_/NOUN/0/root"), ElementsAre("Alors on danse"));
  EXPECT_THAT(named("he/_/PRON/8/nsubj then/_/ADV/8/advmod said/say/VERB/0/root"), ElementsAre());
}

TEST(Types, AWordThatASentenceDefinesIsAName) {
  const auto named = [](const std::string& rest) {
    return mentions_of(TextOf("Norvale/_/PROPN/4/nsubj " + rest).linked(), MentionKind::Named);
  };
  EXPECT_THAT(named("is/be/AUX/4/cop a/_/DET/4/det subsidiary/_/NOUN/0/root"), ElementsAre("Norvale"));
  EXPECT_THAT(named("has/have/AUX/4/aux now/_/ADV/4/advmod grown/grow/VERB/0/root"), ElementsAre());
}

TEST(Types, WhoIsNamedInFullBesideAShortNameIsAnother) {
  const auto linked = [](const std::string& words) {
    return TextOf(words).name("Brandt", NameType::Person).name("Maria Brandt", NameType::Person).linked();
  };
  const Document beside = linked(
      "Brandt/_/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass married/marry/VERB/0/root to/_/ADP/5/case "
      "Maria/_/PROPN/3/obl Brandt/_/PROPN/5/flat");
  EXPECT_EQ(name_of(beside, "Brandt"), "Brandt");
  const Document before = TextOf(
                              "Maria/_/PROPN/3/nsubj Brandt/_/PROPN/1/flat swam/swim/VERB/0/root\n"
                              "Brandt/_/PROPN/2/nsubj slept/sleep/VERB/0/root")
                              .name("Maria Brandt", NameType::Person)
                              .name("Brandt", NameType::Person)
                              .linked();
  EXPECT_EQ(before.entities.size(), 1U);
}

TEST(Types, ADrugmakerOfTheHeadline) {
  const Document d = TextOf(
                         "Drugmaker/_/PROPN/2/compound Norvik/_/PROPN/3/nsubj grows/grow/VERB/0/root\n"
                         "Norvik/_/PROPN/2/compound Pharma/_/PROPN/3/nsubj grew/grow/VERB/0/root\n"
                         "Norvik/_/PROPN/2/nsubj won/win/VERB/0/root")
                         .name("Drugmaker Norvik", NameType::Person)
                         .name("Norvik Pharma", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Norvik", "Norvik Pharma", "Norvik"));
  EXPECT_EQ(class_of(d, "Norvik"), "Company");
  EXPECT_EQ(name_of(d, "Norvik"), "Norvik Pharma");
}

TEST(Types, AStartUpIsACompanyInThreeTokens) {
  const Document d = TextOf(
                         "Chip/_/NOUN/2/compound start/_/NOUN/6/nsubj ~-/-/PUNCT/4/punct ~up/_/ADP/2/compound:prt "
                         "Norvik/_/PROPN/6/nsubj showed/show/VERB/0/root the/_/DET/8/det NX2/_/NOUN/6/obj")
                         .name("Norvik", NameType::Location)
                         .linked();
  EXPECT_EQ(class_of(d, "Norvik"), "Company");
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Norvik", "NX2"));
}

TEST(Types, AWordThatNamesOfCompaniesEndWith) {
  const Document d = TextOf("It/_/PRON/2/nsubj bought/buy/VERB/0/root Norvik/_/PROPN/4/compound Systems/_/PROPN/2/obj")
                         .name("Norvik", NameType::Product)
                         .name("Systems", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Norvik Systems"));
  EXPECT_EQ(class_of(d, "Norvik Systems"), "Company");
}

}  // namespace
}  // namespace triplewright::link
