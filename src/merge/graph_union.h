// Many article graphs as one, in bounded memory. Thread-safety: belongs to one thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/quad_sorter.h"
#include "triplewright/graph.h"
#include "triplewright/ontology.h"
#include "triplewright/rdf.h"

namespace triplewright::merge {

/// The union of what is added, and what it says as a whole (see derive.h). What was derived before is left out of what
/// is added, so a union of unions is the union of all.
class GraphUnion {
 public:
  static constexpr std::size_t kMemory = std::size_t{256} << 20;

  /// `order` is the one that the syntax to be written wants. `memory` in bytes, before quads go to temporary files.
  GraphUnion(std::string_view base, QuadOrder order, std::size_t memory = kMemory);

  void add(const Quad& quad);
  /// Quads and prefixes.
  void add(const Graph& graph);
  /// The first namespace that is given for a prefix stays.
  void add_prefix(std::string_view prefix, std::string_view iri);
  /// Adds what the whole says; once, after all else.
  void derive(const Ontology& ontology);

  /// Every quad once, in order. Throws Error when temporary files fail.
  void for_each(const std::function<void(const Quad&)>& visit) { quads_.for_each(visit); }
  [[nodiscard]] QuadPass pass() {
    return [this](const auto& visit) { for_each(visit); };
  }
  /// Those added, and those that all graphs are written with.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> prefixes() const;

 private:
  std::string base_;
  Term derived_;
  QuadOrder order_;
  std::size_t memory_;
  QuadSorter quads_;
  Graph prefixes_;  // without quads
};

}  // namespace triplewright::merge
