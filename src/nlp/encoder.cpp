#include "nlp/encoder.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "nlp/kernels.h"

namespace triplewright::nlp {

void Weights::resize(std::size_t in, std::size_t out) {
  inputs = in;
  outputs = out;
  values.assign(in * out, 0.0f);
}

void Weights::prepare() {
  packed.resize(values.size());
  pack(inputs, outputs, values.data(), packed.data());
}

void Weights::apply(std::size_t rows, const float* a, std::size_t lda, float* c, std::size_t ldc) const {
  kernels().gemm(rows, outputs, inputs, a, lda, packed.data(), c, ldc, false);
}

void Weights::compress() {
  std::vector<std::int16_t> rounded(values.size());
  scales.assign(outputs, 0.0f);
  for (std::size_t j = 0; j < outputs; ++j) {
    float sum = 1e-9f;
    float most = 1e-9f;
    for (std::size_t i = 0; i < inputs; ++i) {
      sum += std::abs(values[i * outputs + j]);
      most = std::max(most, std::abs(values[i * outputs + j]));
    }
    // No sum of products may leave 32 bits, whatever the activations.
    const float bound = (2147000000.0f / static_cast<float>(kMostActivation) - static_cast<float>(inputs)) / sum;
    const float scale = std::min(bound, 32000.0f / most);
    for (std::size_t i = 0; i < inputs; ++i) {
      rounded[i * outputs + j] = static_cast<std::int16_t>(std::lround(values[i * outputs + j] * scale));
    }
    scales[j] = 1.0f / (scale * kActivationScale);
  }
  compressed.resize(values.size());
  pack_i16(inputs, outputs, rounded.data(), compressed.data());
}

void Weights::apply(std::size_t rows, const std::int16_t* a, std::size_t lda, float* c, std::size_t ldc) const {
  kernels().gemm_i16(rows, outputs, inputs, a, lda, compressed.data(), scales.data(), c, ldc);
}

void Weights::write(ModelWriter& writer) const {
  writer.u32(static_cast<std::uint32_t>(inputs));
  writer.u32(static_cast<std::uint32_t>(outputs));
  writer.halves(values);
}

Weights Weights::read(ModelReader& reader) {
  Weights weights;
  weights.inputs = reader.u32();
  weights.outputs = reader.u32();
  weights.values = reader.halves();
  if (weights.inputs == 0 || weights.inputs % 2 != 0 || weights.inputs > 8192 || weights.outputs == 0 ||
      weights.outputs > 8192 || weights.outputs % kPanel != 0 ||
      weights.values.size() != weights.inputs * weights.outputs) {
    reader.fail("weights of inconsistent size");
  }
  weights.prepare();
  weights.compress();
  return weights;
}

void Embedding::index() {
  slots_.assign(std::bit_ceil(keys.size() * 2 + 1), 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::size_t at = keys[i] & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

std::uint32_t Embedding::row(Feature key) const {
  for (std::size_t at = key & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (keys[slots_[at] - 1] == key) return slots_[at];
  }
  return 0;
}

void Embedding::write(ModelWriter& writer) const {
  writer.u32(static_cast<std::uint32_t>(width));
  writer.u32s(keys);
  writer.halves(rows);
}

Embedding Embedding::read(ModelReader& reader) {
  Embedding table;
  table.width = reader.u32();
  table.keys = reader.u32s();
  table.rows = reader.halves();
  if (table.width > 1024 || table.rows.size() != (table.keys.size() + 1) * table.width) {
    reader.fail("embedding of inconsistent size");
  }
  table.index();
  return table;
}

EncoderWord::EncoderWord(const WordForm& word, std::uint64_t tag, std::uint64_t flag) : vector(word.vector) {
  const auto longest = [](const std::uint64_t(&parts)[4], std::size_t at) {
    while (at > 0 && parts[at] == 0) --at;
    return parts[at];
  };
  keys[Form] = feature(Form, word.lower);
  keys[Suffix3] = feature(Suffix3, longest(word.suffixes, 2));
  keys[Suffix2] = feature(Suffix2, longest(word.suffixes, 1));
  keys[Prefix3] = feature(Prefix3, longest(word.prefixes, 2));
  keys[Shape] = feature(Shape, word.shape);
  keys[Tag] = feature(Tag, tag);
  keys[Flag] = feature(Flag, flag);
}

void Encoder::Batch::clear() {
  words.clear();
  ends.clear();
}

std::size_t Encoder::Batch::add(const std::vector<EncoderWord>& sentence) {
  const std::size_t first = words.size();
  words.insert(words.end(), sentence.begin(), sentence.end());
  ends.push_back(words.size());
  return first;
}

void Encoder::fill_input(Batch& batch, const WordVectors& vectors) const {
  const std::size_t inputs = layers_.front().weights.inputs;
  batch.input.resize(batch.words.size() * inputs);
  for (std::size_t r = 0; r < batch.words.size(); ++r) {
    const EncoderWord& word = batch.words[r];
    float* out = batch.input.data() + r * inputs;
    for (std::size_t t = 0; t < EncoderWord::kTables; ++t) {
      const Embedding& table = tables_[t];
      if (table.width == 0) continue;
      const float* from = table.rows.data() + table.row(word.keys[t]) * table.width;
      std::copy(from, from + table.width, out);
      out += table.width;
    }
    std::fill_n(out, vector_width_, 0.0f);
    if (word.vector >= 0) vectors.add(word.vector, out);
  }
}

namespace {
void shrink(const std::vector<float>& from, std::vector<std::int16_t>& to) {
  to.resize(from.size());
  kernels().quantize(from.data(), Weights::kActivationScale, to.data(), from.size());
}
}  // namespace

void Encoder::run(Batch& batch, const WordVectors& vectors) const {
  const Kernels& k = kernels();
  const std::size_t rows = batch.words.size();
  fill_input(batch, vectors);
  batch.pre.resize(rows * 2 * width_);
  batch.hidden.resize(width_);
  batch.output.resize(rows * width_);
  shrink(batch.input, batch.small);
  for (const Layer& layer : layers_) {
    const bool first = &layer == &layers_.front();
    if (!first) lay_windows(batch, batch.small, width_, batch.windows);
    const std::vector<std::int16_t>& in = first ? batch.small : batch.windows;
    layer.weights.apply(rows, in.data(), layer.weights.inputs, batch.pre.data(), 2 * width_);
    for (std::size_t r = 0; r < rows; ++r) {
      float* pre = batch.pre.data() + r * 2 * width_;
      k.axpy(1.0f, layer.bias.data(), pre, 2 * width_);
      float* out = batch.output.data() + r * width_;
      k.maxout_norm(pre, layer.gain.data(), layer.shift.data(), first ? out : batch.hidden.data(), width_);
      if (!first) k.axpy(1.0f, batch.hidden.data(), out, width_);
    }
    shrink(batch.output, batch.small);
  }
}

void Encoder::compress() {
  for (Layer& layer : layers_) layer.weights.compress();
}

void Encoder::prepare() {
  for (Layer& layer : layers_) layer.weights.prepare();
}

void Encoder::write(ModelWriter& writer) const {
  writer.u32(static_cast<std::uint32_t>(width_));
  writer.u32(static_cast<std::uint32_t>(vector_width_));
  for (const Embedding& table : tables_) table.write(writer);
  writer.u32(static_cast<std::uint32_t>(layers_.size()));
  for (const Layer& layer : layers_) {
    layer.weights.write(writer);
    writer.halves(layer.bias);
    writer.halves(layer.gain);
    writer.halves(layer.shift);
  }
}

Encoder Encoder::read(ModelReader& reader) {
  Encoder encoder;
  encoder.width_ = reader.u32();
  encoder.vector_width_ = reader.u32();
  std::size_t inputs = encoder.vector_width_;
  for (Embedding& table : encoder.tables_) {
    table = Embedding::read(reader);
    inputs += table.width;
  }
  const std::uint32_t layers = reader.u32();
  const std::size_t width = encoder.width_;
  if (width == 0 || width > kMaxWidth || width % kPanel != 0 || layers == 0 || layers > 16) {
    reader.fail("encoder of an impossible size");
  }
  for (std::uint32_t l = 0; l < layers; ++l) {
    Layer& layer = encoder.layers_.emplace_back();
    layer.weights = Weights::read(reader);
    layer.bias = reader.halves();
    layer.gain = reader.halves();
    layer.shift = reader.halves();
    if (layer.weights.inputs != (l == 0 ? inputs : 3 * width) || layer.weights.outputs != 2 * width ||
        layer.bias.size() != 2 * width || layer.gain.size() != width || layer.shift.size() != width) {
      reader.fail("encoder of inconsistent size");
    }
  }
  return encoder;
}

}  // namespace triplewright::nlp
