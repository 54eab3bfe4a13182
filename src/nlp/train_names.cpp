#include "nlp/train_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

#include "nlp/kernels.h"
#include "nlp/train_encoder.h"
#include "nlp/training.h"

namespace triplewright::nlp {

namespace {

constexpr std::size_t kLabels = NameRecognizer::kLabels;
constexpr std::size_t kSide = kLabels + 1;
using LabelRow = std::array<double, kLabels>;

// Forward-backward over the sequences of labels that masks allow, in probability space with scaling.
struct Lattice {
  std::vector<LabelRow> forward, backward;
  std::vector<double> scales;
  double log_total = 0;

  // False when no sequence is allowed.
  bool run(const std::vector<LabelRow>& emissions, const std::vector<std::uint32_t>* allowed,
           const std::vector<double>& transitions) {
    const std::size_t size = emissions.size();
    forward.assign(size, {});
    backward.assign(size, {});
    scales.assign(size, 0);
    log_total = 0;
    const auto emission = [&](std::size_t i, std::size_t label) {
      return allowed != nullptr && ((*allowed)[i] >> label & 1) == 0 ? 0.0 : emissions[i][label];
    };
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t to = 0; to < kLabels; ++to) {
        const double e = emission(i, to);
        if (e == 0) continue;
        double sum = 0;
        if (i == 0) {
          sum = transitions[kLabels * kSide + to];
        } else {
          for (std::size_t from = 0; from < kLabels; ++from)
            sum += forward[i - 1][from] * transitions[from * kSide + to];
        }
        forward[i][to] = sum * e;
        scales[i] += forward[i][to];
      }
      if (scales[i] < 1e-100) return false;
      for (double& x : forward[i]) x /= scales[i];
      log_total += std::log(scales[i]);
    }
    double end = 0;
    for (std::size_t label = 0; label < kLabels; ++label) {
      backward[size - 1][label] = transitions[label * kSide + kLabels];
      end += forward[size - 1][label] * backward[size - 1][label];
    }
    if (end < 1e-100) return false;
    log_total += std::log(end);
    for (double& x : backward[size - 1]) x /= end;
    for (std::size_t i = size - 1; i-- > 0;) {
      for (std::size_t from = 0; from < kLabels; ++from) {
        double sum = 0;
        for (std::size_t to = 0; to < kLabels; ++to) {
          sum += transitions[from * kSide + to] * emission(i + 1, to) * backward[i + 1][to];
        }
        backward[i][from] = sum / scales[i + 1];
      }
    }
    return true;
  }

  // Adds `sign` times the expected counts to the gradients.
  void expect(double sign, const std::vector<LabelRow>& emissions, const std::vector<std::uint32_t>* allowed,
              const std::vector<double>& transitions, float* d_scores, std::size_t stride, float* d_transitions) const {
    const std::size_t size = emissions.size();
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        d_scores[i * stride + label] += static_cast<float>(sign * forward[i][label] * backward[i][label]);
      }
      if (i == 0) continue;
      for (std::size_t to = 0; to < kLabels; ++to) {
        if (allowed != nullptr && ((*allowed)[i] >> to & 1) == 0) continue;
        const double right = emissions[i][to] * backward[i][to] / scales[i];
        if (right == 0) continue;
        for (std::size_t from = 0; from < kLabels; ++from) {
          d_transitions[from * kSide + to] +=
              static_cast<float>(sign * forward[i - 1][from] * transitions[from * kSide + to] * right);
        }
      }
    }
    for (std::size_t label = 0; label < kLabels; ++label) {
      d_transitions[kLabels * kSide + label] += static_cast<float>(sign * forward[0][label] * backward[0][label]);
      d_transitions[label * kSide + kLabels] +=
          static_cast<float>(sign * forward[size - 1][label] * backward[size - 1][label]);
    }
  }
};

}  // namespace

class NamesTrainer {
 public:
  NamesTrainer(const std::vector<NamesExample>& examples, std::size_t golds, Gazetteer gazetteer,
               const WordVectors& vectors, const NamesOptions& options)
      : examples_(examples), golds_(golds), vectors_(vectors), options_(options), random_(options.seed) {
    names_.gazetteer_ = std::move(gazetteer);
    std::vector<std::vector<EncoderWord>> words;
    words.reserve(examples.size());
    for (const NamesExample& example : examples) words.push_back(example.words);
    EncoderShape shape;
    shape.width = options.width;
    shape.layers = options.layers;
    shape.flag_width = 16;
    if (golds < examples.size()) shape.learn_from_silver();
    encoder_ = std::make_unique<EncoderTrainer>(names_.encoder_, words, vectors, shape, optimizer_, random_);
    names_.output_.resize(options.width, padded(kLabels));
    randomize(names_.output_, random_);
    names_.bias_.assign(padded(kLabels), 0.0f);
    names_.transitions_.assign(kSide * kSide, 0.0f);
    d_output_ = &optimizer_.add(names_.output_.values, names_.output_.outputs);
    d_bias_ = &optimizer_.add(names_.bias_, names_.output_.outputs);
    d_transitions_ = &optimizer_.add(names_.transitions_, kSide);
  }

