// parse: CoNLL-U of the analysis; of CoNLL-U, with its tokens and sentences kept.
#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>

#include "cli/commands.h"
#include "cli/common.h"
#include "nlp/annotate.h"
#include "nlp/conllu.h"

namespace triplewright::cli {

namespace {

struct Options {
  InputOptions input;
  EngineOptions engine;
  std::string output;
};

int parse_conllu(Options& o) {
  Diagnostics diagnostics;
  const Extractor extractor = o.engine.load(diagnostics);
  OutputFile output(o.output);
  nlp::Scratch scratch;
  for (const std::string& path : o.input.inputs) {
    Document document = nlp::document_from_conllu(read_text(path), path);
    document = nlp::annotate_tokens(std::move(document), extractor.models(), &extractor.entities(), scratch);
    output.stream() << nlp::to_conllu(document);
  }
  output.commit();
  return 0;
}

int parse(Options& o) {
  if (o.input.format == "conllu") return parse_conllu(o);
  Diagnostics diagnostics;
  const auto reader = o.input.open(diagnostics);
  const Extractor extractor = o.engine.load(diagnostics);
  OutputFile output(o.output);
  const std::size_t read = for_each_article(*reader, diagnostics, [&](Article article) {
    output.stream() << nlp::to_conllu(extractor.analyze(std::move(article)));
  });
  output.commit();
  diagnostics.summarize(read);
  return diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_parse(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("parse", "CoNLL-U of the analysis, names in MISC");
  auto o = std::make_shared<Options>();
  o->input.add_to(*command);
  o->engine.add_to(*command);
  command->add_option("-o,--output", o->output, "File [standard output]");
  command->callback([o, &action] { action = [o] { return parse(*o); }; });
}

}  // namespace triplewright::cli
