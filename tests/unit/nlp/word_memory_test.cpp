// What the encoder remembers of words, and that it makes no difference.
#include "nlp/word_memory.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "nlp/annotate.h"
#include "nlp/conllu.h"
#include "nlp/models.h"

namespace triplewright::nlp {
namespace {

constexpr std::size_t kWidth = 16;

EncoderWord word(Feature form) {
  EncoderWord out;
  out.keys[EncoderWord::Form] = form;
  return out;
}

TEST(WordMemory, KeepsWhatCameAgain) {
  WordMemory memory;
  memory.prepare(1, 2, kWidth);
  for (const Feature form : {7u, 8u, 8u}) {
    const std::uint32_t at = memory.place(word(form));
    std::fill_n(memory.first(at), kWidth, static_cast<float>(form));
    std::fill_n(memory.parts(at), 6 * kWidth, static_cast<std::int32_t>(form));
  }
  EXPECT_EQ(memory.size(), 2u);
  for (Feature form = 100; memory.size() < WordMemory::kMost; ++form) {
    memory.prepare(1, 1, kWidth);
    (void)memory.place(word(form));
  }
  memory.prepare(1, 1, kWidth);
  ASSERT_EQ(memory.size(), 1u);
  const std::uint32_t at = memory.place(word(8));
  EXPECT_EQ(memory.size(), 1u);
  EXPECT_EQ(memory.first(at)[kWidth - 1], 8.0f);
  EXPECT_EQ(memory.parts(at)[6 * kWidth - 1], 8);
}

TEST(WordMemory, KnowsNothingOfOtherWeights) {
  WordMemory memory;
  memory.prepare(1, 1, kWidth);
  (void)memory.place(word(7));
  memory.prepare(2, 1, kWidth);
  EXPECT_EQ(memory.size(), 0u);
  (void)memory.place(word(7));
  memory.prepare(2, 1, 2 * kWidth);
  EXPECT_EQ(memory.size(), 0u);
}

TEST(WordMemory, HasRoomForABatchOfMoreThanItsMost) {
  WordMemory memory;
  memory.prepare(1, 2 * WordMemory::kMost, kWidth);
  for (Feature form = 0; form < 2 * WordMemory::kMost; ++form) {
    ASSERT_EQ(memory.place(word(form)), form);
    memory.first(form)[kWidth - 1] = 1;
  }
}

TEST(WordMemory, MakesNoDifference) {
  const Models models = Models::load(std::string(TW_SOURCE_DIR) + "/models");
  const auto analysis = [&](const std::string& text, Scratch& scratch) {
    Article article;
    article.text = text;
    const Document d = annotate(std::move(article), models, nullptr, scratch);
    return to_conllu(d);
  };
  Scratch used;
  std::string made_up;  // more words than it holds
  for (std::size_t i = 0; i < 2 * WordMemory::kMost; ++i) {
    std::string name = "Zq";
    for (std::size_t n = i; n > 0; n /= 26) name += static_cast<char>('a' + n % 26);
    made_up += name + (i % 40 == 39 ? " fell.\n\n" : " and ");
  }
  for (const std::string text :
       {"The company sold its new chips to three customers in Japan last year.",
        "Its rival, which is based in Ghent, sold none to the three and blamed the company."}) {
    Scratch fresh;
    const std::string wanted = analysis(text, fresh);
    EXPECT_EQ(analysis(text, used), wanted);
    EXPECT_EQ(analysis(text, used), wanted);
    (void)analysis(made_up, used);
    EXPECT_EQ(analysis(text, used), wanted);
  }
}

}  // namespace
}  // namespace triplewright::nlp
