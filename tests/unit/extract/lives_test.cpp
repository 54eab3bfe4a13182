// What lives and firms are told with: places in places, dates, degrees, posts, children.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
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

TEST(Lives, ACountyBetweenATownAndItsCountryIsKnownByItsPlace) {
  EXPECT_THAT(SentenceOf(std::string(kBorn) + ",/_/PUNCT/7/punct Norshire/_/PROPN/5/appos ,/_/PUNCT/9/punct "
                                              "Norland/_/PROPN/5/appos")
                  .name("Holm", "Person")
                  .name("Kiel", "City")
                  .name("Norshire", "Place")
                  .name("Norland", "Country")
                  .claims(),
              IsSupersetOf({"Holm birthPlace Norshire", "Holm birthPlace Norland"}));
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

TEST(Lives, WhatStandsInParenthesesAfterANameIsSaidOfIt) {
  const auto remark = [](const std::string& words) {
    return SentenceOf("Holm/_/PROPN/7/nsubj (/_/PUNCT/3/punct " + words +
                      " )/_/PUNCT/3/punct was/be/AUX/7/cop brave/_/ADJ/0/root")
        .name("Holm", "Person")
        .time("1660", "1660", "1660")
        .claims();
  };
  EXPECT_THAT(remark("born/bear/VERB/1/parataxis/VBN 1660/_/NUM/3/obl:unmarked"), ElementsAre("Holm birthDate 1660"));
  EXPECT_THAT(remark("died/die/VERB/1/parataxis/VBD 1660/_/NUM/3/obl:unmarked"), Contains("Holm deathDate 1660"));
  EXPECT_THAT(remark("d./_/X/1/dep 1660/_/NUM/3/dep"), ElementsAre("Holm deathDate 1660"));
}

TEST(Lives, APlaceAfterTheDateIsThatOfTheBirth) {
  EXPECT_THAT(SentenceOf("Holm/_/PROPN/8/nsubj (/_/PUNCT/3/punct born/bear/VERB/1/acl/VBN 1660/_/NUM/3/obl:unmarked "
                         ",/_/PUNCT/6/punct Kiel/_/PROPN/4/appos )/_/PUNCT/3/punct slept/sleep/VERB/0/root")
                  .name("Holm", "Person")
                  .time("1660", "1660", "1660")
                  .name("Kiel", "City")
                  .claims(),
              Contains(HasSubstr("Holm birthPlace Kiel")));
}

TEST(Lives, WhatFollowsTwoVerbsIsOfBoth) {
  EXPECT_THAT(SentenceOf("Holm/_/PROPN/7/nsubj ,/_/PUNCT/3/punct born/bear/VERB/1/acl/VBN and/_/CCONJ/5/cc "
                         "raised/raise/VERB/3/conj/VBN in/_/ADP/8/case slept/sleep/VERB/0/root Kiel/_/PROPN/5/obl")
                  .name("Holm", "Person")
                  .name("Kiel", "City")
                  .claims(),
              Contains("Holm birthPlace Kiel"));
}

TEST(Lives, PostsInARowAreOfWhatFollowsTheLast) {
  EXPECT_THAT(SentenceOf("Holm/_/PROPN/4/nsubj is/be/AUX/4/cop the/_/DET/4/det founder/_/NOUN/0/root "
                         ",/_/PUNCT/6/punct CEO/_/NOUN/4/conj and/_/CCONJ/8/cc chairman/_/NOUN/4/conj of/_/ADP/10/case "
                         "Norvik/_/PROPN/8/nmod")
                  .name("Holm", "Person")
                  .name("Norvik", "Company")
                  .claims(),
              IsSupersetOf({"Holm founderOf Norvik", "Holm ceoOf Norvik", "Holm chairs Norvik"}));
}

TEST(Lives, TwoDatesInParenthesesAreALife) {
  const auto dates = [](const std::string& before, const std::string& born, const std::string& died) {
    const int n = before.empty() ? 0 : 1;
    const auto at = [&](int i) { return std::to_string(i + n); };
    SentenceOf sentence(before + "Holm/_/PROPN/" + at(9) + "/nsubj (/_/PUNCT/" + at(3) + "/punct " + born + "/_/NUM/" +
                        at(1) + "/nmod:unmarked –/_/SYM/" + at(5) + "/case " + died + "/_/NUM/" + at(3) +
                        "/nmod )/_/PUNCT/" + at(3) + "/punct was/be/AUX/" + at(9) + "/cop a/_/DET/" + at(9) +
                        "/det painter/_/NOUN/0/root");
    return sentence.name("Holm", "Person").time(born, born, born).time(died, died, died).claims();
  };
  EXPECT_THAT(dates("", "1872", "1949"), IsSupersetOf({"Holm birthDate 1872", "Holm deathDate 1949"}));
  EXPECT_THAT(dates("", "1986", "1991"), Not(Contains(HasSubstr("Date")))) << "a term";
  EXPECT_THAT(dates("Chairman/_/NOUN/2/nmod:desc ", "1872", "1949"), Not(Contains(HasSubstr("Date"))))
      << "years beside a title may be those of the post";
  EXPECT_THAT(dates("Chairman/_/NOUN/2/nmod:desc ", "1872-03-01", "1949-11-24"), Contains("Holm birthDate 1872-03-01"));
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
