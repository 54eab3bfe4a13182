// check: faults of an ontology or lexicon, with file and line.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"

namespace triplewright::cli {

namespace {

int check(const std::vector<std::string>& paths) {
  std::size_t faults = 0;
  const std::size_t checked = check_ontology(paths, [&](const Diagnostic& d) {
    ++faults;
    std::cout << d.where.to_string() << ": " << d.message << " [" << d.code << "]\n";
  });
  std::cout << (faults == 0 ? "no faults" : std::to_string(faults) + " faults") << " in " << checked << " statements\n";
  return faults == 0 ? 0 : 1;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("check", "Errors in an ontology or lexicon, with file and line");
  auto paths = std::make_shared<std::vector<std::string>>();
  command->add_option("ONTOLOGY", *paths, "Turtle files or folders")->required();
  command->callback([paths, &action] { action = [paths] { return check(*paths); }; });
}

}  // namespace triplewright::cli
