// merge: article graphs, or any RDF -> one graph.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/graphs.h"
#include "merge/graph_union.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> ontology;
  std::string output, format, base = ExtractOptions{}.base;
  std::string annotate;
  std::size_t memory = merge::GraphUnion::kMemory >> 20;
};

int merge(Options& o) {
  const Syntax syntax = choose_syntax(o.format, o.output, Syntax::Turtle);
  const WriteOptions options = write_options(o.annotate);
  Diagnostics diagnostics;
  OutputFile output(o.output);
  const std::vector<std::string> paths =
      o.ontology.empty() ? std::vector<std::string>{data_directory() + "/ontology"} : o.ontology;
  const Ontology ontology = Ontology::load(paths, diagnostics.sink());
  merge::GraphUnion all(o.base, order_for(syntax), o.memory << 20);
  for (const std::string& file : o.files) add_file(all, file, diagnostics);
  all.derive(ontology);
  write(output.stream(), all.pass(), all.prefixes(), syntax, options);
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
  command->add_option("--memory", o->memory, "MiB of quads to hold before they go to temporary files (TMPDIR)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 20))
      ->capture_default_str();
  command->callback([o, &action] { action = [o] { return merge(*o); }; });
}

}  // namespace triplewright::cli