  NameRecognizer run(const std::vector<NamesExample>& dev, const TrainProgress& progress) {
    std::vector<std::size_t> words;
    for (const NamesExample& example : examples_) words.push_back(example.words.size());
    auto plan = plan_epochs(words, golds_, options_.epochs, options_.silver_share);
    Schedule schedule(std::move(words), std::move(plan), options_.rate);
    for (std::size_t epoch = 0; epoch < schedule.epochs(); ++epoch) {
      loss_ = 0;
      schedule.run(epoch, random_, [&](const std::vector<std::uint32_t>& batch, float rate) {
        step(batch);
        optimizer_.step(rate);
        if (schedule.done() > kSettled && schedule.steps() % 10 == 0) optimizer_.remember();
      });
      if (epoch + 1 == schedule.epochs()) optimizer_.average();
      names_.encoder_.prepare();
      names_.output_.prepare();
      names_.compress();
      char line[160];
      std::snprintf(line, sizeof line, "names: epoch %zu of %zu, loss %.4f, dev F1 %.2f (PER, ORG, LOC)", epoch + 1,
                    schedule.epochs(), loss_ / static_cast<double>(schedule.words(epoch)), f1(dev));
      progress(line);
    }
    return std::move(names_);
  }

 private:
  void step(const std::vector<std::uint32_t>& ids) {
    const Kernels& k = kernels();
    batch_.clear();
    std::vector<std::size_t> first_rows;
    first_rows.reserve(ids.size());
    for (std::uint32_t id : ids) first_rows.push_back(batch_.add(examples_[id].words));
    encoder_->forward(batch_);
    names_.output_.prepare();
    const std::size_t rows = batch_.words.size();
    const std::size_t outputs = names_.output_.outputs;
    const std::size_t width = options_.width;
    std::vector<float> scores(rows * outputs);
    std::vector<float> gradient(rows * outputs, 0.0f);
    names_.output_.apply(rows, batch_.output.data(), width, scores.data(), outputs);
    std::vector<double> transitions(kSide * kSide, 0.0);
    for (std::size_t from = 0; from < kSide; ++from) {
      for (std::size_t to = 0; to < kSide; ++to) {
        const float score = names_.transitions_[from * kSide + to];
        if (NameRecognizer::may_follow(from, to)) transitions[from * kSide + to] = std::exp(score);
      }
    }
    std::vector<LabelRow> emissions;
    Lattice lattice;
    for (std::size_t s = 0; s < ids.size(); ++s) {
      const NamesExample& example = examples_[ids[s]];
      emissions.assign(example.words.size(), {});
      for (std::size_t i = 0; i < emissions.size(); ++i) {
        float* row = scores.data() + (first_rows[s] + i) * outputs;
        k.axpy(1.0f, names_.bias_.data(), row, outputs);
        const float top = *std::max_element(row, row + kLabels);
        for (std::size_t label = 0; label < kLabels; ++label) emissions[i][label] = std::exp(row[label] - top);
      }
      float* d = gradient.data() + first_rows[s] * outputs;
      if (!lattice.run(emissions, &example.allowed, transitions)) continue;
      loss_ -= lattice.log_total;
      lattice.expect(-1.0, emissions, &example.allowed, transitions, d, outputs, d_transitions_->gradient());
      lattice.run(emissions, nullptr, transitions);
      loss_ += lattice.log_total;
      lattice.expect(1.0, emissions, nullptr, transitions, d, outputs, d_transitions_->gradient());
      for (std::size_t i = 0; i < emissions.size(); ++i) k.axpy(1.0f, d + i * outputs, d_bias_->gradient(), outputs);
    }
    add_outer(rows, width, outputs, batch_.output.data(), width, gradient.data(), d_output_->gradient(), transposed_,
              packed_);
    packed_.resize(width * outputs);
    pack_transposed(outputs, width, names_.output_.values.data(), packed_.data());
    std::vector<float> d_encoded(rows * width);
    k.gemm(rows, width, outputs, gradient.data(), outputs, packed_.data(), d_encoded.data(), width, false);
    encoder_->backward(batch_, d_encoded);
  }

  // The share of the training after which weights go into the mean that is the result: from epoch to epoch the F1 on so
  // little data jumps by a point.
  static constexpr double kSettled = 0.4;

  double f1(const std::vector<NamesExample>& dev) const {
    NamesScratch scratch;
    std::vector<std::vector<Name>> found;
    std::size_t right = 0;
    std::size_t all = 0;
    const auto counts = [](const Name& name) { return name.type <= NameType::Location; };
    for (const NamesExample& example : dev) {
      names_.run({example.words}, vectors_, scratch, found);
      for (const Name& name : example.names) all += counts(name);
      for (const Name& name : found[0]) {
        all += counts(name);
        right += counts(name) && std::any_of(example.names.begin(), example.names.end(), [&](const Name& gold) {
                   return gold.words == name.words && gold.type == name.type;
                 });
      }
    }
    return all == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(all);
  }

  const std::vector<NamesExample>& examples_;  // gold, then silver
  std::size_t golds_;
  const WordVectors& vectors_;
  NamesOptions options_;
  Random random_;
  Optimizer optimizer_;
  NameRecognizer names_;
  std::unique_ptr<EncoderTrainer> encoder_;
  Parameter *d_output_, *d_bias_, *d_transitions_;
  double loss_ = 0;
  Encoder::Batch batch_;
  std::vector<float> transposed_, packed_;
};

NameRecognizer train_names(const std::vector<NamesExample>& examples, std::size_t golds,
                           const std::vector<NamesExample>& dev, Gazetteer gazetteer, const WordVectors& vectors,
                           const NamesOptions& options, const TrainProgress& progress) {
  return NamesTrainer(examples, golds, std::move(gazetteer), vectors, options).run(dev, progress);
}

}  // namespace triplewright::nlp
