// The inner loops of the neural parts, in single precision and 16-bit integers: compiled for AVX2 with FMA, in part for
// AVX-512, and for the compiler's default target, chosen once at run time. Row-major; every row width is a multiple of
// kPanel. Stateless; thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>

namespace triplewright::nlp {

/// Columns of a panel of a packed matrix.
inline constexpr std::size_t kPanel = 16;
[[nodiscard]] constexpr std::size_t padded(std::size_t n) {
  return (n + kPanel - 1) / kPanel * kPanel;
}

struct IntegerProducts {
  /// C (m x n) = A (m x k) B of 16-bit integers, each column of the product times its scale. B is packed by
  /// `pack_i16`; k is even. The caller sees to it that no sum leaves 32 bits.
  void (*gemm_i16)(std::size_t m, std::size_t n, std::size_t k, const std::int16_t* a, std::size_t lda,
                   const std::int16_t* packed_b, const float* scales, float* c, std::size_t ldc);
  /// C (m x n) = A (m x k) B of 16-bit integers, k even; `panel` integers lie between the beginnings of B's panels.
  void (*gemm_i32)(std::size_t m, std::size_t n, std::size_t k, const std::int16_t* a, std::size_t lda,
                   const std::int16_t* packed_b, std::size_t panel, std::int32_t* c, std::size_t ldc);
};

struct Kernels {
  /// C (m x n) = A (m x k) B, or C += when `accumulate`. B is packed: panels of kPanel columns, each k x kPanel.
  void (*gemm)(std::size_t m, std::size_t n, std::size_t k, const float* a, std::size_t lda, const float* packed_b,
               float* c, std::size_t ldc, bool accumulate);
  /// out = scales * sum of rows, for `count` rows of n integers, whose sums are within 32 bits.
  void (*sum_scaled)(const std::int32_t* const* rows, std::size_t count, const float* scales, float* out,
                     std::size_t n);
  /// out = round(scale * x), cut to +-kMostActivation.
  void (*quantize)(const float* x, float scale, std::int16_t* out, std::size_t n);
  /// The greatest of n floats, n at least 1.
  float (*greatest)(const float* x, std::size_t n);
  float (*dot)(const float* x, const float* y, std::size_t n);
  /// y += a x
  void (*axpy)(float a, const float* x, float* y, std::size_t n);
  /// out += scale * x, of 8-bit integers
  void (*axpy_i8)(float scale, const std::int8_t* x, float* out, std::size_t n);
  /// out[j] = max(pre[j], pre[n + j]) then normalized to mean 0, variance 1, times gain, plus bias (layer norm).
  void (*maxout_norm)(const float* pre, const float* gain, const float* bias, float* out, std::size_t n);
  /// out = max(0, sum of rows), for `count` rows of n floats and a bias.
  void (*sum_relu)(const float* const* rows, std::size_t count, const float* bias, float* out, std::size_t n);
  /// Gradients of maxout_norm: fills `dpre` (2n) from `dout` (n) and adds to `dgain`, `dbias`.
  void (*maxout_norm_backward)(const float* pre, const float* gain, const float* dout, float* dpre, float* dgain,
                               float* dbias, std::size_t n);
  /// One step of Adam (Kingma and Ba 2015); `rate` holds the bias correction.
  void (*adam)(float* value, const float* gradient, float* mean, float* square, std::size_t n, float rate);
  IntegerProducts products;
  const char* name;
};

inline constexpr int kMostActivation = 8191;

/// The best set for this processor.
[[nodiscard]] const Kernels& kernels();
/// How many sets it can run, and each of them: from the one that every processor has to the best.
[[nodiscard]] std::size_t kernel_sets();
[[nodiscard]] const Kernels& kernel_set(std::size_t at);

/// Packs a row-major k x n matrix (n a multiple of kPanel) for `gemm`.
void pack(std::size_t k, std::size_t n, const float* b, float* packed);
/// Packs for `gemm_i16`: panels of kPanel columns, and in them pairs of rows.
void pack_i16(std::size_t k, std::size_t n, const std::int16_t* b, std::int16_t* packed);
/// Packs the transpose of a row-major n x k matrix.
void pack_transposed(std::size_t k, std::size_t n, const float* b, float* packed);

}  // namespace triplewright::nlp
