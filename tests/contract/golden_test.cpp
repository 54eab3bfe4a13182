// Golden graphs and answers: each example article's graph, and each example query's answer over all of them.
// After a change that is meant, look at the difference and write them anew: UPDATE_GOLDEN=1 scripts/test -R golden
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <vector>

#include "program.h"

namespace triplewright::contract {
namespace {

namespace fs = std::filesystem;
const fs::path kGolden = fs::path(TW_SOURCE_DIR) / "tests" / "golden";

void expect_golden(const fs::path& path, const std::string& text) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    fs::create_directories(path.parent_path());
    write(path, text);
  }
  ASSERT_TRUE(fs::exists(path)) << path;
  EXPECT_EQ(read(path), text) << "differs from " << path;
}

std::vector<fs::path> files_in(const std::string& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(fs::path(TW_SOURCE_DIR) / folder)) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Golden, ClaimsOfEveryExampleArticle) {
  for (const fs::path& article : files_in("examples/articles")) {
    const Outcome outcome = run("claims '" + article.string() + "'");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    expect_golden(kGolden / "claims" / (article.stem().string() + ".txt"), outcome.out);
  }
}

TEST(Golden, GraphOfOneArticle) {
  const Outcome outcome = run("build examples/articles/03-asml-results-wire.txt");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  // Its fingerprint changes with every word of the ontology, and says nothing that this test should hold.
  const std::string graph = std::regex_replace(outcome.out, std::regex("(tw:fingerprint )\"[0-9a-f]+\""), "$1\"...\"");
  ASSERT_NE(graph, outcome.out);
  expect_golden(kGolden / "graphs" / "03-asml-results-wire.ttl", graph);
}

TEST(Golden, AnswerOfEveryExampleQuery) {
  const fs::path folder = scratch("golden");
  const std::string graph = (folder / "all.nq").string();
  ASSERT_EQ(run("build examples/articles -o " + graph).status, 0);
  for (const fs::path& query : files_in("examples/queries")) {
    const Outcome outcome = run("query " + graph + " '" + query.string() + "' --format tsv");
    ASSERT_EQ(outcome.status, 0) << query << outcome.err;
    EXPECT_GT(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 1) << query << " has no answer";
    expect_golden(kGolden / "answers" / (query.stem().string() + ".tsv"), outcome.out);
  }
}

}  // namespace
}  // namespace triplewright::contract
