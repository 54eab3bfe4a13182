// What nobody writes by accident ends in bounded time. Sizes are moderate: a quadratic step would already show.
#include <gtest/gtest.h>

#include <chrono>

#include "support.h"

namespace triplewright::ingest {
namespace {

std::string repeat(const std::string& unit, std::size_t count) {
  std::string out;
  out.reserve(unit.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += unit;
  return out;
}

class Limits : public testing::Test {
 protected:
  void SetUp() override { start_ = std::chrono::steady_clock::now(); }
  void TearDown() override {
    // Sanitizers and a busy machine are slow; quadratic steps would take minutes.
    EXPECT_LT(std::chrono::steady_clock::now() - start_, std::chrono::seconds(120));
  }
  std::chrono::steady_clock::time_point start_;
};

constexpr std::size_t kMany = 60'000;

TEST_F(Limits, HtmlNestedWithoutEnd) {
  read_bytes("<html>" + repeat("<div>", kMany) + repeat("</span>", kMany), "a.html");
  read_bytes("<html>" + repeat("<b><i><p>x", kMany / 10), "a.html");
  read_bytes("<html>" + repeat("<table><tr><td>", kMany / 10), "a.html");
}
TEST_F(Limits, HtmlWithAMillionAttributes) {
  std::string tag = "<html><body><p ";
  for (std::size_t i = 0; i < kMany; ++i) tag.append("a").append(std::to_string(i)) += "=1 ";
  const Outcome o =
      read_bytes(tag + ">Harbor Foods bought the mills of Stonebridge for $40 million, they said.</p>", "a.html");
  EXPECT_EQ(o.articles.size(), 1u);
}
TEST_F(Limits, HtmlUnclosed) {
  read_bytes("<html>" + repeat("<p", kMany), "a.html");
  read_bytes("<html>" + repeat("<!--", kMany), "a.html");
  read_bytes("<html>" + repeat("<a href=\"", kMany), "a.html");
  read_bytes("<html>" + repeat("<script>", kMany), "a.html");
  read_bytes("<html>" + repeat("&amp;&#x41;&nosuch;", kMany), "a.html");
  read_bytes("<html>" + repeat("<article><h1>T</h1><p>This is a text of some words.</p></article>", kMany / 10),
             "a.html");
}
TEST_F(Limits, XmlNestedAndEntities) {
  read_bytes("<?xml version='1.0'?>" + repeat("<text>", kMany), "a.xml");
  read_bytes("<?xml version='1.0'?>" + repeat("<p>", kMany) + "x" + repeat("</p>", kMany), "a.xml");
  read_bytes("<nitf><body><body.content>" + repeat("<p>", kMany) + "x" + repeat("</p>", kMany) +
                 "</body.content></body></nitf>",
             "a.xml");
  read_bytes("<rss><channel>" + repeat("<item><title>a</title></item>\n", kMany / 10) + "</channel></rss>", "a.xml");
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 40; ++i) {
    const std::string last = std::to_string(i - 1);
    bomb += "<!ENTITY a" + std::to_string(i) + " '&a" + last + ";&a" + last + ";'>";
  }
  read_bytes(bomb + "]><r><text>&a39; is a text that has more than forty letters in it.</text></r>", "a.xml");
}
TEST_F(Limits, JsonNestedAndUnclosed) {
  read_bytes(repeat("[", kMany), "a.json");
  read_bytes(repeat("{\"a\":", kMany), "a.json");
  read_bytes("{\"a\":" + repeat("[", kMany) + repeat("]", kMany) + "}", "a.json");
  read_bytes("{\"a\":\"" + repeat("\\", kMany), "a.json");
  read_bytes("{\"text\":\"" + repeat("\\ud800", kMany) + "\"}", "a.json");
  read_bytes("[{\"text\":\"x\"}" + repeat(",,", kMany) + "]", "a.json");
}
TEST_F(Limits, TextOfOneLineOrOfNone) {
  read_bytes(repeat("word ", 500'000), "a.txt");
  read_bytes(repeat("x", 1'000'000), "a.txt");
  read_bytes(repeat("\n", 500'000), "a.txt");
  read_bytes(repeat("a\n", kMany), "a.txt");
  read_bytes(repeat("Read more\n\nA headline of some words\n\n", kMany / 10), "a.txt");
  read_bytes(repeat("(", kMany) + repeat("A, B — ", kMany), "a.txt");
  read_bytes(repeat(std::string("\0", 1), kMany) + "x", "a.txt");
  read_bytes("---\n" + repeat("a: b\n", kMany), "a.txt");
}
TEST_F(Limits, WarcOfNothing) {
  read_bytes("WARC/1.0\r\n" + repeat("A: b\r\n", kMany), "a.warc");
  read_bytes(repeat("WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\n", 1000), "a.warc");
  read_bytes(repeat("WARC/1.0\r\n\r\n", kMany / 10), "a.warc");
}

}  // namespace
}  // namespace triplewright::ingest
