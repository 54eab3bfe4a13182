// What lives and firms are told with: places in places, dates, degrees, posts, children.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kBorn =
    "Holm/_/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass born/bear/VERB/0/root/VBN in/_/ADP/5/case Kiel/_/PROPN/3/obl ";

TEST(Lives, WhoIsBornInATownIsBornInTheCountryNamedAfterIt) {
  EXPECT_THAT(SentenceOf(std::string(kBorn) + ",/_/PUNCT/7/punct Norland/_/PROPN/5/nmod:unmarked")
                  .name("Holm", "Person")
                  .name("Kiel", "City")
                  .name("Norland", "Country")
                  .claims(),
              ElementsAre("Holm birthPlace Kiel", "Holm birthPlace Norland", "Kiel locatedIn Norland"));
}

TEST(Lives, AListOfPlacesSaysNotWhatLiesInWhat) {
  EXPECT_THAT(SentenceOf(std::string(kBorn) + ",/_/PUNCT/7/punct Norland/_/PROPN/5/appos and/_/CCONJ/9/cc "
                                              "Sudland/_/PROPN/7/conj")
                  .name("Holm", "Person")
                  .name("Kiel", "City")
                  .name("Norland", "Country")
                  .name("Sudland", "Country")
                  .claims(),
              Not(Contains(HasSubstr("Norland"))));
}

TEST(Lives, ADayIsABirthDateAndNoneIsGivenByASpan) {
  const auto born = [](const std::string& begin, const std::string& end) {
    return SentenceOf(
               "Holm/_/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass born/bear/VERB/0/root/VBN in/_/ADP/5/case "
               "1934/_/NUM/3/obl")
        .name("Holm", "Person")
        .time("1934", begin, end)
        .claims();
  };
  EXPECT_THAT(born("1934", "1934"), ElementsAre("Holm birthDate 1934"));
  EXPECT_THAT(born("1930", "1939"), Not(Contains(HasSubstr("birthDate"))));
}

TEST(Lives, ADegreeHasASchoolOfItsOwn) {
  EXPECT_THAT(SentenceOf("Holm/_/PROPN/2/nsubj earned/earn/VERB/0/root/VBD a/_/DET/4/det degree/_/NOUN/2/obj "
                         "from/_/ADP/6/case Norvik/_/PROPN/4/nmod and/_/CCONJ/9/cc a/_/DET/9/det PhD/_/NOUN/6/conj "
                         "from/_/ADP/11/case Brenta/_/PROPN/9/nmod")
                  .name("Holm", "Person")
                  .name("Norvik", "University")
                  .name("Brenta", "University")
                  .name("PhD", "Organization")
                  .claims(),
              ElementsAre("Holm educatedAt Norvik", "Holm educatedAt Brenta"));
}

TEST(Lives, APostAfterThePhraseOfAnotherIsOfTheSamePerson) {
  EXPECT_THAT(SentenceOf("Holm/_/PROPN/4/nsubj is/be/AUX/4/cop the/_/DET/4/det president/_/NOUN/0/root of/_/ADP/6/case "
                         "Norvik/_/PROPN/4/nmod and/_/CCONJ/8/cc chairman/_/NOUN/6/conj of/_/ADP/10/case "
                         "Brenta/_/PROPN/8/nmod")
                  .name("Holm", "Person")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Holm chairs Brenta"));
}

TEST(Lives, TheirChildIsOfBothWhoAreNamedTogether) {
  constexpr std::string_view kRest =
      "live/live/VERB/0/root with/_/ADP/7/case their/_/PRON/7/nmod:poss son/_/NOUN/4/obl Lars/_/PROPN/7/appos";
  EXPECT_THAT(SentenceOf("Holm/_/PROPN/4/nsubj and/_/CCONJ/3/cc Dahl/_/PROPN/1/conj " + std::string(kRest))
                  .name("Holm", "Person")
                  .name("Dahl", "Person")
                  .name("Lars", "Person")
                  .claims(),
              ElementsAre("Lars childOf Holm", "Lars childOf Dahl"));
  EXPECT_THAT(SentenceOf("But/_/CCONJ/4/cc today/_/ADV/4/advmod Holm/_/PROPN/4/nsubj " + std::string(kRest))
                  .name("Holm", "Person")
                  .name("Lars", "Person")
                  .claims(),
              Not(Contains(HasSubstr("childOf"))))
      << "one is not several";
}

TEST(Lives, WhatIsSaidOfThePredicateNounIsSaidOfWhomItDescribes) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/4/nsubj is/be/AUX/4/cop a/_/DET/4/det company/_/NOUN/0/root "
                         "based/base/VERB/4/acl/VBN in/_/ADP/7/case Kiel/_/PROPN/5/obl")
                  .name("Norvik", "Organization")
                  .thing("company", "Company")
                  .name("Kiel", "City")
                  .claims(),
              Contains("Norvik headquarteredIn Kiel"));
}

TEST(Lives, YearsInParenthesesAreALife) {
  const auto claims = [](const std::string& begin, const std::string& end) {
    return SentenceOf(
               "Holm/_/PROPN/5/nsubj (/(/PUNCT/3/punct years/_/NUM/1/nmod:unmarked )/)/PUNCT/3/punct "
               "chaired/chair/VERB/0/root/VBD Norvik/_/PROPN/5/obj")
        .name("Holm", "Person")
        .name("Norvik", "Company")
        .time("years", begin, end)
        .claims();
  };
  EXPECT_THAT(claims("1904", "1932"),
              ElementsAre("Holm birthDate beginyears", "Holm deathDate endyears", "Holm chairs Norvik"));
  EXPECT_THAT(claims("1904", "1909"), ElementsAre("Holm chairs Norvik time=years")) << "a term, no life";
}

TEST(Lives, WhoDiedInParenthesesIsTheNameBefore) {
  EXPECT_THAT(
      SentenceOf("Holm/_/PROPN/6/nsubj (/(/PUNCT/3/punct died/die/VERB/6/parataxis/VBN 1687/_/NUM/3/obl:unmarked "
                 ")/)/PUNCT/3/punct spoke/speak/VERB/0/root/VBD")
          .name("Holm", "Person")
          .time("1687", "1687", "1687")
          .claims(),
      Contains("Holm deathDate 1687"));
}

TEST(Lives, TitlesBeforeANameAreTheNames) {
  const auto claims = [](const std::string& determiner) {
    return SentenceOf(determiner + "/_/PROPN/2/" + (determiner == "the" ? "det" : "compound") +
                      " chairman/_/NOUN/6/nsubj and/_/CCONJ/5/cc CEO/_/NOUN/5/nmod:desc Holm/_/PROPN/2/conj "
                      "resigned/resign/VERB/0/root/VBD")
        .name("Norvik", "Company")
        .thing("CEO", "Person")
        .name("Holm", "Person")
        .claims();
  };
  EXPECT_THAT(claims("Norvik"), ::testing::IsSupersetOf({"Holm chairs Norvik", "Holm ceoOf Norvik"}));
}

}  // namespace
}  // namespace triplewright::extract::test
