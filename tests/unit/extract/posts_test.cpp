// Posts: who holds, gets and leaves them, and how they are worded.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Posts, PostGivenToSomebody) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj hired/hire/VERB/0/root/VBD Ada/_/PROPN/2/obj as/_/ADP/6/case "
                         "chief/_/ADJ/6/amod executive/_/ADJ/2/obl")
                  .name("Norvik", "Company")
                  .name("Ada", "Person")
                  .claims(),
              ::testing::IsSupersetOf({"Ada ceoOf Norvik"}));
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj praised/praise/VERB/0/root/VBD Ada/_/PROPN/2/obj as/_/ADP/6/case "
                         "chief/_/ADJ/6/amod executive/_/ADJ/2/obl")
                  .name("Norvik", "Company")
                  .name("Ada", "Person")
                  .claims(),
              Not(Contains(HasSubstr("ceoOf"))));
}

TEST(Posts, PostBeforeItsHolder) {
  EXPECT_THAT(SentenceOf("the/_/DET/2/det ceo/_/NOUN/6/nsubj of/_/ADP/4/case Norvik/_/PROPN/2/nmod is/be/AUX/6/cop "
                         "Ada/_/PROPN/0/root")
                  .name("Norvik", "Company")
                  .name("Ada", "Person")
                  .claims(),
              ElementsAre("Ada ceoOf Norvik"));
}

TEST(Posts, WordsOfAPostAreNoBody) {
  EXPECT_THAT(SentenceOf("Defense/_/PROPN/2/compound Minister/minister/PROPN/3/nmod:desc Ada/_/PROPN/4/nsubj "
                         "resigned/resign/VERB/0/root/VBD")
                  .name("Ada", "Person")
                  .thing("Defense", "GovernmentBody")
                  .claims(),
              Not(Contains(HasSubstr("holdsPosition Defense role"))));
}

TEST(Posts, AFormerHolderKeepsHisOrigin) {
  EXPECT_THAT(SentenceOf("former/_/ADJ/3/amod Norvik/_/PROPN/3/nmod:poss president/_/NOUN/4/nmod:desc "
                         "Ada/_/PROPN/5/nsubj resigned/resign/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ada", "Person")
                  .claims(),
              Not(Contains("Ada worksFor Norvik ended=former")));
}

TEST(Posts, Title) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/compound founder/_/NOUN/3/nmod:desc Ada/_/PROPN/5/nsubj "
                         "Quist/_/PROPN/3/flat resigned/resign/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ada Quist", "Person")
                  .claims(),
              Contains("Ada Quist founderOf Norvik"));
  // the same with every word attached to the name, and with the title as head
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/compound founder/_/NOUN/3/compound Ada/_/PROPN/5/nsubj Quist/_/PROPN/3/flat "
                         "resigned/resign/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ada Quist", "Person")
                  .claims(),
              Contains("Ada Quist founderOf Norvik"));
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/compound founder/_/NOUN/5/nsubj Ada/_/PROPN/2/flat Quist/_/PROPN/2/flat "
                         "resigned/resign/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ada Quist", "Person")
                  .claims(),
              Contains("Ada Quist founderOf Norvik"));
}

TEST(Posts, APostThatIsLeft) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/2/nsubj resigned/resign/VERB/0/root/VBD as/_/ADP/4/case chairman/_/NOUN/2/obl/NN "
                         "of/_/ADP/6/case Norvik/_/PROPN/4/nmod")
                  .name("Ada", "Person")
                  .name("Norvik", "Company")
                  .claims(),
              ::testing::IsSupersetOf(
                  {HasSubstr("Ada resignsFrom Norvik role=chairman"), HasSubstr("Ada chairs Norvik ended=resigned")}));
}

TEST(Posts, WhoActsUnderALeaderIsLed) {
  const auto claims = [](const std::string& preposition) {
    return SentenceOf("Norvik/_/PROPN/2/nsubj grew/grow/VERB/0/root/VBD " + preposition +
                      "/_/ADP/5/case CEO/_/NOUN/5/nmod:desc Holm/_/PROPN/2/obl")
        .name("Norvik", "Company")
        .thing("CEO", "Person")
        .name("Holm", "Person")
        .claims();
  };
  EXPECT_THAT(claims("under"), ::testing::Contains("Holm ceoOf Norvik"));
  EXPECT_THAT(claims("unlike"), ::testing::Not(::testing::Contains("Holm ceoOf Norvik")));
}

TEST(Posts, WhoHeadsAPartHeadsNotTheWhole) {
  const auto head_of = [](const char* words) {
    return SentenceOf(words).name("Norvik", "Company").name("Ada Quist", "Person").claims();
  };
  EXPECT_THAT(head_of("Norvik/_/PROPN/4/nmod:poss ~'s/'s/PART/1/case research/_/NOUN/4/compound/NN "
                      "chief/_/NOUN/5/compound/NN Ada/_/PROPN/7/nsubj Quist/_/PROPN/5/flat left/leave/VERB/0/root/VBD"),
              Not(Contains("Ada Quist leads Norvik")));
  EXPECT_THAT(head_of("Norvik/_/PROPN/4/nmod:poss ~'s/'s/PART/1/case company/_/NOUN/4/compound/NN "
                      "chief/_/NOUN/5/compound/NN Ada/_/PROPN/7/nsubj Quist/_/PROPN/5/flat left/leave/VERB/0/root/VBD"),
              Contains("Ada Quist leads Norvik"));
}

}  // namespace
}  // namespace triplewright::extract::test
