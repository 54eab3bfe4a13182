#include "nlp/parser.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "nlp/kernels.h"

namespace triplewright::nlp {

namespace {
// Hypotheses that are followed, and how much less probable than the best they may be (in nats). More of both finds a
// little more, in proportion to what it costs.
constexpr std::size_t kBeam = 4;
constexpr float kMargin = 1.0f;
constexpr float kNegligible = 10.0f;  // so much less probable moves add nothing to the sum of probabilities
}  // namespace

void Parser::extra_rows(const ParserState& state, std::size_t* rows) const {
  const auto slots = state.slots();
  const std::size_t labels = labels_.size() + 1;
  std::size_t base = 0;
  for (std::size_t i = 0; i < ParserState::kLabelSlots; ++i, base += labels) {
    const std::int32_t word = slots[kSlots - ParserState::kLabelSlots + i];
    *rows++ = base + (word < 0 ? 0 : 1 + state.labels()[static_cast<std::size_t>(word)]);
  }
  for (std::uint8_t count : state.counts()) {
    *rows++ = base + count;
    base += ParserState::kCountValues;
  }
}

void Parser::features(const ParserState& state, const float* projections, const float** rows) const {
  const auto slots = state.slots();
  for (std::size_t i = 0; i < kSlots; ++i) {
    if (slots[i] >= 0 && slots[i] < state.size()) {
      *rows++ = projections + (static_cast<std::size_t>(slots[i]) * kSlots + i) * hidden_;
    } else {
      *rows++ = absent_.data() + ((slots[i] < 0 ? 0 : kSlots) + i) * hidden_;
    }
  }
  std::size_t extra[kExtras];
  extra_rows(state, extra);
  for (std::size_t row : extra) *rows++ = extra_.data() + row * hidden_;
}

void Parser::encode(const std::vector<std::vector<EncoderWord>>& sentences, const WordVectors& vectors,
                    ParserScratch& scratch) const {
  scratch.batch.clear();
  scratch.first_rows.clear();
  for (const auto& sentence : sentences) scratch.first_rows.push_back(scratch.batch.add(sentence));
  encoder_.run(scratch.batch, vectors);
  const std::size_t rows = scratch.batch.words.size();
  scratch.projections.resize(rows * kSlots * hidden_);
  slots_.apply(rows, scratch.batch.small.data(), encoder_.width(), scratch.projections.data(), kSlots * hidden_);
}

void Parser::choose_tags(const std::vector<std::vector<EncoderWord>>& sentences, ParserScratch& scratch,
                         std::vector<Parse>& out) const {
  const std::size_t rows = scratch.batch.words.size();
  scratch.tag_scores.resize(rows * tag_output_.outputs);
  tag_output_.apply(rows, scratch.batch.small.data(), encoder_.width(), scratch.tag_scores.data(), tag_output_.outputs);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t i = 0; i < sentences[s].size(); ++i) {
      float* scores = scratch.tag_scores.data() + (scratch.first_rows[s] + i) * tag_output_.outputs;
      kernels().axpy(1.0f, tag_bias_.data(), scores, tags_.size());
      out[s].tags.push_back(static_cast<std::uint16_t>(std::max_element(scores, scores + tags_.size()) - scores));
    }
  }
}

void Parser::score(ParserScratch& scratch) const {
  const Kernels& k = kernels();
  const std::size_t size = scratch.beam.size();
  scratch.hidden.resize(size * hidden_);
  scratch.small.resize(size * hidden_);
  scratch.scores.resize(size * output_.outputs);
  const float* rows[kSlots + kExtras];
  for (std::size_t i = 0; i < size; ++i) {
    const Hypothesis& hypothesis = scratch.beam[i];
    const float* projections = scratch.projections.data() + scratch.first_rows[hypothesis.sentence] * kSlots * hidden_;
    features(scratch.states[hypothesis.state], projections, rows);
    k.sum_relu(rows, kSlots + kExtras, bias_.data(), scratch.hidden.data() + i * hidden_, hidden_);
  }
  k.quantize(scratch.hidden.data(), Weights::kActivationScale, scratch.small.data(), scratch.small.size());
  output_.apply(size, scratch.small.data(), hidden_, scratch.scores.data(), output_.outputs);
  for (std::size_t i = 0; i < size; ++i) {
    float* scores = scratch.scores.data() + i * output_.outputs;
    k.axpy(1.0f, output_bias_.data(), scores, output_.outputs);
    restrict_moves(scratch.states[scratch.beam[i].state], scores);
  }
}

