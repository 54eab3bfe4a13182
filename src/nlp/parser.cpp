#include "nlp/parser.h"

#include <algorithm>

#include "nlp/kernels.h"

namespace triplewright::nlp {

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

void Parser::run(const std::vector<std::vector<EncoderWord>>& sentences, const WordVectors& vectors,
                 ParserScratch& scratch, std::vector<Parse>& out) const {
  const Kernels& k = kernels();
  out.assign(sentences.size(), {});
  scratch.batch.clear();
  scratch.first_rows.clear();
  scratch.states.clear();
  for (const auto& sentence : sentences) {
    scratch.first_rows.push_back(scratch.batch.add(sentence));
    scratch.states.emplace_back(static_cast<std::int32_t>(sentence.size()));
  }
  encoder_.run(scratch.batch, vectors);
  const std::size_t rows = scratch.batch.words.size();
  const std::size_t width = encoder_.width();

  scratch.tag_scores.resize(rows * tag_output_.outputs);
  tag_output_.apply(rows, scratch.batch.small.data(), width, scratch.tag_scores.data(), tag_output_.outputs);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t i = 0; i < sentences[s].size(); ++i) {
      float* scores = scratch.tag_scores.data() + (scratch.first_rows[s] + i) * tag_output_.outputs;
      k.axpy(1.0f, tag_bias_.data(), scores, tags_.size());
      out[s].tags.push_back(static_cast<std::uint16_t>(std::max_element(scores, scores + tags_.size()) - scores));
    }
  }

  scratch.projections.resize(rows * kSlots * hidden_);
  slots_.apply(rows, scratch.batch.small.data(), width, scratch.projections.data(), kSlots * hidden_);
  std::vector<std::size_t> active;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (!sentences[s].empty()) active.push_back(s);
  }
  // All sentences take a step at a time, so that the output layer is one matrix product.
  const float* features_rows[kSlots + kExtras];
  while (!active.empty()) {
    scratch.hidden.resize(active.size() * hidden_);
    scratch.scores.resize(active.size() * output_.outputs);
    for (std::size_t a = 0; a < active.size(); ++a) {
      const std::size_t s = active[a];
      features(scratch.states[s], scratch.projections.data() + scratch.first_rows[s] * kSlots * hidden_, features_rows);
      k.sum_relu(features_rows, kSlots + kExtras, bias_.data(), scratch.hidden.data() + a * hidden_, hidden_);
    }
    scratch.small.resize(scratch.hidden.size());
    k.quantize(scratch.hidden.data(), Weights::kActivationScale, scratch.small.data(), scratch.small.size());
    output_.apply(active.size(), scratch.small.data(), hidden_, scratch.scores.data(), output_.outputs);
    std::size_t kept = 0;
    for (std::size_t a = 0; a < active.size(); ++a) {
      ParserState& state = scratch.states[active[a]];
      const float* scores = scratch.scores.data() + a * output_.outputs;
      float best = -1e30f;
      Move move = Move::Shift;
      std::size_t label = 0;
      for_each_allowed(state, [&](std::size_t index, Move m, std::size_t l) {
        const float score = scores[index] + output_bias_[index];
        if (!(score <= best)) {  // so that some move is chosen even when a bad model's scores are no numbers
          best = score;
          move = m;
          label = l;
        }
      });
      state.apply(move, static_cast<std::uint16_t>(label));
      if (!state.finished()) active[kept++] = active[a];
    }
    active.resize(kept);
  }
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    out[s].heads = scratch.states[s].heads();
    out[s].labels = scratch.states[s].labels();
    for (std::int32_t& head : out[s].heads) {
      if (head == scratch.states[s].size()) head = -1;
    }
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
