// The parts of the analysis that need no model: transitions, lemma scripts, case, scores.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "nlp/conllu.h"
#include "nlp/evaluate.h"
#include "nlp/lemmatizer.h"
#include "nlp/names.h"
#include "nlp/tagger.h"
#include "nlp/tokenizer.h"
#include "nlp/transitions.h"

namespace triplewright::nlp {
namespace {

std::vector<std::vector<std::int32_t>> children_of(const std::vector<std::int32_t>& heads) {
  std::vector<std::vector<std::int32_t>> children(heads.size() + 1);
  for (std::size_t i = 0; i < heads.size(); ++i)
    children[static_cast<std::size_t>(heads[i])].push_back(static_cast<std::int32_t>(i));
  return children;
}

// "A(1) firm(2) that sells chips grew": heads with 6 as the root.
const std::vector<std::int32_t> kTree = {1, 5, 3, 1, 3, 6};

TEST(Transitions, MovesWithoutCostRebuildTheTree) {
  const auto children = children_of(kTree);
  ParserState state(6);
  while (!state.finished()) {
    bool moved = false;
    for (const Move move : {Move::Left, Move::Right, Move::Shift}) {
      if (!state.allowed(move) || state.cost(move, kTree, children) != 0) continue;
      state.apply(move, 0);
      moved = true;
      break;
    }
    ASSERT_TRUE(moved);
  }
  EXPECT_EQ(state.heads(), kTree);
}

// The arcs of the tree that can still be built from a state, found by trying everything.
int reachable(const ParserState& state) {
  if (state.finished()) {
    int right = 0;
    for (std::size_t i = 0; i < kTree.size(); ++i) right += state.heads()[i] == kTree[i];
    return right;
  }
  int best = 0;
  for (const Move move : {Move::Shift, Move::Left, Move::Right}) {
    if (!state.allowed(move)) continue;
    ParserState next = state;
    next.apply(move, 0);
    best = std::max(best, reachable(next));
  }
  return best;
}

TEST(Transitions, CostIsTheLossOfTheBestReachableTree) {
  const auto children = children_of(kTree);
  std::size_t checked = 0;
  const std::function<void(const ParserState&, int)> visit = [&](const ParserState& state, int depth) {
    if (state.finished() || depth == 0) return;
    for (const Move move : {Move::Shift, Move::Left, Move::Right}) {
      if (!state.allowed(move)) continue;
      ParserState next = state;
      next.apply(move, 0);
      // Single-rootedness may lose more than the oracle for plain arc-hybrid says, never less.
      EXPECT_LE(state.cost(move, kTree, children), reachable(state) - reachable(next));
      ++checked;
      visit(next, depth - 1);
    }
  };
  visit(ParserState(6), 6);
  EXPECT_GT(checked, 50u);
}

TEST(Transitions, AlwaysEndWithOneRoot) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    ParserState state(7);
    unsigned random = seed * 2654435761u + 1;
    while (!state.finished()) {
      random = random * 1664525u + 1013904223u;
      const Move move = static_cast<Move>(random >> 16 & 3);
      if ((random >> 16 & 3) < 3 && state.allowed(move)) state.apply(move, 0);
    }
    EXPECT_EQ(std::count(state.heads().begin(), state.heads().end(), 7), 1);
  }
}

TEST(LemmaScript, RoundTrips) {
  const std::pair<std::string_view, std::string_view> pairs[] = {
      {"chips", "chip"}, {"Companies", "company"},    {"was", "be"}, {"n't", "not"}, {"Huawei", "Huawei"},
      {"U.S.", "U.S."},  {"caf\u00e9s", "caf\u00e9"}, {"I", "I"}};
  for (const auto& [form, lemma] : pairs) {
    const LemmaScript script = LemmaScript::between(form, lemma);
    EXPECT_EQ(script.apply(form), lemma);
    EXPECT_EQ(LemmaScript::parse(script.to_string()).apply(form), lemma);
  }
  EXPECT_EQ(LemmaScript::between("studies", "study").apply("bodies"), "body");
}

TEST(LemmaScript, NeverGivesAnEmptyLemmaOrHalfACharacter) {
  EXPECT_EQ(LemmaScript::parse("l3+").apply("abc"), "abc");
  EXPECT_EQ(LemmaScript::parse("k1+e").apply("\u00e9\u00e9"), "\u00e9e");
  EXPECT_THROW(LemmaScript::parse("x1+"), Error);
  EXPECT_THROW(LemmaScript::parse("l+"), Error);
}

TEST(WordCase, IsThatOfTheLetters) {
  EXPECT_EQ(case_of("chips"), WordCase::Lower);
  EXPECT_EQ(case_of("Chips"), WordCase::Capitalized);
  EXPECT_EQ(case_of("A"), WordCase::Capitalized);
  EXPECT_EQ(case_of("SMIC"), WordCase::Upper);
  EXPECT_EQ(case_of("iPhone"), WordCase::Mixed);
  EXPECT_EQ(case_of("910"), WordCase::Unknown);
}

