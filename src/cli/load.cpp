// load: a graph into a SPARQL store.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "triplewright/store.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::vector<std::string> files;
  std::string to;
  bool replace = false;
};

int load(Options& o) {
  Diagnostics diagnostics;
  StoreOptions store = store_options_from_environment();
  store.replace = o.replace;
  const Graph graph = read_graphs(o.files, diagnostics);
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  if (terminal)
    store.progress = [](std::size_t arrived, std::size_t all) {
      std::cerr << '\r' << arrived << " of " << all << " graphs" << std::flush;
    };
  const LoadReport report = triplewright::load(graph, o.to, store);
  if (terminal) std::cerr << '\n';
  std::cerr << report.triples << " triples in " << report.arrived.size() << " graphs arrived\n";
  if (report.error.empty()) return diagnostics.errors() == 0 ? 0 : 1;
  std::cerr << "triplewright: " << o.to << ": " << report.error << '\n'
            << report.missing.size() << " graphs did not arrive (standard output lists them); loading again is safe\n";
  for (const std::string& name : report.missing) std::cout << (name.empty() ? "(default graph)" : name) << '\n';
  return 1;
}

}  // namespace

void add_load(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("load", "Graphs into a SPARQL store (Graph Store Protocol)");
  auto o = std::make_shared<Options>();
  command->add_option("GRAPH", o->files, "RDF files")->required();
  command
      ->add_option("--to", o->to,
                   "Graph Store URL; user and password or token from TRIPLEWRIGHT_STORE_USER, _PASSWORD, _TOKEN")
      ->required();
  command->add_flag("--replace", o->replace, "Named graphs take the place of those that the store has");
  command->callback([o, &action] { action = [o] { return load(*o); }; });
}

}  // namespace triplewright::cli
