// Relations whose verb the lexicon does not have.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(OpenRelations, OfAVerbBetweenNames) {
  SentenceOf sentence("Norvik/_/PROPN/2/nsubj befriended/befriend/VERB/0/root/VBD Brenta/_/PROPN/2/obj");
  sentence.name("Norvik", "Company").name("Brenta", "Company");
  EXPECT_THAT(sentence.claims(), IsEmpty());
  EXPECT_THAT(sentence.claims(true), ElementsAre("Norvik befriend Brenta"));
}

TEST(OpenRelations, ToValuesAndWords) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj squandered/squander/VERB/0/root/VBD $/_/SYM/2/obj 5/_/NUM/3/nummod")
                  .name("Norvik", "Company")
                  .value("$ 5", ValueKind::Money)
                  .claims(true),
              ElementsAre("Norvik squander $ 5"));
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/4/nsubj is/be/AUX/4/cop large/_/ADJ/4/amod hub/_/NOUN/0/root/NN")
                  .name("Norvik", "Company")
                  .claims(true),
              ElementsAre("Norvik be large hub"));
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj says/say/VERB/0/root/VBZ prices/_/NOUN/4/nsubj fell/fall/VERB/2/ccomp")
                  .name("Norvik", "Company")
                  .claims(true),
              ElementsAre("Norvik say prices fell"));
}

}  // namespace
}  // namespace triplewright::extract::test
