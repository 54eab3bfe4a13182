// Quads in order, each once, in bounded memory: an external merge sort (Knuth, The Art of Computer Programming, volume
// 3, 5.4). Thread-safety: belongs to one thread.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "merge/name_pool.h"
#include "triplewright/graph.h"

namespace triplewright::merge {

/// By graph, subject, predicate, object, or by subject, predicate, object, graph.
enum class QuadOrder : std::uint8_t { GraphFirst, TripleFirst };

/// Holds quads as numbers with their terms once each; what exceeds its memory goes, sorted, to temporary files in the
/// system's folder for them (TMPDIR), which have no name and vanish with the program.
class QuadSorter {
 public:
  /// `memory` in bytes: when to write a run.
  QuadSorter(QuadOrder order, std::size_t memory);
  ~QuadSorter();
  QuadSorter(QuadSorter&&) noexcept;
  QuadSorter& operator=(QuadSorter&&) noexcept;

  /// Throws Error when a temporary file cannot be written.
  void add(const Quad& quad);
  /// Every distinct quad once, in order. May be called again, and quads may be added in between, but not meanwhile.
  void for_each(const std::function<void(const Quad&)>& visit);

 private:
  using Row = std::array<NamePool::Id, 4>;
  class Run;
  class RunWriter;
  class RunReader;

  void sort_buffer();
  void spill();

  QuadOrder order_;
  std::size_t memory_;
  NamePool names_;
  std::vector<Row> rows_;
  bool sorted_ = true;
  std::array<std::string, 4> last_;  // keys of the quad before, and their numbers
  Row last_row_{};
  std::vector<std::unique_ptr<Run>> runs_;
};

}  // namespace triplewright::merge
