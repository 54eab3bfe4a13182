// SPARQL: rasqal over our own store.
#include <algorithm>
#include <limits>

#include "rdf/modifiers.h"
#include "rdf/rasqal_source.h"
#include "rdf/redland.h"
#include "rdf/sparql.h"
#include "text/normalize.h"
#include "text/utf8.h"
#include "triplewright/rdf.h"

namespace triplewright {
namespace {

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
  QueryRun(const rdf::TripleStore& store, bool exact, std::string_view source_name)
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
    terms_ = std::make_unique<rdf::RasqalTerms>(store, world_.get(), session_, exact);
    source_ = std::make_unique<rdf::Source>(rdf::Source{*terms_, {}, {}, {}, {}});
    rdf::register_source(world_.get(), *source_);
  }

  struct Answer {
    QueryResult result;        // of ASK and CONSTRUCT
    rdf::Solutions solutions;  // of SELECT
  };
  // At most `limit` solutions.
  Answer run(const std::string& sparql, const std::vector<std::string>& graphs,
             const std::vector<rdf::SparqlShape::Choice>& choices, std::size_t limit) {
    for (const auto& choice : choices) {
      auto& ids = source_->choices[choice.variable];
      for (const std::string& text : choice.iris)
        if (const auto iri = Term::iri(text)) ids.push_back(terms_->store().find(*iri));
    }
    query_.reset(rasqal_new_query(world_.get(), "sparql", nullptr));
    if (!query_) fail("rasqal knows no SPARQL");
    rasqal_query_set_feature(query_.get(), RASQAL_FEATURE_NO_NET, 1);
    const auto base = session_.uri("https://w3id.org/triplewright/");
    if (rasqal_query_prepare(query_.get(), reinterpret_cast<const unsigned char*>(sparql.c_str()), base.get()) != 0)
      fail("the query cannot be read");
    for (const std::string& graph : graphs) add_graph(graph);
    source_->survey(query_.get());
    rdf::Rasqal<rasqal_query_results> results(rasqal_query_execute(query_.get()));
    if (!results) fail("the query cannot be answered");
    Answer out = convert(results.get(), limit);
    if (source_->thrown) std::rethrow_exception(source_->thrown);
    if (!message_.empty()) fail("the query failed");
    return out;
  }

 private:
  void add_graph(const std::string& name) {
    const auto uri = session_.uri(name);
    rasqal_data_graph* graph = rasqal_new_data_graph_from_uri(world_.get(), uri.get(), uri.get(),
                                                              RASQAL_DATA_GRAPH_NAMED, nullptr, nullptr, nullptr);
    if (graph == nullptr || rasqal_query_add_data_graph(query_.get(), graph) != 0)
      fail("the graph " + name + " cannot be named");
  }

  Answer convert(rasqal_query_results* results, std::size_t limit) {
    Answer out;
    if (rasqal_query_results_is_boolean(results) != 0) {
      out.result.kind = QueryResult::Kind::Boolean;
      out.result.boolean = rasqal_query_results_get_boolean(results) > 0;
    } else if (rasqal_query_results_is_graph(results) != 0) {
      out.result.kind = QueryResult::Kind::Graph;
      while (raptor_statement* s = rasqal_query_results_get_triple(results)) {
        Quad quad{from_raptor(s->subject), from_raptor(s->predicate), from_raptor(s->object), {}};
        if (quad.subject.is_iri() && quad.predicate.is_iri() && !quad.object.empty())
          out.result.graph.add(std::move(quad));
        if (rasqal_query_results_next_triple(results) != 0) break;
      }
      out.result.graph.sort();
    } else {
      table(results, limit, out.solutions);
    }
    return out;
  }

