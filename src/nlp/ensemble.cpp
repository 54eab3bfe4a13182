#include "nlp/ensemble.h"

#include <algorithm>
#include <cmath>

#include "nlp/kernels.h"
#include "triplewright/error.h"

namespace triplewright::nlp {

ParserEnsemble::ParserEnsemble(std::vector<Parser> parsers, const WordVectors& vectors)
    : parsers_(std::move(parsers)), vectors_(vectors), scratch_(parsers_.size()) {
  for (const Parser& parser : parsers_) {
    if (parser.labels_ != labels()) throw Error("teachers with different labels");
  }
}

void ParserEnsemble::set_tags(const std::vector<std::string>& tags) {
  // Tags too rare to learn depend on the seed.
  tags_.clear();
  for (const Parser& parser : parsers_) {
    std::vector<std::size_t>& own = tags_.emplace_back();
    for (const std::string& tag : tags) {
      const auto at = std::lower_bound(parser.tags_.begin(), parser.tags_.end(), tag);
      const bool known = at != parser.tags_.end() && *at == tag;
      own.push_back(known ? static_cast<std::size_t>(at - parser.tags_.begin()) : kMissing);
    }
  }
}

void ParserEnsemble::read(const std::vector<const std::vector<EncoderWord>*>& sentences) {
  for (std::size_t p = 0; p < parsers_.size(); ++p) {
    const Parser& parser = parsers_[p];
    ParserScratch& scratch = scratch_[p];
    scratch.batch.clear();
    first_rows_.clear();
    for (const auto* sentence : sentences) first_rows_.push_back(scratch.batch.add(*sentence));
    parser.encoder_.run(scratch.batch, vectors_);
    const std::size_t rows = scratch.batch.words.size();
    const std::size_t width = parser.encoder_.width();
    scratch.projections.resize(rows * kSlots * parser.hidden_);
    parser.slots_.apply(rows, scratch.batch.small.data(), width, scratch.projections.data(), kSlots * parser.hidden_);
    scratch.tag_scores.resize(rows * parser.tag_output_.outputs);
    parser.tag_output_.apply(rows, scratch.batch.output.data(), width, scratch.tag_scores.data(),
                             parser.tag_output_.outputs);
  }
}

void ParserEnsemble::moves(const std::vector<Question>& questions, std::size_t stride,
                           std::vector<float>& probabilities) {
  probabilities.assign(questions.size() * stride, 0.0f);
  for (std::size_t p = 0; p < parsers_.size(); ++p) {
    const Parser& parser = parsers_[p];
    ParserScratch& scratch = scratch_[p];
    const std::size_t hidden = parser.hidden_;
    const std::size_t outputs = parser.output_.outputs;
    scratch.hidden.resize(questions.size() * hidden);
    scratch.scores.resize(questions.size() * outputs);
    const float* rows[kSlots + Parser::kExtras];
    for (std::size_t q = 0; q < questions.size(); ++q) {
      const float* projections = scratch.projections.data() + first_rows_[questions[q].sentence] * kSlots * hidden;
      parser.features(*questions[q].state, projections, rows);
      kernels().sum_relu(rows, kSlots + Parser::kExtras, parser.bias_.data(), scratch.hidden.data() + q * hidden,
                         hidden);
    }
    parser.output_.apply(questions.size(), scratch.hidden.data(), hidden, scratch.scores.data(), outputs);
    for (std::size_t q = 0; q < questions.size(); ++q) {
      const ParserState& state = *questions[q].state;
      float* scores = scratch.scores.data() + q * outputs;
      float top = -1e30f;
      parser.for_each_allowed(state, [&](std::size_t index, Move, std::size_t) {
        top = std::max(top, scores[index] += parser.output_bias_[index]);
      });
      float all = 0;
      parser.for_each_allowed(
          state, [&](std::size_t index, Move, std::size_t) { all += scores[index] = std::exp(scores[index] - top); });
      const float share = 1.0f / (all * static_cast<float>(parsers_.size()));
      float* out = probabilities.data() + q * stride;
      parser.for_each_allowed(state,
                              [&](std::size_t index, Move, std::size_t) { out[index] += scores[index] * share; });
    }
  }
}

void ParserEnsemble::tags(std::size_t sentence, std::size_t word, std::vector<float>& probabilities) const {
  probabilities.assign(tags_.front().size(), 0.0f);
  std::vector<float> own;
  for (std::size_t p = 0; p < parsers_.size(); ++p) {
    const Parser& parser = parsers_[p];
    const float* scores = scratch_[p].tag_scores.data() + (first_rows_[sentence] + word) * parser.tag_output_.outputs;
    own.assign(scores, scores + parser.tags_.size());
    kernels().axpy(1.0f, parser.tag_bias_.data(), own.data(), own.size());
    const float top = *std::max_element(own.begin(), own.end());
    float all = 0;
    for (float& score : own) all += score = std::exp(score - top);
    const float share = 1.0f / (all * static_cast<float>(parsers_.size()));
    for (std::size_t t = 0; t < probabilities.size(); ++t) {
      if (tags_[p][t] != kMissing) probabilities[t] += own[tags_[p][t]] * share;
    }
  }
}

}  // namespace triplewright::nlp
