// index: compile entity files into one file that loads at once.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "triplewright/entity_base.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string output;
};

int index(const Options& o) {
  Diagnostics diagnostics;
  std::vector<std::string> inputs = o.inputs;
  // What classes of Wikidata mean: an index is read without the ontology.
  if (const std::string classes = data_directory() + "/ontology/entities/wikidata-classes.ttl";
      std::filesystem::exists(classes))
    inputs.push_back(classes);
  const EntityBase base = EntityBase::load(inputs, diagnostics.sink());
  write_index(base, o.output);
  std::cerr << base.size() << " entities\n";
  diagnostics.summarize();
  return diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_index(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("index", "Compile entity files into an index for --entities");
  auto o = std::make_shared<Options>();
  command
      ->add_option("INPUT", o->inputs, "Turtle, N-Triples, TSV, CSV (FILE#id=KEY;label=NAME maps columns) or an index")
      ->required();
  command->add_option("-o,--output", o->output, "The index: a name that ends in .twx")->required();
  command->callback([o, &action] { action = [o] { return index(*o); }; });
}

}  // namespace triplewright::cli
