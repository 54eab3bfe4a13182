#include "merge/derive.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "merge/contradictions.h"
#include "merge/shingles.h"
#include "merge/statements.h"
#include "merge/tied_entities.h"
#include "merge/vocabulary.h"

namespace triplewright::merge {

namespace {

constexpr std::string_view kVoid = "http://rdfs.org/ns/void#";
constexpr std::string_view kDcat = "http://www.w3.org/ns/dcat#";
constexpr std::string_view kDcterms = "http://purl.org/dc/terms/";

Term integer(std::size_t n) {
  return Term::typed(std::to_string(n), std::string(kXsd) + "integer");
}

class Deriver {
 public:
  Deriver(const Graph& graph, const Ontology& ontology, std::string_view base)
      : graph_(graph), ontology_(ontology), base_(base), name_(derived_graph(base)), index_(index_statements(graph)) {}

  Graph derive() {
    add_near_duplicates();
    add_independent_sources();
    for (const auto& [a, b] : contradictions(index_, ontology_)) {
      add(Term::must_iri(a), term(kTw, "contradicts"), Term::must_iri(b));
      add(Term::must_iri(b), term(kTw, "contradicts"), Term::must_iri(a));
    }
    tie_entities(graph_, ontology_, name_, out_);
    describe_dataset();
    return std::move(out_);
  }

 private:
  void add(const Term& s, const Term& p, const Term& o) { out_.add(s, p, o, name_); }

  void add_near_duplicates() {
    std::vector<std::string_view> articles;
    std::vector<std::string> signatures;
    for (const auto& [iri, article] : index_.articles) {
      source_[iri] = iri;
      if (article.shingles.empty()) continue;
      articles.push_back(iri);
      signatures.emplace_back(article.shingles);
    }
    for (const auto& [a, b] : near_duplicates(signatures)) {
      add(Term::must_iri(articles[a]), term(kTw, "nearDuplicateOf"), Term::must_iri(articles[b]));
      add(Term::must_iri(articles[b]), term(kTw, "nearDuplicateOf"), Term::must_iri(articles[a]));
      const std::string_view x = source_of(articles[a]);
      const std::string_view y = source_of(articles[b]);
      source_[std::max(x, y)] = std::min(x, y);
    }
  }

  /// The representative of an article's copies and rewrites.
  std::string_view source_of(std::string_view article) const {
    auto it = source_.find(article);
    while (it != source_.end() && it->second != it->first) it = source_.find(it->second);
    return it == source_.end() ? article : it->second;
  }

  void add_independent_sources() {
    for (const auto& [node, st] : index_.statements) {
      std::set<std::string_view> sources;
      for (const std::string_view e : st.evidence) {
        const auto found = index_.evidence.find(e);
        if (found != index_.evidence.end()) sources.insert(source_of(found->second.article));
      }
      if (!sources.empty()) add(Term::must_iri(node), term(kTw, "independentSources"), integer(sources.size()));
    }
  }

  void describe_dataset() {
    const Term dataset = Term::must_iri(base_ + "dataset");
    std::set<std::string_view> entities, properties;
    for (const Quad& q : graph_.quads()) {
      if (q.predicate.value() == std::string(kSchema) + "mentions") entities.insert(q.object.value());
      properties.insert(q.predicate.value());
    }
    add(dataset, term(kRdf, "type"), term(kVoid, "Dataset"));
    add(dataset, term(kRdf, "type"), term(kDcat, "Dataset"));
    add(dataset, term(kVoid, "uriSpace"), Term::string(base_));
    add(dataset, term(kVoid, "triples"), integer(graph_.size()));
    add(dataset, term(kVoid, "documents"), integer(index_.articles.size()));
    add(dataset, term(kVoid, "entities"), integer(entities.size()));
    add(dataset, term(kVoid, "properties"), integer(properties.size()));
    const Term statements = Term::must_iri(base_ + "dataset/statements");
    add(dataset, term(kVoid, "classPartition"), statements);
    add(statements, term(kVoid, "class"), term(kRdf, "Statement"));
    add(statements, term(kVoid, "entities"), integer(index_.statements.size()));
    if (!ontology_.version().empty()) add(dataset, term(kOwl, "versionInfo"), Term::string(ontology_.version()));
    add(dataset, term(kDcterms, "conformsTo"), Term::must_iri(kTtp.substr(0, kTtp.size() - 1)));
  }

  const Graph& graph_;
  const Ontology& ontology_;
  std::string base_;
  Term name_;
  StatementIndex index_;
  std::map<std::string_view, std::string_view> source_;
  Graph out_;
};

}  // namespace

Term derived_graph(std::string_view base) {
  return Term::must_iri(std::string(base) + "derived");
}

void derive(Graph& graph, const Ontology& ontology, std::string_view base) {
  graph.remove_graph(derived_graph(base));
  graph.sort();
  graph.add_all(Deriver(graph, ontology, base).derive());
  graph.sort();
}

bool retract(Graph& graph, std::string_view article) {
  const auto name = Term::iri(article);
  return name.has_value() && graph.remove_graph(*name) != 0;
}

}  // namespace triplewright::merge
