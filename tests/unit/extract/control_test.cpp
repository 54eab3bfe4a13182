// Who does what an infinitive or a gerund says that hangs on a noun.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Control, WhoIsInTalksToBuyMayBuy) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/5/nsubj is/be/AUX/5/cop in/_/ADP/5/case advanced/_/ADJ/5/amod "
                          "talks/talk/NOUN/0/root to/_/PART/7/mark buy/buy/VERB/5/acl Zelt/_/PROPN/7/obj")
                          .name("Norvik", "Company")
                          .name("Zelt", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains("Norvik acquires Zelt Possible"));
}

TEST(Control, ABanOnSellingIsOnOthers) {
  const auto claims = SentenceOf(
                          "Norland/_/PROPN/2/nsubj imposed/impose/VERB/0/root/VBD a/_/DET/4/det ban/_/NOUN/2/obj/NN "
                          "on/_/SCONJ/6/mark acquiring/acquire/VERB/4/acl/VBG Zelt/_/PROPN/6/obj")
                          .name("Norland", "Country")
                          .name("Zelt", "Company")
                          .claims();
  EXPECT_THAT(claims, Not(Contains(HasSubstr("Norland acquires Zelt"))));
}

TEST(Control, SanctionsForADeedAreOnWhoDidIt) {
  const auto claims = SentenceOf(
                          "Norland/_/PROPN/2/nsubj announced/announce/VERB/0/root/VBD sanctions/sanction/NOUN/2/obj "
                          "on/_/ADP/5/case Brenta/_/PROPN/3/nmod for/_/SCONJ/7/mark "
                          "acquiring/acquire/VERB/3/acl/VBG Zelt/_/PROPN/7/obj")
                          .name("Norland", "Country")
                          .name("Brenta", "Company")
                          .name("Zelt", "Company")
                          .claims();
  EXPECT_THAT(claims, Contains(HasSubstr("Brenta acquires Zelt")));
  EXPECT_THAT(claims, Not(Contains(HasSubstr("Norland acquires Zelt"))));
}

}  // namespace
}  // namespace triplewright::extract::test
