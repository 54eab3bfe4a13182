// Entities that are one, because owl:sameAs or a shared identifier ties them. Thread-safety: as a standard container.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "merge/name_pool.h"
#include "triplewright/graph.h"
#include "triplewright/ontology.h"

namespace triplewright::merge {

/// Clusters of two or more named entities of a graph. The canonical entity of a cluster is a known entity before a
/// minted one, then the least IRI. Nothing is rewritten: direct triples are added for it, and each other member is tied
/// to it by owl:sameAs, so that retracting what tied them unties them.
class EntityTies {
 public:
  using Triple = std::function<void(const Term& subject, const Term& predicate, const Term& object)>;

  void observe(const Quad& quad);
  /// After the last quad.
  void finish();
  /// Whether any entities are tied: only then `add_direct` has something to say.
  [[nodiscard]] bool any() const noexcept { return !canonical_.empty(); }
  /// owl:sameAs from each member to the canonical entity.
  void add_ties(const Triple& out) const;
  /// The direct triple that holds for the canonical entities when `quad` holds for the members.
  void add_direct(const Quad& quad, const Ontology& ontology, const Triple& out) const;

 private:
  [[nodiscard]] NamePool::Id find(NamePool::Id entity) const;
  void tie(NamePool::Id a, NamePool::Id b);

  NamePool names_;
  std::vector<bool> described_;                                       // by number: has a label
  std::vector<std::pair<NamePool::Id, NamePool::Id>> same_, shared_;  // entity, and what it is or has
  std::unordered_map<NamePool::Id, NamePool::Id> canonical_;          // member -> a lesser member
};

}  // namespace triplewright::merge
