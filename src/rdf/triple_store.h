// Quads as numbers, sorted in as many orders as the queries ask for. Thread-safety: one thread (orders are made
// when first needed).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "triplewright/graph.h"

namespace triplewright::rdf {

/// Numbers from 1 stand for terms; 0 is "any" in a pattern, and the default graph in a quad.
using TermId = std::uint32_t;

/// Subject, predicate, object, graph.
using IdQuad = std::array<TermId, 4>;

/// The matches of a pattern, in a fixed order. A plain value; the store must outlive it.
class Matches {
 public:
  Matches() = default;
  [[nodiscard]] bool done() const noexcept { return at_ == end_; }
  [[nodiscard]] IdQuad quad() const noexcept {
    IdQuad out{};
    for (std::size_t i = 0; i < 4; ++i) out[order_[i]] = (*at_)[i];
    return out;
  }
  void next() noexcept;
  /// At most this many (the same triple in several graphs counts several times).
  [[nodiscard]] std::size_t bound() const noexcept { return static_cast<std::size_t>(end_ - at_); }

 private:
  friend class TripleStore;
  const IdQuad* at_ = nullptr;
  const IdQuad* end_ = nullptr;
  std::array<std::uint8_t, 4> order_{};
  bool merge_graphs_ = false;
};

/// Answers every pattern by binary search. Six orders, of which a query makes those that it needs: by SPO, POS and OSP,
/// each once with the graph last, for the union of all graphs, and once with the graph first, for GRAPH patterns.
/// 16 bytes a quad and order.
class TripleStore {
 public:
  /// Keeps pointers into `graph`, which must outlive the store and stay as it is.
  explicit TripleStore(const Graph& graph) : TripleStore(graph.quads()) {}
  explicit TripleStore(std::span<const Quad> quads);

  [[nodiscard]] const Term& term(TermId id) const { return *terms_[id]; }
  /// As in the graph: subject, predicate, object, graph (0: the default graph).
  [[nodiscard]] const std::vector<IdQuad>& quads() const noexcept { return quads_; }
  [[nodiscard]] std::size_t term_count() const noexcept { return terms_.size() - 1; }
  /// 0 when no quad has it.
  [[nodiscard]] TermId find(const Term& term) const;
  /// Names of the named graphs, ascending by term.
  [[nodiscard]] std::vector<TermId> graph_names() const;

  /// Triples of all graphs together, each once: pattern[3] is not looked at.
  [[nodiscard]] Matches match(const IdQuad& pattern) const;
  /// Triples of the graph pattern[3], which is not 0.
  [[nodiscard]] Matches match_in_graph(const IdQuad& pattern) const;

 private:
  struct Order {
    std::array<std::uint8_t, 4> parts;
    mutable std::vector<IdQuad> quads;
    mutable bool made = false;
  };
  [[nodiscard]] Matches search(std::size_t order, const IdQuad& pattern) const;
  TermId intern(const Term& term);

  std::vector<const Term*> terms_{nullptr};
  std::vector<std::uint32_t> table_;  // open addressing: hash -> id
  std::vector<IdQuad> quads_;
  std::array<Order, 6> orders_;
};

}  // namespace triplewright::rdf
