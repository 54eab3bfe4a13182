// retract: remove what only one article said.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/graphs.h"
#include "merge/graph_union.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::string graph, output, format, base = ExtractOptions{}.base;
  std::vector<std::string> articles, ontology;
};

int retract(Options& o) {
  const std::string target = o.output.empty() ? o.graph : o.output;
  const Syntax syntax = choose_syntax(o.format, target, Syntax::NQuads);
  Diagnostics diagnostics;
  std::map<std::string, bool> gone;  // articles, and whether the graph has them
  for (const std::string& article : o.articles) gone[article] = false;
  const std::vector<std::string> paths =
      o.ontology.empty() ? std::vector<std::string>{data_directory() + "/ontology"} : o.ontology;
  const Ontology ontology = Ontology::load(paths, diagnostics.sink());
  merge::GraphUnion rest(o.base, order_for(syntax));
  add_file(rest, o.graph, diagnostics, [&](const Quad& quad) {
    const auto named = gone.find(quad.graph.value());
    if (named == gone.end()) return true;
    named->second = true;
    return false;
  });
  bool all_found = true;
  for (const auto& [article, found] : gone) {
    if (found) continue;
    all_found = false;
    Diagnostic fault{Severity::Error, Position(), "no-such-article", "no graph of the name " + article};
    fault.where.source = o.graph;
    diagnostics.sink()(fault);
  }
  rest.derive(ontology);
  OutputFile output(target);
  write(output.stream(), rest.pass(), rest.prefixes(), syntax);
  output.commit();
  return all_found && diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_retract(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("retract", "Remove exactly what only the given articles said");
  auto o = std::make_shared<Options>();
  command->add_option("GRAPH", o->graph, "Graph with named graphs: .nq or .trig")->required();
  command->add_option("ARTICLE", o->articles, "IRIs of articles")->required();
  command->add_option("-o,--output", o->output, "Where the result goes [GRAPH itself]");
  command->add_option("--format", o->format, "nq or trig [by the name of the output]");
  command->add_option("--ontology", o->ontology, "Ontology: Turtle files or folders [those that ship]")
      ->allow_extra_args(false);
  command->add_option("--base", o->base, "Namespace of minted IRIs")->capture_default_str();
  command->callback([o, &action] { action = [o] { return retract(*o); }; });
}

}  // namespace triplewright::cli
