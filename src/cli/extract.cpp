// extract: articles -> N-Quads, one named graph an article, streamed.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"

namespace triplewright::cli {

namespace {

struct Options {
  InputOptions input;
  EngineOptions engine;
  std::string output;
};

int extract(Options& o) {
  if (choose_syntax({}, o.output, Syntax::NQuads) != Syntax::NQuads)
    throw Error("extract streams N-Quads: name the output .nq, or use build for another syntax");
  Diagnostics diagnostics;
  const auto reader = o.input.open(diagnostics);
  const Extractor extractor = o.engine.load(diagnostics);
  OutputFile output(o.output);
  Progress progress;
  const RunSummary summary = run(
      *reader, extractor, o.engine.workers(),
      [&](const Extraction&, const Graph& graph) { write(output.stream(), graph, Syntax::NQuads); },
      diagnostics.article_sink(), [&](const RunSummary& s) { progress(s); });
  progress.finish();
  output.commit();
  diagnostics.summarize(summary.read);
  return diagnostics.errors() == 0 && summary.failed == 0 ? 0 : 1;
}

}  // namespace

void add_extract(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("extract", "Articles to N-Quads, one named graph an article");
  auto o = std::make_shared<Options>();
  o->input.add_to(*command);
  o->engine.add_to(*command);
  command->add_option("-o,--output", o->output, "File.nq [standard output]");
  command->callback([o, &action] { action = [o] { return extract(*o); }; });
}

}  // namespace triplewright::cli
