// Compiled for AVX2 with FMA: nothing but the kernels may be defined here, since an inline function of some header,
// compiled so, could be the copy that the linker keeps for every processor.
#include "nlp/kernels.h"

#ifdef __AVX2__
#include <immintrin.h>

namespace triplewright::nlp {

namespace {
constexpr std::size_t kLanes = 8;
constexpr std::size_t kRows = 6;
constexpr std::size_t kProductRows = 3;  // a product needs a register before it is added; with more, moves
#include "nlp/kernels.inc"
#include "nlp/products.inc"
}  // namespace

extern const Kernels kAvx2Kernels;
constexpr Kernels kAvx2Kernels = {
    gemm, sum_scaled,           quantize, greatest, dot, axpy, axpy_i8, maxout_norm, sum_relu, maxout_norm_backward,
    adam, {gemm_i16, gemm_i32}, "avx2"};

}  // namespace triplewright::nlp
#endif
