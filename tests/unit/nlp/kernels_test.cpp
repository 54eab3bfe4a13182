#include "nlp/kernels.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "nlp/encoder.h"
#include "nlp/random.h"

namespace triplewright::nlp {
namespace {

std::vector<float> noise(std::size_t size, std::uint64_t seed) {
  Random random(seed);
  std::vector<float> values(size);
  for (float& v : values) v = 2 * random.uniform() - 1;
  return values;
}

std::vector<float> product(std::size_t m, std::size_t n, std::size_t k, const std::vector<float>& a,
                           const std::vector<float>& b) {
  std::vector<float> c(m * n);
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      for (std::size_t x = 0; x < k; ++x) c[i * n + j] += a[i * k + x] * b[x * n + j];
    }
  }
  return c;
}

class EveryKernel : public testing::TestWithParam<std::size_t> {
 protected:
  const Kernels& k_ = kernel_set(GetParam());
};

TEST_P(EveryKernel, MultipliesMatricesOfAnyHeight) {
  for (std::size_t m = 1; m <= 14; ++m) {
    const std::size_t n = 32;
    const std::size_t k = 18;
    const auto a = noise(m * k, m);
    const auto b = noise(k * n, 99);
    std::vector<float> packed(b.size());
    pack(k, n, b.data(), packed.data());
    std::vector<float> c(m * n, 7.0f);
    k_.gemm(m, n, k, a.data(), k, packed.data(), c.data(), n, false);
    const auto wanted = product(m, n, k, a, b);
    for (std::size_t i = 0; i < c.size(); ++i) ASSERT_NEAR(c[i], wanted[i], 1e-4) << m << " rows, at " << i;
    k_.gemm(m, n, k, a.data(), k, packed.data(), c.data(), n, true);
    for (std::size_t i = 0; i < c.size(); ++i) ASSERT_NEAR(c[i], 2 * wanted[i], 2e-4);
  }
}

TEST_P(EveryKernel, MultipliesIntegers) {
  const std::size_t n = 32;
  const std::size_t k = 6;
  for (std::size_t m = 1; m <= 19; ++m) {
    std::vector<std::int16_t> a(m * k);
    std::vector<std::int16_t> b(k * n);
    for (std::size_t i = 0; i < a.size(); ++i) a[i] = static_cast<std::int16_t>(i * 7919 % 2001) - 1000;
    for (std::size_t i = 0; i < b.size(); ++i) b[i] = static_cast<std::int16_t>(i * 104729 % 4001) - 2000;
    std::vector<std::int16_t> packed(b.size());
    pack_i16(k, n, b.data(), packed.data());
    const std::vector<float> scales(n, 0.5f);
    std::vector<float> c(m * n);
    std::vector<std::int32_t> sums(m * n);
    k_.products.gemm_i16(m, n, k, a.data(), k, packed.data(), scales.data(), c.data(), n);
    k_.products.gemm_i32(m, n, k, a.data(), k, packed.data(), k * kPanel, sums.data(), n);
    for (std::size_t i = 0; i < m; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        int sum = 0;
        for (std::size_t x = 0; x < k; ++x) sum += a[i * k + x] * b[x * n + j];
        ASSERT_EQ(c[i * n + j], static_cast<float>(sum) * 0.5f);
        ASSERT_EQ(sums[i * n + j], sum);
      }
    }
  }
}

TEST_P(EveryKernel, ReadsNothingBeyondTheLastRow) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  void* const memory = mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(memory, MAP_FAILED);
  ASSERT_EQ(mprotect(static_cast<char*>(memory) + page, page, PROT_NONE), 0);
  const std::size_t n = 16;
  const std::size_t k = 96;
  const std::vector<std::int16_t> packed(k * n, 2);
  const std::vector<float> scales(n, 0.5f);
  for (std::size_t m = 1; m <= 14; ++m) {  // the matrix ends where the memory does
    auto* const a = reinterpret_cast<std::int16_t*>(static_cast<char*>(memory) + page) - m * k;
    std::fill(a, a + m * k, std::int16_t{3});
    std::vector<float> c(m * n);
    k_.products.gemm_i16(m, n, k, a, k, packed.data(), scales.data(), c.data(), n);
    EXPECT_EQ(c.back(), 3.0f * static_cast<float>(k));
  }
  munmap(memory, 2 * page);
}

