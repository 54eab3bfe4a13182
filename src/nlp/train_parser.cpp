// Training of the parser: dynamic oracle with exploration, negative log of the summed probability of the moves that
// lose nothing, Adam with warm-up and linear decay.
#include "nlp/train_parser.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "nlp/kernels.h"
#include "nlp/train_encoder.h"
#include "nlp/training.h"

namespace triplewright::nlp {

class ParserTrainer {
 public:
  ParserTrainer(std::vector<ParserExample> train, std::vector<ParserExample> silver, const WordVectors& vectors,
                const ParserOptions& options)
      : examples_(std::move(train)),
        golds_(examples_.size()),
        vectors_(vectors),
        options_(options),
        random_(options.seed) {
    std::map<std::string, std::size_t> labels;
    std::map<std::string, std::size_t> tags;
    std::vector<std::vector<EncoderWord>> words;
    for (const ParserExample& example : examples_) {
      for (const std::string& label : example.deprels) ++labels[label];
      for (const std::string& tag : example.tags) ++tags[tag];
      words.push_back(example.words);
    }
    for (const ParserExample& example : silver) words.push_back(example.words);
    for (const auto& [label, count] : labels) parser_.labels_.push_back(label);
    for (const auto& [tag, count] : tags) {
      if (count >= 4) parser_.tags_.push_back(tag);
    }
    parser_.root_label_ = index_of(parser_.labels_, "root");
    parser_.hidden_ = options.hidden;
    const std::size_t hidden = options.hidden;
    EncoderShape shape;
    shape.width = options.width;
    shape.layers = options.layers;
    if (!silver.empty()) shape.learn_from_silver();
    encoder_ = std::make_unique<EncoderTrainer>(parser_.encoder_, words, vectors, shape, optimizer_, random_);
    parser_.slots_.resize(options.width, kSlots * hidden);
    const float bound = std::sqrt(6.0f / static_cast<float>(options.width * 4 + hidden));
    for (float& w : parser_.slots_.values) w = (2 * random_.uniform() - 1) * bound;
    parser_.absent_.assign(2 * kSlots * hidden, 0.0f);
    const std::size_t extras =
        ParserState::kLabelSlots * (parser_.labels_.size() + 1) + ParserState::kCounts * ParserState::kCountValues;
    parser_.extra_.assign(extras * hidden, 0.0f);
    parser_.bias_.assign(hidden, 0.0f);
    parser_.output_.resize(hidden, padded(parser_.moves()));
    randomize(parser_.output_, random_);
    parser_.output_bias_.assign(parser_.output_.outputs, 0.0f);
    parser_.tag_output_.resize(options.width, padded(parser_.tags_.size()));
    randomize(parser_.tag_output_, random_);
    parser_.tag_bias_.assign(parser_.tag_output_.outputs, 0.0f);
    d_slots_ = &optimizer_.add(parser_.slots_.values, kSlots * hidden);
    d_absent_ = &optimizer_.add(parser_.absent_, hidden);
    d_extra_ = &optimizer_.add(parser_.extra_, hidden);
    d_bias_ = &optimizer_.add(parser_.bias_, hidden);
    d_output_ = &optimizer_.add(parser_.output_.values, parser_.output_.outputs);
    d_output_bias_ = &optimizer_.add(parser_.output_bias_, parser_.output_.outputs);
    d_tag_output_ = &optimizer_.add(parser_.tag_output_.values, parser_.tag_output_.outputs);
    d_tag_bias_ = &optimizer_.add(parser_.tag_bias_, parser_.tag_output_.outputs);
    examples_.insert(examples_.end(), std::make_move_iterator(silver.begin()), std::make_move_iterator(silver.end()));
    for (const ParserExample& example : examples_) add_gold(example);
  }

  Parser run(const std::vector<ParserExample>& dev, const TrainProgress& progress) {
    std::vector<std::size_t> words;
    for (const ParserExample& example : examples_) words.push_back(example.words.size());
    auto plan = plan_epochs(words, golds_, options_.epochs, options_.silver_share);
    Schedule schedule(std::move(words), std::move(plan), options_.rate);
    for (std::size_t epoch = 0; epoch < schedule.epochs(); ++epoch) {
      explore_ = epoch > 0;
      loss_ = 0;
      schedule.run(epoch, random_, [&](const std::vector<std::uint32_t>& batch, float rate) {
        step(batch);
        optimizer_.step(rate);
      });
      parser_.encoder_.prepare();
      parser_.prepare();
      parser_.compress();
      char line[160];
      const auto [uas, las] = attachment(parser_, dev, vectors_);
      std::snprintf(line, sizeof line, "parser: epoch %zu of %zu, loss %.4f, dev UAS %.2f LAS %.2f", epoch + 1,
                    schedule.epochs(), loss_ / static_cast<double>(schedule.words(epoch)), uas, las);
      progress(line);
    }
    return std::move(parser_);
  }

