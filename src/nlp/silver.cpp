#include "nlp/silver.h"

#include <algorithm>
#include <cmath>

#include "nlp/kernels.h"
#include "triplewright/error.h"

namespace triplewright::nlp {

// Parsers that decide each move together: by the product of their probabilities.
class ParserEnsemble {
 public:
  ParserEnsemble(const std::vector<Parser>& parsers, const WordVectors& vectors)
      : parsers_(parsers), vectors_(vectors), scratch_(parsers.size()) {
    for (const Parser& parser : parsers) {
      if (parser.labels_ != parsers.front().labels_) throw Error("teachers with different labels");
      // Tags too rare to learn depend on the seed.
      std::vector<std::size_t>& own = tags_.emplace_back();
      for (const std::string& tag : parsers.front().tags_) {
        const auto at = std::lower_bound(parser.tags_.begin(), parser.tags_.end(), tag);
        own.push_back(at != parser.tags_.end() && *at == tag ? static_cast<std::size_t>(at - parser.tags_.begin())
                                                             : kMissing);
      }
    }
  }

  // The parse of one sentence, and the mean probability of its moves.
  Parse run(const std::vector<EncoderWord>& sentence, float& confidence) {
    const Parser& first = parsers_.front();
    const std::size_t tags = first.tags_.size();
    std::vector<float> tag_scores(sentence.size() * tags);
    for (std::size_t p = 0; p < parsers_.size(); ++p) {
      const Parser& parser = parsers_[p];
      ParserScratch& scratch = scratch_[p];
      parser.encode({sentence}, vectors_, scratch);
      scratch.tag_scores.resize(sentence.size() * parser.tag_output_.outputs);
      parser.tag_output_.apply(sentence.size(), scratch.batch.output.data(), parser.encoder_.width(),
                               scratch.tag_scores.data(), parser.tag_output_.outputs);
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        const float* scores = scratch.tag_scores.data() + i * parser.tag_output_.outputs;
        for (std::size_t t = 0; t < tags; ++t) {
          const std::size_t own = tags_[p][t];
          tag_scores[i * tags + t] += own == kMissing ? -1e6f : scores[own] + parser.tag_bias_[own];
        }
      }
    }
    ParserState state(static_cast<std::int32_t>(sentence.size()));
    std::size_t moves = 0;
    confidence = 0;
    std::vector<float> mean(first.moves());
    for (; !state.finished(); ++moves) {
      std::fill(mean.begin(), mean.end(), 0.0f);
      for (std::size_t p = 0; p < parsers_.size(); ++p) add_scores(p, state, mean);
      float best = -1e30f;
      std::pair<Move, std::uint16_t> chosen{Move::Shift, 0};
      first.for_each_allowed(state, [&](std::size_t index, Move move, std::size_t label) {
        if (mean[index] <= best) return;
        best = mean[index];
        chosen = {move, static_cast<std::uint16_t>(label)};
      });
      confidence += std::exp(best / static_cast<float>(parsers_.size()));
      state.apply(chosen.first, chosen.second);
    }
    confidence /= static_cast<float>(std::max<std::size_t>(moves, 1));
    Parse parse;
    parse.heads = state.heads();
    parse.labels = state.labels();
    for (std::int32_t& head : parse.heads) {
      if (head == state.size()) head = -1;
    }
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const auto begin = tag_scores.begin() + static_cast<std::ptrdiff_t>(i * tags);
      parse.tags.push_back(
          static_cast<std::uint16_t>(std::max_element(begin, begin + static_cast<std::ptrdiff_t>(tags)) - begin));
    }
    return parse;
  }

 private:
  // Adds the logarithms of one parser's probabilities of the moves that a state allows.
  void add_scores(std::size_t p, const ParserState& state, std::vector<float>& sum) {
    const Parser& parser = parsers_[p];
    ParserScratch& scratch = scratch_[p];
    const std::size_t hidden = parser.hidden_;
    scratch.hidden.resize(hidden);
    scratch.scores.resize(parser.output_.outputs);
    const float* rows[kSlots + Parser::kExtras];
    parser.features(state, scratch.projections.data(), rows);
    kernels().sum_relu(rows, kSlots + Parser::kExtras, parser.bias_.data(), scratch.hidden.data(), hidden);
    parser.output_.apply(1, scratch.hidden.data(), hidden, scratch.scores.data(), parser.output_.outputs);
    float top = -1e30f;
    parser.for_each_allowed(state, [&](std::size_t index, Move, std::size_t) {
      top = std::max(top, scratch.scores[index] += parser.output_bias_[index]);
    });
    float all = 0;
    parser.for_each_allowed(
        state, [&](std::size_t index, Move, std::size_t) { all += std::exp(scratch.scores[index] - top); });
    const float log_all = top + std::log(all);
    parser.for_each_allowed(
        state, [&](std::size_t index, Move, std::size_t) { sum[index] += scratch.scores[index] - log_all; });
  }

  static constexpr std::size_t kMissing = static_cast<std::size_t>(-1);

  const std::vector<Parser>& parsers_;
  const WordVectors& vectors_;
  std::vector<ParserScratch> scratch_;
  std::vector<std::vector<std::size_t>> tags_;  // of each parser, where the first one's tags are
};

namespace {

constexpr float kLeastConfidence = 0.85f;

}  // namespace

std::vector<ParserExample> silver_parses(const Prose& text, const std::vector<Parser>& teachers,
                                         const TrainProgress& progress) {
  ParserEnsemble ensemble(teachers, text.vectors);
  std::vector<ParserExample> examples;
  for_each_sentence(text, progress, [&](std::vector<EncoderWord> words) {
    ParserExample example;
    example.words = std::move(words);
    float confidence = 0;
    const Parse parse = ensemble.run(example.words, confidence);
    if (confidence < kLeastConfidence) return;
    example.heads = parse.heads;
    for (std::size_t i = 0; i < example.words.size(); ++i) {
      example.deprels.push_back(teachers.front().labels()[parse.labels[i]]);
      example.tags.push_back(teachers.front().tags()[parse.tags[i]]);
    }
    examples.push_back(std::move(example));
  });
  return examples;
}

}  // namespace triplewright::nlp
