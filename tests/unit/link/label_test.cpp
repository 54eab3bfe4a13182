#include "link/label.h"

#include <gtest/gtest.h>

namespace triplewright::link {
namespace {

TEST(Label, NormalFormDropsPointsPossessivesAndPunctuation) {
  EXPECT_EQ(normalize_label("U.S."), "us");
  EXPECT_EQ(normalize_label("Huawei\u2019s"), "huawei");
  EXPECT_EQ(normalize_label("AT&T Inc.'s"), "at and t inc");
  EXPECT_EQ(normalize_label("GPT-3.5"), "gpt 3.5");
  EXPECT_EQ(normalize_label("Washington, D.C."), "washington dc");
  EXPECT_EQ(normalize_label("  "), "");
}

TEST(Label, LegalFormsAreOptional) {
  EXPECT_EQ(strip_legal_form("huawei technologies co ltd"), "huawei technologies");
  EXPECT_EQ(strip_legal_form("the washington post company"), "washington post");
  EXPECT_EQ(strip_legal_form("company"), "company");
  EXPECT_TRUE(has_legal_form("acme gmbh"));
  EXPECT_FALSE(has_legal_form("acme group"));
}

TEST(Label, CaseTellsNamesFromWords) {
  EXPECT_FALSE(case_allows("Apple", "apple"));
  EXPECT_TRUE(case_allows("Apple", "Apple's"));
  EXPECT_TRUE(case_allows("Apple", "APPLE"));
  EXPECT_FALSE(case_allows("US", "us"));
  EXPECT_FALSE(case_allows("WHO", "Who"));
  EXPECT_TRUE(case_allows("NATO", "Nato"));
  EXPECT_TRUE(case_allows("U.S.", "US"));
  EXPECT_TRUE(case_allows("eBay", "EBay"));
  EXPECT_FALSE(case_allows("Gap", "gap"));
}

TEST(Label, AcronymsAbbreviateNames) {
  EXPECT_TRUE(abbreviates("SMIC", "Semiconductor Manufacturing International Corp."));
  EXPECT_TRUE(abbreviates("BIS", "Bureau of Industry and Security"));
  EXPECT_TRUE(abbreviates("DoC", "Department of Commerce"));
  EXPECT_TRUE(abbreviates("LGES", "LG Energy Solution"));
  EXPECT_FALSE(abbreviates("LG", "LG Energy Solution"));
  EXPECT_FALSE(abbreviates("IBM", "Intel"));
}

}  // namespace
}  // namespace triplewright::link
