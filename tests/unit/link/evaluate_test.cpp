#include "link/evaluate.h"

#include <gtest/gtest.h>

#include "nlp/coref_evaluate.h"
#include "nlp/gap_evaluate.h"
#include "text_of.h"

namespace triplewright::link {
namespace {

using namespace test;

// Gold {1,2,3} {4,5}, found {1,2} {3,4,5}: the figures by hand.
TEST(CoreferenceScores, AgreeWithTheDefinitions) {
  nlp::CorefScores scores;
  nlp::add_document(scores, {{1, 2, 3}, {4, 5}}, {{1, 2}, {3, 4, 5}});
  EXPECT_NEAR(scores.muc.recall(), 100.0 * 2 / 3, 1e-6);
  EXPECT_NEAR(scores.muc.precision(), 100.0 * 2 / 3, 1e-6);
  EXPECT_NEAR(scores.b3.recall(), 100.0 * (2.0 / 3 * 2 + 1.0 / 3 + 1 + 1) / 5, 1e-6);
  EXPECT_NEAR(scores.b3.precision(), 100.0 * (1 + 1 + 1.0 / 3 + 2.0 / 3 * 2) / 5, 1e-6);
  EXPECT_NEAR(scores.ceafe.recall(), 100.0 * (2.0 * 2 / 5 + 2.0 * 2 / 5) / 2, 1e-6);
}

TEST(CoreferenceScores, PerfectAndEmptyAnswers) {
  nlp::CorefScores perfect, empty;
  nlp::add_document(perfect, {{1, 2}, {3, 9, 12}}, {{3, 9, 12}, {1, 2}});
  nlp::add_document(empty, {{1, 2}}, {});
  EXPECT_NEAR(perfect.conll(), 100, 1e-6);
  EXPECT_EQ(empty.conll(), 0);
}

TEST(CoreferenceScores, BracketsGiveChainsWithoutSingletons) {
  const std::string text =
      "# newdoc id = a\n"
      "1\tAcme\tAcme\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-organization-new)\n"
      "2\tsold\tsell\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tits\tits\tPRON\tPRP$\t_\t4\tnmod:poss\t_\tEntity=(2-object-new(1-organization-acc)\n"
      "4\tunit\tunit\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)\n\n";
  const auto chains = nlp::gold_chains(text, "test");
  ASSERT_EQ(chains.size(), 1u);
  ASSERT_EQ(chains[0].size(), 1u);
  EXPECT_EQ(chains[0][0], (nlp::Chain{0, 2}));
}

TEST(GapScores, CountsBothNames) {
  const std::string tsv =
      "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
      "x\tMary Jones runs Huawei She left\tShe\t23\tMary Jones\t0\tTRUE\tHuawei\t16\tFALSE\thttp://example.org\n";
  const auto analyze = [](const std::string&) {
    return TextOf(
               "Mary/_/PROPN/3/nsubj Jones/_/PROPN/1/flat runs/run/VERB/0/root "
               "Huawei/_/PROPN/3/obj\nShe/_/PRON/2/nsubj left/leave/VERB/0/root")
        .name("Mary Jones", NameType::Person)
        .resolved();
  };
  const nlp::GapScores s = nlp::evaluate_gap(tsv, "test", analyze, [](const nlp::GapCase&) {});
  EXPECT_EQ(s.true_positives, 1u);
  EXPECT_EQ(s.true_negatives, 1u);
  EXPECT_EQ(s.right, 1u);
  EXPECT_THROW((void)nlp::evaluate_gap("h\nx\ty\n", "test", analyze, [](const nlp::GapCase&) {}), Error);
}

TEST(LinkingScores, CountMentionsOfTheBase) {
  const std::string path = (std::filesystem::path(TW_BINARY_DIR) / "link_test_corpus.ttl").string();
  std::ofstream(path) << R"(@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
<http://example.org/1#char=0,12> a nif:Context ; nif:isString "Huawei grew" .
<http://example.org/1#char=0,6> a nif:Phrase ; nif:anchorOf "Huawei" ; nif:beginIndex "0" ; nif:endIndex "6" ;
  nif:referenceContext <http://example.org/1#char=0,12> ; itsrdf:taIdentRef <https://w3id.org/triplewright/id/huawei> .
<http://example.org/1#char=7,11> a nif:Phrase ; nif:anchorOf "grew" ; nif:beginIndex "7" ; nif:endIndex "11" ;
  nif:referenceContext <http://example.org/1#char=0,12> ; itsrdf:taIdentRef <http://example.org/unknown> .
)";
  const auto s = evaluate_linking(path, entities(), [](const std::string&) {
    return TextOf("Huawei/_/PROPN/2/nsubj grew/grow/VERB/0/root").linked();
  });
  EXPECT_EQ(s.mentions, 2u);
  EXPECT_EQ(s.in_base, 1u);
  EXPECT_EQ(s.with_candidate, 1u);
  EXPECT_EQ(s.right, 1u);
  EXPECT_EQ(s.outside, 0u);
  EXPECT_NEAR(s.f1(), 100, 1e-6);
}

}  // namespace
}  // namespace triplewright::link
