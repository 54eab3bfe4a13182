// ingest: what the readers make of the input, as JSON Lines.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/render.h"

namespace triplewright::cli {

namespace {

struct Options {
  InputOptions input;
  std::string output;
  bool blocks = false, all_text = false;
};

int ingest(Options& o) {
  Diagnostics diagnostics;
  o.input.read.keep_other_languages = true;  // shown with their language; only the analysis needs English
  const auto reader = o.input.open(diagnostics);
  OutputFile output(o.output);
  std::size_t read = 0;
  for (; const auto article = reader->next(); ++read)
    print_article_json(output.stream(), *article, o.blocks, o.all_text);
  output.commit();
  diagnostics.summarize(read);
  return diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_ingest(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("ingest", "What is read, as JSON Lines: id url title published author text");
  auto o = std::make_shared<Options>();
  o->input.add_to(*command);
  command->add_flag("--blocks", o->blocks, "Also the blocks of the text, with their kinds and code point offsets");
  command->add_flag("--all-text", o->all_text, "Give the whole text, with what was taken for page furniture");
  command->add_option("-o,--output", o->output, "File [standard output]");
  command->callback([o, &action] { action = [o] { return ingest(*o); }; });
}

}  // namespace triplewright::cli
