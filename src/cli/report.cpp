// report: a graph as one HTML file for people.
#include "report/report.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::vector<std::string> graphs, texts, ontology;
  std::string output, queries;
  report::Options report;
  std::size_t megabytes = 8;
};

std::vector<report::QueryPanel> answer(const std::string& folder, const Graph& graph) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(folder)) throw Error("--queries wants a folder of .rq files, not " + folder);
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".rq") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  const Dataset dataset(graph);
  std::vector<report::QueryPanel> panels;
  for (const auto& file : files) {
    report::QueryPanel& panel = panels.emplace_back();
    panel.name = file.stem().string();
    panel.sparql = read_text(file.string());
    try {
      panel.result = dataset.query(panel.sparql, file.filename().string());
    } catch (const Error& error) {
      panel.error = error.what();
    }
  }
  return panels;
}

std::vector<Article> read_articles(const std::vector<std::string>& inputs, Diagnostics& diagnostics) {
  std::vector<Article> articles;
  if (inputs.empty()) return articles;
  const auto reader = open_reader(inputs, {}, diagnostics.article_sink());
  while (auto article = reader->next()) articles.push_back(std::move(*article));
  return articles;
}

int make_report(Options& o) {
  if (!report::has_page()) {
    std::cerr << "triplewright: this build has no report: install Node.js (Debian: nodejs npm) and build again\n";
    return 2;
  }
  Diagnostics diagnostics;
  const Graph graph = read_graphs(o.graphs, diagnostics);
  const std::vector<std::string> paths =
      o.ontology.empty() ? std::vector<std::string>{data_directory() + "/ontology"} : o.ontology;
  const Ontology ontology = Ontology::load(paths, diagnostics.sink());
  o.report.max_bytes = o.megabytes << 20;
  std::vector<report::QueryPanel> panels;
  if (!o.queries.empty()) panels = answer(o.queries, graph);
  const std::string json = report::to_json(graph, ontology, read_articles(o.texts, diagnostics), panels, o.report);
  OutputFile output(o.output);
  report::write_page(output.stream(), json);
  output.commit();
  return diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_report(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("report", "A graph as one HTML file: overview, picture, every sentence");
  auto o = std::make_shared<Options>();
  command->add_option("GRAPH", o->graphs, "RDF files")->required();
  command->add_option("-o,--output", o->output, "Where the page goes [standard output]");
  command->add_option("--text", o->texts, "The articles of the graph, to show their full text: files, folders, globs");
  command->add_option("--queries", o->queries, "Folder of SPARQL queries (.rq) whose answers the page shows");
  command->add_option("--title", o->report.title, "Title of the page")->capture_default_str();
  command->add_option("--max-mb", o->megabytes, "Size of the data in MiB beyond which the page is a summary")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  command->add_option("--ontology", o->ontology, "Ontology: Turtle files or folders [those that ship]");
  command->callback([o, &action] { action = [o] { return make_report(*o); }; });
}

}  // namespace triplewright::cli
