// doc: documentation and shapes generated from an ontology.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "ontology/documentation.h"
#include "ontology/shapes.h"

namespace triplewright::cli {

namespace {

struct DocOptions {
  std::vector<std::string> paths;
  std::string format;
  std::string output;
};

int doc(const DocOptions& options) {
  Diagnostics diagnostics;
  const Ontology ontology = Ontology::load(options.paths, diagnostics.sink());
  OutputFile file(options.output);
  if (options.format == "shapes")
    ontology::write_shapes(file.stream(), ontology);
  else if (options.format == "html" || (options.format.empty() && options.output.ends_with(".html")))
    ontology::write_documentation(file.stream(), ontology, ontology::DocumentationFormat::Html);
  else
    ontology::write_documentation(file.stream(), ontology, ontology::DocumentationFormat::Markdown);
  file.commit();
  return diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_doc(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("doc", "Documentation of an ontology, generated from it");
  auto options = std::make_shared<DocOptions>();
  command->add_option("ONTOLOGY", options->paths, "Turtle files or folders")->required();
  command->add_option("--format", options->format, "markdown, html, or shapes (SHACL of the properties)")
      ->check(CLI::IsMember({"markdown", "html", "shapes"}));
  command->add_option("-o,--output", options->output, "File (.md, .html); standard output when not given");
  command->callback([options, &action] { action = [options] { return doc(*options); }; });
}

}  // namespace triplewright::cli
