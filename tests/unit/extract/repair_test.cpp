// What parsers get wrong again and again, put right by mentions and values.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Repair, TitleParsedApartFromTheName) {
  EXPECT_THAT(
      SentenceOf("chip/_/NOUN/2/compound giant/_/NOUN/4/nsubj Norvik/_/PROPN/4/nsubj acquired/acquire/VERB/0/root/VBD "
                 "Brenta/_/PROPN/4/obj")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .thing("giant", "Company")
          .claims(),
      ElementsAre("Norvik acquires Brenta"));
}

TEST(Repair, TitleAboveTheVerbOfTheName) {
  // The name hangs on a verb that hangs on the title: the name takes the title's place, and the tree stays a tree.
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj accused/accuse/VERB/0/root/VBD minister/_/NOUN/2/obj "
                         "Ada/_/PROPN/6/nsubj Quist/_/PROPN/4/flat owning/own/VERB/3/acl/VBG Brenta/_/PROPN/6/obj")
                  .name("Norvik", "Company")
                  .name("Ada Quist", "Person")
                  .name("Brenta", "Company")
                  .thing("minister", "Person")
                  .claims(),
              ::testing::IsSupersetOf({"Norvik accuses Ada Quist", "Ada Quist owns Brenta"}));
}

TEST(Repair, AppositiveTakenForTheSubject) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/8/vocative ,/_/PUNCT/1/punct a/_/DET/4/det investor/_/NOUN/8/nsubj "
                          "in/_/ADP/6/case Brenta/_/PROPN/4/nmod ,/_/PUNCT/4/punct acquired/acquire/VERB/0/root/VBD "
                          "Tarim/_/PROPN/8/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .name("Tarim", "Company")
                          .thing("investor", "Organization")
                          .claims();
  EXPECT_THAT(claims, ::testing::IsSupersetOf({"Norvik investsIn Brenta", "Norvik acquires Tarim"}));
}

TEST(Repair, ArticleAboveItsNoun) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj acquired/acquire/VERB/0/root/VBD the/_/DET/2/obj Brenta/_/PROPN/3/obj "
                         "group/_/NOUN/4/flat")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik acquires Brenta"));
}

TEST(Repair, NameParsedAsPartOfTheEmployer) {
  const auto claims = SentenceOf(
                          "Norvik/_/PROPN/5/nsubj founder/_/NOUN/3/nmod:desc Ada/_/PROPN/1/flat Quist/_/PROPN/3/flat "
                          "urged/urge/VERB/0/root/VBD "
                          "Brenta/_/PROPN/5/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .name("Ada Quist", "Person")
                          .thing("founder", "Person")
                          .claims();
  EXPECT_THAT(claims, Contains("Ada Quist founderOf Norvik"));
  EXPECT_THAT(claims, Contains(HasSubstr("Ada Quist urges Brenta")));
  EXPECT_THAT(claims, Not(Contains(HasSubstr("Norvik urges"))));
}

TEST(Repair, FirstPartOfACompoundStatesNothing) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/4/nmod:poss 's/_/PART/1/case supply/_/NOUN/4/compound chain/_/NOUN/6/nsubj "
                         "for/_/ADP/6/case chips/chip/NOUN/0/root")
                  .name("Norvik", "Company")
                  .category("chips", "Chip")
                  .claims(),
              Not(Contains(HasSubstr("supplies"))));
}

TEST(Repair, ReportVerbBetweenTwoSubjects) {
  EXPECT_THAT(SentenceOf("Documents/document/NOUN/5/nsubj/NNS allege/_/VERB/5/obl/VBP the/_/DET/4/det "
                         "Norvik/_/PROPN/5/nsubj acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/5/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta Reported"));
}

TEST(Repair, CommentTakenForARelativeClause) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/2/nsubj acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/2/obj ,/_/PUNCT/7/punct "
                 "a/_/DET/6/det statement/_/NOUN/7/nsubj said/say/VERB/3/acl:relcl/VBD")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .claims(),
      ElementsAre("Norvik acquires Brenta Reported"));
}

TEST(Repair, ContentTakenForARelativeClauseOfTheDay) {
  EXPECT_THAT(SentenceOf("Officials/official/NOUN/2/nsubj/NNS said/say/VERB/0/root/VBD on/_/ADP/4/case "
                         "Friday/_/PROPN/2/obl Norvik/_/PROPN/6/nsubj acquired/acquire/VERB/4/acl:relcl/VBD "
                         "Brenta/_/PROPN/6/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta Reported"));
}

TEST(Repair, ContentTakenForAClauseOfWhomItIsTold) {
  EXPECT_THAT(SentenceOf("Officials/official/NOUN/2/nsubj/NNS told/tell/VERB/0/root/VBD "
                         "lawmakers/lawmaker/NOUN/2/iobj/NNS that/_/SCONJ/6/mark Norvik/_/PROPN/6/nsubj "
                         "acquired/acquire/VERB/3/acl/VBD Brenta/_/PROPN/6/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik acquires Brenta Reported"));
}

