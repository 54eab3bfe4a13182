// What the parts of extraction share while they work on one document.
#pragma once

#include <string>
#include <vector>

#include "extract/grammar.h"
#include "extract/resolve.h"
#include "extract/stance.h"
#include "extract/tree.h"
#include "triplewright/pipeline.h"

namespace triplewright::extract {

struct Context {
  Context(const Document& d, const Ontology& o, const EntityBase& e, const ExtractOptions& opts)
      : document(d), ontology(o), options(opts), tree(d), grammar(tree, o), resolver(tree, o, e), stance(d, o) {}

  const Document& document;
  const Ontology& ontology;
  const ExtractOptions& options;
  Tree tree;
  Grammar grammar;
  Resolver resolver;
  StanceAnalysis stance;
  std::vector<Dropped>* dropped = nullptr;

  void drop(std::uint32_t predicate, const std::string& entry, std::string reason, std::string detail = {}) const {
    if (dropped != nullptr) {
      dropped->push_back({document.sentence_of(predicate), predicate, entry, std::move(reason), std::move(detail)});
    }
  }
};

/// A claim before ranking, with what its confidence is computed from.
struct Candidate {
  Claim claim;
  double weight = 1.0;  ///< of the sense
  int cost = 0;         ///< inferences of grammar and reference
  End subject, object;
};

}  // namespace triplewright::extract
