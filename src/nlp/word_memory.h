// What an encoder has made of words by themselves: its first layer, and what each adds to the second layer of itself
// and of its neighbours. These depend on the word alone, and most words of a text have occurred before. Thread-safety:
// belongs to one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "nlp/encoder_word.h"

namespace triplewright::nlp {

class WordMemory {
 public:
  /// Words that it holds at most, unless a batch has more. Three of four words of news are known then.
  static constexpr std::size_t kMost = 4096;

  /// Makes room for `words` more. Where that would be too many it forgets those that came only once; where what it
  /// knows is of other weights, all. `weights` is a number that no others have.
  void prepare(std::uint64_t weights, std::size_t words, std::size_t width);
  /// The place of a word; `size()` before the call when it is new. Places hold until the next `prepare`.
  [[nodiscard]] std::uint32_t place(const EncoderWord& word);
  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// Of the word at a place, `width` values.
  [[nodiscard]] float* first(std::size_t at) { return first_.get() + at * width_; }
  /// Of the word at a place, 3 x 2 x `width` integers: added as the word before, the word itself, the word after.
  [[nodiscard]] std::int32_t* parts(std::size_t at) { return parts_.get() + at * 6 * width_; }

 private:
  void forget();
  void clear();
  /// The slot of a word, or the free one where it belongs.
  [[nodiscard]] std::size_t slot(const EncoderWord& word) const;

  std::uint64_t weights_ = 0;
  std::size_t width_ = 0;
  std::size_t room_ = 0;
  std::vector<EncoderWord> words_;
  std::vector<bool> came_again_;
  std::vector<std::uint32_t> slots_;       // place + 1, or 0
  std::unique_ptr<float[]> first_;         // these two are not initialized, so that a short text
  std::unique_ptr<std::int32_t[]> parts_;  // touches little memory
};

}  // namespace triplewright::nlp
