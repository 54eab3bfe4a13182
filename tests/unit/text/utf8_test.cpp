#include "text/utf8.h"

#include <gtest/gtest.h>

#include "text/normalize.h"
#include "triplewright/article.h"

namespace triplewright::text {
namespace {

TEST(Utf8, DecodesEveryLength) {
  const std::string s = "a\u00e9\u20ac\U0001F600";
  std::size_t at = 0;
  EXPECT_EQ(decode(s, at), U'a');
  EXPECT_EQ(decode(s, at), U'\u00e9');
  EXPECT_EQ(decode(s, at), U'\u20ac');
  EXPECT_EQ(decode(s, at), U'\U0001F600');
  EXPECT_EQ(at, s.size());
}

TEST(Utf8, RefusesOverlongSurrogatesAndTruncation) {
  for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xE2\x82", "\xF5\x80\x80\x80", "\x80"}) {
    EXPECT_FALSE(is_valid(bad)) << bad;
    EXPECT_TRUE(is_valid(repair(bad))) << bad;
  }
  EXPECT_TRUE(is_valid("\xEF\xBF\xBD"));  // U+FFFD itself is valid
}

TEST(Utf8, CodePointIndexAgreesWithCounting) {
  std::string s;
  for (int i = 0; i < 100; ++i) s += i % 3 == 0 ? "\u2019" : "x";
  const CodePointIndex index(s);
  for (std::size_t at = 0; at <= s.size(); ++at)
    EXPECT_EQ(index.at(at), count_code_points(std::string_view(s).substr(0, at)));
}

TEST(Normalize, SlugKeepsLettersAndDigits) {
  EXPECT_EQ(slug("Huawei Technologies Co., Ltd."), "huawei-technologies-co-ltd");
  EXPECT_EQ(slug("Moody\u2019s"), "moodys");
  EXPECT_EQ(slug("\u4e2d\u82af"), "\u4e2d\u82af");
  EXPECT_EQ(slug("--"), "");
}

TEST(Normalize, TrimDropsUnicodeSpace) {
  EXPECT_EQ(trim("\u00a0\u202f x y\u2003"), "x y");
  EXPECT_EQ(trim("\u00a0"), "");
}

TEST(Hash, Sha256OfKnownText) {  // FIPS 180-4 example "abc"
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace triplewright::text
