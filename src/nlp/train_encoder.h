// Gradients for the encoder, and Adam. One thread; deterministic.
#pragma once

#include <deque>
#include <vector>

#include "nlp/encoder.h"
#include "nlp/random.h"

namespace triplewright::nlp {

/// A parameter with its gradient and the moments of Adam. `width` is that of a row; only rows that were touched are
/// updated, since most rows of an embedding get no gradient in a batch.
class Parameter {
 public:
  Parameter(std::vector<float>& values, std::size_t width, bool sparse);

  [[nodiscard]] float* gradient() { return gradient_.data(); }
  [[nodiscard]] float* gradient_row(std::size_t row);
  [[nodiscard]] double squared_norm() const;
  void update(float rate, float scale);
  /// Adds the values of now to those of which `average` takes the mean.
  void remember();
  void average(std::size_t times);

 private:
  std::vector<float>* values_;
  std::size_t width_;
  bool sparse_;
  std::vector<float> gradient_, mean_, square_, sum_;
  std::vector<bool> touched_;
  std::vector<std::uint32_t> rows_;
};

/// All parameters of a model.
class Optimizer {
 public:
  Parameter& add(std::vector<float>& values, std::size_t width, bool sparse = false);
  /// One step of Adam, with gradients clipped to a norm of 5.
  void step(float rate);
  /// Takes note of the parameters of now; `average` sets them to the mean of all those noted (Izmailov et al. 2018).
  void remember();
  void average();

 private:
  std::deque<Parameter> parameters_;
  std::size_t steps_ = 0, remembered_ = 0;
};

struct EncoderShape {
  std::size_t width = 128;
  std::size_t layers = 3;  ///< over three words, beside the input layer
  std::size_t flag_width = 0;
  float input_dropout = 0.33f;
  /// An embedding is made of what occurs so many times as often as it must in training on a treebank alone.
  std::uint32_t rarity = 1;

  /// For far more text than a treebank has: words must be more frequent, and fewer inputs need to be dropped.
  void learn_from_silver() {
    rarity = 4;
    input_dropout = 0.2f;
  }
};

class EncoderTrainer {
 public:
  /// Lays out `encoder` for the words of `sentences` and fills it with random weights.
  EncoderTrainer(Encoder& encoder, const std::vector<std::vector<EncoderWord>>& sentences, const WordVectors& vectors,
                 const EncoderShape& shape, Optimizer& optimizer, Random& random);

  /// As Encoder::run, with dropout, keeping what `backward` needs.
  void forward(Encoder::Batch& batch);
  /// From the gradient of batch.output.
  void backward(const Encoder::Batch& batch, std::vector<float>& doutput);

 private:
  void lay_out_table(std::size_t table, std::size_t width, std::uint32_t least,
                     const std::vector<std::vector<EncoderWord>>& sentences);

  struct LayerGradients {
    Parameter *weights, *bias, *gain, *shift;
  };
  Encoder& encoder_;
  const WordVectors& vectors_;
  EncoderShape shape_;
  Random& random_;
  std::array<std::vector<std::uint32_t>, EncoderWord::kTables> counts_;  // of each row
  std::array<Parameter*, EncoderWord::kTables> tables_{};
  std::vector<LayerGradients> layers_;
  // Of the current batch.
  std::vector<std::array<std::uint32_t, EncoderWord::kTables>> rows_;
  std::vector<float> mask_;
  std::vector<std::vector<float>> pre_, in_;
  std::vector<float> transposed_, packed_, dpre_, dinput_;
};

/// out += a^T b, for a (rows x m, stride lda) and b (rows x n); buffers are reused.
void add_outer(std::size_t rows, std::size_t m, std::size_t n, const float* a, std::size_t lda, const float* b,
               float* out, std::vector<float>& transposed, std::vector<float>& packed);

/// Uniform in +-sqrt(6 / (in + out)) (Glorot and Bengio 2010).
void randomize(Weights& weights, Random& random);

}  // namespace triplewright::nlp
