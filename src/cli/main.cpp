// triplewright: the command line.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "cli/commands.h"
#include "triplewright/error.h"

int main(int argc, char** argv) {
  using namespace triplewright;
  CLI::App app{"News articles to RDF: who makes, buys, restricts, funds and says what, with the sentence that says so"};
  app.name("triplewright");
  app.require_subcommand(1);
  app.set_version_flag("--version", TW_VERSION);
  app.get_formatter()->column_width(34);
  std::ios::sync_with_stdio(false);

  cli::Action action;
  for (const auto add : {cli::add_build, cli::add_extract, cli::add_load, cli::add_merge, cli::add_retract,
                         cli::add_query, cli::add_claims, cli::add_index, cli::add_ingest, cli::add_parse,
                         cli::add_train, cli::add_eval, cli::add_check, cli::add_doc, cli::add_report})
    add(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : 2;
  }
  try {
    return action();
  } catch (const Error& e) {
    std::cerr << "triplewright: " << e.what() << '\n';
  } catch (const std::exception& e) {
    std::cerr << "triplewright: unexpected failure: " << e.what() << '\n';
  }
  return 2;
}
