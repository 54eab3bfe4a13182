#include "link/link.h"

#include <algorithm>

#include "text_of.h"

namespace triplewright::link {
namespace {

using namespace test;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::StartsWith;

TEST(Describe, WhoWorksSomewhereIsToldByIt) {
  const Document d = TextOf(
                         "Officials/official/NOUN/4/nsubj/NNS at/at/ADP/3/case Huawei/_/PROPN/1/nmod "
                         "spoke/speak/VERB/0/root/VBD")
                         .linked();
  ASSERT_NE(entity_of(d, "Officials"), nullptr);
  EXPECT_EQ(entity_of(d, "Officials")->name, "officials at Huawei");
}

TEST(Link, TitlesAndCompaniesAreNoPartOfAPersonsName) {
  const Document d = TextOf(
                         "Nvidia/_/PROPN/2/compound CEO/_/PROPN/3/compound Jensen/_/PROPN/5/nsubj Huang/_/PROPN/3/flat "
                         "spoke/speak/VERB/0/root")
                         .name("Nvidia CEO Jensen Huang", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Nvidia", "Jensen Huang"));
  EXPECT_TRUE(entity_of(d, "Jensen Huang")->in_base);
  EXPECT_EQ(class_of(d, "Jensen Huang"), "Person");
}

TEST(Link, TheEntityBaseAddsNamesAndOrdinaryWordsStayWords) {
  const Document d =
      TextOf(
          "They/_/PRON/2/nsubj ascend/_/VERB/0/root the/_/DET/4/det hill/_/NOUN/2/obj\n"
          "Huawei/_/PROPN/2/nsubj joined/join/VERB/0/root the/_/DET/5/det Entity/_/PROPN/5/compound List/_/PROPN/2/obj")
          .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Huawei", "Entity List"));
  EXPECT_EQ(class_of(d, "Entity List"), "RestrictedPartyList");
}

TEST(Link, ModelNumbersBelongToTheName) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj showed/show/VERB/0/root the/_/DET/6/det Mate/_/PROPN/6/compound "
                         "60/_/NUM/4/nummod smartphone/_/NOUN/2/obj/NN")
                         .name("Mate", NameType::Product)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Huawei", "Mate 60"));
  EXPECT_EQ(entity_of(d, "Mate 60")->iri, kBase + "product/mate-60");
}

// The EU of two sentences was linked to nothing: the recognizer's two votes for an organization spoke against a bloc.
TEST(Link, ABlocActsAsOrganizationsDo) {
  const Document d = TextOf(
                         "The/the/DET/2/det EU/_/PROPN/3/nsubj sued/sue/VERB/0/root Huawei/_/PROPN/3/obj\n"
                         "The/the/DET/2/det EU/_/PROPN/3/nsubj fined/fine/VERB/0/root Huawei/_/PROPN/3/obj")
                         .name("EU", NameType::Organization)
                         .linked();
  ASSERT_NE(entity_of(d, "EU"), nullptr);
  EXPECT_TRUE(entity_of(d, "EU")->in_base);
}

TEST(Link, ThePluralOfACodeIsTheCode) {
  const Document d = TextOf("Tencent/_/PROPN/2/nsubj ordered/order/VERB/0/root H200s/h200s/NOUN/2/obj/NNS").linked();
  ASSERT_NE(entity_of(d, "H200s"), nullptr);
  EXPECT_TRUE(entity_of(d, "H200s")->in_base);
}

TEST(Link, TheUSBankIsABank) {
  const Document d = TextOf(
                         "The/the/DET/3/det US/_/PROPN/3/compound bank/bank/NOUN/4/nsubj/NN sued/sue/VERB/0/root "
                         "Huawei/_/PROPN/4/obj")
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("US", "Huawei"));
}

TEST(Link, NewYorkKeepsItsNew) {
  const Document d = TextOf(
                         "A/a/DET/4/det New/_/ADJ/3/amod/NNP York/_/PROPN/4/compound bank/bank/NOUN/5/nsubj/NN "
                         "sued/sue/VERB/0/root Huawei/_/PROPN/5/obj")
                         .name("New York", NameType::Location)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Nominal), Contains("New York bank"));
}