void Parser::restrict_moves(const ParserState& state, float* scores) const {
  const std::size_t labels = labels_.size();
  if (!state.allowed(Move::Shift)) scores[0] = kNever;
  for (const Move move : {Move::Left, Move::Right}) {
    float* attach = scores + move_of(move, 0);
    if (!state.allowed(move)) {
      std::fill_n(attach, labels, kNever);
      continue;
    }
    if (move == Move::Right && state.attaches_to_root()) {
      std::fill_n(attach, root_label_, kNever);
      std::fill(attach + root_label_ + 1, attach + labels, kNever);
      continue;
    }
    attach[root_label_] = kNever;
  }
}

void Parser::choose_steps(std::size_t begin, std::size_t end, ParserScratch& scratch) const {
  scratch.steps.clear();
  float least = kNever;
  for (std::size_t i = begin; i < end; ++i) {
    const float* scores = scratch.scores.data() + i * output_.outputs;
    const float top = kernels().greatest(scores, moves());
    // Steps of a single hypothesis compare by their scores; those of several by their probabilities.
    float whole = top;
    if (end - begin > 1) {
      float sum = 0;
      for (std::size_t index = 0; index < moves(); ++index) {
        if (scores[index] > top - kNegligible) sum += std::exp(scores[index] - top);
      }
      whole += std::log(sum);
    }
    const float offset = scratch.beam[i].score - whole;
    least = std::max(least, offset + top - kMargin);
    for (std::size_t index = 0; index < moves(); ++index) {
      if (!(scores[index] > kNever && scores[index] + offset >= least)) continue;
      const Move move = index == 0 ? Move::Shift : index <= labels_.size() ? Move::Left : Move::Right;
      const std::size_t label = index - move_of(move, 0);
      scratch.steps.push_back(
          {static_cast<std::uint32_t>(i), move, static_cast<std::uint16_t>(label), scores[index] + offset});
    }
  }
  // A bad model's scores may be no numbers; some move is taken even then.
  if (scratch.steps.empty()) {
    for_each_allowed(scratch.states[scratch.beam[begin].state], [&](std::size_t, Move move, std::size_t label) {
      scratch.steps.assign(1, {static_cast<std::uint32_t>(begin), move, static_cast<std::uint16_t>(label), 0});
    });
  }
  std::erase_if(scratch.steps, [&](const ParserScratch::Step& step) { return step.score < least; });
  std::sort(scratch.steps.begin(), scratch.steps.end(), [](const auto& a, const auto& b) {
    return std::tuple(-a.score, a.from, a.move, a.label) < std::tuple(-b.score, b.from, b.move, b.label);
  });
  if (scratch.steps.size() > kBeam) scratch.steps.erase(scratch.steps.begin() + kBeam, scratch.steps.end());
}

void Parser::take_steps(std::size_t begin, std::size_t end, ParserScratch& scratch) {
  for (std::size_t s = 0; s < scratch.steps.size(); ++s) {
    const ParserScratch::Step& step = scratch.steps[s];
    const Hypothesis& from = scratch.beam[step.from];
    const bool last = std::none_of(scratch.steps.begin() + static_cast<std::ptrdiff_t>(s) + 1, scratch.steps.end(),
                                   [&](const auto& later) { return later.from == step.from; });
    std::uint32_t to = from.state;
    if (!last) {
      if (scratch.spare.empty()) {
        scratch.spare.push_back(static_cast<std::uint32_t>(scratch.states.size()));
        scratch.states.emplace_back(0);
      }
      to = scratch.spare.back();
      scratch.spare.pop_back();
      scratch.states[to] = scratch.states[from.state];
    }
    scratch.states[to].apply(step.move, step.label);
    scratch.next.push_back({from.sentence, to, step.score});
  }
  for (std::size_t i = begin; i < end; ++i) {
    const bool followed =
        std::any_of(scratch.steps.begin(), scratch.steps.end(), [&](const auto& step) { return step.from == i; });
    if (!followed) scratch.spare.push_back(scratch.beam[i].state);
  }
}

