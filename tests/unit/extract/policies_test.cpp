// Policies and other things that a noun evokes, and what permits, bans and curbs reach.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

TEST(Policies, RolesOfTheNounPhrase) {
  EXPECT_THAT(SentenceOf("Ostia/_/PROPN/3/compound export/_/NOUN/3/compound controls/control/NOUN/8/nsubj "
                         "on/_/ADP/5/case chips/chip/NOUN/3/nmod to/_/ADP/7/case "
                         "Tarim/_/PROPN/3/nmod remain/_/VERB/0/root/VBP")
                  .name("Ostia", "Country")
                  .name("Tarim", "Country")
                  .thing("export controls", "ExportControl")
                  .category("chips", "Chip")
                  .claims(),
              IsSupersetOf({"Ostia imposes export controls", "export controls restricts chips",
                            "export controls targets Tarim"}));
}

TEST(Policies, ControlsAimedAtSomebodysProgress) {
  EXPECT_THAT(SentenceOf("controls/control/NOUN/0/root aimed/aim/VERB/1/acl/VBN at/_/SCONJ/4/mark "
                         "curtailing/curtail/VERB/2/advcl/VBG Tarim/_/PROPN/7/nmod:poss "
                         "'s/_/PART/5/case progress/_/NOUN/4/obj")
                  .name("Tarim", "Country")
                  .thing("controls", "ExportControl")
                  .claims(),
              Contains(HasSubstr("controls targets Tarim")));
}

TEST(Policies, AccessToSomething) {
  const auto claims = SentenceOf(
                          "rules/rule/NOUN/2/nsubj limit/_/VERB/0/root/VBP Tarimese/_/ADJ/4/amod access/_/NOUN/2/obj "
                          "to/_/ADP/6/case chips/chip/NOUN/4/nmod")
                          .name("Tarimese", "Country")
                          .thing("rules", "Regulation")
                          .category("chips", "Chip")
                          .claims();
  EXPECT_THAT(claims, Contains(HasSubstr("rules restricts chips")));
}

TEST(Policies, BanOnSelling) {
  EXPECT_THAT(SentenceOf("Ostia/_/PROPN/2/nsubj imposed/impose/VERB/0/root/VBD a/_/DET/4/det ban/_/NOUN/2/obj "
                         "on/_/SCONJ/6/mark selling/sell/VERB/4/acl/VBG chips/chip/NOUN/6/obj")
                  .name("Ostia", "Country")
                  .thing("ban", "Ban")
                  .category("chips", "Chip")
                  .claims(),
              IsSupersetOf({"Ostia imposes ban", "ban restricts chips"}));
}

TEST(Policies, WhatIsAllowedStandsBelow) {
  EXPECT_THAT(SentenceOf("Ostia/_/PROPN/2/nsubj allowed/allow/VERB/0/root/VBD Norvik/_/PROPN/2/obj to/_/PART/5/mark "
                         "sell/_/VERB/2/xcomp/VB "
                         "chips/chip/NOUN/5/obj to/_/ADP/8/case Tarim/_/PROPN/5/obl")
                  .name("Ostia", "Country")
                  .name("Norvik", "Company")
                  .name("Tarim", "Country")
                  .category("chips", "Chip")
                  .claims(),
              Contains("Ostia permits chips recipient=Tarim"));
}

TEST(Policies, TimesAreNoTargets) {
  EXPECT_THAT(SentenceOf("sanctions/sanction/NOUN/0/root on/_/ADP/3/case Monday/_/PROPN/1/nmod")
                  .thing("sanctions", "Sanction")
                  .name("Monday", "Country")
                  .value("Monday", ValueKind::Time)
                  .claims(),
              Not(Contains(HasSubstr("targets"))));
}