TEST_P(EveryKernel, RoundsAndCutsActivations) {
  const std::vector<float> x = {0, 0.004f, -0.004f, 1, -1, 31, 40, -40, 1e9f, -1e9f, 0.5f, 2, 3, 4, 5, 6, 7};
  std::vector<std::int16_t> out(x.size());
  k_.quantize(x.data(), 255.0f, out.data(), x.size());
  EXPECT_EQ(out[0], 0);
  EXPECT_EQ(out[1], 1);
  EXPECT_EQ(out[2], -1);
  EXPECT_EQ(out[3], 255);
  EXPECT_EQ(out[5], 7905);
  EXPECT_EQ(out[6], kMostActivation);
  EXPECT_EQ(out[7], -kMostActivation);
  EXPECT_EQ(out[9], -kMostActivation);
  EXPECT_EQ(out[16], 1785);
}

TEST_P(EveryKernel, GradientOfMaxoutNormAgreesWithDifferences) {
  const std::size_t n = 16;
  auto pre = noise(2 * n, 5);
  const auto gain = noise(n, 6);
  const auto bias = noise(n, 7);
  const auto weights = noise(n, 8);
  const auto value = [&] {
    std::vector<float> out(n);
    k_.maxout_norm(pre.data(), gain.data(), bias.data(), out.data(), n);
    return k_.dot(out.data(), weights.data(), n);
  };
  std::vector<float> gradient(2 * n);
  std::vector<float> d_gain(n);
  std::vector<float> d_bias(n);
  k_.maxout_norm_backward(pre.data(), gain.data(), weights.data(), gradient.data(), d_gain.data(), d_bias.data(), n);
  for (std::size_t i = 0; i < 2 * n; ++i) {
    const float before = pre[i];
    pre[i] = before + 1e-2f;
    const float above = value();
    pre[i] = before - 1e-2f;
    const float below = value();
    pre[i] = before;
    EXPECT_NEAR(gradient[i], (above - below) / 2e-2f, 2e-2) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Kernels, EveryKernel, testing::Range(std::size_t{0}, kernel_sets()));

TEST(Weights, InSixteenBitsAgreeWithThirtyTwo) {
  Weights weights;
  weights.resize(384, 32);
  weights.values = noise(384 * 32, 3);
  weights.prepare();
  weights.compress();
  auto a = noise(5 * 384, 4);
  for (float& x : a) x *= 5;
  std::vector<std::int16_t> small(a.size());
  kernels().quantize(a.data(), Weights::kActivationScale, small.data(), a.size());
  std::vector<float> exact(5 * 32);
  std::vector<float> close(5 * 32);
  weights.apply(5, a.data(), 384, exact.data(), 32);
  weights.apply(5, small.data(), 384, close.data(), 32);
  for (std::size_t i = 0; i < exact.size(); ++i) EXPECT_NEAR(exact[i], close[i], 0.15);
}

TEST(Weights, PartsAddUpToTheWholeToTheBit) {
  Weights weights;
  weights.resize(3 * 16, 32);
  weights.values = noise(3 * 16 * 32, 11);
  weights.compress();
  std::vector<std::int16_t> a(7 * 3 * 16);
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = static_cast<std::int16_t>(i * 7919 % 16001) - 8000;
  std::vector<float> whole(7 * 32);
  weights.apply(7, a.data(), 3 * 16, whole.data(), 32);
  std::vector<std::int32_t> parts(3 * 7 * 32);
  for (std::size_t p = 0; p < 3; ++p) {
    weights.apply_part(p * 16, 16, 7, a.data() + p * 16, 3 * 16, parts.data() + p * 7 * 32, 32);
  }
  for (std::size_t set = 0; set < kernel_sets(); ++set) {
    for (std::size_t r = 0; r < 7; ++r) {
      const std::int32_t* rows[3];
      for (std::size_t p = 0; p < 3; ++p) rows[p] = parts.data() + (p * 7 + r) * 32;
      std::vector<float> sum(32);
      kernel_set(set).sum_scaled(rows, 3, weights.scales.data(), sum.data(), 32);
      EXPECT_TRUE(std::equal(sum.begin(), sum.end(), whole.begin() + static_cast<std::ptrdiff_t>(r * 32)));
    }
  }
}

TEST(Weights, SumsStayInThirtyTwoBitsForTheLargestActivations) {
  Weights weights;
  weights.resize(1024, 16);
  weights.values.assign(1024 * 16, 3.0f);
  weights.compress();
  const std::vector<std::int16_t> most(1024, kMostActivation);
  std::vector<float> c(16);
  weights.apply(1, most.data(), 1024, c.data(), 16);
  const float wanted = 1024 * 3.0f * static_cast<float>(kMostActivation) / Weights::kActivationScale;
  for (float x : c) EXPECT_NEAR(x, wanted, wanted * 0.01f);
}

}  // namespace
}  // namespace triplewright::nlp
