#include "merge/derive.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
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

Term integer(std::size_t n) {
  return Term::typed(std::to_string(n), std::string(kXsd) + "integer");
}

class Deriver {
 public:
  Deriver(const Ontology& ontology, std::string_view base, const std::function<void(const Quad&)>& out)
      : ontology_(ontology), base_(base), out_(out) {
    quad_.graph = derived_graph(base);
  }

  void derive(const QuadPass& quads) {
    quads([this](const Quad& quad) { observe(quad); });
    index_.finish();
    ties_.finish();
    add_near_duplicates();
    add_independent_sources();
    contradictions(index_, ontology_, [this](NamePool::Id a, NamePool::Id b) {
      static const Term contradicts = term(kTw, "contradicts");
      add(index_.term(a), contradicts, index_.term(b));
      add(index_.term(b), contradicts, index_.term(a));
    });
    describe_dataset();
    if (!ties_.any()) return;
    const EntityTies::Triple triple = [this](const Term& s, const Term& p, const Term& o) { add(s, p, o); };
    ties_.add_ties(triple);
    quads([&](const Quad& quad) { ties_.add_direct(quad, ontology_, triple); });
  }

 private:
  void observe(const Quad& quad) {
    static const Term mentions = term(kSchema, "mentions");
    ++quads_;
    if (quad.predicate == mentions) mentioned_.add(quad.object.value());
    properties_.add(quad.predicate.value());
    index_.observe(quad);
    ties_.observe(quad);
  }

  void add(const Term& s, const Term& p, const Term& o) {
    quad_.subject = s;
    quad_.predicate = p;
    quad_.object = o;
    out_(quad_);
  }

  void add_near_duplicates() {
    std::vector<NamePool::Id> articles;
    for (const auto& [article, signature] : index_.articles) {
      if (!signature.empty()) articles.push_back(article);
    }
    std::sort(articles.begin(), articles.end(),
              [this](NamePool::Id a, NamePool::Id b) { return index_.names[a] < index_.names[b]; });
    std::vector<std::string> signatures;
    signatures.reserve(articles.size());
    for (const NamePool::Id article : articles) signatures.push_back(std::move(index_.articles[article]));
    const NearDuplicates found = near_duplicates(signatures);
    const Term near = term(kTw, "nearDuplicateOf");
    for (const auto& [a, b] : found.pairs) {
      add(index_.term(articles[a]), near, index_.term(articles[b]));
      add(index_.term(articles[b]), near, index_.term(articles[a]));
    }
    for (std::size_t i = 0; i < articles.size(); ++i) source_[articles[i]] = articles[found.first[i]];
  }

  /// Copies and rewrites of one article are one source.
  void add_independent_sources() {
    const Term independent = term(kTw, "independentSources");
    std::vector<NamePool::Id> sources;
    for (const auto& [node, st] : index_.statements) {
      sources.clear();
      for (const NamePool::Id e : st.evidence) {
        const auto found = index_.evidence.find(e);
        if (found == index_.evidence.end()) continue;
        const auto copy_of = source_.find(found->second.article);
        sources.push_back(copy_of == source_.end() ? found->second.article : copy_of->second);
      }
      std::sort(sources.begin(), sources.end());
      const auto count = std::unique(sources.begin(), sources.end()) - sources.begin();
      if (count != 0) add(index_.term(node), independent, integer(static_cast<std::size_t>(count)));
    }
  }

  void describe_dataset() {
    const Term dataset = Term::must_iri(base_ + "dataset");
    add(dataset, term(kRdf, "type"), term(kVoid, "Dataset"));
    add(dataset, term(kRdf, "type"), term(kDcat, "Dataset"));
    add(dataset, term(kVoid, "uriSpace"), Term::string(base_));
    add(dataset, term(kVoid, "triples"), integer(quads_));
    add(dataset, term(kVoid, "documents"), integer(index_.articles.size()));
    add(dataset, term(kVoid, "entities"), integer(mentioned_.size() - 1));
    add(dataset, term(kVoid, "properties"), integer(properties_.size() - 1));
    const Term statements = Term::must_iri(base_ + "dataset/statements");
    add(dataset, term(kVoid, "classPartition"), statements);
    add(statements, term(kVoid, "class"), term(kRdf, "Statement"));
    add(statements, term(kVoid, "entities"), integer(index_.statements.size()));
    if (!ontology_.version().empty()) add(dataset, term(kOwl, "versionInfo"), Term::string(ontology_.version()));
    add(dataset, term(kDcterms, "conformsTo"), Term::must_iri(kTtp.substr(0, kTtp.size() - 1)));
  }

  const Ontology& ontology_;
  std::string base_;
  const std::function<void(const Quad&)>& out_;
  Quad quad_;
  std::size_t quads_ = 0;
  NamePool mentioned_, properties_;
  StatementIndex index_;
  EntityTies ties_;
  std::unordered_map<NamePool::Id, NamePool::Id> source_;  // article -> the first of its copies and rewrites
};

}  // namespace

Term derived_graph(std::string_view base) {
  return Term::must_iri(std::string(base) + "derived");
}

void derive(const QuadPass& quads, const Ontology& ontology, std::string_view base,
            const std::function<void(const Quad&)>& out) {
  Deriver(ontology, base, out).derive(quads);
}

void derive(Graph& graph, const Ontology& ontology, std::string_view base) {
  graph.remove_graph(derived_graph(base));
  graph.sort();
  Graph derived;
  derive([&graph](const auto& visit) { std::for_each(graph.quads().begin(), graph.quads().end(), visit); }, ontology,
         base, [&derived](const Quad& quad) { derived.add(quad); });
  graph.add_all(derived);
  graph.sort();
}

}  // namespace triplewright::merge
