// The quads of a graph by subject, whatever graph they are in. Thread-safety: const after construction.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "triplewright/graph.h"

namespace triplewright::report {

/// Owns pointers into the graph, which must outlive it and stay as it is.
class Subjects {
 public:
  using Quads = std::span<const Quad* const>;

  explicit Subjects(const Graph& graph);

  /// All subjects with their quads by predicate and object, in order of IRI. A triple of several graphs comes several
  /// times.
  [[nodiscard]] const std::vector<std::pair<std::string_view, Quads>>& all() const { return all_; }
  [[nodiscard]] Quads of(std::string_view subject) const;
  /// The first object of a predicate, or null.
  [[nodiscard]] const Term* object(std::string_view subject, std::string_view predicate) const;
  /// Different objects of a predicate, in order.
  [[nodiscard]] std::vector<const Term*> objects(std::string_view subject, std::string_view predicate) const;
  /// The object that most graphs give, of these the first; or null.
  [[nodiscard]] const Term* usual_object(std::string_view subject, std::string_view predicate) const;

 private:
  std::vector<const Quad*> quads_;
  std::vector<std::pair<std::string_view, Quads>> all_;
  std::unordered_map<std::string_view, std::size_t> index_;
};

}  // namespace triplewright::report
