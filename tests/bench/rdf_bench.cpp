// Quads a second, one thread: our writers beside raptor's and serd's, our reader beside raptor's own parsers. The graph
// is shaped as the program's output is: articles as named graphs, statements with their evidence.
#include <benchmark/benchmark.h>
#include <raptor2.h>
#ifdef TW_HAVE_SERD
#include <serd/serd.h>
#endif

#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>

#include "rdf/redland.h"
#include "text/hash.h"
#include "triplewright/rdf.h"

namespace {

using namespace triplewright;

// Counts bytes and drops them.
class NullBuffer : public std::streambuf {
 public:
  std::size_t bytes = 0;

 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override {
    bytes += static_cast<std::size_t>(size);
    return size;
  }
  int overflow(int c) override {
    ++bytes;
    return c;
  }
};

const Graph& graph() {
  static const Graph made = [] {
    Graph g;
    const std::string base = "https://w3id.org/triplewright/";
    const auto iri = [&](const std::string& rest) { return Term::must_iri(base + rest); };
    const auto rdf = [](const char* name) {
      return Term::must_iri(std::string("http://www.w3.org/1999/02/22-rdf-syntax-ns#") + name);
    };
    g.set_prefix("id", base + "id/");
    g.set_prefix("tw", base + "ns#");
    g.set_prefix("ttp", base + "tech-policy#");
    for (int a = 0; a < 1000; ++a) {
      const Term article = Term::must_iri("https://news.example.org/2026/" + std::to_string(a) + "/chips-and-more");
      g.add(article, rdf("type"), Term::must_iri("http://schema.org/NewsArticle"), article);
      g.add(article, Term::must_iri("http://schema.org/headline"),
            Term::lang_string("Headline \"" + std::to_string(a) + "\"", "en"), article);
      for (int s = 0; s < 10; ++s) {
        const std::string key = std::to_string(a * 7 % 500) + "-" + std::to_string(s);
        const Term subject = iri("id/entity-" + std::to_string((a + s) % 300));
        const Term object = iri("id/entity-" + std::to_string((a * 3 + s) % 300));
        const Term property = iri("tech-policy#supplies");
        const Term statement = iri("statement/" + text::hash_hex(key).substr(0, 16));
        const Term evidence = iri("evidence/" + text::hash_hex(key + std::to_string(a)).substr(0, 16));
        g.add(subject, property, object, article);
        g.add(statement, rdf("type"), rdf("Statement"), article);
        g.add(statement, rdf("subject"), subject, article);
        g.add(statement, rdf("predicate"), property, article);
        g.add(statement, rdf("object"), object, article);
        g.add(statement, iri("ns#evidence"), evidence, article);
        g.add(evidence, iri("ns#confidence"), Term::typed("0.87", "http://www.w3.org/2001/XMLSchema#decimal"), article);
        g.add(evidence, iri("ns#factuality"), iri("ns#Asserted"), article);
        g.add(evidence, Term::must_iri("http://www.w3.org/ns/prov#wasQuotedFrom"),
              Term::must_iri(article.value() + "#char=1,9"), article);
        g.add(evidence, iri("ns#text"),
              Term::string("The company said that it would supply the chips from next year on, at a price of $5."),
              article);
      }
    }
    g.sort();
    return g;
  }();
  return made;
}

std::string text_of(Syntax syntax) {
  std::ostringstream out;
  write(out, graph(), syntax);
  return out.str();
}

void count(benchmark::State& state, std::size_t quads, std::size_t bytes) {
  state.counters["quads/s"] =
      benchmark::Counter(static_cast<double>(quads * state.iterations()), benchmark::Counter::kIsRate);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes * state.iterations()));
}

void write_ours(benchmark::State& state, Syntax syntax) {
  const Graph& g = graph();
  std::size_t bytes = 0;
  for (auto _ : state) {
    NullBuffer buffer;
    std::ostream out(&buffer);
    write(out, g, syntax);
    bytes = buffer.bytes;
  }
  count(state, g.size(), bytes);
}
BENCHMARK_CAPTURE(write_ours, nquads, Syntax::NQuads)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_ours, trig, Syntax::TriG)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_ours, turtle, Syntax::Turtle)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_ours, jsonld, Syntax::JsonLd)->Unit(benchmark::kMillisecond);

raptor_term* raptor_node(raptor_world* world, const Term& term) {
  const auto* text = reinterpret_cast<const unsigned char*>(term.value().c_str());
  if (term.is_iri()) return raptor_new_term_from_uri_string(world, text);
  const std::string datatype(term.datatype());
  const std::string language(term.language());
  raptor_uri* type =
      datatype.empty() ? nullptr : raptor_new_uri(world, reinterpret_cast<const unsigned char*>(datatype.c_str()));
  raptor_term* node = raptor_new_term_from_literal(
      world, text, type, language.empty() ? nullptr : reinterpret_cast<const unsigned char*>(language.c_str()));
  if (type != nullptr) raptor_free_uri(type);
  return node;
}

