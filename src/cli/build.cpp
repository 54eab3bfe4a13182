// build: articles -> one graph.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/summary.h"
#include "merge/derive.h"
#include "merge/prefixes.h"

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
  ChangedArticles(Reader& all, const Extractor& extractor, const Graph& earlier) : all_(all), extractor_(extractor) {
    for (const Quad& q : earlier.quads()) {
      if (q.predicate.value() == "https://w3id.org/triplewright/ns#fingerprint")
        known_[q.subject.value()] = q.object.value();
    }
  }

  std::optional<Article> next() override {
    while (std::optional<Article> article = all_.next()) {
      const auto found = known_.find(article_iri(*article, extractor_.options().base));
      if (found == known_.end() || found->second != extractor_.fingerprint(*article)) return article;
    }
    return std::nullopt;
  }

 private:
  Reader& all_;
  const Extractor& extractor_;
  std::map<std::string, std::string> known_;
};

int build(Options& o) {
  const Syntax syntax = choose_syntax(o.format, o.output, Syntax::Turtle);
  Diagnostics diagnostics;
  const auto reader = o.input.open(diagnostics);
  const Extractor extractor = o.engine.load(diagnostics);
  OutputFile output(o.output);

  Graph all;
  if (!o.update.empty()) all = read_file(o.update, diagnostics.sink());
  ChangedArticles changed(*reader, extractor, all);
  Progress progress;
  const RunSummary run_summary = run(
      changed, extractor, o.engine.workers(),
      [&](const Extraction&, const Graph& graph) {
        if (!o.update.empty() && !graph.empty()) all.remove_graph(graph.quads().front().graph);
        all.add_all(graph);
      },
      diagnostics.sink(), [&](const RunSummary& s) { progress(s); });
  progress.finish();
  merge::derive(all, extractor.ontology(), o.engine.extract.base);
  merge::set_prefixes(all, o.engine.extract.base);
  write(output.stream(), all, syntax, write_options(o.annotate));
  output.commit();
  diagnostics.summarize();
  if (o.summary) print_summary(std::cerr, run_summary, all);
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
