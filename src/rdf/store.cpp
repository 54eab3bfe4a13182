#include "triplewright/store.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

#include "rdf/http.h"
#include "rdf/turtle_family.h"

namespace triplewright {
namespace {

constexpr std::string_view kBase = "https://w3id.org/triplewright/";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string with_parameter(const std::string& url, const std::string& parameter) {
  return url + (url.find('?') == std::string::npos ? "?" : "&") + parameter;
}

// The quads [begin, end) of one graph. Empty when they arrived, else what went wrong.
std::string send_graph(rdf::HttpClient& client, const std::string& url, const std::vector<const Quad*>& quads,
                       std::size_t begin, std::size_t end, const StoreOptions& options) {
  const Term& name = quads[begin]->graph;
  const std::string target = with_parameter(url, name.empty() ? "default" : "graph=" + rdf::url_encode(name.value()));
  std::string body;
  bool is_first = true;
  const auto send = [&]() -> std::string {
    // Only the first part may replace; the default graph is never replaced, for it may hold what is others'.
    const char* method = options.replace && is_first && !name.empty() ? "PUT" : "POST";
    // Every store takes Turtle, and N-Triples is Turtle.
    const auto response = client.send(method, target, "text/turtle", "*/*", body);
    is_first = false;
    body.clear();
    return response.ok() ? std::string() : response.complaint();
  };
  for (std::size_t i = begin; i < end; ++i) {
    rdf::append_ntriples(body, quads[i]->subject);
    body += ' ';
    rdf::append_ntriples(body, quads[i]->predicate);
    body += ' ';
    rdf::append_ntriples(body, quads[i]->object);
    body += " .\n";
    if (body.size() >= options.max_request_bytes && i + 1 < end)
      if (std::string problem = send(); !problem.empty()) return problem;
  }
  return send();
}

Term term_of(const rapidjson::Value& value) {
  const auto text = [&](const char* name) -> std::string_view {
    const auto found = value.FindMember(name);
    if (found == value.MemberEnd() || !found->value.IsString()) return {};
    return {found->value.GetString(), found->value.GetStringLength()};
  };
  const std::string_view type = text("type");
  if (type == "uri") return Term::iri(text("value")).value_or(Term());
  if (type == "bnode") return Term::must_iri(std::string(kBase) + "genid/answer/" + std::string(text("value")));
  if (!text("xml:lang").empty()) return Term::lang_string(text("value"), text("xml:lang"));
  if (!text("datatype").empty()) return Term::typed(text("value"), text("datatype"));
  return Term::string(text("value"));
}

// SPARQL 1.1 Query Results JSON. False when it is something else.
bool parse_results(const std::string& body, QueryResult& result) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(body.data(), body.size());
  if (document.HasParseError() || !document.IsObject()) return false;
  if (document.HasMember("boolean") && document["boolean"].IsBool()) {
    result.kind = QueryResult::Kind::Boolean;
    result.boolean = document["boolean"].GetBool();
    return true;
  }
  const auto is_object = [](const rapidjson::Value& in, const char* name) {
    return in.HasMember(name) && in[name].IsObject();
  };
  if (!is_object(document, "head") || !is_object(document, "results")) return false;
  const auto vars = document["head"].FindMember("vars");
  const auto bindings = document["results"].FindMember("bindings");
  if (vars == document["head"].MemberEnd() || !vars->value.IsArray() || bindings == document["results"].MemberEnd() ||
      !bindings->value.IsArray())
    return false;
  for (const auto& name : vars->value.GetArray())
    if (name.IsString()) result.variables.emplace_back(name.GetString());
  for (const auto& binding : bindings->value.GetArray()) {
    auto& row = result.rows.emplace_back();
    for (const std::string& name : result.variables) {
      const bool is_bound = binding.IsObject() && is_object(binding, name.c_str());
      row.push_back(is_bound ? term_of(binding[name.c_str()]) : Term());
    }
  }
  return true;
}

}  // namespace

StoreOptions store_options_from_environment() {
  StoreOptions options;
  options.user = environment("TRIPLEWRIGHT_STORE_USER");
  options.password = environment("TRIPLEWRIGHT_STORE_PASSWORD");
  options.token = environment("TRIPLEWRIGHT_STORE_TOKEN");
  return options;
}

LoadReport load(const Graph& graph, const std::string& url, const StoreOptions& options) {
  rdf::HttpClient client(url, options);
  std::vector<const Quad*> quads;
  quads.reserve(graph.size());
  for (const Quad& quad : graph.quads()) quads.push_back(&quad);
  const auto before = [](const Quad* a, const Quad* b) { return *a < *b; };
  if (!std::is_sorted(quads.begin(), quads.end(), before)) std::sort(quads.begin(), quads.end(), before);
  quads.erase(std::unique(quads.begin(), quads.end(), [](const Quad* a, const Quad* b) { return *a == *b; }),
              quads.end());
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < quads.size(); ++i)
    if (i == 0 || quads[i]->graph != quads[i - 1]->graph) starts.push_back(i);

  LoadReport report;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : quads.size();
    const std::string& name = quads[starts[i]]->graph.value();
    if (report.error.empty()) report.error = send_graph(client, url, quads, starts[i], end, options);
    if (!report.error.empty()) {
      report.missing.push_back(name);
      continue;
    }
    report.arrived.push_back(name);
    report.triples += end - starts[i];
    if (options.progress) options.progress(report.arrived.size(), starts.size());
  }
  return report;
}

QueryResult query_endpoint(const std::string& url, std::string_view sparql, const StoreOptions& options) {
  rdf::HttpClient client(url, options);
  const auto response = client.send("POST", url, "application/x-www-form-urlencoded",
                                    "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8",
                                    "query=" + rdf::url_encode(sparql));
  if (!response.ok()) throw Error(url + ": " + response.complaint());
  QueryResult result;
  if (response.content_type.find("json") != std::string::npos) {
    if (parse_results(response.body, result)) return result;
    throw Error(url + ": the answer is not in the SPARQL JSON format");
  }
  const bool is_turtle = response.content_type == "text/turtle" || response.content_type == "application/x-turtle";
  if (!is_turtle && response.content_type != "application/n-triples" && response.content_type != "text/plain")
    throw Error(url + ": the answer is of a type not known here, \"" + response.content_type + "\"");
  result.kind = QueryResult::Kind::Graph;
  std::istringstream in(response.body);
  read(
      in, is_turtle ? Syntax::Turtle : Syntax::NTriples, url, kBase,
      [&](const Quad& quad, std::size_t) { result.graph.add(quad); },
      [&](const Diagnostic& d) {
        if (d.severity == Severity::Error) throw Error(d.message, d.where);
      });
  result.graph.sort();
  return result;
}

}  // namespace triplewright