TEST(Link, ShortNamesSurnamesAndAcronymsJoinTheFullName) {
  const Document d = TextOf(
                         "Acme/_/PROPN/2/compound Robotics/_/PROPN/6/nsubj ~(/(/PUNCT/4/punct ~AR/_/PROPN/2/appos "
                         "~)/)/PUNCT/4/punct hired/hire/VERB/0/root Mary/_/PROPN/6/obj Jones/_/PROPN/7/flat\n"
                         "AR/_/PROPN/2/nsubj likes/like/VERB/0/root Jones/_/PROPN/2/obj\n"
                         "Acme/_/PROPN/2/nsubj grew/grow/VERB/0/root")
                         .name("Acme Robotics", NameType::Organization)
                         .name("Mary Jones", NameType::Person)
                         .linked();
  EXPECT_EQ(name_of(d, "AR", 1), "Acme Robotics");
  EXPECT_EQ(name_of(d, "Jones"), "Mary Jones");
  EXPECT_EQ(entity_of(d, "Acme Robotics")->iri, kBase + "organization/acme-robotics");
  EXPECT_THAT(entity_of(d, "AR")->surface_forms, Contains("AR"));
}

TEST(Link, ABareSurnameIsOfThisArticleOnly) {
  const Document d = TextOf("Mr./_/PROPN/2/compound Jones/_/PROPN/3/nsubj left/leave/VERB/0/root")
                         .name("Jones", NameType::Person)
                         .linked();
  EXPECT_THAT(entity_of(d, "Jones")->iri, StartsWith(kBase + "person/jones-"));
}

TEST(Link, CapitalsActAsTheirCountryAndLieSomewhere) {
  const Document d = TextOf(
                         "Washington/_/PROPN/2/nsubj curbed/curb/VERB/0/root exports/export/NOUN/2/obj/NNS\n"
                         "He/_/PRON/2/nsubj lives/live/VERB/0/root in/_/ADP/4/case Washington/_/PROPN/2/obl")
                         .linked();
  EXPECT_EQ(name_of(d, "Washington", 0), "United States");
  EXPECT_EQ(name_of(d, "Washington", 1), "Washington, D.C.");
}

TEST(Link, OnlyAPlaceIsVisited) {
  const Document d = TextOf(
                         "Ada/_/PROPN/2/nsubj visits/visit/VERB/0/root Washington/_/PROPN/2/obj\n"
                         "Ada/_/PROPN/2/nsubj blames/blame/VERB/0/root Washington/_/PROPN/2/obj")
                         .name("Ada", NameType::Person)
                         .name("Washington", NameType::Location)
                         .linked();
  EXPECT_EQ(name_of(d, "Washington", 0), "Washington, D.C.");
  EXPECT_EQ(name_of(d, "Washington", 1), "United States");
}

TEST(Link, ContextChoosesAmongEqualNames) {
  const Document d =
      TextOf("Huawei/_/PROPN/2/nsubj sells/sell/VERB/0/root Ascend/_/PROPN/4/compound chips/chip/NOUN/2/obj/NNS")
          .linked();
  EXPECT_EQ(class_of(d, "Ascend"), "ProductFamily");
  EXPECT_EQ(name_of(d, "Ascend chips"), "Ascend");
}

TEST(Link, PoliciesWithoutANameAreOneThingInEveryArticle) {
  const auto policy = [](const char* lines) { return TextOf(lines).linked(); };
  const Document a =
      policy("US/_/PROPN/3/compound export/_/NOUN/3/compound controls/control/NOUN/4/nsubj/NNS bite/_/VERB/0/root");
  const Document b = policy(
      "The/_/DET/4/det American/_/ADJ/4/amod export/_/NOUN/4/compound controls/control/NOUN/5/nsubj/NNS "
      "failed/fail/VERB/0/root");
  const Entity* first = entity_of(a, "US export controls");
  const Entity* second = entity_of(b, "American export controls");
  ASSERT_TRUE(first != nullptr && second != nullptr);
  EXPECT_EQ(first->kind, EntityKind::Unnamed);
  EXPECT_EQ(first->iri, second->iri);
  EXPECT_THAT(first->iri, StartsWith(kBase + "policy/export-control"));
}

TEST(Link, ConceptsKeepTheirModifiers) {
  const Document d = TextOf(
                         "It/_/PRON/2/nsubj makes/make/VERB/0/root 200/_/NUM/6/nummod cheap/_/ADJ/6/amod "
                         "AI/_/NOUN/6/compound chips/chip/NOUN/2/obj/NNS")
                         .linked();
  const Entity* e = entity_of(d, "cheap AI chips");
  ASSERT_NE(e, nullptr);
  EXPECT_EQ(e->kind, EntityKind::Concept);
  EXPECT_EQ(e->name, "cheap AI chip");
  EXPECT_EQ(e->iri, kBase + "concept/cheap-ai-chip");
  EXPECT_FALSE(e->concept_iri.empty());
  EXPECT_NE(e->concept_iri, e->iri);
}

