// What is written here is what librdf reads: its own parser, model and query, beside ours.
#include <gtest/gtest.h>
#include <redland.h>

#include <algorithm>
#include <memory>
#include <sstream>

#include "rdf/redland.h"
#include "triplewright/rdf.h"

namespace triplewright {
namespace {

struct LibrdfDeleter {
  void operator()(librdf_world* p) const { librdf_free_world(p); }
  void operator()(librdf_storage* p) const { librdf_free_storage(p); }
  void operator()(librdf_model* p) const { librdf_free_model(p); }
  void operator()(librdf_parser* p) const { librdf_free_parser(p); }
  void operator()(librdf_uri* p) const { librdf_free_uri(p); }
  void operator()(librdf_query* p) const { librdf_free_query(p); }
  void operator()(librdf_query_results* p) const { librdf_free_query_results(p); }
};
template <typename T>
using Librdf = std::unique_ptr<T, LibrdfDeleter>;

const unsigned char* bytes(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.c_str());
}

TEST(Librdf, LoadsAndAsksWhatIsWritten) {
  Graph graph;
  for (const char* name : {"a", "b", "c"}) {
    const Term subject = Term::must_iri(std::string("http://e/") + name);
    graph.add(subject, Term::must_iri("http://e/name"),
              Term::lang_string(std::string("\xC3\x89t\xC3\xA9 \"") + name, "fr"));
    graph.add(subject, Term::must_iri("http://e/size"), Term::typed("4", "http://www.w3.org/2001/XMLSchema#integer"));
  }
  graph.sort();
  std::ostringstream turtle;
  write(turtle, graph, Syntax::Turtle);
  const std::string sparql = "SELECT ?n WHERE { ?s <http://e/name> ?n ; <http://e/size> ?z FILTER(?z > 3) }";

  std::vector<std::string> theirs;
  {
    rdf::RaptorSession session({});
    Librdf<librdf_world> world(librdf_new_world());
    librdf_world_set_raptor(world.get(), session.world());
    librdf_world_open(world.get());
    Librdf<librdf_storage> storage(librdf_new_storage(world.get(), "trees", nullptr, nullptr));
    ASSERT_TRUE(storage);
    Librdf<librdf_model> model(librdf_new_model(world.get(), storage.get(), nullptr));
    Librdf<librdf_parser> parser(librdf_new_parser(world.get(), "turtle", nullptr, nullptr));
    Librdf<librdf_uri> base(librdf_new_uri(world.get(), bytes("http://e/")));
    ASSERT_EQ(librdf_parser_parse_string_into_model(parser.get(), bytes(turtle.str()), base.get(), model.get()), 0);
    EXPECT_EQ(librdf_model_size(model.get()), static_cast<int>(graph.size()));
    Librdf<librdf_query> query(librdf_new_query(world.get(), "sparql", nullptr, bytes(sparql), nullptr));
    Librdf<librdf_query_results> results(librdf_model_query_execute(model.get(), query.get()));
    ASSERT_TRUE(results);
    for (; librdf_query_results_finished(results.get()) == 0; librdf_query_results_next(results.get())) {
      librdf_node* node = librdf_query_results_get_binding_value(results.get(), 0);
      theirs.emplace_back(reinterpret_cast<const char*>(librdf_node_get_literal_value(node)));
      librdf_free_node(node);
    }
  }
  std::sort(theirs.begin(), theirs.end());
  std::vector<std::string> ours;
  for (const auto& row : query(graph, sparql).rows) ours.push_back(row[0].value());
  std::sort(ours.begin(), ours.end());
  EXPECT_EQ(ours.size(), 3u);
  EXPECT_EQ(theirs, ours);
}

// One world for all: raptor's, as librdf set it up, with the flags that are asked of it.
TEST(Librdf, TheWorldIsOne) {
  raptor_world* first = rdf::RaptorSession({}).world();
  rdf::RaptorSession second({});
  EXPECT_EQ(first, second.world());
  const auto one = second.uri("http://e/x");
  const auto other = second.uri("http://e/x");
  EXPECT_NE(one.get(), other.get()) << "IRIs are not kept in a search tree";
  EXPECT_NE(raptor_uri_equals(one.get(), other.get()), 0);
}

}  // namespace
}  // namespace triplewright
