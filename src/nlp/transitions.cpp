#include "nlp/transitions.h"

#include <algorithm>

namespace triplewright::nlp {

ParserState::ParserState(std::int32_t size)
    : size_(size),
      stack_(1, size),
      heads_(static_cast<std::size_t>(size), -1),
      labels_(static_cast<std::size_t>(size), 0),
      children_(static_cast<std::size_t>(size) + 1) {}

bool ParserState::allowed(Move move) const {
  switch (move) {
    case Move::Shift:
      return next_ < size_;
    case Move::Left:
      return next_ < size_ && stack_.size() > 1;
    case Move::Right:
      return stack_.size() > 2 || attaches_to_root();
  }
  return false;
}

void ParserState::apply(Move move, std::uint16_t label) {
  if (move == Move::Shift) {
    stack_.push_back(next_++);
    return;
  }
  const std::int32_t word = dependent();
  const std::int32_t head = head_of(move);
  heads_[static_cast<std::size_t>(word)] = head;
  labels_[static_cast<std::size_t>(word)] = label;
  stack_.pop_back();
  Children& children = children_[static_cast<std::size_t>(head)];
  if (move == Move::Left) {
    children.left2 = children.left;
    children.left = word;
    ++children.lefts;
  } else {
    children.right2 = children.right;
    children.right = word;
    ++children.rights;
  }
}

int ParserState::cost(Move move, const std::vector<std::int32_t>& gold_heads,
                      const std::vector<std::vector<std::int32_t>>& gold_children) const {
  const auto on_stack = [&](std::int32_t node) {
    return node == size_ || (node < next_ && heads_[static_cast<std::size_t>(node)] < 0);
  };
  if (move == Move::Shift) {
    // The next word loses heads below the top of the stack, and dependents anywhere on it.
    int lost = 0;
    const std::int32_t head = gold_heads[static_cast<std::size_t>(next_)];
    if (head != dependent() && on_stack(head)) ++lost;
    for (std::int32_t child : gold_children[static_cast<std::size_t>(next_)]) lost += child < next_ && on_stack(child);
    return lost;
  }
  // The top of the stack loses its dependents and other heads.
  const std::int32_t word = dependent();
  const std::int32_t head = gold_heads[static_cast<std::size_t>(word)];
  int lost = 0;
  for (std::int32_t child : gold_children[static_cast<std::size_t>(word)]) lost += child >= next_;
  const bool in_buffer = head != size_ && head >= next_;
  const std::int32_t below = stack_[stack_.size() - 2];
  if (move == Move::Left) {
    if (head != next_ && (in_buffer || head == below)) ++lost;
  } else if (in_buffer) {
    ++lost;
  }
  return lost;
}

std::array<std::int32_t, kSlots> ParserState::slots() const {
  static const Children kNone;
  const auto of = [&](std::int32_t node) -> const Children& {
    return node < 0 ? kNone : children_[static_cast<std::size_t>(node)];
  };
  const std::int32_t s0 = stack(0);
  const std::int32_t s1 = stack(1);
  const std::int32_t b0 = next_ < size_ ? next_ : -1;
  const std::int32_t b1 = next_ + 1 < size_ ? next_ + 1 : -1;
  return {s0,           s1,          stack(2),     b0,          b1,           of(s0).left,
          of(s0).right, of(s1).left, of(s1).right, of(b0).left, of(s0).left2, of(s0).right2,
          of(s1).right2};
}

std::array<std::uint8_t, ParserState::kCounts> ParserState::counts() const {
  const auto distance = [&](std::int32_t a, std::int32_t b) -> std::uint8_t {
    if (a < 0 || b < 0 || a == size_ || b == size_) return 0;
    const std::int32_t d = std::abs(b - a);
    return static_cast<std::uint8_t>(d <= 4 ? d : d <= 6 ? 5 : d <= 10 ? 6 : 7);
  };
  const auto valency = [&](std::int32_t node, bool left) -> std::uint8_t {
    if (node < 0) return 0;
    const Children& children = children_[static_cast<std::size_t>(node)];
    return static_cast<std::uint8_t>(1 + std::min<int>(left ? children.lefts : children.rights, 5));
  };
  const std::int32_t s0 = stack(0);
  const std::int32_t s1 = stack(1);
  const std::int32_t b0 = next_ < size_ ? next_ : -1;
  return {distance(s0, b0),  distance(s1, s0),   valency(s0, true), valency(s0, false),
          valency(s1, true), valency(s1, false), valency(b0, true)};
}

}  // namespace triplewright::nlp
