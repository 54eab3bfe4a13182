// What somebody asks, promises, plans or finds, as worded.
#include <gmock/gmock.h>

#include "sentence.h"

namespace triplewright::extract::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Content, OfWhomItIsAskedAQualifier) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj urged/urge/VERB/0/root/VBD Brenta/_/PROPN/2/obj to/_/PART/5/mark "
                         "close/_/VERB/2/xcomp/VB old/_/ADJ/7/amod mines/mine/NOUN/5/obj")
                  .name("Norvik", "Company")
                  .name("Brenta", "Company")
                  .claims(),
              Contains("Norvik urges Brenta content=to close old mines"));
}

TEST(Content, OfNobodyNamedTheObject) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj urged/urge/VERB/0/root/VBD members/member/NOUN/2/obj to/_/PART/5/mark "
                         "close/_/VERB/2/xcomp/VB mines/mine/NOUN/5/obj ,/_/PUNCT/8/punct citing/cite/VERB/5/advcl/VBG "
                         "losses/loss/NOUN/8/obj")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Norvik urges members to close mines"));
}

TEST(Content, PromisedClause) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj promised/promise/VERB/0/root/VBD to/_/PART/4/mark "
                         "build/_/VERB/2/xcomp/VB a/_/DET/6/det plant/_/NOUN/4/obj")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Norvik promises to build a plant"));
}

TEST(Content, PromisedThing) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj promised/promise/VERB/0/root/VBD higher/high/ADJ/4/amod "
                         "quotas/quota/NOUN/2/obj for/_/ADP/6/case steel/_/NOUN/4/nmod")
                  .name("Norvik", "Country")
                  .claims(),
              Contains("Norvik promises higher quotas for steel"));
}

TEST(Content, WhatCouldBeAnyIsNone) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj promised/promise/VERB/0/root/VBD it/_/PRON/2/obj")
                  .name("Norvik", "Company")
                  .claims(),
              IsEmpty());
}

TEST(Content, OfACommitment) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case promise/_/NOUN/6/nsubj to/_/PART/5/mark "
                         "pay/_/VERB/3/acl/VB holds/hold/VERB/0/root/VBZ")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Norvik promises to pay"));
}

TEST(Content, DeniedIsTheActNotTheContent) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/4/nsubj did/do/AUX/4/aux not/_/PART/4/advmod promise/_/VERB/0/root/VB "
                         "to/_/PART/6/mark pay/_/VERB/4/xcomp/VB")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Norvik promises to pay Denied"));
}

TEST(Content, WithItsQuotationMarks) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj warned/warn/VERB/0/root/VBD that/_/SCONJ/7/mark \"/_/PUNCT/6/punct/`` "
                         "weak/_/ADJ/6/amod demand/_/NOUN/8/nsubj \"/_/PUNCT/6/punct/'' hurts/hurt/VERB/2/ccomp/VBZ "
                         "makers/maker/NOUN/8/obj")
                  .name("Norvik", "Company")
                  .claims(),
              Contains("Norvik warns \" weak demand \" hurts makers"));
}

TEST(Content, ForeignSourcesAreWhatItDependsOn) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj relies/rely/VERB/0/root/VBZ on/_/ADP/5/case foreign/_/ADJ/5/amod "
                         "sources/source/NOUN/2/obl")
                  .name("Norvik", "Country")
                  .claims(),
              Contains("Norvik dependsOn foreign sources"));
}

TEST(Constructions, SupportVerbWithAPreposition) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass committed/commit/VERB/0/root/VBN "
                 "to/_/ADP/5/case compliance/_/NOUN/3/obl with/_/ADP/8/case the/_/DET/8/det rules/rule/NOUN/5/nmod")
          .name("Norvik", "Company")
          .thing("rules", "Regulation")
          .claims(),
      Contains(HasSubstr("Norvik compliesWith rules")));
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj condemned/condemn/VERB/0/root/VBD compliance/_/NOUN/2/obj "
                         "with/_/ADP/6/case the/_/DET/6/det rules/rule/NOUN/3/nmod")
                  .name("Norvik", "Company")
                  .thing("rules", "Regulation")
                  .claims(),
              Not(Contains(HasSubstr("compliesWith"))));
}

TEST(Constructions, NamesBesideANoun) {
  EXPECT_THAT(
      SentenceOf("Norvik/_/PROPN/2/nsubj makes/make/VERB/0/root/VBZ chips/chip/NOUN/2/obj for/_/ADP/5/case "
                 "customers/customer/NOUN/3/nmod Brenta/_/PROPN/5/appos and/_/CCONJ/8/cc Zelt/_/PROPN/6/conj")
          .name("Norvik", "Company")
          .name("Brenta", "Company")
          .name("Zelt", "Company")
          .category("chips", "Chip")
          .claims(),
      ::testing::AllOf(Contains(HasSubstr("Norvik suppliesTo Brenta")), Contains(HasSubstr("Norvik suppliesTo Zelt"))));
}

TEST(Constructions, RiseInWhatIsReported) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/2/nsubj reported/report/VERB/0/root/VBD a/_/DET/6/det 8/_/NUM/5/nummod "
                         "%/_/SYM/6/compound rise/_/NOUN/2/obj in/_/ADP/8/case revenue/_/NOUN/6/nmod to/_/ADP/12/case "
                         "$/_/SYM/12/compound 4/_/NUM/12/compound billion/_/NUM/6/nmod")
                  .name("Norvik", "Company")
                  .value("8 %", ValueKind::Percent)
                  .value("$ 4 billion", ValueKind::Money)
                  .claims(),
              ::testing::AllOf(Contains(HasSubstr("Norvik revenue $ 4 billion")),
                               Contains(HasSubstr("Norvik revenueGrowth 8 %"))));
}

TEST(Constructions, RoseAndCameInAt) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case revenue/_/NOUN/4/nsubj rose/rise/VERB/0/root/VBD "
                         "5/_/NUM/6/nummod %/_/SYM/4/obl and/_/CCONJ/8/cc came/come/VERB/4/conj/VBD in/_/ADV/8/advmod "
                         "at/_/ADP/13/case $/_/SYM/13/compound 4/_/NUM/13/compound billion/_/NUM/8/obl")
                  .name("Norvik", "Company")
                  .value("5 %", ValueKind::Percent)
                  .value("$ 4 billion", ValueKind::Money)
                  .claims(),
              ::testing::AllOf(Contains("Norvik revenue $ 4 billion"), Contains("Norvik revenueGrowth 5 %")));
}

TEST(Constructions, CapitalsOfAFigureAreNoName) {
  EXPECT_THAT(SentenceOf("Norvik/_/PROPN/3/nmod:poss 's/_/PART/1/case EBIT/_/PROPN/4/nsubj "
                         "totaled/total/VERB/0/root/VBD $/_/SYM/7/compound 4/_/NUM/7/compound billion/_/NUM/4/obj")
                  .name("Norvik", "Company")
                  .name("EBIT", "Company")
                  .value("$ 4 billion", ValueKind::Money)
                  .claims(),
              Not(Contains(HasSubstr("EBIT"))));
}

}  // namespace
}  // namespace triplewright::extract::test