// With the terms made beforehand, so that only its writer is measured.
void write_raptor(benchmark::State& state) {
  rdf::RaptorSession session({});
  std::vector<raptor_statement*> statements;
  for (const Quad& q : graph().quads()) {
    raptor_statement* s = raptor_new_statement(session.world());
    s->subject = raptor_node(session.world(), q.subject);
    s->predicate = raptor_node(session.world(), q.predicate);
    s->object = raptor_node(session.world(), q.object);
    s->graph = raptor_node(session.world(), q.graph);
    statements.push_back(s);
  }
  for (auto _ : state) {
    rdf::Raptor<raptor_serializer> serializer(raptor_new_serializer(session.world(), "nquads"));
    rdf::Raptor<raptor_iostream> sink(raptor_new_iostream_to_sink(session.world()));
    raptor_serializer_start_to_iostream(serializer.get(), nullptr, sink.get());
    for (raptor_statement* s : statements) raptor_serializer_serialize_statement(serializer.get(), s);
    raptor_serializer_serialize_end(serializer.get());
  }
  for (raptor_statement* s : statements) raptor_free_statement(s);
  count(state, statements.size(), 0);
}
BENCHMARK(write_raptor)->Unit(benchmark::kMillisecond);

#ifdef TW_HAVE_SERD
SerdNode serd_node(SerdType type, const std::string& text) {
  return serd_node_from_string(type, reinterpret_cast<const std::uint8_t*>(text.c_str()));
}

void write_serd(benchmark::State& state, SerdSyntax syntax) {
  const auto drop = [](const void*, std::size_t size, void*) { return size; };
  for (auto _ : state) {
    SerdEnv* env = serd_env_new(nullptr);
    SerdWriter* writer = serd_writer_new(syntax, SERD_STYLE_ABBREVIATED, env, nullptr, drop, nullptr);
    for (const Quad& q : graph().quads()) {
      const std::string datatype(q.object.datatype());
      const std::string language(q.object.language());
      const SerdNode name = serd_node(SERD_URI, q.graph.value());
      const SerdNode s = serd_node(SERD_URI, q.subject.value());
      const SerdNode p = serd_node(SERD_URI, q.predicate.value());
      const SerdNode o = serd_node(q.object.is_iri() ? SERD_URI : SERD_LITERAL, q.object.value());
      const SerdNode type = serd_node(SERD_URI, datatype);
      const SerdNode tag = serd_node(SERD_LITERAL, language);
      serd_writer_write_statement(writer, 0, &name, &s, &p, &o, datatype.empty() ? nullptr : &type,
                                  language.empty() ? nullptr : &tag);
    }
    serd_writer_finish(writer);
    serd_writer_free(writer);
    serd_env_free(env);
  }
  count(state, graph().size(), 0);
}
BENCHMARK_CAPTURE(write_serd, nquads, SERD_NQUADS)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_serd, trig, SERD_TRIG)->Unit(benchmark::kMillisecond);
#endif

void read_ours(benchmark::State& state, Syntax syntax) {
  const std::string text = text_of(syntax);
  std::size_t quads = 0;
  for (auto _ : state) {
    std::istringstream in(text);
    quads = 0;
    read(in, syntax, "bench", "", [&](const Quad&, std::size_t) { ++quads; }, {});
  }
  count(state, quads, text.size());
}
BENCHMARK_CAPTURE(read_ours, nquads, Syntax::NQuads)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_ours, trig, Syntax::TriG)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_ours, jsonld, Syntax::JsonLd)->Unit(benchmark::kMillisecond);

// The parser alone, in a world as it comes.
void read_raptor(benchmark::State& state, const char* name, Syntax syntax) {
  const std::string text = text_of(syntax);
  raptor_world* world = raptor_new_world();
  raptor_world_open(world);
  raptor_uri* base = raptor_new_uri(world, reinterpret_cast<const unsigned char*>("http://example.org/"));
  std::size_t quads = 0;
  for (auto _ : state) {
    quads = 0;
    raptor_parser* parser = raptor_new_parser(world, name);
    raptor_parser_set_statement_handler(parser, &quads,
                                        [](void* n, raptor_statement*) { ++*static_cast<std::size_t*>(n); });
    raptor_parser_parse_start(parser, base);
    raptor_parser_parse_chunk(parser, reinterpret_cast<const unsigned char*>(text.data()), text.size(), 1);
    raptor_free_parser(parser);
  }
  count(state, quads, text.size());
  raptor_free_uri(base);
  raptor_free_world(world);
}
BENCHMARK_CAPTURE(read_raptor, nquads, "nquads", Syntax::NQuads)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_raptor, trig, "trig", Syntax::TriG)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
