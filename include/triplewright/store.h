// SPARQL stores over HTTP: loading a graph (SPARQL 1.1 Graph Store HTTP Protocol) and asking (SPARQL 1.1
// Protocol). Thread-safety: calls are self-contained; see rdf.h for the rule on answers that are RDF.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/graph.h"
#include "triplewright/rdf.h"

namespace triplewright {

/// How to talk to a store. A password or token goes only to the host of the URL.
struct StoreOptions {
  std::string user;       ///< HTTP basic or digest authentication, as the store asks
  std::string password;   ///< of `user`
  std::string token;      ///< bearer token, instead of a user
  bool replace = false;   ///< each named graph takes the place of what the store has under its name (PUT, not POST)
  unsigned attempts = 5;  ///< of each request, the first one included
  std::chrono::milliseconds first_wait{250};  ///< before the second attempt; doubles, up to 16 s
  std::chrono::seconds timeout{300};          ///< of one attempt
  std::size_t max_request_bytes = 8u << 20;   ///< a larger graph goes in several requests
  /// Called after each graph that has arrived.
  std::function<void(std::size_t arrived, std::size_t all)> progress;
};

/// User, password and token from TRIPLEWRIGHT_STORE_USER, TRIPLEWRIGHT_STORE_PASSWORD and TRIPLEWRIGHT_STORE_TOKEN,
/// which, unlike arguments, other users of the machine cannot see.
[[nodiscard]] StoreOptions store_options_from_environment();

/// What became of each graph. An empty name is the default graph.
struct LoadReport {
  std::vector<std::string> arrived;
  std::vector<std::string> missing;  ///< not in the store, or not whole; loading again is safe
  std::string error;                 ///< why the first of `missing` did not arrive; empty when all did
  std::size_t triples = 0;           ///< in the graphs that arrived
};

/// Sends every graph to the Graph Store endpoint `url` (Fuseki: http://HOST:3030/DATASET/data), named graphs under
/// their names, each triple once. Requests are repeated after failures that may pass (connection, 408, 429, 5xx): that
/// is safe, for a graph without blank nodes is a set. Stops at the first graph that does not arrive. Throws Error when
/// `url` is no http(s) URL.
[[nodiscard]] LoadReport load(const Graph& graph, const std::string& url, const StoreOptions& options = {});

/// Asks the SPARQL endpoint `url`. Any form of query that it answers: SELECT, ASK, CONSTRUCT, DESCRIBE. Blank
/// nodes in answers become IRIs. Throws Error when there is no answer, with what the store said.
[[nodiscard]] QueryResult query_endpoint(const std::string& url, std::string_view sparql,
                                         const StoreOptions& options = {});

}  // namespace triplewright
