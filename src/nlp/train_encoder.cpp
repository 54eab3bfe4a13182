#include "nlp/train_encoder.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "nlp/kernels.h"

namespace triplewright::nlp {

Parameter::Parameter(std::vector<float>& values, std::size_t width, bool sparse)
    : values_(&values),
      width_(width),
      sparse_(sparse),
      gradient_(values.size()),
      mean_(values.size()),
      square_(values.size()),
      touched_(sparse ? values.size() / width : 0) {}

float* Parameter::gradient_row(std::size_t row) {
  if (sparse_ && !touched_[row]) {
    touched_[row] = true;
    rows_.push_back(static_cast<std::uint32_t>(row));
  }
  return gradient_.data() + row * width_;
}

double Parameter::squared_norm() const {
  double sum = 0;
  const auto add = [&](std::size_t begin, std::size_t size) {
    sum += kernels().dot(gradient_.data() + begin, gradient_.data() + begin, size);
  };
  if (!sparse_) {
    add(0, gradient_.size());
  } else {
    for (std::uint32_t row : rows_) add(row * width_, width_);
  }
  return sum;
}

void Parameter::update(float rate, float scale) {
  const auto step = [&](std::size_t begin, std::size_t size) {
    if (scale != 1.0f) {
      for (std::size_t i = begin; i < begin + size; ++i) gradient_[i] *= scale;
    }
    kernels().adam(values_->data() + begin, gradient_.data() + begin, mean_.data() + begin, square_.data() + begin,
                   size, rate);
    std::fill_n(gradient_.begin() + static_cast<std::ptrdiff_t>(begin), size, 0.0f);
  };
  if (!sparse_) return step(0, gradient_.size());
  for (std::uint32_t row : rows_) {
    step(row * width_, width_);
    touched_[row] = false;
  }
  rows_.clear();
}

void Parameter::remember() {
  sum_.resize(values_->size());
  kernels().axpy(1.0f, values_->data(), sum_.data(), sum_.size());
}

void Parameter::average(std::size_t times) {
  for (std::size_t i = 0; i < sum_.size(); ++i) (*values_)[i] = sum_[i] / static_cast<float>(times);
}

void Optimizer::remember() {
  ++remembered_;
  for (Parameter& p : parameters_) p.remember();
}

void Optimizer::average() {
  for (Parameter& p : parameters_) p.average(remembered_);
}

Parameter& Optimizer::add(std::vector<float>& values, std::size_t width, bool sparse) {
  return parameters_.emplace_back(values, width, sparse);
}

void Optimizer::step(float rate) {
  ++steps_;
  double norm = 0;
  for (const Parameter& p : parameters_) norm += p.squared_norm();
  norm = std::sqrt(norm);
  const float scale = norm > 5 ? static_cast<float>(5 / norm) : 1.0f;
  const double t = static_cast<double>(steps_);
  const double corrected = rate * std::sqrt(1 - std::pow(0.999, t)) / (1 - std::pow(0.9, t));
  for (Parameter& p : parameters_) p.update(static_cast<float>(corrected), scale);
}

void randomize(Weights& weights, Random& random) {
  const float bound = std::sqrt(6.0f / static_cast<float>(weights.inputs + weights.outputs));
  for (float& w : weights.values) w = (2 * random.uniform() - 1) * bound;
}

void add_outer(std::size_t rows, std::size_t m, std::size_t n, const float* a, std::size_t lda, const float* b,
               float* out, std::vector<float>& transposed, std::vector<float>& packed) {
  transposed.resize(m * rows);
  constexpr std::size_t kBlock = 16;
  for (std::size_t r0 = 0; r0 < rows; r0 += kBlock) {
    for (std::size_t i = 0; i < m; ++i) {
      for (std::size_t r = r0; r < std::min(rows, r0 + kBlock); ++r) transposed[i * rows + r] = a[r * lda + i];
    }
  }
  packed.resize(rows * n);
  pack(rows, n, b, packed.data());
  kernels().gemm(m, n, rows, transposed.data(), rows, packed.data(), out, n, true);
}

EncoderTrainer::EncoderTrainer(Encoder& encoder, const std::vector<std::vector<EncoderWord>>& sentences,
                               const WordVectors& vectors, const EncoderShape& shape, Optimizer& optimizer,
                               Random& random)
    : encoder_(encoder), vectors_(vectors), shape_(shape), random_(random) {
  const std::size_t widths[EncoderWord::kTables] = {64, 24, 24, 16, 16, 32, shape.flag_width};
  const std::uint32_t least[EncoderWord::kTables] = {2, 3, 3, 3, 3, 1, 1};
  encoder.width_ = shape.width;
  encoder.vector_width_ = vectors.dimensions();
  std::size_t inputs = vectors.dimensions();
  for (std::size_t t = 0; t < EncoderWord::kTables; ++t) {
    lay_out_table(t, widths[t], least[t] * shape.rarity, sentences);
    inputs += widths[t];
    if (widths[t] > 0) tables_[t] = &optimizer.add(encoder.tables_[t].rows, widths[t], true);
  }
  encoder.layers_.resize(shape.layers + 1);
  for (std::size_t l = 0; l < encoder.layers_.size(); ++l) {
    Encoder::Layer& layer = encoder.layers_[l];
    layer.weights.resize(l == 0 ? inputs : 3 * shape.width, 2 * shape.width);
    randomize(layer.weights, random);
    layer.bias.assign(2 * shape.width, 0.0f);
    layer.gain.assign(shape.width, 1.0f);
    layer.shift.assign(shape.width, 0.0f);
    layers_.push_back({&optimizer.add(layer.weights.values, 2 * shape.width),
                       &optimizer.add(layer.bias, 2 * shape.width), &optimizer.add(layer.gain, shape.width),
                       &optimizer.add(layer.shift, shape.width)});
  }
  pre_.resize(encoder.layers_.size());
  in_.resize(encoder.layers_.size());
}

void EncoderTrainer::lay_out_table(std::size_t table, std::size_t width, std::uint32_t least,
                                   const std::vector<std::vector<EncoderWord>>& sentences) {
  std::map<Feature, std::uint32_t> counts;
  for (const auto& sentence : sentences) {
    for (const EncoderWord& word : sentence) ++counts[word.keys[table]];
  }
  Embedding& embedding = encoder_.tables_[table];
  embedding.width = width;
  counts_[table].assign(1, 0);
  for (const auto& [key, count] : counts) {
    if (count < least || width == 0) continue;
    embedding.keys.push_back(key);
    counts_[table].push_back(count);
  }
  embedding.rows.resize((embedding.keys.size() + 1) * width);
  for (float& x : embedding.rows) x = (2 * random_.uniform() - 1) * 0.5f;
  embedding.index();
}

void EncoderTrainer::forward(Encoder::Batch& batch) {
  const Kernels& k = kernels();
  const std::size_t width = shape_.width;
  const std::size_t rows = batch.words.size();
  const std::size_t inputs = encoder_.layers_.front().weights.inputs;
  encoder_.prepare();
  rows_.resize(batch.words.size());
  in_[0].assign(rows * inputs, 0.0f);
  mask_.resize(rows * inputs);
  const float keep = 1.0f - shape_.input_dropout;
  for (float& m : mask_) m = random_.uniform() < keep ? 1.0f / keep : 0.0f;
  for (std::size_t r = 0; r < rows; ++r) {
    const EncoderWord& word = batch.words[r];
    float* out = in_[0].data() + r * inputs;
    for (std::size_t t = 0; t < EncoderWord::kTables; ++t) {
      const Embedding& table = encoder_.tables_[t];
      if (table.width == 0) continue;
      std::uint32_t row = table.row(word.keys[t]);
      // Rare words are now and then unknown, so that the unknown word is learned.
      if (t == EncoderWord::Form && random_.uniform() < 0.25f / (0.25f + static_cast<float>(counts_[t][row]))) row = 0;
      rows_[r][t] = row;
      const float* from = table.rows.data() + row * table.width;
      std::copy(from, from + table.width, out);
      out += table.width;
    }
    if (word.vector >= 0) vectors_.add(word.vector, out);
  }
  for (std::size_t i = 0; i < in_[0].size(); ++i) in_[0][i] *= mask_[i];
  batch.output.assign(rows * width, 0.0f);
  std::vector<float> added(width);
  for (std::size_t l = 0; l < encoder_.layers_.size(); ++l) {
    const Encoder::Layer& layer = encoder_.layers_[l];
    if (l > 0) Encoder::lay_windows(batch, batch.output, width, in_[l]);
    pre_[l].resize(rows * 2 * width);
    layer.weights.apply(rows, in_[l].data(), layer.weights.inputs, pre_[l].data(), 2 * width);
    for (std::size_t r = 0; r < rows; ++r) {
      float* pre = pre_[l].data() + r * 2 * width;
      k.axpy(1.0f, layer.bias.data(), pre, 2 * width);
      k.maxout_norm(pre, layer.gain.data(), layer.shift.data(), added.data(), width);
      k.axpy(1.0f, added.data(), batch.output.data() + r * width, width);
    }
  }
}

void EncoderTrainer::backward(const Encoder::Batch& batch, std::vector<float>& doutput) {
  const Kernels& k = kernels();
  const std::size_t width = shape_.width;
  const std::size_t rows = batch.words.size();
  for (std::size_t l = encoder_.layers_.size(); l-- > 0;) {
    const Encoder::Layer& layer = encoder_.layers_[l];
    LayerGradients& gradients = layers_[l];
    const std::size_t inputs = layer.weights.inputs;
    dpre_.resize(rows * 2 * width);
    for (std::size_t r = 0; r < rows; ++r) {
      float* dpre = dpre_.data() + r * 2 * width;
      k.maxout_norm_backward(pre_[l].data() + r * 2 * width, layer.gain.data(), doutput.data() + r * width, dpre,
                             gradients.gain->gradient(), gradients.shift->gradient(), width);
      k.axpy(1.0f, dpre, gradients.bias->gradient(), 2 * width);
    }
    add_outer(rows, inputs, 2 * width, in_[l].data(), inputs, dpre_.data(), gradients.weights->gradient(), transposed_,
              packed_);
    packed_.resize(inputs * 2 * width);
    pack_transposed(2 * width, inputs, layer.weights.values.data(), packed_.data());
    dinput_.resize(rows * inputs);
    k.gemm(rows, inputs, 2 * width, dpre_.data(), 2 * width, packed_.data(), dinput_.data(), inputs, false);
    if (l > 0) {
      // The residual connection passes the gradient on; a window adds to its three words.
      std::size_t begin = 0;
      for (const std::size_t end : batch.ends) {
        for (std::size_t r = begin; r < end; ++r) {
          const float* from = dinput_.data() + r * inputs;
          float* to = doutput.data() + r * width;
          if (r > begin) k.axpy(1.0f, from, to - width, width);
          k.axpy(1.0f, from + width, to, width);
          if (r + 1 < end) k.axpy(1.0f, from + 2 * width, to + width, width);
        }
        begin = end;
      }
      continue;
    }
    for (std::size_t r = 0; r < rows; ++r) {
      float* from = dinput_.data() + r * inputs;
      const float* mask = mask_.data() + r * inputs;
      for (std::size_t i = 0; i < inputs; ++i) from[i] *= mask[i];
      const auto& table_rows = rows_[r];
      for (std::size_t t = 0; t < EncoderWord::kTables; ++t) {
        if (tables_[t] == nullptr) continue;
        const std::size_t table_width = encoder_.tables_[t].width;
        k.axpy(1.0f, from, tables_[t]->gradient_row(table_rows[t]), table_width);
        from += table_width;
      }
    }
  }
}

}  // namespace triplewright::nlp
