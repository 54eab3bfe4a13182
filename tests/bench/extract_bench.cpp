// From an analysis to its claims, on one thread: with the lexicon that ships, and with one ten times as large, whose
// other entries are of words that no text has. The cost is to grow with the sentences, not with the lexicon. Run with
// `extract_bench`; also the analysis itself, of which extraction is to be a small part.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "example_articles.h"
#include "extract/extract.h"
#include "triplewright/pipeline.h"

namespace triplewright {
namespace {

constexpr std::size_t kTimes = 10;

void ignore(const Diagnostic& /*fault*/) {}

std::string word(std::size_t number) {
  std::string out = "qz";
  for (; number > 0; number /= 20) out += "bcdfghjklmnpqrstvwxz"[number % 20];
  return out;
}

/// A folder with as many entries as it takes: verbs, nouns and expressions of two words, in equal parts.
std::filesystem::path synthetic_lexicon(std::size_t entries) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "triplewright-extract-bench";
  std::filesystem::create_directories(folder);
  std::ofstream out(folder / "synthetic.en.ttl");
  out << "@prefix lex: <https://w3id.org/triplewright/lexicon/en#> .\n"
         "@prefix arg: <https://w3id.org/triplewright/ns/arg#> .\n"
         "@prefix ttp: <https://w3id.org/triplewright/tech-policy#> .\n"
         "@prefix synsem: <http://www.w3.org/ns/lemon/synsem#> .\n"
         "@prefix tw: <https://w3id.org/triplewright/ns#> .\n"
         "@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .\n"
         "@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .\n";
  for (std::size_t i = 0; i < entries; ++i) {
    const bool verb = i % 3 != 1;
    const std::string written = word(i) + (i % 3 == 2 ? " up" : "");
    out << "lex:" << word(i) << " a ontolex:" << (i % 3 == 2 ? "MultiwordExpression" : "Word")
        << " ; lexinfo:partOfSpeech lexinfo:" << (verb ? "verb" : "noun")
        << " ; ontolex:canonicalForm [ ontolex:writtenRep \"" << written
        << "\"@en ] ;\n  ontolex:sense [ ontolex:reference ttp:supplies ; synsem:subjOfProp arg:"
        << (verb ? "subject" : "possessor") << " ; synsem:objOfProp arg:" << (verb ? "object" : "of")
        << " ; tw:recipient arg:to ] .\n";
  }
  return folder;
}

const EntityBase& entities() {
  static const EntityBase loaded = EntityBase::load({kSource + "/ontology"}, ignore);
  return loaded;
}

const Ontology& shipped() {
  static const Ontology loaded = Ontology::load({kSource + "/ontology"}, ignore);
  return loaded;
}

const Ontology& enlarged() {
  static const Ontology loaded = [] {
    const std::filesystem::path more = synthetic_lexicon((kTimes - 1) * shipped().lexicon().size());
    return Ontology::load({kSource + "/ontology", more.string()}, ignore);
  }();
  return loaded;
}

const Extractor& extractor() {
  const auto borrow = [](const auto& value) {
    return std::shared_ptr<std::remove_reference_t<decltype(value)>>(&value, [](const auto* /*static*/) {});
  };
  static const Extractor made(borrow(shipped()), borrow(entities()),
                              std::make_shared<const Models>(Models::load(kSource + "/models")), ExtractOptions{});
  return made;
}

const std::vector<Document>& documents() {
  static const std::vector<Document> analysed = [] {
    std::vector<Document> out;
    for (Article& article : articles()) out.push_back(extractor().analyze(std::move(article)));
    return out;
  }();
  return analysed;
}

void analysis(benchmark::State& state) {
  std::size_t tokens = 0;
  extractor();  // loading is not counted
  for (auto _ : state) {
    for (const Article& article : articles()) tokens += extractor().analyze(article).tokens.size();
  }
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK(analysis)->Unit(benchmark::kMillisecond);

void extraction(benchmark::State& state, const Ontology& ontology) {
  const std::vector<Document>& analysed = documents();
  std::size_t tokens = 0;
  std::size_t claims = 0;
  for (auto _ : state) {
    for (const Document& document : analysed) {
      claims += extract::extract_claims(document, ontology, entities(), ExtractOptions{}, nullptr).size();
      tokens += document.tokens.size();
    }
  }
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
  state.counters["claims/s"] = benchmark::Counter(static_cast<double>(claims), benchmark::Counter::kIsRate);
  state.SetLabel(std::to_string(ontology.lexicon().size()) + " entries");
}

void shipped_lexicon(benchmark::State& state) {
  extraction(state, shipped());
}
BENCHMARK(shipped_lexicon)->Unit(benchmark::kMillisecond);

void tenfold_lexicon(benchmark::State& state) {
  extraction(state, enlarged());
}
BENCHMARK(tenfold_lexicon)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace triplewright

BENCHMARK_MAIN();
