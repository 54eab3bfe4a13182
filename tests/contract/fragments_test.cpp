// Articles that begin and end anywhere: whatever a rule looks at before the first word or after the last is not there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "program.h"

namespace triplewright::contract {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::vector<std::string> words_of(const fs::path& article) {
  std::istringstream in(read(article));
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    std::erase_if(word, [](char c) { return c == '"' || c == '\\'; });
    words.push_back(word);
  }
  return words;
}

TEST(Fragments, AnArticleMayBeginAndEndAnywhere) {
  constexpr std::size_t kStep = 3;
  constexpr std::size_t kWords = 8;
  const fs::path file = scratch("fragments") / "fragments.jsonl";
  std::ostringstream lines;
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(TW_SOURCE_DIR) / "examples" / "articles")) {
    if (entry.path().extension() != ".txt") continue;
    const std::vector<std::string> words = words_of(entry.path());
    for (std::size_t begin = 0; begin < words.size(); begin += kStep) {
      lines << "{\"language\":\"en\",\"url\":\"https://example.org/" << count++ << "\",\"text\":\"";
      for (std::size_t i = begin; i < std::min(words.size(), begin + kWords); ++i) lines << words[i] << ' ';
      lines << "\"}\n";
    }
  }
  ASSERT_GT(count, 500u);
  write(file, lines.str());
  const Outcome outcome = run("claims --open " + file.string());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("read " + std::to_string(count) + " articles"));
}

// Two repairs that undid each other's work left no tree for a moment, in which a third looked for the root for ever.
TEST(Fragments, RepairsOfATreeComeToAnEnd) {
  const fs::path file = scratch("repairs") / "article.txt";
  write(file, "He thanked a panel led by former Secretary of State James Doe and former Congressman Al Roe.");
  const Outcome outcome = run("claims " + file.string());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
}

// "Its" is the rocket's, and so "the company" is not whom the article is about.
TEST(Fragments, WhoseSpeakerIsUnknownSpeaksOfNobody) {
  const fs::path file = scratch("speaker") / "article.txt";
  write(
      file,
      "SpaceX lands booster\n\nSpaceX launched a satellite for Indonesia on Tuesday.\n\nSpaceX has flown 121 missions "
      "this year.\n\nEurope's Ariane 6, operated by Norvik, has flown three times. Its chief executive Martin Falk "
      "said "
      "that the company aims to double its launch rate.");
  const Outcome outcome = run("claims " + file.string());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("SpaceX  --launches-->"));
  EXPECT_THAT(outcome.out, ::testing::Not(HasSubstr("SpaceX  --plans-->")));
}

}  // namespace
}  // namespace triplewright::contract