  /// Attachment scores with subtypes, in percent.
  static std::pair<double, double> attachment(const Parser& parser, const std::vector<ParserExample>& examples,
                                              const WordVectors& vectors) {
    ParserScratch scratch;
    std::vector<Parse> parses;
    std::size_t attached = 0;
    std::size_t labelled = 0;
    std::size_t all = 0;
    for (const ParserExample& example : examples) {
      parser.run({example.words}, vectors, scratch, parses);
      for (std::size_t i = 0; i < example.words.size(); ++i) {
        const bool right = parses[0].heads[i] == example.heads[i];
        attached += right;
        labelled += right && parser.labels()[parses[0].labels[i]] == example.deprels[i];
        ++all;
      }
    }
    const double scale = 100.0 / static_cast<double>(std::max<std::size_t>(all, 1));
    return {static_cast<double>(attached) * scale, static_cast<double>(labelled) * scale};
  }

 private:
  struct Gold {
    std::vector<std::int32_t> heads;  // the root is the size of the sentence
    std::vector<std::vector<std::int32_t>> children;
    std::vector<std::uint16_t> labels;
    std::vector<std::int32_t> tags;
  };

  static std::size_t index_of(const std::vector<std::string>& list, std::string_view item) {
    const auto it = std::find(list.begin(), list.end(), item);
    if (it == list.end()) throw Error("no '" + std::string(item) + "' in the training data");
    return static_cast<std::size_t>(it - list.begin());
  }

  void add_gold(const ParserExample& example) {
    Gold& gold = gold_.emplace_back();
    const std::size_t size = example.words.size();
    gold.children.resize(size + 1);
    for (std::size_t i = 0; i < size; ++i) {
      const std::int32_t head = example.heads[i] < 0 ? static_cast<std::int32_t>(size) : example.heads[i];
      gold.heads.push_back(head);
      gold.children[static_cast<std::size_t>(head)].push_back(static_cast<std::int32_t>(i));
      const auto label = std::lower_bound(parser_.labels_.begin(), parser_.labels_.end(), example.deprels[i]);
      if (label == parser_.labels_.end() || *label != example.deprels[i])
        throw Error("silver parses have the relation '" + example.deprels[i] + "', which no gold one has");
      gold.labels.push_back(static_cast<std::uint16_t>(label - parser_.labels_.begin()));
      const auto tag = std::lower_bound(parser_.tags_.begin(), parser_.tags_.end(), example.tags[i]);
      const bool known = tag != parser_.tags_.end() && *tag == example.tags[i];
      gold.tags.push_back(known ? static_cast<std::int32_t>(tag - parser_.tags_.begin()) : -1);
    }
  }

  void step(const std::vector<std::uint32_t>& ids) {
    const Kernels& k = kernels();
    batch_.clear();
    std::vector<std::size_t> first_rows;
    std::vector<ParserState> states;
    for (std::uint32_t id : ids) {
      first_rows.push_back(batch_.add(examples_[id].words));
      states.emplace_back(static_cast<std::int32_t>(examples_[id].words.size()));
    }
    encoder_->forward(batch_);
    parser_.prepare();
    const std::size_t rows = batch_.words.size();
    const std::size_t width = options_.width;
    d_encoded_.assign(rows * width, 0.0f);
    tag_loss(ids, first_rows);

    const std::size_t projected = kSlots * parser_.hidden_;
    projections_.resize(rows * projected);
    parser_.slots_.apply(rows, batch_.output.data(), width, projections_.data(), projected);
    d_projections_.assign(rows * projected, 0.0f);
    pack_output_transposed();
    std::vector<std::size_t> active;
    for (std::size_t s = 0; s < states.size(); ++s) active.push_back(s);
    while (!active.empty()) moves(ids, first_rows, states, active);

    add_outer(rows, width, projected, batch_.output.data(), width, d_projections_.data(), d_slots_->gradient(),
              transposed_, packed_);
    packed_.resize(width * projected);
    pack_transposed(projected, width, parser_.slots_.values.data(), packed_.data());
    k.gemm(rows, width, projected, d_projections_.data(), projected, packed_.data(), d_encoded_.data(), width, true);
    encoder_->backward(batch_, d_encoded_);
  }

