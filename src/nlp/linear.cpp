#include "nlp/linear.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace triplewright::nlp {

namespace {
constexpr float kScale = 512.0f;
std::size_t home(Feature key, std::size_t slots) {
  return (key * 0x9E3779B1u >> 7) & (slots - 1);
}
}  // namespace

void LinearModel::index() {
  slots_.assign(std::bit_ceil(keys_.size() * 2 + 1), Slot{});
  for (std::size_t r = 0; r < keys_.size(); ++r) {
    std::size_t at = home(keys_[r], slots_.size());
    if (begins_[r] == begins_[r + 1]) continue;
    while (slots_[at].place != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {keys_[r], begins_[r] << 8 | (begins_[r + 1] - begins_[r])};
  }
}

void LinearModel::score(std::span<const Feature> features, std::span<std::int32_t> scores) const {
  // The tables are larger than the caches: ask for every slot, then for all weights, before any is needed.
  constexpr std::size_t kMost = 64;
  std::uint32_t places[kMost];
  for (; !features.empty(); features = features.subspan(std::min(features.size(), kMost))) {
    const std::size_t count = std::min(features.size(), kMost);
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&slots_[home(features[i], slots_.size())]);
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t at = home(features[i], slots_.size());
      while (slots_[at].place != 0 && slots_[at].key != features[i]) at = (at + 1) & (slots_.size() - 1);
      if (slots_[at].place == 0) continue;
      places[found++] = slots_[at].place;
      __builtin_prefetch(&entries_[slots_[at].place >> 8]);
    }
    for (std::size_t i = 0; i < found; ++i) {
      const Entry* entry = entries_.data() + (places[i] >> 8);
      for (const Entry* end = entry + (places[i] & 0xFF); entry != end; ++entry) scores[entry->label] += entry->weight;
    }
  }
}

std::size_t LinearModel::best(std::span<const Feature> features, std::span<std::int32_t> scores) const {
  std::fill(scores.begin(), scores.end(), 0);
  score(features, scores);
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void LinearModel::write(ModelWriter& writer) const {
  std::vector<std::int8_t> sizes;
  std::vector<std::int8_t> labels;
  std::vector<std::int16_t> weights;
  for (std::size_t r = 0; r < keys_.size(); ++r) {
    sizes.push_back(static_cast<std::int8_t>(begins_[r + 1] - begins_[r]));
  }
  for (const Entry& entry : entries_) {
    labels.push_back(static_cast<std::int8_t>(entry.label));
    weights.push_back(entry.weight);
  }
  writer.strings(labels_);
  writer.u32s(keys_);
  writer.i8s(sizes);
  writer.i8s(labels);
  writer.i16s(weights);
}

LinearModel LinearModel::read(ModelReader& reader) {
  LinearModel model;
  model.labels_ = reader.strings();
  model.keys_ = reader.u32s();
  const std::vector<std::int8_t> sizes = reader.i8s();
  const std::vector<std::int8_t> labels = reader.i8s();
  const std::vector<std::int16_t> weights = reader.i16s();
  if (sizes.size() != model.keys_.size() || labels.size() != weights.size() || model.labels_.empty()) {
    reader.fail("linear model of inconsistent size");
  }
  std::uint32_t end = 0;
  for (std::int8_t size : sizes) model.begins_.push_back(end += static_cast<std::uint8_t>(size));
  if (end != weights.size() || end >= kMostEntries) reader.fail("linear model of inconsistent size");
  for (std::size_t e = 0; e < weights.size(); ++e) {
    const std::uint16_t label = static_cast<std::uint8_t>(labels[e]);
    if (label >= model.labels_.size()) reader.fail("linear model with an unknown label");
    model.entries_.push_back({label, weights[e]});
  }
  model.index();
  return model;
}

PerceptronTrainer::PerceptronTrainer(std::vector<std::string> labels)
    : labels_(std::move(labels)), scores_(labels_.size()), slots_(1 << 16) {
  if (labels_.size() > 255) throw Error("a linear model has at most 255 labels");
}

std::vector<PerceptronTrainer::Weight>* PerceptronTrainer::row(Feature key, bool add) {
  std::size_t at = home(key, slots_.size());
  while (slots_[at] != 0 && keys_[slots_[at] - 1] != key) at = (at + 1) & (slots_.size() - 1);
  if (slots_[at] != 0) return &rows_[slots_[at] - 1];
  if (!add) return nullptr;
  keys_.push_back(key);
  rows_.emplace_back();
  slots_[at] = static_cast<std::uint32_t>(keys_.size());
  if (keys_.size() * 2 > slots_.size()) {
    std::vector<std::uint32_t> larger(slots_.size() * 2);
    for (std::size_t r = 0; r < keys_.size(); ++r) {
      std::size_t slot = home(keys_[r], larger.size());
      while (larger[slot] != 0) slot = (slot + 1) & (larger.size() - 1);
      larger[slot] = static_cast<std::uint32_t>(r + 1);
    }
    slots_ = std::move(larger);
  }
  return &rows_.back();
}

std::size_t PerceptronTrainer::predict(std::span<const Feature> features) {
  std::fill(scores_.begin(), scores_.end(), 0.0f);
  for (Feature key : features) {
    if (const auto* weights = row(key, false)) {
      for (const Weight& w : *weights) scores_[w.label] += w.value;
    }
  }
  return static_cast<std::size_t>(std::max_element(scores_.begin(), scores_.end()) - scores_.begin());
}

void PerceptronTrainer::add(std::vector<Weight>& weights, std::size_t label, float delta) const {
  auto it = std::find_if(weights.begin(), weights.end(), [&](const Weight& w) { return w.label == label; });
  if (it == weights.end()) it = weights.insert(weights.end(), {static_cast<std::uint32_t>(label), now_, 0, 0});
  it->total += static_cast<double>(it->value) * (now_ - it->changed);
  it->changed = now_;
  it->value += delta;
}

void PerceptronTrainer::update(std::span<const Feature> features, std::size_t gold, std::size_t wrong) {
  if (gold == wrong) return;
  for (Feature key : features) {
    std::vector<Weight>& weights = *row(key, true);
    add(weights, gold, 1.0f);
    add(weights, wrong, -1.0f);
  }
}

LinearModel PerceptronTrainer::average(float prune) const {
  LinearModel model;
  model.labels_ = labels_;
  std::vector<std::uint32_t> order(keys_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return keys_[a] < keys_[b]; });
  for (std::uint32_t r : order) {
    const std::size_t before = model.entries_.size();
    for (const Weight& w : rows_[r]) {
      const double mean = (w.total + static_cast<double>(w.value) * (now_ - w.changed)) / now_;
      if (std::abs(mean) < prune) continue;
      const double scaled = std::clamp(std::round(mean * kScale), -32767.0, 32767.0);
      model.entries_.push_back({static_cast<std::uint16_t>(w.label), static_cast<std::int16_t>(scaled)});
    }
    if (model.entries_.size() == before) continue;
    model.keys_.push_back(keys_[r]);
    model.begins_.push_back(static_cast<std::uint32_t>(model.entries_.size()));
  }
  model.index();
  return model;
}

}  // namespace triplewright::nlp
