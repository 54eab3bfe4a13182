// query: SPARQL over files.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "triplewright/store.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::vector<std::string> files;
  std::string output, format, endpoint;
};

ResultFormat choose_format(const std::string& name, bool terminal) {
  static const std::map<std::string, ResultFormat> names = {{"table", ResultFormat::Table},
                                                            {"csv", ResultFormat::Csv},
                                                            {"tsv", ResultFormat::Tsv},
                                                            {"json", ResultFormat::Json},
                                                            {"xml", ResultFormat::Xml}};
  if (name.empty()) return terminal ? ResultFormat::Table : ResultFormat::Tsv;
  const auto found = names.find(name);
  if (found == names.end()) throw Error("unknown --format " + name + ": use table, csv, tsv, json or xml");
  return found->second;
}

int query(Options& o) {
  const std::size_t graphs = o.files.size() - 1;
  if (!o.endpoint.empty() && graphs != 0)
    throw Error("query --endpoint wants the query alone: the endpoint has the graph");
  if (o.endpoint.empty() && graphs == 0)
    throw Error("query wants one or more graphs and then a query: GRAPH... QUERY.rq");
  Diagnostics diagnostics;
  const std::string path = o.files.back();
  const std::string sparql = read_text(path);
  const Graph graph = read_graphs({o.files.begin(), o.files.end() - 1}, diagnostics);
  const QueryResult result = o.endpoint.empty() ? triplewright::query(graph, sparql, path)
                                                : query_endpoint(o.endpoint, sparql, store_options_from_environment());
  OutputFile output(o.output);
  const bool terminal = (o.output.empty() || o.output == "-") && ::isatty(STDOUT_FILENO) != 0;
  write(output.stream(), result, choose_format(o.format, terminal), graph.prefixes());
  output.commit();
  return diagnostics.errors() == 0 ? 0 : 1;
}

}  // namespace

void add_query(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("query", "SPARQL over RDF files, in memory");
  auto o = std::make_shared<Options>();
  command->add_option("FILE", o->files, "GRAPH... QUERY.rq")->required();
  command->add_option("--endpoint", o->endpoint, "Ask this SPARQL endpoint instead of files");
  command->add_option("-o,--output", o->output, "Where the answer goes [standard output]");
  command->add_option("--format", o->format, "table csv tsv json xml [table on a terminal, else tsv]");
  command->callback([o, &action] { action = [o] { return query(*o); }; });
}

}  // namespace triplewright::cli
