#include "merge/tied_entities.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "merge/vocabulary.h"

namespace triplewright::merge {

namespace {

constexpr std::string_view kKnown = "https://w3id.org/triplewright/id/";
/// Properties whose value names one entity only.
constexpr std::array<std::string_view, 3> kIdentifiers = {"http://schema.org/leiCode",
                                                          "http://schema.org/globalLocationNumber",
                                                          "https://w3id.org/triplewright/tech-policy#cik"};

class Clusters {
 public:
  void tie(std::string_view a, std::string_view b) {
    const std::string_view x = find(a);
    const std::string_view y = find(b);
    if (x != y) parent_[before(x, y) ? y : x] = before(x, y) ? x : y;
  }
  /// The canonical member of the cluster of `a`.
  std::string_view find(std::string_view a) const {
    auto it = parent_.find(a);
    while (it != parent_.end()) {
      a = it->second;
      it = parent_.find(a);
    }
    return a;
  }

 private:
  static bool before(std::string_view a, std::string_view b) {
    const bool known_a = a.starts_with(kKnown);
    const bool known_b = b.starts_with(kKnown);
    return known_a != known_b ? known_a : a < b;
  }
  std::map<std::string_view, std::string_view> parent_;
};

}  // namespace

void tie_entities(const Graph& graph, const Ontology& ontology, const Term& name, Graph& out) {
  const Term label = term(kRdfs, "label");
  const Term same = term(kOwl, "sameAs");
  std::set<std::string_view> described;
  for (const Quad& q : graph.quads()) {
    if (q.predicate == label) described.insert(q.subject.value());
  }
  // What two described entities share: an identifier, or an IRI that both are the same as.
  std::map<std::string, std::vector<std::string_view>> holders;
  Clusters clusters;
  for (const Quad& q : graph.quads()) {
    if (!described.contains(q.subject.value())) continue;
    if (q.predicate == same) {
      holders[q.object.value()].push_back(q.subject.value());
      if (described.contains(q.object.value())) clusters.tie(q.subject.value(), q.object.value());
    }
    for (const std::string_view identifier : kIdentifiers) {
      if (q.predicate.value() == identifier)
        holders[q.predicate.value() + ' ' + q.object.value()].push_back(q.subject.value());
    }
  }
  for (const auto& [shared, members] : holders) {
    for (const std::string_view member : members) clusters.tie(members.front(), member);
  }
  for (const std::string_view entity : described) {
    const std::string_view canonical = clusters.find(entity);
    if (canonical != entity) out.add(Term::must_iri(entity), same, Term::must_iri(canonical), name);
  }
  for (const Quad& q : graph.quads()) {
    if (ontology.find_property(q.predicate.value()) == nullptr) continue;
    const std::string_view s = clusters.find(q.subject.value());
    const std::string_view o = q.object.is_iri() ? clusters.find(q.object.value()) : std::string_view(q.object.value());
    if (s == q.subject.value() && o == q.object.value()) continue;
    out.add(Term::must_iri(s), q.predicate, q.object.is_iri() ? Term::must_iri(o) : q.object, name);
  }
}

}  // namespace triplewright::merge
