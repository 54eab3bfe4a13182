// The example articles, which the benchmarks read.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "triplewright/reader.h"

namespace triplewright {

inline const std::string kSource = TW_SOURCE_DIR;

inline std::vector<Article> articles() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(kSource + "/examples/articles")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Article> out;
  for (const auto& path : paths) {
    std::ifstream in(path);
    out.push_back(article_from_text({std::istreambuf_iterator<char>(in), {}}));
  }
  return out;
}

}  // namespace triplewright