  void table(rasqal_query_results* results, std::size_t limit, rdf::Solutions& out) {
    const int count = rasqal_query_results_get_bindings_count(results);
    for (int i = 0; i < count; ++i)
      out.variables.emplace_back(reinterpret_cast<const char*>(rasqal_query_results_get_binding_name(results, i)));
    // "finished" must be asked before the first binding is.
    for (; rasqal_query_results_finished(results) == 0 && out.rows.size() < limit; rasqal_query_results_next(results)) {
      std::vector<rdf::TermId> row;
      row.reserve(static_cast<std::size_t>(count));
      for (int i = 0; i < count; ++i) row.push_back(terms_->number(rasqal_query_results_get_binding_value(results, i)));
      out.rows.push_back(std::move(row));
    }
    out.first_extra = static_cast<rdf::TermId>(terms_->store().term_count() + 1);
    out.extra = terms_->take_extra();
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

// The named graphs that a query may see: rasqal goes through those it is given, one after the other. A graph
// named in the query is given even when there is none, or rasqal answers with an empty row.
std::vector<std::string> graphs_of(const rdf::TripleStore& store, const rdf::SparqlShape& shape) {
  std::vector<std::string> graphs;
  if (!shape.uses_graphs) return graphs;
  for (const rdf::TermId id : store.graph_names()) graphs.push_back(store.term(id).value());
  for (const std::string& text : shape.graph_terms)
    if (const auto iri = Term::iri(text)) graphs.push_back(iri->value());
  std::sort(graphs.begin(), graphs.end());
  graphs.erase(std::unique(graphs.begin(), graphs.end()), graphs.end());
  return graphs;
}

// rasqal changes the case of ASCII letters only. That is right unless the data has others.
void check_case(const rdf::TripleStore& store, const rdf::SparqlShape& shape, std::string_view source_name) {
  if (!shape.upper_case && !shape.lower_case) return;
  for (rdf::TermId id = 1; id <= store.term_count(); ++id) {
    const std::string& value = store.term(id).value();
    for (std::size_t at = 0; at < value.size();) {
      const char32_t c = text::decode(value, at);
      if (c >= 0x80 && ((shape.upper_case && text::is_lower(c)) || (shape.lower_case && text::is_upper(c))))
        throw Error("not answered here: UCASE and LCASE know ASCII only, and the data has \"" + value.substr(0, 60) +
                        "\". Instead, use REGEX(?x, \"...\", \"i\") or CONTAINS, or load the graph into a SPARQL store",
                    {std::string(source_name), 0, 0, 0});
    }
  }
}

// The answer of aggregates over an empty pattern (SPARQL 1.1, 18.5.1): no group, or one empty group.
std::vector<std::vector<Term>> over_nothing(const std::vector<rdf::SparqlShape::Aggregation>& aggregations,
                                            std::string_view source_name) {
  const auto& outermost =
      *std::find_if(aggregations.begin(), aggregations.end(), [](const auto& a) { return a.outermost; });
  if (outermost.grouped) return {};
  std::vector<Term> row;
  for (const std::string& function : outermost.functions) {
    if (function.empty())
      throw Error("not answered here: the aggregates range over nothing, and the query calculates with them",
                  {std::string(source_name), outermost.line, 0, 0});
    if (function == "COUNT" || function == "SUM" || function == "AVG") {
      row.push_back(Term::typed("0", "http://www.w3.org/2001/XMLSchema#integer"));
    } else {
      row.push_back(function == "GROUP_CONCAT" ? Term::string("") : Term());
    }
  }
  return {row};
}

// How many solutions the modifiers need to see.
std::size_t needed(const rdf::SparqlShape::Select& select) {
  const bool all = !select.present || select.distinct || !select.order_by.empty() || rdf::only_counts(select);
  const std::size_t most = std::numeric_limits<std::size_t>::max();
  return all || select.limit > most - select.offset ? most : select.limit + select.offset;
}

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
  const rdf::SparqlShape shape = rdf::read_sparql(sparql, source_name);
  const rdf::TripleStore& store = data_->store;
  check_case(store, shape, source_name);
  const auto graphs = graphs_of(store, shape);
  const auto run = [&](const std::string& text, std::size_t limit, bool whole = true) {
    const auto choices = whole ? shape.choices : std::vector<rdf::SparqlShape::Choice>();
    return QueryRun(store, shape.calculates, source_name).run(text, graphs, choices, limit);
  };
  // What the aggregates range over.
  bool nothing = false;
  for (const auto& aggregation : shape.aggregations) {
    if (aggregation.outermost && rdf::only_counts(shape.select)) continue;
    if (run(shape.prologue + " ASK " + aggregation.pattern, 1, aggregation.outermost).result.boolean) continue;
    if (!aggregation.outermost)
      throw Error("not answered here: the aggregates of this subquery range over nothing, which the engine gets wrong",
                  {std::string(source_name), aggregation.line, 0, 0});
    nothing = true;
  }
  auto [result, solutions] = run(rdf::without_modifiers(sparql, shape, store), needed(shape.select));
  if (!shape.select.present) return std::move(result);
  rdf::apply_modifiers(solutions, shape, store);
  result.variables = solutions.variables;
  if (nothing) {
    result.rows = over_nothing(shape.aggregations, source_name);
    return std::move(result);
  }
  for (const auto& ids : solutions.rows) {
    auto& row = result.rows.emplace_back();
    for (const rdf::TermId id : ids) row.push_back(solutions.term(id, store));
  }
  return std::move(result);
}

QueryResult query(const Graph& graph, std::string_view sparql, std::string_view source_name) {
  return Dataset(graph).query(sparql, source_name);
}

}  // namespace triplewright
