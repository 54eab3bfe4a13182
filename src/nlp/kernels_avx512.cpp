// Compiled for AVX-512 with VNNI, which multiplies and adds 16-bit integers in one instruction: the products of
// integers alone, whose sums come out the same in any order. As in kernels_avx2.cpp, nothing else may be defined here.
#include "nlp/kernels.h"

#ifdef __AVX512VNNI__
#include <immintrin.h>

namespace triplewright::nlp {

namespace {
constexpr std::size_t kProductRows = 8;
#include "nlp/products.inc"
}  // namespace

extern const IntegerProducts kAvx512Products;
constexpr IntegerProducts kAvx512Products = {gemm_i16, gemm_i32};

}  // namespace triplewright::nlp
#endif
