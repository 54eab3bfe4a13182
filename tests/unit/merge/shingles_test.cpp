#include "merge/shingles.h"

#include <gtest/gtest.h>

namespace triplewright::merge {
namespace {

Article article(const std::string& text) {
  Article a;
  a.text = text;
  a.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::Paragraph}};
  return a;
}

const std::string kStory =
    "The harbour board approved a new container terminal on Monday after two years of debate. The terminal will cost "
    "400 million euros and open in 2029, the board said. Neighbours fear noise and heavier traffic on the coast road, "
    "while shipping lines welcome the decision because the old quays are too short for modern vessels.";
const std::string kRewrite =
    "HARBOUR CITY - The harbour board approved a new container terminal on Monday after two years of debate. The "
    "terminal "
    "will cost 400 million euros and open in 2029, the board said. Neighbours fear noise and heavier traffic on the "
    "coast "
    "road, while shipping lines welcome the decision because the old quays are too short.";
const std::string kOther =
    "A museum in the old town shows paintings by local artists until the end of March. Visitors can see sixty works "
    "from "
    "three centuries, among them portraits that have never left private homes before. Entry is free on the first "
    "Sunday.";

TEST(Shingles, CopiesAndRewritesAreNearDuplicatesAndOthersAreNot) {
  const std::vector<std::string> signatures = {shingle_signature(article(kStory)), shingle_signature(article(kOther)),
                                               shingle_signature(article(kRewrite)),
                                               shingle_signature(article(kStory))};
  EXPECT_DOUBLE_EQ(similarity(signatures[0], signatures[3]), 1);
  EXPECT_GT(similarity(signatures[0], signatures[2]), 0.6);
  EXPECT_LT(similarity(signatures[0], signatures[1]), 0.1);
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
  const NearDuplicates found = near_duplicates(signatures);
  EXPECT_EQ(found.pairs, (Pairs{{0, 2}, {0, 3}, {2, 3}}));
  EXPECT_EQ(found.first, (std::vector<std::size_t>{0, 1, 0, 0}));
}

TEST(Shingles, ManyCopiesAreTiedToTheFirst) {
  const NearDuplicates found = near_duplicates(std::vector<std::string>(500, shingle_signature(article(kStory))));
  EXPECT_EQ(found.pairs.size(), 499u);
  EXPECT_EQ(found.first.back(), 0u);
}

TEST(Shingles, ShortTextsAndMalformedSignaturesHaveNone) {
  EXPECT_EQ(shingle_signature(article("Too short to tell.")), "");
  EXPECT_EQ(similarity("", ""), 0);
  EXPECT_TRUE(near_duplicates({"", "zz", ""}).pairs.empty());
}

TEST(Shingles, FurnitureDoesNotCount) {
  Article with = article(kStory + "\n" + kOther);
  with.blocks = {{{0, static_cast<std::uint32_t>(kStory.size())}, BlockKind::Paragraph},
                 {{static_cast<std::uint32_t>(kStory.size() + 1), static_cast<std::uint32_t>(with.text.size())},
                  BlockKind::Furniture}};
  EXPECT_EQ(shingle_signature(with), shingle_signature(article(kStory)));
}

}  // namespace
}  // namespace triplewright::merge