void Parser::run(const std::vector<std::vector<EncoderWord>>& sentences, const WordVectors& vectors,
                 ParserScratch& scratch, std::vector<Parse>& out) const {
  out.assign(sentences.size(), {});
  encode(sentences, vectors, scratch);
  choose_tags(sentences, scratch, out);
  scratch.beam.clear();
  scratch.spare.clear();
  scratch.states.clear();
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (sentences[s].empty()) continue;
    const auto index = static_cast<std::uint32_t>(scratch.states.size());
    scratch.states.emplace_back(static_cast<std::int32_t>(sentences[s].size()));
    scratch.beam.push_back({static_cast<std::uint32_t>(s), index, 0});
  }
  // All sentences take a step at a time, so that the output layer is one matrix product.
  while (!scratch.beam.empty()) {
    score(scratch);
    scratch.next.clear();
    for (std::size_t begin = 0, end = 0; begin < scratch.beam.size(); begin = end) {
      const std::uint32_t sentence = scratch.beam[begin].sentence;
      while (end < scratch.beam.size() && scratch.beam[end].sentence == sentence) ++end;
      const std::size_t first = scratch.next.size();
      choose_steps(begin, end, scratch);
      take_steps(begin, end, scratch);
      // All hypotheses of a sentence end together: each word is shifted once and attached once.
      const ParserState& best = scratch.states[scratch.next[first].state];
      if (!best.finished()) continue;
      out[sentence].heads = best.heads();
      out[sentence].labels = best.labels();
      for (std::int32_t& head : out[sentence].heads) {
        if (head == best.size()) head = -1;
      }
      scratch.next.resize(first);
    }
    scratch.beam.swap(scratch.next);
  }
}

void Parser::compress() {
  encoder_.compress();
  slots_.compress();
  output_.compress();
  tag_output_.compress();
}

void Parser::prepare() {
  slots_.prepare();
  output_.prepare();
  tag_output_.prepare();
}

void Parser::write(ModelWriter& writer) const {
  writer.strings(labels_);
  writer.strings(tags_);
  encoder_.write(writer);
  writer.u32(static_cast<std::uint32_t>(hidden_));
  slots_.write(writer);
  writer.halves(absent_);
  writer.halves(extra_);
  writer.halves(bias_);
  output_.write(writer);
  writer.halves(output_bias_);
  tag_output_.write(writer);
  writer.halves(tag_bias_);
}

Parser Parser::read(ModelReader& reader) {
  Parser parser;
  parser.labels_ = reader.strings();
  parser.tags_ = reader.strings();
  parser.encoder_ = Encoder::read(reader);
  parser.hidden_ = reader.u32();
  parser.slots_ = Weights::read(reader);
  parser.absent_ = reader.halves();
  parser.extra_ = reader.halves();
  parser.bias_ = reader.halves();
  parser.output_ = Weights::read(reader);
  parser.output_bias_ = reader.halves();
  parser.tag_output_ = Weights::read(reader);
  parser.tag_bias_ = reader.halves();
  const auto root = std::find(parser.labels_.begin(), parser.labels_.end(), "root");
  const std::size_t hidden = parser.hidden_;
  const std::size_t width = parser.encoder_.width();
  const std::size_t extras =
      ParserState::kLabelSlots * (parser.labels_.size() + 1) + ParserState::kCounts * ParserState::kCountValues;
  if (root == parser.labels_.end() || parser.labels_.size() < 2 || parser.labels_.size() > 1000 ||
      parser.tags_.empty() || hidden == 0 || hidden > 1024 || hidden % kPanel != 0) {
    reader.fail("parser of an impossible size");
  }
  if (parser.slots_.inputs != width || parser.slots_.outputs != kSlots * hidden ||
      parser.absent_.size() != 2 * kSlots * hidden || parser.extra_.size() != extras * hidden ||
      parser.bias_.size() != hidden || parser.output_.inputs != hidden ||
      parser.output_.outputs != padded(parser.moves()) || parser.output_bias_.size() != parser.output_.outputs ||
      parser.tag_output_.inputs != width || parser.tag_output_.outputs != padded(parser.tags_.size()) ||
      parser.tag_bias_.size() != parser.tag_output_.outputs) {
    reader.fail("parser of inconsistent size");
  }
  parser.root_label_ = static_cast<std::size_t>(root - parser.labels_.begin());
  return parser;
}

}  // namespace triplewright::nlp
