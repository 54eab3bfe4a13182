// The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta 2011) with the root at the bottom of the stack,
// and its dynamic oracle (Goldberg and Nivre 2013). Words are 0..size-1, the root is `size`. Thread-safety: plain
// values.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace triplewright::nlp {

enum class Move : std::uint8_t { Shift, Left, Right };

/// Where the parser looks; -1 where there is nothing.
inline constexpr std::size_t kSlots = 13;

class ParserState {
 public:
  explicit ParserState(std::int32_t size);

  [[nodiscard]] std::int32_t size() const { return size_; }
  [[nodiscard]] bool finished() const { return next_ == size_ && stack_.size() == 1; }
  [[nodiscard]] bool allowed(Move move) const;
  /// Only the last word left is attached to the root, when all others have heads.
  [[nodiscard]] bool attaches_to_root() const { return next_ == size_ && stack_.size() == 2; }
  void apply(Move move, std::uint16_t label);

  /// How many gold arcs become unreachable by a move.
  [[nodiscard]] int cost(Move move, const std::vector<std::int32_t>& gold_heads,
                         const std::vector<std::vector<std::int32_t>>& gold_children) const;
  /// The word that a Left or Right attaches, and to what.
  [[nodiscard]] std::int32_t dependent() const { return stack_.back(); }
  [[nodiscard]] std::int32_t head_of(Move move) const { return move == Move::Left ? next_ : stack_[stack_.size() - 2]; }

  /// s0 s1 s2 b0 b1, outer children of s0, s1 and left child of b0, second children of s0, second right child of s1.
  [[nodiscard]] std::array<std::int32_t, kSlots> slots() const;
  static constexpr std::size_t kLabelSlots = 8;  ///< the last slots, whose labels are seen as well
  static constexpr std::size_t kCounts = 7;
  static constexpr std::size_t kCountValues = 8;
  /// Distances and valencies, each below kCountValues.
  [[nodiscard]] std::array<std::uint8_t, kCounts> counts() const;

  [[nodiscard]] const std::vector<std::int32_t>& heads() const { return heads_; }  ///< the root is size()
  [[nodiscard]] const std::vector<std::uint16_t>& labels() const { return labels_; }

 private:
  struct Children {
    std::int32_t left = -1, left2 = -1, right = -1, right2 = -1;  // the outermost and the next
    std::uint8_t lefts = 0, rights = 0;
  };
  [[nodiscard]] std::int32_t stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : -1;
  }

  std::int32_t size_;
  std::int32_t next_ = 0;
  std::vector<std::int32_t> stack_;
  std::vector<std::int32_t> heads_;
  std::vector<std::uint16_t> labels_;
  std::vector<Children> children_;
};

}  // namespace triplewright::nlp
