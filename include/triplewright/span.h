// Half-open ranges. Thread-safety: plain values.
#pragma once

#include <cstdint>

namespace triplewright {

/// Half-open range [begin, end). What it counts (bytes of Article::text, or tokens of
/// Document::tokens) is said where it is used.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] bool empty() const noexcept { return end <= begin; }
  [[nodiscard]] bool contains(std::uint32_t at) const noexcept { return begin <= at && at < end; }
  [[nodiscard]] bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

}  // namespace triplewright