TEST(Constructions, TheHeadOfAPartDoesNotLeadTheWhole) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/0/root ,/,/PUNCT/4/punct Norvik/_/PROPN/4/nmod:poss head/_/NOUN/1/appos/NN "
                         "of/_/ADP/6/case sales/_/NOUN/4/nmod/NNS")
                  .name("Ada", "Person")
                  .name("Norvik", "Company")
                  .claims(),
              Not(Contains("Ada leads Norvik")));
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/0/root ,/,/PUNCT/4/punct Norvik/_/PROPN/4/nmod:poss head/_/NOUN/1/appos/NN")
                  .name("Ada", "Person")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Ada leads Norvik"));
}

TEST(Repair, CoordinateNamesParsedAsACompound) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/4/nsubj is/be/AUX/4/cop the/_/DET/4/det founder/_/NOUN/0/root of/_/ADP/10/case "
                         "Norvik/_/PROPN/10/compound Labs/_/PROPN/10/compound and/_/CCONJ/9/cc Brenta/_/PROPN/7/conj "
                         "Systems/_/PROPN/4/nmod")
                  .name("Ada", "Person")
                  .name("Norvik Labs", "Company")
                  .name("Brenta Systems", "Company")
                  .claims(),
              ElementsAre("Ada founderOf Norvik Labs", "Ada founderOf Brenta Systems"));
}

TEST(Repair, FrontedNounAndNameBothTakenForTheSubject) {
  EXPECT_THAT(SentenceOf("a/_/DET/2/det rival/_/NOUN/7/nsubj of/_/ADP/4/case Brenta/_/PROPN/2/nmod ,/_/PUNCT/2/punct "
                         "Norvik/_/PROPN/7/nsubj acquired/acquire/VERB/0/root/VBD Tarim/_/PROPN/7/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .name("Tarim", "Company")
                  .thing("rival", "Company")
                  .claims(),
              ::testing::IsSupersetOf({"Norvik competesWith Brenta", "Norvik acquires Tarim"}));
}

TEST(Constructions, ANameOfAnOrganizationAfterAPersons) {
  const auto claims = [](const char* cls) {
    return SentenceOf("Ada/_/PROPN/4/nsubj of/_/ADP/3/case Norvik/_/PROPN/1/nmod left/leave/VERB/0/root/VBD")
        .name("Ada", "Person")
        .name("Norvik", cls)
        .claims();
  };
  EXPECT_THAT(claims("Company"), ElementsAre("Ada worksFor Norvik"));
  EXPECT_THAT(claims("PoliticalParty"), ElementsAre("Ada memberOf Norvik"));
  EXPECT_THAT(claims("City"), ::testing::IsEmpty());
}

TEST(Repair, NoPluralTakesAnIndefiniteArticle) {
  EXPECT_THAT(SentenceOf("A/_/DET/3/det carrier/_/NOUN/3/compound/NN rivals/rival/NOUN/0/root/NNS with/_/ADP/5/case "
                         "Brenta/_/PROPN/3/nmod ,/_/PUNCT/7/punct suing/sue/VERB/3/acl/VBG Ostia/_/PROPN/7/obj "
                         "./_/PUNCT/3/punct")
                  .thing("carrier", "Company")
                  .name("Brenta", "Company")
                  .name("Ostia", "Company")
                  .claims(),
              Contains("carrier sues Ostia"));
}

TEST(Repair, SubjectTakenForAPartOfACompound) {
  EXPECT_THAT(SentenceOf("The/_/DET/3/det carrier/_/NOUN/3/compound/NN sues/sue/VERB/0/root/VBZ Brenta/_/PROPN/3/obj")
                  .thing("carrier", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("carrier sues Brenta"));
}

TEST(Repair, RelativeClauseHungOnItsPronoun) {
  EXPECT_THAT(SentenceOf("Ada/_/PROPN/2/nsubj left/leave/VERB/0/root/VBD Norvik/_/PROPN/2/obj that/_/PRON/3/appos/WDT "
                         "acquired/acquire/VERB/4/conj/VBD Brenta/_/PROPN/5/obj")
                  .name("Ada", "Person")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik acquires Brenta"));
}

TEST(Repair, TwoTitlesBeforeAName) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case president/_/NOUN/7/nsubj and/_/CCONJ/5/cc "
                         "CEO/ceo/NOUN/3/conj Ada/_/PROPN/3/appos left/leave/VERB/0/root/VBD")
                  .name("Norvik", "Company")
                  .name("Ada", "Person")
                  .thing("CEO", "Person")
                  .claims(),
              Contains("Ada ceoOf Norvik"));
}

TEST(Repair, SubjectTakenForAnAppositive) {
  EXPECT_THAT(SentenceOf("Born/bear/VERB/7/advcl/VBN in/_/ADP/3/case Ostia/_/PROPN/1/obl ,/_/PUNCT/5/punct "
                         "Ada/_/PROPN/3/appos Quist/_/PROPN/5/flat leads/lead/VERB/0/root/VBZ Norvik/_/PROPN/7/obj")
                  .name("Ostia", "City")
                  .name("Ada Quist", "Person")
                  .name("Norvik", "Company")
                  .claims(),
              ElementsAre("Ada Quist birthPlace Ostia", "Ada Quist leads Norvik"));
}