TEST(NormalizedForm, MapsDigitsAndTypography) {
  EXPECT_EQ(normalized_form("910C"), "000c");
  EXPECT_EQ(normalized_form("\u2019s"), "'s");
  EXPECT_EQ(normalized_form("don\u2019t"), "don't");
  EXPECT_EQ(normalized_form("\u2014"), "-");
  EXPECT_EQ(normalized_form("\u00c9t\u00e9"), "\u00e9t\u00e9");
}

TEST(WordForm, HyphensThatDoNotBreakAreHyphens) {
  const WordVectors vectors;
  const WordForm plain("-", vectors), other("\u2011", vectors);
  EXPECT_EQ(plain.exact, other.exact);
  EXPECT_EQ(plain.lower, other.lower);
  EXPECT_EQ(plain.shape, other.shape);
  EXPECT_EQ(normalized_form("non\u2011binding"), "non-binding");
}

TEST(TokenizerText, KeepsBytesOfMappedCharacters) {
  const TokenizerText text("  a \u201cb\u201d\n\nc ");
  EXPECT_EQ(std::u32string(text.chars.begin(), text.chars.end()), U"a \"b\"\fc");
  EXPECT_EQ(text.bytes, (std::vector<std::uint32_t>{2, 3, 4, 7, 8, 11, 13}));
  EXPECT_EQ(text.ends[2], 7u);
}

TEST(Bilou, AllowsOnlyWellFormedNames) {
  using N = NameRecognizer;
  const auto label = [](std::size_t type, N::Part part) { return N::label_of(type, part); };
  EXPECT_TRUE(N::may_follow(0, label(1, N::Begin)));
  EXPECT_TRUE(N::may_follow(label(1, N::Begin), label(1, N::Last)));
  EXPECT_FALSE(N::may_follow(label(1, N::Begin), label(2, N::Last)));
  EXPECT_FALSE(N::may_follow(label(1, N::Begin), 0));
  EXPECT_FALSE(N::may_follow(0, label(0, N::In)));
  EXPECT_FALSE(N::may_follow(label(0, N::In), N::kLabels));
  EXPECT_TRUE(N::may_follow(label(0, N::Unit), N::kLabels));
}

TEST(Gazetteer, FlagsTheLongestNameAndAcrossHyphens) {
  Gazetteer gazetteer;
  gazetteer.add("Freedonia", Gazetteer::Place);
  gazetteer.add("Freedonia Steel Works", Gazetteer::Organization);
  gazetteer.add("Anna-Lena", Gazetteer::FirstName);
  gazetteer.finish();
  const WordVectors vectors;
  const auto flags = gazetteer.flags(
      word_forms({"Freedonia", "Steel", "Works", "of", "Freedonia", "Anna", "-", "Lena", "freedonia"}, vectors, false));
  EXPECT_EQ(flags, (std::vector<std::uint8_t>{8, 40, 40, 0, 2, 1, 33, 33, 0}));
}

constexpr std::string_view kGold =
    "1\tAcme\tAcme\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-ORG\n2\tsells\tsell\tVERB\tVBZ\t_\t0\troot\t_\t_\n"
    "3\tnew\tnew\tADJ\tJJ\t_\t4\tamod\t_\t_\n4\tchips\tchip\tNOUN\tNNS\t_\t2\tobj\t_\t_\n";

TEST(Scores, CountWhatIsRight) {
  const Document gold = document_from_conllu(kGold);
  Document found = gold;
  found.tokens[2].head = 1;
  found.tokens[3].deprel = "obl:npmod";
  found.tokens[0].upos = Upos::NOUN;
  found.mentions[0].type = NameType::Person;
  const SyntaxScores scores = score_syntax(gold, found);
  EXPECT_DOUBLE_EQ(scores.words.f1(), 100);
  EXPECT_DOUBLE_EQ(scores.sentences.f1(), 100);
  EXPECT_DOUBLE_EQ(scores.upos.f1(), 75);
  EXPECT_DOUBLE_EQ(scores.uas.f1(), 75);
  EXPECT_DOUBLE_EQ(scores.las.f1(), 50);
  EXPECT_EQ(scores.core_arguments.right, 1u);
  EXPECT_EQ(scores.core_arguments.gold, 2u);
  EXPECT_EQ(scores.core_arguments.found, 1u);
  const NameScores names = score_names(gold, found, {NameType::Person, NameType::Organization});
  EXPECT_DOUBLE_EQ(names.typed.f1(), 0);
  EXPECT_DOUBLE_EQ(names.untyped.f1(), 100);
}

TEST(Scores, AlignWordsBySpan) {
  const Document gold = document_from_conllu(kGold);
  // "new chips" as one word.
  const Document found = document_from_conllu(
      "# text = Acme sells new "
      "chips\n1\tAcme\tAcme\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tsells\tsell\tVERB\tVBZ\t_\t0\troot\t_\t_\n"
      "3\tnew chips\tchip\tNOUN\tNNS\t_\t2\tobj\t_\t_\n");
  const SyntaxScores scores = score_syntax(gold, found);
  EXPECT_EQ(scores.words.right, 2u);
  EXPECT_EQ(scores.words.found, 3u);
  EXPECT_EQ(scores.las.right, 2u);
}

}  // namespace
}  // namespace triplewright::nlp
