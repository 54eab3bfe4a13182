// The layers of the design hold: stages do not include one another, only src/rdf sees Redland, and no third-party type
// is in the public headers.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace triplewright {
namespace {

namespace fs = std::filesystem;

struct Include {
  fs::path file;
  std::string name;
};

std::vector<Include> includes_under(const std::string& folder) {
  std::vector<Include> out;
  const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TW_SOURCE_DIR) / folder)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    std::ifstream in(entry.path());
    std::smatch match;
    for (std::string line; std::getline(in, line);) {
      if (std::regex_search(line, match, pattern)) out.push_back({entry.path(), match[1]});
    }
  }
  return out;
}

TEST(Layers, StagesDoNotIncludeOneAnother) {
  const std::set<std::string> stages = {"ontology", "ingest", "nlp", "link", "extract", "merge", "rdf", "report"};
  for (const std::string& stage : stages) {
    const auto found = includes_under("src/" + stage);
    ASSERT_FALSE(found.empty()) << stage;
    for (const auto& [file, name] : found) {
      const std::string folder = name.substr(0, name.find('/'));
      EXPECT_TRUE(folder == stage || !stages.contains(folder)) << file << " includes " << name;
      EXPECT_NE(folder, "pipeline") << file;
      EXPECT_NE(folder, "cli") << file;
    }
  }
}

TEST(Layers, TextIncludesNoStage) {
  for (const auto& [file, name] : includes_under("src/text")) {
    const bool own = name.starts_with("text/") || name.starts_with("triplewright/") ||
                     name.find('/') == std::string::npos || name.starts_with("unicode/") ||
                     name.starts_with("openssl/");
    EXPECT_TRUE(own) << file << " includes " << name;
  }
}

TEST(Layers, OnlyRdfSeesRedland) {
  const std::regex redland(R"(^(librdf|raptor2?|rasqal|redland)\b.*\.h$)");
  for (const auto& [file, name] : includes_under("src")) {
    if (std::regex_match(name, redland)) {
      EXPECT_NE(file.string().find("/src/rdf/"), std::string::npos) << file;
    }
  }
}

TEST(Layers, PublicHeadersUseOnlyTheStandardLibrary) {
  for (const auto& [file, name] : includes_under("include")) {
    EXPECT_TRUE(name.starts_with("triplewright/") || name.find('.') == std::string::npos)
        << file << " includes " << name;
  }
}

}  // namespace
}  // namespace triplewright
