// What may be an end of a statement, and what a figure may be of.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Ends, ANounThatSaysNoMoreThanItsClassIsNone) {
  const auto sells = [](const std::string& object) {
    return SentenceOf("Norvik/_/PROPN/2/nsubj acquired/acquire/VERB/0/root/VBD " + object)
        .name("Norvik", "Company")
        .thing("companies", "Company")
        .claims();
  };
  EXPECT_THAT(sells("companies/company/NOUN/2/obj/NNS"), IsEmpty());
  EXPECT_THAT(sells("Danish/_/ADJ/4/amod companies/company/NOUN/2/obj/NNS"), Not(IsEmpty()));
}

TEST(Ends, AClassOfThingsActsOnlyWhenAWordNarrowsIt) {
  EXPECT_THAT(SentenceOf("developers/developer/NOUN/2/nsubj/NNS use/_/VERB/0/root/VBP software/_/NOUN/2/obj")
                  .category("developers", "Company")
                  .category("software", "Software")
                  .claims(),
              IsEmpty());
  EXPECT_THAT(SentenceOf("Danish/_/ADJ/2/amod developers/developer/NOUN/3/nsubj/NNS use/_/VERB/0/root/VBP "
                         "software/_/NOUN/3/obj")
                  .category("developers", "Company")
                  .category("software", "Software")
                  .claims(),
              Not(IsEmpty()));
}

TEST(Ends, ASingularPostIsOfTheFirstNameOnly) {
  EXPECT_THAT(SentenceOf("Senator/_/PROPN/2/nmod:desc/NNP Ada/_/PROPN/5/nsubj and/_/CCONJ/4/cc Eve/_/PROPN/2/conj "
                         "spoke/speak/VERB/0/root/VBD")
                  .name("Ada", "Person")
                  .name("Eve", "Person")
                  .claims(),
              Not(Contains(HasSubstr("Eve"))));
}

TEST(Ends, AMeasureOwnsNoFigure) {
  EXPECT_THAT(SentenceOf("Profit/_/NOUN/2/nsubj totaled/total/VERB/0/root/VBD $7/_/NUM/2/obj billion/_/NUM/3/flat")
                  .thing("Profit", "Event")
                  .value("$7 billion", ValueKind::Money)
                  .claims(),
              IsEmpty());
}

TEST(Ends, AReportedFigureIsTheReporters) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj reported/report/VERB/0/root/VBD revenue/_/NOUN/2/obj of/_/ADP/6/case "
                         "$/_/SYM/6/dep 5/_/NUM/3/nmod billion/_/NUM/6/flat")
                  .name("Norvik", "Company")
                  .value("$ 5 billion", ValueKind::Money)
                  .claims(),
              ElementsAre("Norvik revenue $ 5 billion Reported"));
}

TEST(Ends, AnnouncedDealsAreMade) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj announced/announce/VERB/0/root/VBD a/_/DET/4/det "
                         "partnership/_/NOUN/2/obj with/_/ADP/6/case Brenta/_/PROPN/4/nmod")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik partnersWith Brenta"));
}

TEST(Ends, HeIsNoCompany) {
  const auto sold = [](const std::string& pronoun, NameType type) {
    Document document = SentenceOf("Norvik/_/PROPN/2/nsubj fell/fall/VERB/0/root/VBD and/_/CCONJ/5/cc " + pronoun +
                                   "/_/PRON/5/nsubj/PRP acquired/acquire/VERB/2/conj/VBD Brenta/_/PROPN/5/obj")
                            .name("Norvik", "Company")
                            .name("Brenta", "Company")
                            .also(pronoun, "Norvik")
                            .document();
    document.mentions[0].type = type;
    const EntityBase base;
    return extract_claims(document, ontology(), base, {}, nullptr).size();
  };
  EXPECT_EQ(sold("he", NameType::Organization), 0u);
  EXPECT_EQ(sold("it", NameType::Organization), 1u);
}

