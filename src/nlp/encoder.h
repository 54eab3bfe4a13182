// Words in context: embeddings of form, affixes, shape, tag and a static vector, then layers of convolution over three
// words with maxout and residual connections (Collobert et al. 2011; the shape is that of spaCy's "tok2vec").
// Thread-safety: const after load; a Batch belongs to one thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "nlp/linear.h"
#include "nlp/tagger.h"
#include "nlp/vectors.h"

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

/// What the encoder sees of a word.
struct EncoderWord {
  enum Table : std::uint8_t { Form, Suffix3, Suffix2, Prefix3, Shape, Tag, Flag };
  static constexpr std::size_t kTables = 7;
  std::array<Feature, kTables> keys{};
  std::int32_t vector = -1;

  EncoderWord() = default;
  EncoderWord(const WordForm& word, std::uint64_t tag, std::uint64_t flag);
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
  void fill_input(Batch& batch, const WordVectors& vectors) const;
  /// Lays each word between its neighbours in the sentence, zeros where there is none.
  template <class T>
  static void lay_windows(const Batch& batch, const std::vector<T>& from, std::size_t width, std::vector<T>& windows);

  std::size_t width_ = 0;
  std::size_t vector_width_ = 0;
  std::array<Embedding, EncoderWord::kTables> tables_;
  std::vector<Layer> layers_;  // the first over the input, the others over three words
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
