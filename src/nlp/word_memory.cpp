#include "nlp/word_memory.h"

#include <algorithm>
#include <bit>

namespace triplewright::nlp {

void WordMemory::prepare(std::uint64_t weights, std::size_t words, std::size_t width) {
  if (width != width_ || words > room_) {
    width_ = width;
    room_ = std::max(kMost, words);
    slots_.resize(std::bit_ceil(2 * room_));
    first_ = std::make_unique_for_overwrite<float[]>(room_ * width_);
    parts_ = std::make_unique_for_overwrite<std::int32_t[]>(room_ * 6 * width_);
    clear();
  }
  if (weights != weights_) {
    weights_ = weights;
    clear();
  } else if (words_.size() + words > room_) {
    forget();
    // Where most came again there would soon be no room again.
    if (words_.size() + std::max(words, room_ / 4) > room_) clear();
  }
}

void WordMemory::clear() {
  words_.clear();
  came_again_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
}

void WordMemory::forget() {
  std::size_t kept = 0;
  std::fill(slots_.begin(), slots_.end(), 0);
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (!came_again_[at]) continue;
    if (kept < at) {
      words_[kept] = words_[at];
      std::copy_n(first(at), width_, first(kept));
      std::copy_n(parts(at), 6 * width_, parts(kept));
    }
    const std::size_t free = slot(words_[kept]);
    slots_[free] = static_cast<std::uint32_t>(++kept);
  }
  words_.resize(kept);
  came_again_.assign(kept, false);
}

std::size_t WordMemory::slot(const EncoderWord& word) const {
  // The other keys follow from the form.
  std::size_t at = feature(word.keys[EncoderWord::Form], word.keys[EncoderWord::Shape], word.keys[EncoderWord::Tag],
                           word.keys[EncoderWord::Flag]) &
                   (slots_.size() - 1);
  while (slots_[at] != 0 && words_[slots_[at] - 1] != word) at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::uint32_t WordMemory::place(const EncoderWord& word) {
  std::uint32_t& at = slots_[slot(word)];
  if (at != 0) {
    came_again_[at - 1] = true;
  } else {
    words_.push_back(word);
    came_again_.push_back(false);
    at = static_cast<std::uint32_t>(words_.size());
  }
  return at - 1;
}

}  // namespace triplewright::nlp
