// Words in context: embeddings of form, affixes, shape, tag and a static vector, then layers of convolution over three
// words with maxout and residual connections (Collobert et al. 2011; the shape is that of spaCy's "tok2vec").
// Thread-safety: const after load; a Batch belongs to one thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "nlp/encoder_word.h"
#include "nlp/vectors.h"
#include "nlp/word_memory.h"

namespace triplewright::nlp {

/// A weight matrix, row-major; packed for multiplication once `prepare` was called, and in 16 bits for faster
/// multiplication once `compress` was.
struct Weights {
  /// Activations are multiplied by this in 16 bits: they may reach +-32.
  static constexpr float kActivationScale = 255.0f;

  std::size_t inputs = 0, outputs = 0;  // outputs: a multiple of kPanel
  std::vector<float> values;            // inputs x outputs
  std::vector<float> packed;
  std::vector<std::int16_t> compressed;
  std::vector<float> scales;  // of the columns of `compressed`

  void resize(std::size_t in, std::size_t out);
  void prepare();
  void compress();
  /// c (rows x outputs) = a (rows x inputs) times this.
  void apply(std::size_t rows, const float* a, std::size_t lda, float* c, std::size_t ldc) const;
  /// The same for activations in 16 bits.
  void apply(std::size_t rows, const std::int16_t* a, std::size_t lda, float* c, std::size_t ldc) const;
  /// What `count` inputs from `first` add to that product, before the scales: integers, which may be added in any
  /// order.
  void apply_part(std::size_t first, std::size_t count, std::size_t rows, const std::int16_t* a, std::size_t lda,
                  std::int32_t* c, std::size_t ldc) const;
  void write(ModelWriter& writer) const;
  static Weights read(ModelReader& reader);
};

/// An embedding table keyed by hashed features. Row 0 is that of unknown keys.
struct Embedding {
  std::size_t width = 0;
  std::vector<Feature> keys;  // of rows 1...
  std::vector<float> rows;

  [[nodiscard]] std::uint32_t row(Feature key) const;
  void index();
  void write(ModelWriter& writer) const;
  static Embedding read(ModelReader& reader);

 private:
  std::vector<std::uint32_t> slots_;
};

class Encoder {
 public:
  static constexpr std::size_t kMaxWidth = 512;
  static Encoder read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  /// Words of several sentences, one row each.
  struct Batch {
    std::vector<EncoderWord> words;
    std::vector<std::size_t> ends;  ///< of each sentence
    std::vector<float> input, pre, hidden, output;
    std::vector<std::int16_t> small;  ///< activations in 16 bits; after `run` those of `output`
    std::vector<std::int16_t> windows;
    WordMemory memory;
    std::vector<std::uint32_t> places;  ///< of the words in `memory`

    void clear();
    /// Adds a sentence and returns the row of its first word.
    std::size_t add(const std::vector<EncoderWord>& sentence);
  };

  [[nodiscard]] std::size_t width() const { return width_; }
  /// Of the word vectors that it was trained with.
  [[nodiscard]] std::size_t vector_width() const { return vector_width_; }
  /// Fills batch.output: batch.words.size() x width().
  void run(Batch& batch, const WordVectors& vectors) const;
  /// Pack the weights in 32 and in 16 bits, for training and for `run`; needed when training has changed them.
  void prepare();
  void compress();

 private:
  friend class EncoderTrainer;
  struct Layer {
    Weights weights;
    std::vector<float> bias, gain, shift;
  };
  void fill_input(const EncoderWord& word, const WordVectors& vectors, float* out) const;
  /// Fills batch.places and, for words that are new to it, the memory.
  void remember(Batch& batch, const WordVectors& vectors) const;
  /// Fills batch.pre for the second layer out of the memory.
  void add_parts(Batch& batch) const;
  /// Bias, maxout and normalization of the rows of batch.pre; calls `take(row, values)`.
  template <class Take>
  void activate(const Layer& layer, std::size_t rows, Batch& batch, const Take& take) const;
  /// Lays each word between its neighbours in the sentence, zeros where there is none.
  template <class T>
  static void lay_windows(const Batch& batch, const std::vector<T>& from, std::size_t width, std::vector<T>& windows);

  std::size_t width_ = 0;
  std::size_t vector_width_ = 0;
  std::array<Embedding, EncoderWord::kTables> tables_;
  std::vector<Layer> layers_;  // the first over the input, the others over three words
  std::uint64_t number_ = 0;   // of the weights as `compress` found them, for WordMemory
};

template <class T>
void Encoder::lay_windows(const Batch& batch, const std::vector<T>& from, std::size_t width, std::vector<T>& windows) {
  windows.resize(batch.words.size() * 3 * width);
  T* out = windows.data();
  std::size_t begin = 0;
  for (const std::size_t end : batch.ends) {
    for (std::size_t row = begin; row < end; ++row) {
      const T* word = from.data() + row * width;
      out = row > begin ? std::copy_n(word - width, width, out) : std::fill_n(out, width, T{});
      out = std::copy_n(word, width, out);
      out = row + 1 < end ? std::copy_n(word + width, width, out) : std::fill_n(out, width, T{});
    }
    begin = end;
  }
}

}  // namespace triplewright::nlp
