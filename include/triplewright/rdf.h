// Reading, writing and querying RDF. The only implementation of these is in src/rdf, the only
// folder that includes Redland. Thread-safety: each call is self-contained; calls that read RDF or
// answer SPARQL through Redland must come from one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/error.h"
#include "triplewright/graph.h"

namespace triplewright {

enum class Syntax : std::uint8_t { NTriples, NQuads, Turtle, TriG, RdfXml, JsonLd };

/// The syntax of a name ("ttl", "turtle") or of a file name's extension; nullopt when unknown.
[[nodiscard]] std::optional<Syntax> syntax_from_name(std::string_view name);
[[nodiscard]] std::optional<Syntax> syntax_from_path(std::string_view path);

struct WriteOptions {
  /// RDF 1.2 (the heir of RDF-star): each direct triple names the statements that reify it, "s p o ~ statement" in
  /// Turtle and TriG, rdf:reifies <<( s p o )>> in N-Triples and N-Quads; Error for the other syntaxes. Readers of RDF
  /// 1.1, raptor among them, refuse such files.
  bool rdf_star = false;
};

/// Writes a sorted graph. Triple syntaxes write every quad without its graph name, each triple once.
/// Throws Error when the stream fails.
void write(std::ostream& out, const Graph& graph, Syntax syntax, const WriteOptions& options = {});

/// Gives every quad of a sequence to its argument, in order; called again, it gives the same.
using QuadPass = std::function<void(const std::function<void(const Quad& quad)>&)>;

/// True for the syntaxes that name graphs: N-Quads, TriG, JSON-LD.
[[nodiscard]] bool names_graphs(Syntax syntax) noexcept;

/// The same bytes from quads that are not held in memory, each once: by graph, subject, predicate, object for the
/// syntaxes that name graphs, by subject, predicate, object, graph for the others. Without `rdf_star`, N-Triples,
/// N-Quads, Turtle and TriG take the memory of one subject; all else holds the graph.
void write(std::ostream& out, const QuadPass& quads, const std::vector<std::pair<std::string, std::string>>& prefixes,
           Syntax syntax, const WriteOptions& options = {});

/// A quad with the line of its object (Turtle, TriG), its line (N-Triples, N-Quads), the line where its
/// property element ends (RDF/XML), or 0 (JSON-LD).
using QuadSink = std::function<void(const Quad& quad, std::size_t line)>;
using PrefixSink = std::function<void(std::string_view prefix, std::string_view iri)>;

/// Reads RDF. Faults go to `sink` with the line; a line-based syntax goes on after one, others stop.
/// Returns the number of faults. Blank nodes become IRIs under `base`: "genid/", a hash of the input, and the
/// label or a running number; `base` also resolves relative IRIs where the input names no base of its own.
/// Literals come in canonical form (see Term). Reads nothing but `in`: no network, no other file. JSON-LD: contexts
/// must be inline.
std::size_t read(std::istream& in, Syntax syntax, std::string_view source_name, std::string_view base,
                 const QuadSink& quads, const DiagnosticSink& sink, const PrefixSink& prefixes = {});

/// Reads a file into a graph with its prefixes, unsorted: RDF by its extension with the base
/// https://w3id.org/triplewright/, or a table, .csv or .tsv, whose rows are subjects (W3C csv2rdf, minimal mode).
/// Throws Error if it cannot be opened.
Graph read_file(const std::string& path, const DiagnosticSink& sink);

/// The answer of a SPARQL query: a table (SELECT), a truth value (ASK) or a graph (CONSTRUCT).
struct QueryResult {
  enum class Kind : std::uint8_t { Table, Boolean, Graph };
  Kind kind = Kind::Table;
  std::vector<std::string> variables;
  std::vector<std::vector<Term>> rows;  ///< an empty term is an unbound variable
  bool boolean = false;
  Graph graph;
};

/// A graph made ready for many queries. Patterns outside GRAPH see the union of all graphs, each triple once
/// (in stores: "union default graph"). The graph must outlive it and stay as it is. Thread-safety: one thread at a
/// time.
class Dataset {
 public:
  explicit Dataset(const Graph& graph);
  ~Dataset();
  Dataset(Dataset&&) noexcept;
  Dataset& operator=(Dataset&&) noexcept;

  /// Answers a SPARQL 1.1 query, in memory. Forms that the engine lacks or gets wrong are refused with an
  /// Error that says what to do instead, never answered wrongly. Errors have the line within the query.
  [[nodiscard]] QueryResult query(std::string_view sparql, std::string_view source_name = "query") const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// The same for one query.
[[nodiscard]] QueryResult query(const Graph& graph, std::string_view sparql, std::string_view source_name = "query");

/// Table: aligned, for people, with IRIs shortened by `prefixes`. The others are the W3C's. The answer of a CONSTRUCT
/// is written as RDF: Turtle (Table), N-Triples (Csv, Tsv), JSON-LD (Json), RDF/XML (Xml). Throws Error when the stream
/// fails.
enum class ResultFormat : std::uint8_t { Table, Csv, Tsv, Json, Xml };
void write(std::ostream& out, const QueryResult& result, ResultFormat format,
           const std::vector<std::pair<std::string, std::string>>& prefixes = {});

}  // namespace triplewright
