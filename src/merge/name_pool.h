// Strings held once each, under small numbers. Thread-safety: as a standard container.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace triplewright::merge {

/// Numbers are given in order of first appearance; 0 is the empty string. Views stay valid until `clear`.
class NamePool {
 public:
  using Id = std::uint32_t;

  NamePool() { clear(); }

  /// The number of a string, new or known. Throws Error beyond 2^32 strings.
  Id add(std::string_view text);
  /// The number of a known string.
  [[nodiscard]] std::optional<Id> find(std::string_view text) const;
  [[nodiscard]] std::string_view operator[](Id id) const { return names_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }
  /// What it takes in memory, about.
  [[nodiscard]] std::size_t bytes() const noexcept;
  void clear();

 private:
  /// Where the string is, or a free slot.
  [[nodiscard]] std::size_t slot_of(std::string_view text) const;
  void grow();
  std::string_view keep(std::string_view text);

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0, block_size_ = 0, held_ = 0;
  std::vector<std::string_view> names_;
  std::vector<Id> slots_;  // open addressing; 0: free
};

}  // namespace triplewright::merge