TEST(Modifiers, PossessorOfANamedProduct) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case Tarim/_/PROPN/4/nsubj sells/sell/VERB/0/root/VBZ "
                         "well/_/ADV/4/advmod")
                  .name("Norvik", "Company")
                  .name("Tarim", "Product")
                  .claims(),
              Contains("Norvik develops Tarim"));
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case chips/chip/NOUN/4/nsubj rule/_/VERB/0/root/VBP")
                  .name("Norvik", "Company")
                  .category("chips", "Chip")
                  .claims(),
              IsEmpty());
}

TEST(Modifiers, WhoseIsTheAntecedents) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/0/root ,/_/PUNCT/5/punct whose/_/PRON/4/nmod:poss founder/_/NOUN/5/nsubj "
                         "is/be/VERB/1/acl:relcl Ada/_/PROPN/5/obj")
                  .name("Norvik", "Company")
                  .name("Ada", "Person")
                  .claims(),
              IsEmpty());
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/0/root ,/_/PUNCT/6/punct whose/_/PRON/4/nmod:poss founder/_/NOUN/6/nsubj "
                         "Ada/_/PROPN/4/flat left/leave/VERB/1/acl:relcl/VBD")
                  .name("Norvik", "Company")
                  .name("Ada", "Person")
                  .claims(),
              Contains("Ada founderOf Norvik"));
}

TEST(Modifiers, ParticipleOfACompound) {
  EXPECT_THAT(SentenceOf("Ostia/_/PROPN/3/obl:unmarked -/_/PUNCT/3/punct based/base/VERB/4/amod/VBN "
                         "Norvik/_/PROPN/5/nsubj grew/grow/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ostia", "City")
                  .claims(),
              Contains(HasSubstr("Norvik headquarteredIn Ostia")));
}

TEST(Qualifiers, QuantityAndTimeOfOneClaim) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nsubj could/_/AUX/3/aux produce/_/VERB/0/root/VB up/_/ADP/6/advmod "
                         "to/_/ADP/4/fixed 200,000/_/NUM/7/nummod chips/chip/NOUN/3/obj "
                         "by/_/ADP/9/case 2025/_/NUM/3/obl")
                  .name("Norvik", "Company")
                  .category("chips", "AIChip")
                  .value("up to 200,000", ValueKind::Number)
                  .value("by 2025", ValueKind::Time)
                  .claims(),
              IsSupersetOf({HasSubstr("Norvik manufactures chips quantity=up to 200,000 time=by 2025"),
                            HasSubstr("Norvik productionVolume up to 200,000 product=chips time=by 2025")}));
}

TEST(Qualifiers, TimesOfAnotherClauseStayThere) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/7/nsubj ,/_/PUNCT/3/punct founded/found/VERB/1/acl/VBN in/_/ADP/5/case "
                         "1990/_/NUM/3/obl ,/_/PUNCT/3/punct acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/7/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .value("1990", ValueKind::Time)
                  .claims(),
              ::testing::ElementsAre("Norvik acquires Brenta"));
}

TEST(Qualifiers, PostInFull) {
  EXPECT_THAT(
      SentenceOf(
          "Ada/_/PROPN/9/nsubj ,/_/PUNCT/6/punct chief/_/ADJ/5/amod financial/_/ADJ/5/amod officer/_/NOUN/1/appos "
          "of/_/ADP/7/case Norvik/_/PROPN/5/nmod ,/_/PUNCT/5/punct left/leave/VERB/0/root/VBD")
          .name("Norvik", "Company")
          .name("Ada", "Person")
          .claims(),
      Contains("Ada holdsPosition Norvik role=chief financial officer"));
}

TEST(Qualifiers, PostWithoutAnOrganization) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/6/nsubj ,/_/PUNCT/4/punct deputy/_/ADJ/4/amod minister/_/NOUN/1/appos "
                         ",/_/PUNCT/4/punct left/leave/VERB/0/root/VBD")
                  .name("Ada", "Person")
                  .claims(),
              Contains("Ada holdsPosition deputy minister"));
}

}  // namespace
}  // namespace triplewright::extract::test
