// build: articles -> one graph.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/summary.h"
#include "merge/union.h"

namespace triplewright::cli {

namespace {

struct Options {
  InputOptions input;
  EngineOptions engine;
  std::string output, format;
  bool summary = false;
};

int build(Options& o) {
  const Syntax syntax = choose_syntax(o.format, o.output, Syntax::Turtle);
  Diagnostics diagnostics;
  const auto reader = o.input.open(diagnostics);
  const Extractor extractor = o.engine.load(diagnostics);
  OutputFile output(o.output);

  Graph all;
  Progress progress;
  const RunSummary run_summary = run(
      *reader, extractor, o.engine.workers(), [&](const Extraction&, const Graph& graph) { all.add_all(graph); },
      diagnostics.sink(), [&](const RunSummary& s) { progress(s); });
  progress.finish();
  all = merge::united(std::move(all), o.engine.extract.base);
  write(output.stream(), all, syntax);
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
  command->add_option("-o,--output", o->output, "Graph file: .ttl .nt .nq .trig .rdf .jsonld [Turtle on standard output]");
  command->add_option("--format", o->format, "nt nq ttl trig rdf jsonld [by the name of the output]");
  command->add_flag("--summary", o->summary, "Print counts of the graph to standard error");
  command->callback([o, &action] { action = [o] { return build(*o); }; });
}

}  // namespace triplewright::cli
