// The language layer on one thread: text to full analysis, and loading. Run with `nlp_bench`; figures in
// models/README.md.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "nlp/annotate.h"
#include "nlp/kernels.h"
#include "triplewright/reader.h"

namespace triplewright {
namespace {

const std::string kSource = TW_SOURCE_DIR;

const Models& models() {
  static const Models loaded = Models::load(kSource + "/models");
  return loaded;
}

std::vector<Article> articles() {
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

void annotate(benchmark::State& state) {
  const std::vector<Article> texts = articles();
  nlp::Scratch scratch;
  std::size_t tokens = 0;
  for (auto _ : state) {
    for (const Article& article : texts) {
      const Document document = nlp::annotate(article, models(), nullptr, scratch);
      tokens += document.tokens.size();
    }
  }
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
  state.SetLabel(nlp::kernels().name);
}
BENCHMARK(annotate)->Unit(benchmark::kMillisecond);

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Models::load(kSource + "/models"));
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace triplewright

BENCHMARK_MAIN();
