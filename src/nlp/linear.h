// Sparse linear classifiers over hashed features, trained as averaged perceptrons (Collins 2002).
// Thread-safety: a LinearModel is const after load; a trainer belongs to one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nlp/model_file.h"

namespace triplewright::nlp {

/// A feature: 32 bits of a hash. Collisions among some hundred thousand features are rare and harmless.
using Feature = std::uint32_t;

/// Mixes the number of a feature template with its values.
[[nodiscard]] inline Feature feature(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  std::uint64_t h = (a ^ number * 0x9E3779B97F4A7C15ull) * 0xBF58476D1CE4E5B9ull;
  h = (h ^ (h >> 29) ^ b) * 0x94D049BB133111EBull;
  h = (h ^ (h >> 31) ^ c) * 0xD6E8FEB86659FD93ull;
  return static_cast<Feature>(h >> 32);
}

class LinearModel {
 public:
  static LinearModel read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
  /// Adds the weights of the features to `scores` (one a label).
  void score(std::span<const Feature> features, std::span<std::int32_t> scores) const;
  [[nodiscard]] std::size_t best(std::span<const Feature> features, std::span<std::int32_t> scores) const;

 private:
  friend class PerceptronTrainer;
  struct Entry {
    std::uint16_t label;
    std::int16_t weight;
  };
  struct Slot {
    Feature key = 0;
    std::uint32_t place = 0;  // where its weights begin in entries_, times 256, plus how many they are; 0: free
  };
  void index();

  std::vector<std::string> labels_;
  std::vector<Feature> keys_;
  std::vector<std::uint32_t> begins_{0};  // of each row in entries_, and the end
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
  static constexpr std::size_t kMostEntries = 1 << 24;
};

class PerceptronTrainer {
 public:
  explicit PerceptronTrainer(std::vector<std::string> labels);

  /// Scores with the current weights; returns the best label.
  std::size_t predict(std::span<const Feature> features);
  /// Moves the weights from `wrong` to `gold`; call `step` once an example.
  void update(std::span<const Feature> features, std::size_t gold, std::size_t wrong);
  void step() { ++now_; }
  [[nodiscard]] const std::vector<float>& scores() const { return scores_; }

  /// The averaged model in 16 bits, without weights below `prune` (of the unaveraged scale).
  [[nodiscard]] LinearModel average(float prune) const;

 private:
  struct Weight {
    std::uint32_t label;
    std::uint32_t changed;
    float value;
    double total;
  };
  std::vector<Weight>* row(Feature key, bool add);
  void add(std::vector<Weight>& weights, std::size_t label, float delta) const;

  std::vector<std::string> labels_;
  std::vector<float> scores_;
  std::vector<Feature> keys_;
  std::vector<std::vector<Weight>> rows_;
  std::vector<std::uint32_t> slots_;
  std::uint32_t now_ = 1;
};

}  // namespace triplewright::nlp
