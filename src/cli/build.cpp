// build: articles -> one graph.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/graphs.h"
#include "cli/summary.h"
#include "merge/graph_union.h"

namespace triplewright::cli {

namespace {

struct Options {
  InputOptions input;
  EngineOptions engine;
  std::string output, format, update;
  bool summary = false;
  std::string annotate;
};

/// Passes on only the articles that an earlier graph does not have as they are now.
class ChangedArticles : public Reader {
 public:
  ChangedArticles(Reader& all, const Extractor& extractor) : all_(all), extractor_(extractor) {}

  void know(const Quad& earlier) {
    if (earlier.predicate.value() == "https://w3id.org/triplewright/ns#fingerprint")
      known_.emplace(earlier.subject.value(), earlier.object.value());
  }

  std::optional<Article> next() override {
    while (std::optional<Article> article = all_.next()) {
      if (known_.empty()) return article;
      if (!known_.contains({article_iri(*article, extractor_.options().base), extractor_.fingerprint(*article)}))
        return article;
      ++unchanged_;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t unchanged() const { return unchanged_; }

 private:
  Reader& all_;
  const Extractor& extractor_;
  std::set<std::pair<std::string, std::string>> known_;  // article and fingerprint
  std::size_t unchanged_ = 0;
};

int build(Options& o) {
  const Syntax syntax = choose_syntax(o.format, o.output, Syntax::Turtle);
  const WriteOptions options = write_options(o.annotate);
  Diagnostics diagnostics;
  const auto reader = o.input.open(diagnostics);
  const Extractor extractor = o.engine.load(diagnostics);
  OutputFile output(o.output);

  ChangedArticles changed(*reader, extractor);
  if (!o.update.empty()) read_quads(o.update, diagnostics, [&](const Quad& quad, std::size_t) { changed.know(quad); });
  merge::GraphUnion all(o.engine.extract.base, order_for(syntax));
  std::set<std::string> replaced;  // graphs of the earlier graph
  Progress progress;
  const RunSummary run_summary = run(
      changed, extractor, o.engine.workers(),
      [&](const Extraction&, const Graph& graph) {
        if (!o.update.empty() && !graph.empty()) replaced.insert(graph.quads().front().graph.value());
        all.add(graph);
      },
      diagnostics.article_sink(), [&](const RunSummary& s) { progress(s); });
  progress.finish();
  if (!o.update.empty()) {
    Diagnostics again;  // its faults were told the first time
    add_file(all, o.update, again, [&](const Quad& quad) { return !replaced.contains(quad.graph.value()); });
  }
  all.derive(extractor.ontology());
  write(output.stream(), all.pass(), all.prefixes(), syntax, options);
  output.commit();
  diagnostics.summarize(run_summary.read + changed.unchanged(), changed.unchanged());
  if (o.summary) print_summary(std::cerr, run_summary, all.pass());
  return diagnostics.errors() == 0 && run_summary.failed == 0 ? 0 : 1;
}

}  // namespace

void add_build(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("build", "Articles to one graph");
  auto o = std::make_shared<Options>();
  o->input.add_to(*command);
  o->engine.add_to(*command);
  command->add_option("-o,--output", o->output,
                      "Graph file: .ttl .nt .nq .trig .rdf .jsonld [Turtle on standard output]");
  command->add_option("--annotate", o->annotate, "rdf-star: annotate the direct triples (RDF 1.2; not rdf or jsonld)");
  command->add_option("--format", o->format, "nt nq ttl trig rdf jsonld [by the name of the output]");
  command->add_option("--update", o->update,
                      "An earlier graph (.nq or .trig): extract only what is new or has changed");
  command->add_flag("--summary", o->summary, "Print counts of the graph to standard error");
  command->callback([o, &action] { action = [o] { return build(*o); }; });
}

}  // namespace triplewright::cli
