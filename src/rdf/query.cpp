// SPARQL: rasqal over our own store.
#include <algorithm>
#include <limits>
#include <unordered_set>

#include "rdf/rasqal_source.h"
#include "rdf/redland.h"
#include "triplewright/rdf.h"

namespace triplewright {
namespace {

std::string row_key(const std::vector<Term>& row) {
  std::string key;
  for (const Term& term : row) {
    for (const std::string_view part : {std::string_view(term.value()), term.datatype(), term.language()}) {
      key += part;
      key += '\0';
    }
    key += term.is_iri() ? 'i' : 'l';
  }
  return key;
}

Term from_raptor(const raptor_term* term) {
  const auto text = [](const unsigned char* bytes, std::size_t size) {
    return std::string_view(reinterpret_cast<const char*>(bytes), size);
  };
  const auto uri = [](raptor_uri* u) {
    return std::string_view(reinterpret_cast<const char*>(raptor_uri_as_string(u)));
  };
  if (term->type == RAPTOR_TERM_TYPE_URI) return Term::iri(uri(term->value.uri)).value_or(Term());
  if (term->type == RAPTOR_TERM_TYPE_BLANK)
    return Term::must_iri("https://w3id.org/triplewright/genid/query/" +
                          std::string(text(term->value.blank.string, term->value.blank.string_len)));
  if (term->type != RAPTOR_TERM_TYPE_LITERAL) return {};
  const auto& literal = term->value.literal;
  const std::string_view lexical = text(literal.string, literal.string_len);
  if (literal.language != nullptr) return Term::lang_string(lexical, text(literal.language, literal.language_len));
  if (literal.datatype != nullptr) return Term::typed(lexical, uri(literal.datatype));
  return Term::string(lexical);
}

class QueryRun {
 public:
  QueryRun(const rdf::TripleStore& store, std::string_view source_name)
      : source_name_(source_name), session_([this](raptor_log_level level, std::size_t line, const char* message) {
          if (level > RAPTOR_LOG_LEVEL_WARN && message_.empty()) {
            message_ = message;
            line_ = line;
          }
        }) {
    world_.reset(rasqal_new_world());
    if (!world_) throw Error("the rasqal SPARQL library cannot be initialised");
    rasqal_world_set_raptor(world_.get(), session_.world());
    rasqal_world_set_log_handler(world_.get(), this, [](void* self, raptor_log_message* message) {
      auto& run = *static_cast<QueryRun*>(self);
      if (message->level <= RAPTOR_LOG_LEVEL_WARN || !run.message_.empty()) return;
      run.message_ = message->text;
      if (message->locator != nullptr && message->locator->line > 0)
        run.line_ = static_cast<std::size_t>(message->locator->line);
    });
    if (rasqal_world_open(world_.get()) != 0) throw Error("the rasqal SPARQL library cannot be initialised");
    terms_ = std::make_unique<rdf::RasqalTerms>(store, world_.get(), session_);
    source_ = std::make_unique<rdf::Source>(rdf::Source{*terms_, {}, {}, {}});
    rdf::register_source(world_.get(), *source_);
  }

  QueryResult run(const std::string& sparql, const std::vector<std::string_view>& graphs) {
    query_.reset(rasqal_new_query(world_.get(), "sparql", nullptr));
    if (!query_) fail("rasqal knows no SPARQL");
    rasqal_query_set_feature(query_.get(), RASQAL_FEATURE_NO_NET, 1);
    const auto base = session_.uri("https://w3id.org/triplewright/");
    if (rasqal_query_prepare(query_.get(), reinterpret_cast<const unsigned char*>(sparql.c_str()), base.get()) != 0)
      fail("the query cannot be read");
    for (const std::string_view graph : graphs) add_graph(std::string(graph));
    source_->survey(query_.get());
    const Limits limits = take_limits();
    rdf::Rasqal<rasqal_query_results> results(rasqal_query_execute(query_.get()));
    if (!results) fail("the query cannot be answered");
    QueryResult out = convert(results.get(), limits);
    if (source_->thrown) std::rethrow_exception(source_->thrown);
    if (!message_.empty()) fail("the query failed");
    return out;
  }

 private:
  struct Limits {
    bool distinct = false;
    std::size_t offset = 0;
    std::size_t limit = std::numeric_limits<std::size_t>::max();
  };

