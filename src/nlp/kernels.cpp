#include "nlp/kernels.h"

#ifdef __SSE2__
#include <immintrin.h>
#endif
#ifdef __aarch64__
#include <arm_neon.h>
#endif

namespace triplewright::nlp {

extern const Kernels kAvx2Kernels;             // kernels_avx2.cpp
extern const IntegerProducts kAvx512Products;  // kernels_avx512.cpp

namespace {

constexpr std::size_t kLanes = 4;
#ifdef __aarch64__
constexpr std::size_t kRows = 6;  // 32 vector registers
constexpr std::size_t kProductRows = 4;
#else
constexpr std::size_t kRows = 2;  // 16 vector registers
constexpr std::size_t kProductRows = 2;
#endif
#include "nlp/kernels.inc"
#include "nlp/products.inc"

constexpr Kernels kGeneric = {
    gemm, sum_scaled,           quantize, greatest, dot, axpy, axpy_i8, maxout_norm, sum_relu, maxout_norm_backward,
    adam, {gemm_i16, gemm_i32}, "generic"};

struct Sets {
  Kernels sets[3] = {kGeneric};
  std::size_t count = 1;

  Sets() {
#ifdef __x86_64__
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
    sets[count++] = kAvx2Kernels;
    if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512vnni")) return;
    sets[count] = kAvx2Kernels;  // all but integers, whose sums are the same in any order
    sets[count].products = kAvx512Products;
    sets[count++].name = "avx2, avx512vnni";
#endif
  }
};

const Sets& supported() {
  static const Sets found;
  return found;
}

}  // namespace

std::size_t kernel_sets() {
  return supported().count;
}

const Kernels& kernel_set(std::size_t at) {
  return supported().sets[at];
}

const Kernels& kernels() {
  static const Kernels& best = kernel_set(kernel_sets() - 1);
  return best;
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
