#include "merge/name_pool.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "text/hash.h"
#include "triplewright/error.h"

namespace triplewright::merge {

namespace {
constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr std::size_t kFirstSlots = 1024;
}  // namespace

NamePool::Id NamePool::add(std::string_view text) {
  if (text.empty()) return 0;
  if (names_.size() * 2 > slots_.size()) grow();
  const std::size_t at = slot_of(text);
  if (slots_[at] != 0) return slots_[at];
  if (names_.size() == std::numeric_limits<Id>::max()) throw Error("too many different names for one merge");
  slots_[at] = static_cast<Id>(names_.size());
  names_.push_back(keep(text));
  return slots_[at];
}

std::optional<NamePool::Id> NamePool::find(std::string_view text) const {
  if (text.empty()) return 0;
  const Id id = slots_[slot_of(text)];
  return id == 0 ? std::nullopt : std::optional<Id>(id);
}

std::size_t NamePool::slot_of(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = text::hash64(text) & mask;
  while (slots_[at] != 0 && names_[slots_[at]] != text) at = (at + 1) & mask;
  return at;
}

std::size_t NamePool::bytes() const noexcept {
  return held_ + names_.capacity() * sizeof(std::string_view) + slots_.capacity() * sizeof(Id);
}

void NamePool::clear() {
  blocks_.clear();
  block_used_ = block_size_ = held_ = 0;
  names_.assign(1, {});
  names_.shrink_to_fit();
  slots_.assign(kFirstSlots, 0);
  slots_.shrink_to_fit();
}

void NamePool::grow() {
  std::vector<Id> larger(slots_.size() * 2, 0);
  const std::size_t mask = larger.size() - 1;
  for (Id id = 1; id < names_.size(); ++id) {
    std::size_t at = text::hash64(names_[id]) & mask;
    while (larger[at] != 0) at = (at + 1) & mask;
    larger[at] = id;
  }
  slots_ = std::move(larger);
}

std::string_view NamePool::keep(std::string_view text) {
  if (block_size_ - block_used_ < text.size()) {
    block_size_ = std::max(kBlock, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
    held_ += block_size_;
    block_used_ = 0;
  }
  char* const place = blocks_.back().get() + block_used_;
  std::memcpy(place, text.data(), text.size());
  block_used_ += text.size();
  return {place, text.size()};
}

}  // namespace triplewright::merge
