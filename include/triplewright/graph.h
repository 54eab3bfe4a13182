// A set of quads with prefixes. Thread-safety: as a standard container.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "triplewright/term.h"

namespace triplewright {

struct Quad {
  Term subject, predicate, object;
  Term graph;  ///< empty: the default graph

  friend bool operator==(const Quad&, const Quad&) = default;
  /// By graph, subject, predicate, object.
  friend std::strong_ordering operator<=>(const Quad& a, const Quad& b) {
    if (auto c = a.graph <=> b.graph; c != 0) return c;
    if (auto c = a.subject <=> b.subject; c != 0) return c;
    if (auto c = a.predicate <=> b.predicate; c != 0) return c;
    return a.object <=> b.object;
  }
};

/// A set of quads. `sort` makes it canonical: ordered and without duplicates, so that equal graphs
/// are equal sequences and equal bytes.
class Graph {
 public:
  void add(Quad quad) { quads_.push_back(std::move(quad)); }
  void add(Term subject, Term predicate, Term object, Term graph = {}) {
    quads_.push_back({std::move(subject), std::move(predicate), std::move(object), std::move(graph)});
  }
  /// Set union; call `sort` after.
  void add_all(const Graph& other);
  /// Removes the quads of a named graph, or of the default graph for an empty name; returns how many there were.
  std::size_t remove_graph(const Term& name);
  /// Orders and removes duplicates.
  void sort();

  [[nodiscard]] const std::vector<Quad>& quads() const noexcept { return quads_; }
  [[nodiscard]] std::size_t size() const noexcept { return quads_.size(); }
  [[nodiscard]] bool empty() const noexcept { return quads_.empty(); }

  /// Prefixes for writers (prefix -> namespace), sorted by prefix.
  void set_prefix(std::string prefix, std::string iri);
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& prefixes() const noexcept { return prefixes_; }

 private:
  std::vector<Quad> quads_;
  std::vector<std::pair<std::string, std::string>> prefixes_;
};

}  // namespace triplewright
