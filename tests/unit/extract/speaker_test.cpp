// Who says it: reports, quotations, sources.
#include <gtest/gtest.h>

#include "stance_of.h"

namespace triplewright::extract::test {
namespace {

TEST(Speaker, ReportsNameTheirSpeaker) {
  const Document d = SentenceOf(
                         "Ada/_/PROPN/2/nsubj said/say/VERB/0/root/VBD that/_/SCONJ/5/mark Norvik/_/PROPN/5/nsubj "
                         "supplies/supply/VERB/2/ccomp/VBZ chips/chip/NOUN/5/obj")
                         .name("Ada", "Person")
                         .name("Norvik", "Company")
                         .document();
  EXPECT_EQ(stance(d, "supplies"), "Reported by Ada");
  EXPECT_EQ(stance(d, "said"), "Asserted");
}

TEST(Speaker, SpeakerWithoutAMentionIsKeptInWords) {
  EXPECT_EQ(stance("Some/_/DET/2/det analysts/analyst/NOUN/3/nsubj say/_/VERB/0/root/VBP Norvik/_/PROPN/5/nsubj "
                   "supplies/supply/VERB/3/ccomp/VBZ",
                   "supplies"),
            "Reported by words: Some analysts");
}

TEST(Speaker, ReportAfterOrAsideWhatIsSaid) {
  const Document after = SentenceOf(
                             "Norvik/_/PROPN/2/nsubj supplies/supply/VERB/0/root/VBZ chips/chip/NOUN/2/obj "
                             ",/_/PUNCT/6/punct Ada/_/PROPN/6/nsubj "
                             "said/say/VERB/2/parataxis/VBD")
                             .name("Ada", "Person")
                             .document();
  EXPECT_EQ(stance(after, "supplies"), "Reported by Ada");
  const Document according = SentenceOf(
                                 "According/accord/VERB/3/case/VBG to/_/ADP/1/fixed Ada/_/PROPN/6/obl "
                                 ",/_/PUNCT/3/punct Norvik/_/PROPN/6/nsubj "
                                 "supplies/supply/VERB/0/root/VBZ")
                                 .name("Ada", "Person")
                                 .document();
  EXPECT_EQ(stance(according, "supplies"), "Reported by Ada");
}

TEST(Speaker, ASemicolonEndsWhatIsSaid) {
  const auto said = [](const std::string& mark) {
    return SentenceOf("Ada/_/PROPN/2/nsubj said/say/VERB/0/root/VBD " + mark +
                      "/_/PUNCT/5/punct Norvik/_/PROPN/5/nsubj supplies/supply/VERB/2/parataxis/VBZ")
        .name("Ada", "Person")
        .document();
  };
  EXPECT_EQ(stance(said(":"), "supplies"), "Reported by Ada");
  EXPECT_EQ(stance(said(";"), "supplies"), "Asserted");
}

TEST(Speaker, AHedgeInAReportKeepsTheSpeaker) {
  const Document d = SentenceOf(
                         "Ada/_/PROPN/2/nsubj said/say/VERB/0/root/VBD Norvik/_/PROPN/5/nsubj may/_/AUX/5/aux/MD "
                         "supply/_/VERB/2/ccomp/VB")
                         .name("Ada", "Person")
                         .document();
  EXPECT_EQ(stance(d, "supply"), "Possible by Ada");
}

TEST(Speaker, WhatNobodySaidIsNotReported) {
  EXPECT_EQ(
      stance("Ada/_/PROPN/4/nsubj did/do/AUX/4/aux/VBD not/_/PART/4/advmod/RB say/_/VERB/0/root/VB that/_/SCONJ/7/mark "
             "Norvik/_/PROPN/7/nsubj supplies/supply/VERB/4/ccomp/VBZ",
             "supplies")
          .substr(0, 8),
      "Possible");
}

TEST(Speaker, DeniedReport) {
  EXPECT_EQ(stance("Ada/_/PROPN/2/nsubj denied/deny/VERB/0/root/VBD that/_/SCONJ/5/mark Norvik/_/PROPN/5/nsubj "
                   "supplies/supply/VERB/2/ccomp/VBZ",
                   "supplies")
                .substr(0, 6),
            "Denied");
}

TEST(Speaker, Quotations) {
  const Document d = SentenceOf(
                         "“/_/PUNCT/3/punct Norvik/_/PROPN/3/nsubj supplies/supply/VERB/8/ccomp/VBZ good/_/ADJ/5/amod "
                         "chips/chip/NOUN/3/obj ,/_/PUNCT/3/punct "
                         "”/_/PUNCT/3/punct said/say/VERB/0/root/VBD Ada/_/PROPN/8/nsubj")
                         .name("Ada", "Person")
                         .document();
  EXPECT_EQ(stance(d, "supplies"), "Reported by Ada");
}

TEST(Speaker, AQuotationGoesOnInTheNextSentence) {
  Document d = SentenceOf(
                   "“/_/PUNCT/2/punct Sales/sale/NOUN/3/nsubj grew/grow/VERB/6/ccomp/VBD ,/_/PUNCT/3/punct "
                   "”/_/PUNCT/3/punct said/say/VERB/0/root/VBD "
                   "Ada/_/PROPN/6/nsubj ./_/PUNCT/6/punct “/_/PUNCT/11/punct Norvik/_/PROPN/11/nsubj "
                   "supplies/supply/VERB/0/root/VBZ "
                   "good/_/ADJ/13/amod chips/chip/NOUN/11/obj ./_/PUNCT/11/punct ”/_/PUNCT/11/punct")
                   .name("Ada", "Person")
                   .document();
  d.sentences = {{{0, 8}, 0, false}, {{8, 15}, 0, false}};
  EXPECT_EQ(stance(d, "supplies"), "Reported by Ada");
}

TEST(Speaker, SourceThatTheParseHangsOnTheObject) {
  const Document d = SentenceOf(
                         "Norvik/_/PROPN/2/nsubj bought/buy/VERB/0/root/VBD Brenta/_/PROPN/2/obj ,/_/PUNCT/7/punct "
                         "according/accord/VERB/7/case/VBG "
                         "to/_/ADP/5/fixed Ada/_/PROPN/3/nmod")
                         .name("Ada", "Person")
                         .document();
  EXPECT_EQ(stance(d, "bought"), "Reported by Ada");
}

TEST(Speaker, ContentClauseThatTheParseTakesForARelativeOne) {
  EXPECT_NE(stance("A/_/DET/2/det report/_/NOUN/7/nsubj that/_/PRON/5/obj/WDT Norvik/_/PROPN/5/nsubj "
                   "bought/buy/VERB/2/acl:relcl/VBD "
                   "Brenta/_/PROPN/5/obj moved/move/VERB/0/root/VBD",
                   "bought"),
            "Asserted");
  // a real relative clause stays asserted
  EXPECT_EQ(stance("A/_/DET/2/det plant/_/NOUN/6/nsubj that/_/PRON/5/obj/WDT Norvik/_/PROPN/5/nsubj "
                   "bought/buy/VERB/2/acl:relcl/VBD "
                   "closed/close/VERB/0/root/VBD",
                   "bought"),
            "Asserted");
}

TEST(Speaker, ScareQuotesAreNoQuotation) {
  EXPECT_EQ(stance("Norvik/_/PROPN/2/nsubj supplies/supply/VERB/0/root/VBZ “/_/PUNCT/4/punct smart/_/ADJ/6/amod "
                   "”/_/PUNCT/4/punct chips/chip/NOUN/2/obj",
                   "supplies"),
            "Asserted");
}

TEST(Speaker, AMoveIsNoSpeaker) {
  EXPECT_EQ(stance("The/_/DET/2/det surge/_/NOUN/3/nsubj suggests/suggest/VERB/0/root/VBZ Norvik/_/PROPN/5/nsubj "
                   "sells/sell/VERB/3/ccomp/VBZ",
                   "sells")
                .find(" by "),
            std::string::npos);
  EXPECT_EQ(stance("The/_/DET/2/det filing/_/NOUN/3/nsubj says/say/VERB/0/root/VBZ Norvik/_/PROPN/5/nsubj "
                   "sells/sell/VERB/3/ccomp/VBZ",
                   "sells"),
            "Reported by words: The filing");
}

TEST(Speaker, AStatementSpeaksForItsAuthor) {
  EXPECT_EQ(
      stance(SentenceOf("A/_/DET/3/det Brenta/_/PROPN/3/compound statement/_/NOUN/4/nsubj says/say/VERB/0/root/VBZ "
                        "Norvik/_/PROPN/6/nsubj sells/sell/VERB/4/ccomp/VBZ")
                 .name("Brenta", "Company")
                 .document(),
             "sells"),
      "Reported by Brenta");
}

TEST(Speaker, TheArticlesOwnWordsWithinAReport) {
  const std::string words =
      "Officials/official/NOUN/2/nsubj/NNS said/say/VERB/0/root/VBD Norvik/_/PROPN/7/nsubj ,/_/PUNCT/5/punct "
      "maker/_/NOUN/3/appos ,/_/PUNCT/5/punct sells/sell/VERB/2/ccomp/VBZ";
  EXPECT_EQ(stance(words, "maker"), "Asserted");
  EXPECT_EQ(stance(words, "sells"), "Reported by words: Officials");
}

TEST(Speaker, PerMonthIsNoSource) {
  const auto per = [](const std::string& noun) {
    return stance(
        "Norvik/_/PROPN/2/nsubj sold/sell/VERB/0/root/VBD chips/chip/NOUN/2/obj per/_/ADP/5/case " + noun + "/2/obl",
        "sold");
  };
  EXPECT_EQ(per("month/_/NOUN"), "Asserted");
  EXPECT_EQ(per("Reuters/_/PROPN"), "Reported by words: Reuters");
}

TEST(Speaker, WhoEnsuresSaysNothing) {
  EXPECT_EQ(stance("Partners/partner/NOUN/2/nsubj ensure/_/VERB/0/root/VBP Norvik/_/PROPN/4/nsubj "
                   "complies/comply/VERB/2/ccomp/VBZ",
                   "complies"),
            "Possible");
}

}  // namespace
}  // namespace triplewright::extract::test
