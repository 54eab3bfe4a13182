#include "nlp/pretrain.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "nlp/kernels.h"
#include "nlp/train_encoder.h"
#include "triplewright/error.h"

namespace triplewright::nlp {

namespace {

constexpr std::size_t kBatchWords = 1200;
constexpr float kHidden = 0.2f;              // of the words that have a number
constexpr std::size_t kVocabulary = 30'000;  // words that are asked for: those of the most frequent vectors
constexpr std::size_t kSample = 1024;        // words drawn for each batch
constexpr double kSmoothing = 0.75;          // exponent of the counts that words are drawn by

class Pretrainer {
 public:
  Pretrainer(std::vector<std::vector<EncoderWord>> sentences, const WordVectors& vectors,
             const PretrainOptions& options)
      : sentences_(std::move(sentences)), options_(options), random_(options.seed) {
    EncoderShape shape;
    shape.width = options.width;
    shape.layers = options.layers;
    shape.rarity = options.rarity;
    shape.input_dropout = 0.1f;
    trainer_ = std::make_unique<EncoderTrainer>(encoder_, sentences_, vectors, shape, optimizer_, random_);
    const std::size_t words = std::min(kVocabulary, vectors.vocabulary().size()) / kPanel * kPanel;
    if (words == 0) throw Error("too few word vectors to learn from hidden words");
    outputs_.assign(words * options.width, 0.0f);
    for (float& x : outputs_) x = (2 * random_.uniform() - 1) * 0.05f;
    biases_.assign(words, 0.0f);
    d_outputs_ = &optimizer_.add(outputs_, options.width, true);
    d_biases_ = &optimizer_.add(biases_, 1, true);
    count_words();
  }

  Encoder run(const TrainProgress& progress) {
    const double all = static_cast<double>(words_) * options_.epochs;
    double done = 0;
    double reported = 0;
    std::size_t steps = 0;
    std::vector<std::uint32_t> order(sentences_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      random_.shuffle(order);
      for (std::size_t at = 0; at < order.size();) {
        batch_.clear();
        for (; at < order.size() && batch_.words.size() < kBatchWords; ++at) batch_.add(sentences_[order[at]]);
        step();
        done += static_cast<double>(batch_.words.size());
        const double warm = std::min(1.0, static_cast<double>(++steps) / 500);
        optimizer_.step(static_cast<float>(options_.rate * warm * std::max(0.0, 1.0 - done / all)));
        if (done - reported < all / 50) continue;
        reported = done;
        char line[120];
        std::snprintf(line, sizeof line, "encoder: %.0f%%, loss %.3f a hidden word", 100 * done / all,
                      loss_ / static_cast<double>(std::max<std::size_t>(losses_, 1)));
        progress(line);
        loss_ = 0;
        losses_ = 0;
      }
    }
    encoder_.prepare();
    encoder_.compress();
    return std::move(encoder_);
  }

 private:
  [[nodiscard]] bool has_number(const EncoderWord& word) const {
    return word.vector >= 0 && static_cast<std::size_t>(word.vector) < biases_.size();
  }

  // Words are drawn from a table in which each has a share by its smoothed count.
  void count_words() {
    std::vector<double> weights(biases_.size(), 1.0);
    for (const auto& sentence : sentences_) {
      words_ += sentence.size();
      for (const EncoderWord& word : sentence) {
        if (has_number(word)) ++weights[static_cast<std::size_t>(word.vector)];
      }
    }
    double sum = 0;
    for (double& weight : weights) sum += weight = std::pow(weight, kSmoothing);
    constexpr std::size_t kTable = 1 << 22;
    double so_far = 0;
    for (std::size_t w = 0; w < weights.size(); ++w) {
      const double share = weights[w] / sum;
      so_far += share;
      while (static_cast<double>(draws_.size()) < so_far * kTable) draws_.push_back(static_cast<std::uint32_t>(w));
      // How likely a sample holds the word.
      log_chance_.push_back(static_cast<float>(std::log(1 - std::pow(1 - share, static_cast<double>(kSample)))));
    }
  }