TEST(Ends, AFormerPostHasEnded) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/0/root ,/_/PUNCT/4/punct former/_/ADJ/4/amod chairman/_/NOUN/1/appos/NN "
                         "of/_/ADP/6/case Norvik/_/PROPN/4/nmod")
                  .name("Ada", "Person")
                  .name("Norvik", "Company")
                  .claims(),
              Contains(HasSubstr("ended=former")));
}

TEST(Ends, WhoSettlesSomethingNeedNotSettleWithAnother) {
  const auto settled = [](const std::string& object) {
    return SentenceOf("Norvik/_/PROPN/4/nsubj and/_/CCONJ/3/cc Brenta/_/PROPN/1/conj settled/settle/VERB/0/root/VBD" +
                      object)
        .name("Norvik", "Company")
        .name("Brenta", "Company")
        .claims();
  };
  EXPECT_THAT(settled(""), Contains("Norvik settlesWith Brenta"));
  EXPECT_THAT(settled(" old/_/ADJ/6/amod claims/claim/NOUN/4/obj/NNS"), IsEmpty());
}

TEST(Ends, AStepOfACountIsNoLevel) {
  const auto population = [](const std::string& preposition) {
    return SentenceOf(
               "Ostia/_/PROPN/3/nmod:poss 's/_/PART/1/case population/_/NOUN/4/nsubj fell/fall/VERB/0/root/VBD " +
               preposition + "/_/ADP/7/case 2/_/NUM/7/compound million/_/NUM/4/obl")
        .name("Ostia", "Country")
        .value("2 million", ValueKind::Number)
        .claims();
  };
  EXPECT_THAT(population("to"), Contains(HasSubstr("population")));
  EXPECT_THAT(population("by"), IsEmpty());
}

TEST(Ends, WhoStandsBesideTheNounIsNoneOfThem) {
  EXPECT_THAT(SentenceOf("between/_/ADP/4/case Norvik/_/PROPN/4/compound member/_/NOUN/4/compound "
                         "states/state/NOUN/0/root/NNS and/_/CCONJ/6/cc Ostia/_/PROPN/4/conj")
                  .name("Norvik", "InternationalOrganization")
                  .name("Ostia", "Country")
                  .claims(),
              IsEmpty());
}

TEST(Ends, AListedNameOwnsNothingOfTheRest) {
  const auto devices = [](const std::string& words) {
    return SentenceOf(words).name("Norvik", "Company").name("Orbis", "Product").claims();
  };
  EXPECT_THAT(devices("Norvik/_/PROPN/2/compound Orbis/_/PROPN/0/root"), Contains("Norvik develops Orbis"));
  EXPECT_THAT(devices("Norvik/_/PROPN/3/compound and/_/CCONJ/3/cc Orbis/_/PROPN/0/root"), IsEmpty());
}

TEST(Ends, APartnerOfSomebodyHoldsNoPost) {
  const auto partner = [](const std::string& whose) {
    return SentenceOf(whose +
                      "/_/PRON/2/nmod:poss partner/_/NOUN/3/compound Eve/_/PROPN/4/nsubj left/leave/VERB/0/root/VBD")
        .name("Eve", "Person")
        .claims();
  };
  EXPECT_THAT(partner("her"), Not(Contains(HasSubstr("holdsPosition"))));
}

TEST(Ends, ANumberWithACapitalIsPartOfATitle) {
  const auto hosts = [](const std::string& number) {
    return SentenceOf("Norvik/_/PROPN/2/nsubj hosted/host/VERB/0/root the/_/DET/4/det " + number +
                      "/_/NUM/2/obj of/_/ADP/6/case tournaments/tournament/NOUN/4/nmod/NNS")
        .name("Norvik", "City")
        .thing("tournaments", "Event")
        .value(number, ValueKind::Number)
        .claims();
  };
  EXPECT_THAT(hosts("four"), ElementsAre("Norvik organizes tournaments quantity=four"));
  EXPECT_THAT(hosts("Four"), ElementsAre("Norvik organizes tournaments"));
}

}  // namespace
}  // namespace triplewright::extract::test