  // rasqal's own DISTINCT is quadratic, so it is applied here; with it the limits, which come after.
  Limits take_limits() {
    Limits limits;
    if (rasqal_query_get_verb(query_.get()) != RASQAL_QUERY_VERB_SELECT || rasqal_query_get_distinct(query_.get()) == 0)
      return limits;
    limits.distinct = true;
    if (const int offset = rasqal_query_get_offset(query_.get()); offset > 0)
      limits.offset = static_cast<std::size_t>(offset);
    if (const int limit = rasqal_query_get_limit(query_.get()); limit >= 0)
      limits.limit = static_cast<std::size_t>(limit);
    rasqal_query_set_distinct(query_.get(), 0);
    rasqal_query_set_offset(query_.get(), -1);
    rasqal_query_set_limit(query_.get(), -1);
    return limits;
  }

  void add_graph(const std::string& name) {
    const auto uri = session_.uri(name);
    rasqal_data_graph* graph = rasqal_new_data_graph_from_uri(world_.get(), uri.get(), uri.get(),
                                                              RASQAL_DATA_GRAPH_NAMED, nullptr, nullptr, nullptr);
    if (graph == nullptr || rasqal_query_add_data_graph(query_.get(), graph) != 0)
      fail("the graph " + name + " cannot be named");
  }

  QueryResult convert(rasqal_query_results* results, const Limits& limits) {
    QueryResult out;
    if (rasqal_query_results_is_boolean(results) != 0) {
      out.kind = QueryResult::Kind::Boolean;
      out.boolean = rasqal_query_results_get_boolean(results) > 0;
    } else if (rasqal_query_results_is_graph(results) != 0) {
      out.kind = QueryResult::Kind::Graph;
      while (raptor_statement* s = rasqal_query_results_get_triple(results)) {
        Quad quad{from_raptor(s->subject), from_raptor(s->predicate), from_raptor(s->object), {}};
        if (quad.subject.is_iri() && quad.predicate.is_iri() && !quad.object.empty()) out.graph.add(std::move(quad));
        if (rasqal_query_results_next_triple(results) != 0) break;
      }
      out.graph.sort();
    } else {
      table(results, limits, out);
    }
    return out;
  }

  void table(rasqal_query_results* results, const Limits& limits, QueryResult& out) {
    const int count = rasqal_query_results_get_bindings_count(results);
    for (int i = 0; i < count; ++i)
      out.variables.emplace_back(reinterpret_cast<const char*>(rasqal_query_results_get_binding_name(results, i)));
    std::unordered_set<std::string> seen;
    std::size_t skipped = 0;
    // "finished" must be asked before the first binding is.
    for (; rasqal_query_results_finished(results) == 0 && out.rows.size() < limits.limit;
         rasqal_query_results_next(results)) {
      std::vector<Term> row;
      row.reserve(static_cast<std::size_t>(count));
      for (int i = 0; i < count; ++i) row.push_back(terms_->term(rasqal_query_results_get_binding_value(results, i)));
      if (limits.distinct && !seen.insert(row_key(row)).second) continue;
      if (skipped++ < limits.offset) continue;
      out.rows.push_back(std::move(row));
    }
  }

  [[noreturn]] void fail(const std::string& otherwise) const {
    throw Error(message_.empty() ? otherwise : message_, {source_name_, line_, 0, 0});
  }

  // In this order: each is freed before what stands above it.
  std::string source_name_;
  std::string message_;
  std::size_t line_ = 0;
  rdf::RaptorSession session_;
  rdf::Rasqal<rasqal_world> world_;
  std::unique_ptr<rdf::RasqalTerms> terms_;
  std::unique_ptr<rdf::Source> source_;
  rdf::Rasqal<rasqal_query> query_;
};

}  // namespace

struct Dataset::Data {
  explicit Data(const Graph& graph) : store(graph) {}
  rdf::TripleStore store;
};

Dataset::Dataset(const Graph& graph) : data_(std::make_unique<Data>(graph)) {}
Dataset::~Dataset() = default;
Dataset::Dataset(Dataset&&) noexcept = default;
Dataset& Dataset::operator=(Dataset&&) noexcept = default;

QueryResult Dataset::query(std::string_view sparql, std::string_view source_name) const {
  std::vector<std::string_view> graphs;
  for (const rdf::TermId id : data_->store.graph_names()) graphs.push_back(data_->store.term(id).value());
  return QueryRun(data_->store, source_name).run(std::string(sparql), graphs);
}

QueryResult query(const Graph& graph, std::string_view sparql, std::string_view source_name) {
  return Dataset(graph).query(sparql, source_name);
}

}  // namespace triplewright
