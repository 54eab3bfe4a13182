#include "link/link.h"

#include "text_of.h"

namespace triplewright::link {
namespace {

using namespace test;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

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

TEST(Link, AShortNameThatWasMisreadIsStillTheCompany) {
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

TEST(Link, ABareSurnameIsOfThisArticleOnly) {
  const Document d = TextOf("Mr./_/PROPN/2/compound Jones/_/PROPN/3/nsubj left/leave/VERB/0/root")
                         .name("Jones", NameType::Person)
                         .linked();
  EXPECT_THAT(entity_of(d, "Jones")->iri, StartsWith(kBase + "person/jones-"));
}

TEST(Link, ClassNounsDecideTheType) {
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

TEST(Link, CapitalsActAsTheirCountryAndLieSomewhere) {
  const Document d = TextOf(
                         "Washington/_/PROPN/2/nsubj curbed/curb/VERB/0/root exports/export/NOUN/2/obj/NNS\n"
                         "He/_/PRON/2/nsubj lives/live/VERB/0/root in/_/ADP/4/case Washington/_/PROPN/2/obl")
                         .linked();
  EXPECT_EQ(name_of(d, "Washington", 0), "United States");
  EXPECT_EQ(name_of(d, "Washington", 1), "Washington, D.C.");
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

TEST(Link, OneSpanMayBeSeveralNamesOrNone) {
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

TEST(Link, PostsAreNoNames) {
  const Document d =
      TextOf(
          "The/_/DET/2/det Secretary/_/PROPN/5/nsubj of/_/ADP/4/case Commerce/_/PROPN/2/nmod spoke/speak/VERB/0/root")
          .name("Secretary of Commerce", NameType::Organization)
          .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre());
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

TEST(Link, AppositionsTypeTheNameEvenWhenTheParseIsWrong) {
  const Document d = TextOf(
                         "Zelt/_/PROPN/7/nsubj ~,/,/PUNCT/5/punct another/_/DET/5/det cloud/_/NOUN/5/compound "
                         "company/_/NOUN/1/conj/NN ~,/,/PUNCT/5/punct grew/grow/VERB/0/root")
                         .name("Zelt", NameType::Organization)
                         .linked();
  EXPECT_EQ(class_of(d, "Zelt"), "Company");
  EXPECT_EQ(name_of(d, "cloud company"), "Zelt");
}

TEST(Link, HeadlineWordsAreNoNamesUnlessTheTextHasThem) {
  TextOf text(
      "Key/_/PROPN/2/compound Takeaways/_/PROPN/0/root From/_/ADP/4/case Zelt/_/PROPN/2/nmod\n"
      "Yesterday/_/NOUN/3/obl Zelt/_/PROPN/3/nsubj grew/grow/VERB/0/root");
  text.title_case(0).name("Key Takeaways", NameType::Miscellaneous).name("Zelt", NameType::Organization);
  EXPECT_THAT(mentions_of(text.linked(), MentionKind::Named), ElementsAre("Zelt", "Zelt"));
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

TEST(Link, WordsAroundANameOutweighTheRecognizer) {
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

TEST(Link, ANounBeforeANameIsNoPartOfIt) {
  const Document d = TextOf(
                         "They/_/PRON/2/nsubj back/_/VERB/0/root chip/_/NOUN/4/compound startup/_/NOUN/2/obj "
                         "Nvidia/_/PROPN/4/appos")
                         .name("startup Nvidia", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Nvidia"));
  EXPECT_TRUE(entity_of(d, "Nvidia")->in_base);
}

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

TEST(Link, WhoIsAPersonIsNoOrganizationByAnAlias) {
  const auto linked = [](NameType type) {
    return TextOf("Keller/_/PROPN/2/nsubj added/add/VERB/0/root that/_/SCONJ/2/obj").name("Keller", type).linked();
  };
  EXPECT_FALSE(entity_of(linked(NameType::Person), "Keller")->in_base);
  EXPECT_TRUE(entity_of(linked(NameType::Organization), "Keller")->in_base);
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

TEST(Link, APersonOfAnOrganizationIsTwoNames) {
  const Document d = TextOf(
                         "Emil/_/PROPN/5/nsubj Berg/_/PROPN/1/flat of/_/ADP/4/case Nvidia/_/PROPN/1/nmod "
                         "met/meet/VERB/0/root Catherine/_/PROPN/5/obj of/_/ADP/8/case Aragon/_/PROPN/6/nmod")
                         .name("Emil Berg of Nvidia", NameType::Person)
                         .name("Catherine of Aragon", NameType::Person)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Emil Berg", "Nvidia", "Catherine of Aragon"));
}

TEST(Link, ACompanyCalledLikeAPersonIsNotThePerson) {
  const Document d = TextOf(
                         "Marta/_/PROPN/3/nsubj Ostman/_/PROPN/1/flat leads/lead/VERB/0/root Ostman/_/PROPN/5/compound "
                         "Group/_/PROPN/3/obj")
                         .name("Marta Ostman", NameType::Person)
                         .name("Ostman Group", NameType::Organization)
                         .linked();
  EXPECT_EQ(class_of(d, "Marta Ostman"), "Person");
  EXPECT_NE(name_of(d, "Marta Ostman"), name_of(d, "Ostman Group"));
}

TEST(Link, TheVerbDecidesWhatTheRecognizerGuessed) {
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

TEST(Link, HyphensAndParenthesesInNames) {
  const Document d = TextOf(
                         "Washington/_/PROPN/4/compound ~-/-/PUNCT/3/punct ~Dominion/_/PROPN/4/compound "
                         "Bank/_/PROPN/8/nsubj (/(/PUNCT/6/punct ~DB/_/PROPN/4/appos ~)/)/PUNCT/6/punct "
                         "grew/grow/VERB/0/root")
                         .name("Washington", NameType::Location)
                         .name("Dominion Bank (DB", NameType::Organization)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Washington-Dominion Bank", "DB"));
}

TEST(Link, WordsBeforeANameThatBelongToItAndThatDoNot) {
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

TEST(Link, ADrugmakerOfTheHeadline) {
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

TEST(Link, AKnownNameThatTheRecognizerCutsInTwo) {
  const Document d = TextOf(
                         "It/_/PRON/2/nsubj sued/sue/VERB/0/root Utopian/_/VERB/5/amod Trade/_/NOUN/5/compound "
                         "Commission/_/NOUN/2/obj and/_/CCONJ/7/cc Nvidia/_/PROPN/5/conj")
                         .name("Commission and Nvidia", NameType::Miscellaneous)
                         .linked();
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Utopian Trade Commission", "Nvidia"));
}

TEST(Link, ACapitalOfMoreThanACountry) {
  const Document d = TextOf(
                         "They/_/PRON/2/nsubj urged/urge/VERB/0/root Vexel/_/PROPN/2/obj\n"
                         "They/_/PRON/2/nsubj live/live/VERB/0/root in/_/ADP/4/case Vexel/_/PROPN/2/obl")
                         .linked();
  EXPECT_EQ(name_of(d, "Vexel", 0), "Utopian Union");
  EXPECT_EQ(name_of(d, "Vexel", 1), "Vexel");
}

TEST(Link, AStartUpIsACompanyInThreeTokens) {
  const Document d = TextOf(
                         "Chip/_/NOUN/2/compound start/_/NOUN/6/nsubj ~-/-/PUNCT/4/punct ~up/_/ADP/2/compound:prt "
                         "Norvik/_/PROPN/6/nsubj showed/show/VERB/0/root the/_/DET/8/det NX2/_/NOUN/6/obj")
                         .name("Norvik", NameType::Location)
                         .linked();
  EXPECT_EQ(class_of(d, "Norvik"), "Company");
  EXPECT_THAT(mentions_of(d, MentionKind::Named), ElementsAre("Norvik", "NX2"));
}

TEST(Link, SyllablesAfterAHyphen) {
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