  void step() {
    const Kernels& k = kernels();
    const std::size_t width = options_.width;
    hidden_.clear();
    for (std::uint32_t row = 0; row < batch_.words.size(); ++row) {
      if (has_number(batch_.words[row]) && random_.uniform() < kHidden) hidden_.push_back(row);
    }
    trainer_->forward(batch_, hidden_);
    draw_candidates();
    const std::size_t rows = hidden_.size();
    const std::size_t size = candidates_.size();
    seen_.resize(rows * width);
    for (std::size_t r = 0; r < rows; ++r) {
      std::copy_n(batch_.output.data() + hidden_[r] * width, width, seen_.data() + r * width);
    }
    weights_.resize(size * width);
    for (std::size_t c = 0; c < size; ++c) {
      std::copy_n(outputs_.data() + candidates_[c] * width, width, weights_.data() + c * width);
    }
    scores_.resize(rows * size);
    packed_.resize(width * size);
    pack_transposed(width, size, weights_.data(), packed_.data());
    k.gemm(rows, size, width, seen_.data(), width, packed_.data(), scores_.data(), size, false);
    for (std::size_t r = 0; r < rows; ++r) lose(batch_.words[hidden_[r]].vector, scores_.data() + r * size);

    d_weights_.assign(size * width, 0.0f);
    add_outer(rows, size, width, scores_.data(), size, seen_.data(), d_weights_.data(), transposed_, packed_);
    for (std::size_t c = 0; c < size; ++c) {
      k.axpy(1.0f, d_weights_.data() + c * width, d_outputs_->gradient_row(candidates_[c]), width);
      float sum = 0;
      for (std::size_t r = 0; r < rows; ++r) sum += scores_[r * size + c];
      *d_biases_->gradient_row(candidates_[c]) += sum;
    }
    packed_.resize(size * width);
    pack(size, width, weights_.data(), packed_.data());
    d_seen_.resize(rows * width);
    k.gemm(rows, width, size, scores_.data(), size, packed_.data(), d_seen_.data(), width, false);
    d_encoded_.assign(batch_.words.size() * width, 0.0f);
    for (std::size_t r = 0; r < rows; ++r) {
      std::copy_n(d_seen_.data() + r * width, width, d_encoded_.data() + hidden_[r] * width);
    }
    trainer_->backward(batch_, d_encoded_);
  }

  // The hidden words and a sample of others, each once, in order, as many as fill panels.
  void draw_candidates() {
    candidates_.clear();
    for (const std::uint32_t row : hidden_) candidates_.push_back(static_cast<std::uint32_t>(batch_.words[row].vector));
    for (std::size_t i = 0; i < kSample; ++i) candidates_.push_back(draws_[random_.below(draws_.size())]);
    for (;;) {
      std::sort(candidates_.begin(), candidates_.end());
      candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
      if (candidates_.size() % kPanel == 0) return;
      while (candidates_.size() % kPanel != 0) candidates_.push_back(draws_[random_.below(draws_.size())]);
    }
  }

  // Turns the scores of a hidden word into the gradient of its loss.
  void lose(std::int32_t word, float* scores) {
    const std::size_t size = candidates_.size();
    for (std::size_t c = 0; c < size; ++c) scores[c] += biases_[candidates_[c]] - log_chance_[candidates_[c]];
    const float top = *std::max_element(scores, scores + size);
    float sum = 0;
    for (std::size_t c = 0; c < size; ++c) sum += scores[c] = std::exp(scores[c] - top);
    const auto right = std::lower_bound(candidates_.begin(), candidates_.end(), static_cast<std::uint32_t>(word));
    float& score = scores[right - candidates_.begin()];
    loss_ -= std::log(std::max(score / sum, 1e-12f));
    ++losses_;
    for (std::size_t c = 0; c < size; ++c) scores[c] /= sum;
    score -= 1.0f;
  }

  std::vector<std::vector<EncoderWord>> sentences_;
  PretrainOptions options_;
  Random random_;
  Optimizer optimizer_;
  Encoder encoder_;
  std::unique_ptr<EncoderTrainer> trainer_;
  std::vector<float> outputs_, biases_;  // of the words that are asked for
  Parameter *d_outputs_, *d_biases_;
  std::size_t words_ = 0;
  std::vector<std::uint32_t> draws_;
  std::vector<float> log_chance_;
  double loss_ = 0;
  std::size_t losses_ = 0;
  // Of the current batch.
  Encoder::Batch batch_;
  std::vector<std::uint32_t> hidden_, candidates_;
  std::vector<float> seen_, weights_, scores_, d_weights_, d_seen_, d_encoded_, transposed_, packed_;
};

}  // namespace

Encoder pretrain_encoder(std::vector<std::vector<EncoderWord>> sentences, const WordVectors& vectors,
                         const PretrainOptions& options, const TrainProgress& progress) {
  return Pretrainer(std::move(sentences), vectors, options).run(progress);
}

}  // namespace triplewright::nlp
