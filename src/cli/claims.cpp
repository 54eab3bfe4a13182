// claims: what each sentence says, for people.
#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/render.h"

namespace triplewright::cli {

namespace {

struct Options {
  InputOptions input;
  EngineOptions engine;
  std::string output;
  bool json = false, why = false;
};

int claims(Options& o) {
  Diagnostics diagnostics;
  const auto reader = o.input.open(diagnostics);
  const Extractor extractor = o.engine.load(diagnostics);
  OutputFile output(o.output);
  const std::size_t read = for_each_article(*reader, diagnostics, [&](Article article) {
    const Extraction x = extractor.extract(std::move(article), o.why);
    const std::string iri = article_iri(x.document.article, o.engine.extract.base);
    if (o.json) {
      print_claims_json(output.stream(), x, iri);
    } else {
      output.stream() << "== " << (x.document.article.title.empty() ? iri : x.document.article.title) << '\n';
      print_claims(output.stream(), x, o.why);
      output.stream() << '\n';
    }
  });
  output.commit();
  diagnostics.summarize(read);
  return diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_claims(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("claims", "Readable claims with their sentences");
  auto o = std::make_shared<Options>();
  o->input.add_to(*command);
  o->engine.add_to(*command);
  command->add_flag("--json", o->json, "One JSON object a claim and line");
  command->add_flag("--why", o->why, "Show entry, construction and path of each claim, and what was dropped and why");
  command->add_option("-o,--output", o->output, "File [standard output]");
  command->callback([o, &action] { action = [o] { return claims(*o); }; });
}

}  // namespace triplewright::cli