TEST(Link, ModelCodesAreNames) {
  const Document d = TextOf(
                         "Zelt/_/PROPN/2/nsubj sells/sell/VERB/0/root a/_/DET/4/det chip/_/NOUN/2/obj/NN "
                         "called/call/VERB/4/acl the/_/DET/7/det SN50/_/NOUN/5/xcomp/NN")
                         .name("Zelt", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Zelt", "SN50"));
  EXPECT_EQ(class_of(d, "SN50"), "Chip");
  EXPECT_EQ(name_of(d, "chip"), "SN50");
}

TEST(Link, PostsOfAPlaceAreSomebody) {
  const Document d = TextOf(
                         "The/_/DET/2/det governor/_/NOUN/5/nsubj of/_/ADP/4/case China/_/PROPN/2/nmod "
                         "spoke/speak/VERB/0/root\n"
                         "Another/_/DET/2/det president/_/NOUN/3/nsubj left/leave/VERB/0/root")
                         .name("China", NameType::Location)
                         .linked();
  EXPECT_EQ(name_of(d, "governor"), "governor of China");
  EXPECT_EQ(entity_of(d, "president"), nullptr) << "nobody in particular";
  const Document named = TextOf(
                             "President/_/PROPN/6/nsubj of/_/ADP/3/case China/_/PROPN/1/nmod Ada/_/PROPN/1/appos "
                             "Quist/_/PROPN/4/flat spoke/speak/VERB/0/root")
                             .name("China", NameType::Location)
                             .name("Ada Quist", NameType::Person)
                             .linked();
  EXPECT_EQ(name_of(named, "President"), "Ada Quist");
}

TEST(Link, ANewPlantIsAPlaceOfThisArticle) {
  const Document d = TextOf(
                         "Huawei/_/PROPN/2/nsubj opened/open/VERB/0/root a/_/DET/4/det factory/_/NOUN/2/obj "
                         "in/_/ADP/6/case Osaka/_/PROPN/4/nmod")
                         .name("Osaka", NameType::Location)
                         .linked();
  EXPECT_EQ(name_of(d, "factory"), "factory in Osaka");
}

TEST(Link, MentionsAndEntitiesPointAtEachOther) {
  const Document d = TextOf("Huawei/_/PROPN/2/nsubj sells/sell/VERB/0/root chips/chip/NOUN/2/obj/NNS").linked();
  for (std::size_t e = 0; e < d.entities.size(); ++e) {
    EXPECT_FALSE(d.entities[e].mentions.empty());
    for (const std::uint32_t m : d.entities[e].mentions) EXPECT_EQ(d.mentions[m].entity, static_cast<std::int32_t>(e));
  }
}

TEST(Link, ABodyCalledWithoutItsCountryIsThatOfACountryOfTheArticle) {
  const Document abroad = TextOf(
                              "The/_/DET/2/det Senate/_/PROPN/3/nsubj met/meet/VERB/0/root in/_/ADP/5/case "
                              "Nigeria/_/PROPN/3/obl")
                              .name("Senate", NameType::Organization)
                              .linked();
  EXPECT_FALSE(entity_of(abroad, "Senate")->in_base);
  const Document home = TextOf(
                            "The/_/DET/2/det Senate/_/PROPN/3/nsubj met/meet/VERB/0/root in/_/ADP/5/case "
                            "Nevada/_/PROPN/3/obl")
                            .name("Senate", NameType::Organization)
                            .linked();
  EXPECT_TRUE(entity_of(home, "Senate")->in_base);
}

/// A name that some words keep from being what the base has by that name, and a sentence where nothing does.
struct Objection {
  const char* what;
  const char* name;
  NameType type;
  const char* against;
  const char* plain;
};

class LinkObjection : public ::testing::TestWithParam<Objection> {};

TEST_P(LinkObjection, KeepsTheNameFromTheRecord) {
  const Objection& o = GetParam();
  const Document against = TextOf(o.against).name(o.name, o.type).linked();
  const Entity* entity = entity_of(against, o.name);
  EXPECT_TRUE(entity == nullptr || !entity->in_base) << o.against;
  const Document plain = TextOf(o.plain).name(o.name, o.type).linked();
  ASSERT_NE(entity_of(plain, o.name), nullptr) << o.plain;
  EXPECT_TRUE(entity_of(plain, o.name)->in_base) << o.plain;
}

INSTANTIATE_TEST_SUITE_P(
    Classes, LinkObjection,
    ::testing::Values(
        Objection{"demonym", "Senate", NameType::Organization,
                  "The/_/DET/3/det Canadian/_/ADJ/3/amod Senate/_/PROPN/4/nsubj met/meet/VERB/0/root in/_/ADP/6/case "
                  "Washington/_/PROPN/4/obl",
                  "The/_/DET/3/det American/_/ADJ/3/amod Senate/_/PROPN/4/nsubj met/meet/VERB/0/root in/_/ADP/6/case "
                  "Canada/_/PROPN/4/obl"},
        Objection{"country after", "Senate", NameType::Organization,
                  "The/_/DET/2/det Senate/_/PROPN/5/nsubj of/_/ADP/4/case Canada/_/PROPN/2/nmod met/meet/VERB/0/root "
                  "the/_/DET/7/det US/_/PROPN/5/obj",
                  "The/_/DET/2/det Senate/_/PROPN/3/nsubj met/meet/VERB/0/root the/_/DET/5/det US/_/PROPN/3/obj"},
        Objection{"part of the country", "Senate", NameType::Organization,
                  "The/_/DET/3/det Nevada/_/PROPN/3/compound Senate/_/PROPN/4/nsubj met/meet/VERB/0/root",
                  "The/_/DET/2/det Senate/_/PROPN/3/nsubj met/meet/VERB/0/root"},
        Objection{"comma and region", "Vela", NameType::Location,
                  "It/_/PRON/2/nsubj rained/rain/VERB/0/root in/_/ADP/4/case Vela/_/PROPN/2/obl ,/,/PUNCT/6/punct "
                  "Nevada/_/PROPN/4/appos",
                  "It/_/PRON/2/nsubj rained/rain/VERB/0/root in/_/ADP/4/case Vela/_/PROPN/2/obl ,/,/PUNCT/6/punct "
                  "Nevada/_/PROPN/4/conj and/_/CCONJ/8/cc Nigeria/_/PROPN/4/conj"},
        Objection{"country and region", "Canada", NameType::Location,
                  "It/_/PRON/2/nsubj rained/rain/VERB/0/root in/_/ADP/4/case Canada/_/PROPN/2/obl ,/,/PUNCT/6/punct "
                  "Nevada/_/PROPN/4/appos",
                  "It/_/PRON/2/nsubj rained/rain/VERB/0/root in/_/ADP/4/case Canada/_/PROPN/2/obl ,/,/PUNCT/6/punct "
                  "Nevada/_/PROPN/4/conj and/_/CCONJ/8/cc Nigeria/_/PROPN/4/conj"},
        Objection{"demonym at its noun", "Vela", NameType::Location,
                  "The/_/DET/3/det American/_/ADJ/3/amod town/_/NOUN/6/nsubj of/_/ADP/5/case Vela/_/PROPN/3/nmod "
                  "grew/grow/VERB/0/root",
                  "The/_/DET/3/det Canadian/_/ADJ/3/amod town/_/NOUN/6/nsubj of/_/ADP/5/case Vela/_/PROPN/3/nmod "
                  "grew/grow/VERB/0/root"},
        Objection{"a region", "Vela", NameType::Location,
                  "The/_/DET/3/det Vela/_/PROPN/3/compound province/_/NOUN/4/nsubj grew/grow/VERB/0/root",
                  "The/_/DET/3/det Vela/_/PROPN/3/compound district/_/NOUN/4/nsubj grew/grow/VERB/0/root"},
        Objection{"a ship", "Vela", NameType::Location,
                  "The/_/DET/2/det ship/_/NOUN/4/nsubj Vela/_/PROPN/2/appos sailed/sail/VERB/0/root",
                  "The/_/DET/2/det ship/_/NOUN/3/nsubj sailed/sail/VERB/0/root to/_/ADP/5/case Vela/_/PROPN/3/obl"},
        Objection{"no article", "Lantern", NameType::Organization,
                  "They/_/PRON/2/nsubj saw/see/VERB/0/root Lantern/_/PROPN/4/compound festivals/festival/NOUN/2/obj",
                  "They/_/PRON/2/nsubj read/read/VERB/0/root The/_/DET/4/det Lantern/_/PROPN/2/obj"},
        Objection{"a longer name", "Liberals", NameType::Organization,
                  "The/_/DET/3/det Young/_/PROPN/3/compound Liberals/liberal/PROPN/4/nsubj/NNPS won/win/VERB/0/root",
                  "The/_/DET/2/det Liberals/liberal/PROPN/3/nsubj/NNPS won/win/VERB/0/root"}),
    [](const auto& parameter) {
      std::string name = parameter.param.what;
      std::replace(name.begin(), name.end(), ' ', '_');
      return name;
    });

TEST(Link, AnAcronymMeansWhatTheArticleSpellsOut) {
  const Document d =
      TextOf(
          "The/_/DET/4/det Federal/_/PROPN/4/compound Investigation/_/PROPN/4/compound Agency/_/PROPN/8/nsubj "
          "~(/(/PUNCT/6/punct ~FIA/_/PROPN/4/appos ~)/)/PUNCT/6/punct acted/act/VERB/0/root")
          .name("Federal Investigation Agency", NameType::Organization)
          .name("FIA", NameType::Organization)
          .linked();
  EXPECT_FALSE(entity_of(d, "FIA")->in_base);
  EXPECT_EQ(name_of(d, "FIA"), "Federal Investigation Agency");
  EXPECT_TRUE(entity_of(TextOf("The/_/DET/2/det FIA/_/PROPN/3/nsubj acted/act/VERB/0/root")
                            .name("FIA", NameType::Organization)
                            .linked(),
                        "FIA")
                  ->in_base);
}

TEST(Link, ANameWithAPossessiveMarkNeedsOne) {
  const Document d =
      TextOf("McDonald/_/PROPN/2/nsubj sang/sing/VERB/0/root").name("McDonald", NameType::Person).linked();
  EXPECT_FALSE(entity_of(d, "McDonald")->in_base);
  const Document shop = TextOf("McDonald/_/PROPN/3/nsubj 's/_/PART/1/case/POS opened/open/VERB/0/root")
                            .name("McDonald", NameType::Organization)
                            .linked();
  EXPECT_TRUE(entity_of(shop, "McDonald")->in_base);
}

TEST(Link, CapitalsBeforeANumberAreNoCompany) {
  const Document d =
      TextOf("The/_/DET/2/det RTX/_/PROPN/4/nsubj 2060/_/NUM/2/nummod sells/sell/VERB/0/root well/_/ADV/4/advmod")
          .name("RTX", NameType::Organization)
          .linked();
  for (const Entity& e : d.entities) EXPECT_FALSE(e.in_base) << e.iri;
}

TEST(Link, ALegalFormEndsTheNameBeforeIt) {
  const Document d =
      TextOf(
          "She/_/PRON/2/nsubj led/lead/VERB/0/root Digital/_/ADJ/5/amod Tools/_/PROPN/5/compound "
          "Inc./_/PROPN/2/obj and/_/CCONJ/8/cc Doe/_/PROPN/8/compound Partners/_/PROPN/5/conj ,/,/PUNCT/10/punct "
          "LLC/_/PROPN/8/appos")
          .name("Inc.", NameType::Organization)
          .name("Doe Partners", NameType::Person)
          .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Digital Tools Inc.", "Doe Partners , LLC"));
  EXPECT_EQ(class_of(d, "Digital Tools Inc."), "Company");
}

TEST(Link, APartIsNotTheWhole) {
  const Document d =
      TextOf(
          "Norvik/_/PROPN/2/compound Europe/_/PROPN/5/nsubj is/be/AUX/5/cop a/_/DET/5/det "
          "subsidiary/_/NOUN/0/root of/_/ADP/7/case Norvik/_/PROPN/5/nmod\n"
          "Tarim/_/PROPN/2/compound Bank/_/PROPN/3/nsubj joined/join/VERB/0/root Tarim/_/PROPN/5/compound "
          "Corp./_/PROPN/3/obj")
          .name("Norvik Europe", NameType::Organization)
          .name("Tarim Bank", NameType::Organization)
          .name("Tarim Corp.", NameType::Organization)
          .linked();
  EXPECT_NE(name_of(d, "Norvik Europe"), name_of(d, "Norvik"));
  EXPECT_NE(name_of(d, "Tarim Bank"), name_of(d, "Tarim Corp."));
}

TEST(Link, ACapitalOfMoreThanACountry) {
  const Document d = TextOf(
                         "They/_/PRON/2/nsubj urged/urge/VERB/0/root Vexel/_/PROPN/2/obj\n"
                         "They/_/PRON/2/nsubj live/live/VERB/0/root in/_/ADP/4/case Vexel/_/PROPN/2/obl")
                         .linked();
  EXPECT_EQ(name_of(d, "Vexel", 0), "Utopian Union");
  EXPECT_EQ(name_of(d, "Vexel", 1), "Vexel");
}

}  // namespace
}  // namespace triplewright::link
