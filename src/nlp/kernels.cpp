#include "nlp/kernels.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#ifdef __aarch64__
#include <arm_neon.h>
#endif

namespace triplewright::nlp {

extern const Kernels kAvx2Kernels;  // kernels_avx2.cpp

namespace {

constexpr std::size_t kLanes = 4;
#ifdef __aarch64__
constexpr std::size_t kRows = 6;  // 32 vector registers
#else
constexpr std::size_t kRows = 2;  // 16 vector registers
#endif
#include "nlp/kernels.inc"

constexpr Kernels kGeneric = {gemm, gemm_i16, quantize,    greatest, dot,
                              axpy, axpy_i8,  maxout_norm, sum_relu, maxout_norm_backward,
                              adam, "generic"};

const Kernels& choose() {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return kAvx2Kernels;
#endif
  return kGeneric;
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

const Kernels& generic_kernels() {
  return kGeneric;
}

void pack(std::size_t k, std::size_t n, const float* b, float* packed) {
  for (std::size_t j = 0; j < n; j += kPanel) {
    for (std::size_t i = 0; i < k; ++i) {
      for (std::size_t c = 0; c < kPanel; ++c) *packed++ = b[i * n + j + c];
    }
  }
}

void pack_i16(std::size_t k, std::size_t n, const std::int16_t* b, std::int16_t* packed) {
  for (std::size_t j = 0; j < n; j += kPanel) {
    for (std::size_t i = 0; i < k; i += 2) {
      for (std::size_t c = 0; c < kPanel; ++c) {
        *packed++ = b[i * n + j + c];
        *packed++ = b[(i + 1) * n + j + c];
      }
    }
  }
}

void pack_transposed(std::size_t k, std::size_t n, const float* b, float* packed) {
  for (std::size_t j = 0; j < n; j += kPanel) {
    for (std::size_t c = 0; c < kPanel; ++c) {
      for (std::size_t i = 0; i < k; ++i) packed[i * kPanel + c] = b[(j + c) * k + i];
    }
    packed += k * kPanel;
  }
}

}  // namespace triplewright::nlp