TEST(Repair, SubjectTakenForAnAppositiveOfTheTime) {
  EXPECT_THAT(SentenceOf("Last/_/ADJ/2/amod month/_/NOUN/5/obl:unmarked ,/_/PUNCT/4/punct Norvik/_/PROPN/2/appos "
                         "acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/5/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .value("month", ValueKind::Time)
                  .claims(),
              ElementsAre(HasSubstr("Norvik acquires Brenta")));
}

TEST(Repair, NounOfTwoWordsHungOnTheFirst) {
  EXPECT_THAT(SentenceOf("Ostia/_/PROPN/3/nmod:poss 's/_/PART/1/case attorney/_/NOUN/8/nsubj general/_/NOUN/3/appos "
                         ",/_/PUNCT/6/punct Ada/_/PROPN/3/appos ,/_/PUNCT/3/punct left/leave/VERB/0/root/VBD")
                  .name("Ostia", "AdministrativeRegion")
                  .name("Ada", "Person")
                  .thing("general", "Person")
                  .claims(),
              Contains("Ada holdsPosition Ostia role=attorney general"));
}

TEST(Repair, GerundThatIsPartOfATitle) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj plays/play/VERB/0/root/VBZ against/_/SCONJ/4/mark "
                         "defending/defend/VERB/2/advcl/VBG champion/_/NOUN/6/compound/NN Brenta/_/PROPN/4/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Not(Contains(HasSubstr("protects"))));
}

TEST(Repair, ObjectTakenForAnotherSubject) {
  const auto claims = SentenceOf(
                          "A/a/DET/2/det report/_/NOUN/7/nsubj that/that/PRON/5/obj Norvik/_/PROPN/5/nsubj "
                          "acquired/acquire/VERB/2/acl:relcl/VBD Brenta/_/PROPN/7/nsubj sank/sink/VERB/0/root/VBD "
                          "Tarim/_/PROPN/7/obj")
                          .name("Norvik", "Company")
                          .name("Brenta", "Company")
                          .name("Tarim", "Company")
                          .claims();
  EXPECT_THAT(claims, ElementsAre("Norvik acquires Brenta Reported"));
}

TEST(Repair, TopicTakenForTheSubject) {
  EXPECT_THAT(SentenceOf("Tarim/_/PROPN/4/nsubj :/_/PUNCT/3/punct Norvik/_/PROPN/1/appos "
                         "acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/4/obj")
                  .name("Tarim", "Company")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta"));
}

TEST(Repair, TimeTakenForAPartOfTheName) {
  EXPECT_THAT(SentenceOf("Over/over/ADP/4/case the/_/DET/4/det years/year/NOUN/4/compound Norvik/_/PROPN/5/obl "
                         "acquired/acquire/VERB/0/root/VBD Brenta/_/PROPN/5/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .value("the years", ValueKind::Duration)
                  .claims(),
              Contains(HasSubstr("Norvik acquires Brenta")));
}

TEST(Repair, PrepositionMakesAnObjectAnOblique) {
  // "call on X to": urged, not called.
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj called/call/VERB/0/root/VBD on/_/ADP/4/case Brenta/_/PROPN/2/obj "
                         "to/_/PART/6/mark retreat/_/VERB/2/xcomp/VB")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains(HasSubstr("Norvik urges Brenta")));
}

TEST(Repair, AdjectiveTakenForAnAdverbOfItsInfinitive) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/5/nsubj is/be/AUX/5/aux/VBZ due/_/ADJ/5/advmod to/_/PART/3/fixed "
                         "acquire/_/VERB/0/root/VB Brenta/_/PROPN/5/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              ElementsAre("Norvik acquires Brenta Planned"));
}

TEST(Repair, ContentOfANounTakenForThatOfAVerb) {
  EXPECT_THAT(SentenceOf("Tarim/_/PROPN/2/nsubj denied/deny/VERB/0/root/VBD reports/report/NOUN/2/obj "
                         "that/_/SCONJ/6/mark Norvik/_/PROPN/6/nsubj acquired/acquire/VERB/3/ccomp/VBD "
                         "Brenta/_/PROPN/6/obj")
                  .name("Tarim", "Company")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains(HasSubstr("Norvik acquires Brenta Denied")));
}

TEST(Repair, SecondPredicateIsSaidAndNotAskedFor) {
  // "called Norvik the owner of Brenta": somebody says so.
  EXPECT_THAT(SentenceOf("Tarim/_/PROPN/2/nsubj called/call/VERB/0/root/VBD Norvik/_/PROPN/2/obj the/_/DET/5/det "
                         "owner/_/NOUN/2/xcomp of/_/ADP/7/case Brenta/_/PROPN/5/nmod")
                  .name("Tarim", "Company")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik owns Brenta Reported"));
}

}  // namespace
}  // namespace triplewright::extract::test