  void tag_loss(const std::vector<std::uint32_t>& ids, const std::vector<std::size_t>& first_rows) {
    const Kernels& k = kernels();
    const std::size_t rows = batch_.words.size();
    const std::size_t outputs = parser_.tag_output_.outputs;
    const std::size_t tags = parser_.tags_.size();
    std::vector<float> scores(rows * outputs);
    parser_.tag_output_.apply(rows, batch_.output.data(), options_.width, scores.data(), outputs);
    std::vector<float> gradient(rows * outputs, 0.0f);
    for (std::size_t s = 0; s < ids.size(); ++s) {
      const Gold& gold = gold_[ids[s]];
      for (std::size_t i = 0; i < gold.tags.size(); ++i) {
        if (gold.tags[i] < 0) continue;
        float* row = scores.data() + (first_rows[s] + i) * outputs;
        float* d = gradient.data() + (first_rows[s] + i) * outputs;
        k.axpy(1.0f, parser_.tag_bias_.data(), row, tags);
        const float top = *std::max_element(row, row + tags);
        float sum = 0;
        for (std::size_t t = 0; t < tags; ++t) sum += row[t] = std::exp(row[t] - top);
        for (std::size_t t = 0; t < tags; ++t) d[t] = kTagWeight * row[t] / sum;
        d[gold.tags[i]] -= kTagWeight;
        k.axpy(1.0f, d, d_tag_bias_->gradient(), tags);
      }
    }
    add_outer(rows, options_.width, outputs, batch_.output.data(), options_.width, gradient.data(),
              d_tag_output_->gradient(), transposed_, packed_);
    packed_.resize(options_.width * outputs);
    pack_transposed(outputs, options_.width, parser_.tag_output_.values.data(), packed_.data());
    k.gemm(rows, options_.width, outputs, gradient.data(), outputs, packed_.data(), d_encoded_.data(), options_.width,
           true);
  }

  void pack_output_transposed() {
    output_transposed_.resize(parser_.output_.values.size());
    pack_transposed(parser_.output_.outputs, parser_.hidden_, parser_.output_.values.data(), output_transposed_.data());
  }

  // One move of every active sentence, with its loss and gradients.
  void moves(const std::vector<std::uint32_t>& ids, const std::vector<std::size_t>& first_rows,
             std::vector<ParserState>& states, std::vector<std::size_t>& active) {
    const Kernels& k = kernels();
    const std::size_t hidden = parser_.hidden_;
    const std::size_t outputs = parser_.output_.outputs;
    hidden_.resize(active.size() * hidden);
    scores_.resize(active.size() * outputs);
    d_scores_.assign(active.size() * outputs, 0.0f);
    const float* feature_rows[kSlots + Parser::kExtras];
    for (std::size_t a = 0; a < active.size(); ++a) {
      const std::size_t s = active[a];
      parser_.features(states[s], projections_.data() + first_rows[s] * kSlots * hidden, feature_rows);
      k.sum_relu(feature_rows, kSlots + Parser::kExtras, parser_.bias_.data(), hidden_.data() + a * hidden, hidden);
    }
    mask_.resize(hidden_.size());
    const float keep = 1.0f - options_.hidden_dropout;
    for (std::size_t i = 0; i < hidden_.size(); ++i) {
      mask_[i] = hidden_[i] <= 0 || random_.uniform() >= keep ? 0.0f : 1.0f / keep;
      hidden_[i] *= mask_[i];
    }
    parser_.output_.apply(active.size(), hidden_.data(), hidden, scores_.data(), outputs);
    std::vector<std::pair<Move, std::uint16_t>> chosen(active.size());
    for (std::size_t a = 0; a < active.size(); ++a) {
      chosen[a] =
          lose(states[active[a]], gold_[ids[active[a]]], scores_.data() + a * outputs, d_scores_.data() + a * outputs);
      k.axpy(1.0f, d_scores_.data() + a * outputs, d_output_bias_->gradient(), outputs);
    }
    add_outer(active.size(), hidden, outputs, hidden_.data(), hidden, d_scores_.data(), d_output_->gradient(),
              transposed_, packed_);
    d_hidden_.resize(hidden_.size());
    k.gemm(active.size(), hidden, outputs, d_scores_.data(), outputs, output_transposed_.data(), d_hidden_.data(),
           hidden, false);
    std::size_t kept = 0;
    std::size_t extra[Parser::kExtras];
    for (std::size_t a = 0; a < active.size(); ++a) {
      const std::size_t s = active[a];
      float* d = d_hidden_.data() + a * hidden;
      for (std::size_t i = 0; i < hidden; ++i) d[i] *= mask_[a * hidden + i];
      k.axpy(1.0f, d, d_bias_->gradient(), hidden);
      const auto slots = states[s].slots();
      for (std::size_t i = 0; i < kSlots; ++i) {
        float* to =
            slots[i] >= 0 && slots[i] < states[s].size()
                ? d_projections_.data() + ((first_rows[s] + static_cast<std::size_t>(slots[i])) * kSlots + i) * hidden
                : d_absent_->gradient() + ((slots[i] < 0 ? 0 : kSlots) + i) * hidden;
        k.axpy(1.0f, d, to, hidden);
      }
      parser_.extra_rows(states[s], extra);
      for (std::size_t row : extra) k.axpy(1.0f, d, d_extra_->gradient() + row * hidden, hidden);
      states[s].apply(chosen[a].first, chosen[a].second);
      if (!states[s].finished()) active[kept++] = s;
    }
    active.resize(kept);
  }

