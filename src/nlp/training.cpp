// The order in which the trainers see their examples.
#include "nlp/training.h"

#include <algorithm>

namespace triplewright::nlp {

namespace {

constexpr std::size_t kBatchWords = 400;
constexpr double kWarmUp = 200;  // steps

}  // namespace

std::vector<std::vector<std::uint32_t>> plan_epochs(const std::vector<std::size_t>& words, std::size_t golds,
                                                    int epochs, double share) {
  double gold_words = 0;
  for (std::size_t i = 0; i < golds; ++i) gold_words += static_cast<double>(words[i]);
  std::vector<std::vector<std::uint32_t>> plan(static_cast<std::size_t>(epochs));
  std::size_t silver = golds;
  for (auto& order : plan) {
    for (std::size_t i = 0; i < golds; ++i) order.push_back(static_cast<std::uint32_t>(i));
    for (double taken = 0; golds < words.size() && taken < share * gold_words;) {
      order.push_back(static_cast<std::uint32_t>(silver));
      taken += static_cast<double>(words[silver]);
      if (++silver == words.size()) silver = golds;
    }
  }
  return plan;
}

Schedule::Schedule(std::vector<std::size_t> words, std::vector<std::vector<std::uint32_t>> plan, double rate)
    : words_(std::move(words)), plan_(std::move(plan)), rate_(rate) {
  for (std::size_t epoch = 0; epoch < plan_.size(); ++epoch) all_ += static_cast<double>(this->words(epoch));
}

std::size_t Schedule::words(std::size_t epoch) const {
  std::size_t sum = 0;
  for (const std::uint32_t example : plan_[epoch]) sum += words_[example];
  return sum;
}

void Schedule::run(std::size_t epoch, Random& random,
                   const std::function<void(const std::vector<std::uint32_t>&, float)>& step) {
  std::vector<std::uint32_t>& order = plan_[epoch];
  random.shuffle(order);
  for (std::size_t at = 0; at < order.size();) {
    std::vector<std::uint32_t> batch;
    std::size_t size = 0;
    for (; at < order.size() && size < kBatchWords; ++at) {
      batch.push_back(order[at]);
      size += words_[order[at]];
    }
    done_ += static_cast<double>(size);
    const double warm = std::min(1.0, static_cast<double>(++steps_) / kWarmUp);
    step(batch, static_cast<float>(rate_ * warm * std::max(0.0, 1.0 - done())));
  }
}

}  // namespace triplewright::nlp
