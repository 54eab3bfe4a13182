// merge: article graphs, or any RDF -> one graph.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "merge/derive.h"
#include "merge/prefixes.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> ontology;
  std::string output, format, base = ExtractOptions{}.base;
  std::string annotate;
};

int merge(Options& o) {
  const Syntax syntax = choose_syntax(o.format, o.output, Syntax::Turtle);
  Diagnostics diagnostics;
  OutputFile output(o.output);
  const std::vector<std::string> paths =
      o.ontology.empty() ? std::vector<std::string>{data_directory() + "/ontology"} : o.ontology;
  Graph graph = read_graphs(o.files, diagnostics);
  merge::derive(graph, Ontology::load(paths, diagnostics.sink()), o.base);
  merge::set_prefixes(graph, o.base);
  write(output.stream(), graph, syntax, write_options(o.annotate));
  output.commit();
  diagnostics.summarize();
  return diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_merge(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("merge", "Article graphs, or any RDF, to one graph");
  auto o = std::make_shared<Options>();
  command->add_option("FILE", o->files, "RDF files")->required();
  command->add_option("-o,--output", o->output,
                      "Graph file: .ttl .nt .nq .trig .rdf .jsonld [Turtle on standard output]");
  command->add_option("--annotate", o->annotate, "rdf-star: annotate the direct triples (RDF 1.2; not rdf or jsonld)");
  command->add_option("--format", o->format, "nt nq ttl trig rdf jsonld [by the name of the output]");
  command->add_option("--ontology", o->ontology, "Ontology: Turtle files or folders [those that ship]")
      ->allow_extra_args(false);
  command->add_option("--base", o->base, "Namespace of minted IRIs")->capture_default_str();
  command->callback([o, &action] { action = [o] { return merge(*o); }; });
}

}  // namespace triplewright::cli
