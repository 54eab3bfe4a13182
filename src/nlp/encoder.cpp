#include "nlp/encoder.h"

#include <algorithm>
#include <atomic>
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
  kernels().products.gemm_i16(rows, outputs, inputs, a, lda, compressed.data(), scales.data(), c, ldc);
}

void Weights::apply_part(std::size_t first, std::size_t count, std::size_t rows, const std::int16_t* a, std::size_t lda,
                         std::int32_t* c, std::size_t ldc) const {
  kernels().products.gemm_i32(rows, outputs, count, a, lda, compressed.data() + first * kPanel, inputs * kPanel, c,
                              ldc);
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

void Encoder::fill_input(const EncoderWord& word, const WordVectors& vectors, float* out) const {
  for (std::size_t t = 0; t < EncoderWord::kTables; ++t) {
    const Embedding& table = tables_[t];
    if (table.width == 0) continue;
    const float* from = table.rows.data() + table.row(word.keys[t]) * table.width;
    out = std::copy(from, from + table.width, out);
  }
  std::fill_n(out, vector_width_, 0.0f);
  if (word.vector >= 0) vectors.add(word.vector, out);
}

namespace {
void shrink(const std::vector<float>& from, std::vector<std::int16_t>& to) {
  to.resize(from.size());
  kernels().quantize(from.data(), Weights::kActivationScale, to.data(), from.size());
}

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}
}  // namespace

template <class Take>
void Encoder::activate(const Layer& layer, std::size_t rows, Batch& batch, const Take& take) const {
  const Kernels& k = kernels();
  batch.hidden.resize(width_);
  for (std::size_t r = 0; r < rows; ++r) {
    float* pre = batch.pre.data() + r * 2 * width_;
    k.axpy(1.0f, layer.bias.data(), pre, 2 * width_);
    k.maxout_norm(pre, layer.gain.data(), layer.shift.data(), batch.hidden.data(), width_);
    take(r, batch.hidden.data());
  }
}

void Encoder::remember(Batch& batch, const WordVectors& vectors) const {
  const Layer& first = layers_.front();
  WordMemory& memory = batch.memory;
  memory.prepare(number_, batch.words.size(), width_);
  batch.places.clear();
  batch.input.clear();
  const std::size_t known = memory.size();
  for (const EncoderWord& word : batch.words) {
    const std::size_t before = memory.size();
    batch.places.push_back(memory.place(word));
    if (memory.size() == before) continue;
    batch.input.resize(batch.input.size() + first.weights.inputs);
    fill_input(word, vectors, batch.input.data() + batch.input.size() - first.weights.inputs);
  }
  const std::size_t added = memory.size() - known;
  shrink(batch.input, batch.small);
  first.weights.apply(added, batch.small.data(), first.weights.inputs, batch.pre.data(), 2 * width_);
  activate(first, added, batch,
           [&](std::size_t r, const float* values) { std::copy_n(values, width_, memory.first(known + r)); });
  if (layers_.size() == 1) return;
  batch.small.resize(added * width_);
  kernels().quantize(memory.first(known), Weights::kActivationScale, batch.small.data(), batch.small.size());
  for (std::size_t part = 0; part < 3; ++part) {
    layers_[1].weights.apply_part(part * width_, width_, added, batch.small.data(), width_,
                                  memory.parts(known) + part * 2 * width_, 6 * width_);
  }
}

void Encoder::add_parts(Batch& batch) const {
  const std::size_t size = 2 * width_;
  std::size_t begin = 0;
  for (const std::size_t end : batch.ends) {
    for (std::size_t r = begin; r < end; ++r) {
      const std::int32_t* parts[3];
      std::size_t count = 0;
      if (r > begin) parts[count++] = batch.memory.parts(batch.places[r - 1]);
      parts[count++] = batch.memory.parts(batch.places[r]) + size;
      if (r + 1 < end) parts[count++] = batch.memory.parts(batch.places[r + 1]) + 2 * size;
      kernels().sum_scaled(parts, count, layers_[1].weights.scales.data(), batch.pre.data() + r * size, size);
    }
    begin = end;
  }
}

void Encoder::run(Batch& batch, const WordVectors& vectors) const {
  const std::size_t rows = batch.words.size();
  batch.pre.resize(rows * 2 * width_);
  batch.output.resize(rows * width_);
  remember(batch, vectors);
  for (std::size_t r = 0; r < rows; ++r) {
    std::copy_n(batch.memory.first(batch.places[r]), width_, batch.output.data() + r * width_);
  }
  for (std::size_t l = 1; l < layers_.size(); ++l) {
    if (l == 1) {
      add_parts(batch);
    } else {
      shrink(batch.output, batch.small);
      lay_windows(batch, batch.small, width_, batch.windows);
      layers_[l].weights.apply(rows, batch.windows.data(), 3 * width_, batch.pre.data(), 2 * width_);
    }
    activate(layers_[l], rows, batch, [&](std::size_t r, const float* values) {
      kernels().axpy(1.0f, values, batch.output.data() + r * width_, width_);
    });
  }
  shrink(batch.output, batch.small);
}

void Encoder::compress() {
  for (Layer& layer : layers_) layer.weights.compress();
  number_ = next_number();
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
  encoder.number_ = next_number();
  return encoder;
}

}  // namespace triplewright::nlp
