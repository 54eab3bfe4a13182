// The language layer on one thread: text to full analysis, and loading. Run with `nlp_bench`; figures in
// models/README.md.
#include <benchmark/benchmark.h>

#include <vector>

#include "example_articles.h"
#include "nlp/annotate.h"
#include "nlp/kernels.h"

namespace triplewright {
namespace {

const Models& models() {
  static const Models loaded = Models::load(kSource + "/models");
  return loaded;
}

void annotate(benchmark::State& state) {
  const std::vector<Article> texts = articles();
  std::size_t tokens = 0;
  for (auto _ : state) {
    nlp::Scratch scratch;  // or it would know every word: of new articles it knows most
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