  // The gradient of the loss of one state, and the move to follow.
  std::pair<Move, std::uint16_t> lose(const ParserState& state, const Gold& gold, float* scores, float* gradient) {
    int costs[3];
    int least = 1 << 30;
    for (const Move move : {Move::Shift, Move::Left, Move::Right}) {
      const auto m = static_cast<std::size_t>(move);
      costs[m] = state.allowed(move) ? state.cost(move, gold.heads, gold.children) : 1 << 29;
      least = std::min(least, costs[m]);
    }
    const auto good = [&](Move move, std::size_t label) {
      if (costs[static_cast<std::size_t>(move)] != least) return false;
      if (move == Move::Shift) return true;
      const auto word = static_cast<std::size_t>(state.dependent());
      return gold.heads[word] != state.head_of(move) || gold.labels[word] == label || state.attaches_to_root();
    };
    struct Choice {
      float score = -1e30f;
      Move move = Move::Shift;
      std::size_t label = 0;
    };
    Choice best;
    Choice best_good;
    parser_.for_each_allowed(state, [&](std::size_t index, Move move, std::size_t label) {
      scores[index] += parser_.output_bias_[index];
      if (scores[index] > best.score) best = {scores[index], move, label};
      if (good(move, label) && scores[index] > best_good.score) best_good = {scores[index], move, label};
    });
    float all = 0;
    float right = 0;
    parser_.for_each_allowed(state, [&](std::size_t index, Move move, std::size_t label) {
      gradient[index] = std::exp(scores[index] - best.score);
      all += gradient[index];
      if (good(move, label)) right += gradient[index];
    });
    right = std::max(right, 1e-30f);
    loss_ -= std::log(right / all);
    parser_.for_each_allowed(state, [&](std::size_t index, Move move, std::size_t label) {
      const float p = gradient[index];
      gradient[index] = p / all - (good(move, label) ? p / right : 0.0f);
    });
    const Choice& follow = explore_ && random_.uniform() < 0.9f ? best : best_good;
    return {follow.move, static_cast<std::uint16_t>(follow.label)};
  }

  static constexpr float kTagWeight = 0.3f;

  std::vector<ParserExample> examples_;  // gold, then silver
  std::size_t golds_;
  const WordVectors& vectors_;
  ParserOptions options_;
  Random random_;
  Optimizer optimizer_;
  Parser parser_;
  std::unique_ptr<EncoderTrainer> encoder_;
  std::vector<Gold> gold_;
  Parameter *d_slots_, *d_absent_, *d_extra_, *d_bias_, *d_output_, *d_output_bias_, *d_tag_output_, *d_tag_bias_;
  bool explore_ = false;
  double loss_ = 0;
  Encoder::Batch batch_;
  std::vector<float> d_encoded_, projections_, d_projections_, transposed_, packed_, output_transposed_;
  std::vector<float> hidden_, scores_, d_scores_, d_hidden_, mask_;
};

Parser train_parser(std::vector<ParserExample> gold, std::vector<ParserExample> silver,
                    const std::vector<ParserExample>& dev, const WordVectors& vectors, const ParserOptions& options,
                    const TrainProgress& progress) {
  return ParserTrainer(std::move(gold), std::move(silver), vectors, options).run(dev, progress);
}

}  // namespace triplewright::nlp
