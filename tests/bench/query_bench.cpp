// How long queries take over many quads: copies of a graph, each with articles, statements and evidence of its own and
// three quarters of its entities under other names, so that a quarter recurs as well-known ones do in news.
//   query_bench GRAPH.nq QUERY_FOLDER [COPIES=145]      prints processor seconds; 145 copies of the examples are a
//   million quads
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "text/hash.h"
#include "triplewright/rdf.h"

namespace {

using namespace triplewright;

double seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

class Copier {
 public:
  explicit Copier(const Graph& graph) {
    for (const Quad& quad : graph.quads()) articles_.insert(quad.graph.value());
  }

  Term operator()(const Term& term, int copy) const {
    if (!term.is_iri() || copy == 0) return term;
    const std::string& iri = term.value();
    const std::string number = std::to_string(copy);
    const std::size_t end = std::min(iri.find('#'), iri.size());
    if (iri.starts_with("https://example.org/kg/") || articles_.contains(iri.substr(0, end)))
      return Term::must_iri(iri.substr(0, end) + "-" + number + iri.substr(end));
    const bool is_entity = iri.starts_with("https://w3id.org/triplewright/id/");
    if (!is_entity || text::hash64(iri + number) % 4 == 0) return term;
    return Term::must_iri(iri + "-" + std::to_string(copy % 50));
  }

 private:
  std::set<std::string> articles_;
};

int run(const std::string& path, const std::string& folder, int copies) {
  Graph graph;
  {
    const Graph one = read_file(path, {});
    const Copier copy(one);
    for (int k = 0; k < copies; ++k)
      for (const Quad& q : one.quads())
        graph.add(copy(q.subject, k), copy(q.predicate, k), copy(q.object, k), copy(q.graph, k));
  }
  graph.sort();
  double start = seconds();
  const Dataset dataset(graph);
  std::printf("%zu quads made ready in %.2f s\n", graph.size(), seconds() - start);
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path());
  for (const auto& file : files) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    start = seconds();
    const QueryResult result = dataset.query(text.str(), file.string());
    std::printf("%6.3f s  %6zu rows  %s\n", seconds() - start, result.rows.size(), file.filename().c_str());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) throw triplewright::Error("usage: query_bench GRAPH.nq QUERY_FOLDER [COPIES]");
  return run(argv[1], argv[2], argc > 3 ? std::atoi(argv[3]) : 145);
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 2;
}
