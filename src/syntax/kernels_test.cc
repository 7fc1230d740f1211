// Two ways must agree: the AVX2 kernels and the portable ones give the same bits, for any number of
// rows, and rows do not depend on their neighbours.

#include "src/syntax/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace averment {
namespace {

FloatBuffer Random(size_t n, uint32_t seed) {
  std::mt19937 bits(seed);
  FloatBuffer values(n);
  for (float& v : values) v = float(bits()) / float(1u << 31) - 1.0f;
  return values;
}

std::vector<int> InOrder(size_t n) {
  std::vector<int> order(n);
  for (size_t i = 0; i < n; ++i) order[i] = int(i);
  return order;
}

bool SameBits(const FloatBuffer& a, const FloatBuffer& b) {
  if (a.size() != b.size()) return false;
  return a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

std::vector<const float*> RowsOf(const FloatBuffer& values, size_t n, size_t depth) {
  std::vector<const float*> rows(n);
  for (size_t i = 0; i < n; ++i) rows[i] = values.data() + i * depth;
  return rows;
}

class KernelsTest : public testing::Test {
 protected:
  void SetUp() override {
    fast_ = Avx2Kernels();
    if (fast_ == nullptr) GTEST_SKIP() << "this processor has no AVX2 and FMA";
  }
  const Kernels& plain_ = PortableKernels();
  const Kernels* fast_ = nullptr;
};

TEST_F(KernelsTest, DenseAndMaxoutGiveTheSameBits) {
  for (size_t depth : {1, 64, 96, 288, 672}) {
    const FloatBuffer weights = Random(288 * depth, 1), bias = Random(288, 2);
    const Panels dense = Panels::Pack(weights.data(), bias.data(), depth, InOrder(288));
    const Panels maxout = PackMaxout(weights.data(), bias.data(), 96, depth);
    for (size_t n : {0, 1, 2, 3, 4, 5, 7, 8, 33}) {
      const FloatBuffer input = Random(n * depth, uint32_t(n));
      const auto rows = RowsOf(input, n, depth);
      FloatBuffer a(n * 288), b(n * 288), c(n * 96), d(n * 96);
      plain_.dense(rows.data(), n, dense, a.data());
      fast_->dense(rows.data(), n, dense, b.data());
      plain_.maxout(rows.data(), n, maxout, c.data());
      fast_->maxout(rows.data(), n, maxout, d.data());
      EXPECT_TRUE(SameBits(a, b)) << depth << " x " << n;
      EXPECT_TRUE(SameBits(c, d)) << depth << " x " << n;
      for (size_t i = 0; i < n; ++i) {
        FloatBuffer alone(288);
        fast_->dense(rows.data() + i, 1, dense, alone.data());
        EXPECT_EQ(0, std::memcmp(alone.data(), b.data() + i * 288, 288 * sizeof(float)));
      }
    }
  }
}

TEST_F(KernelsTest, DenseIsTheProduct) {
  const FloatBuffer weights = Random(24 * 10, 3), bias = Random(24, 4), input = Random(10, 5);
  const Panels packed = Panels::Pack(weights.data(), bias.data(), 10, InOrder(24));
  FloatBuffer out(24);
  const float* row = input.data();
  fast_->dense(&row, 1, packed, out.data());
  for (size_t c = 0; c < 24; ++c) {
    double sum = bias[c];
    for (size_t k = 0; k < 10; ++k) sum += double(weights[c * 10 + k]) * input[k];
    EXPECT_NEAR(sum, out[c], 1e-5);
  }
}

TEST_F(KernelsTest, ConvolveGivesTheSameBitsAndIsTheDirectWay) {
  const FloatBuffer weights = Random(288 * 288, 12), bias = Random(288, 13);
  const Filter filter = Filter::Pack(weights.data(), bias.data());
  const Panels direct = PackMaxout(weights.data(), bias.data(), 96, 288);
  for (size_t n : {1, 2, 3, 4, 5, 9}) {
    const FloatBuffer input = Random((4 * n + 2) * 96, uint32_t(n));
    std::vector<const float*> tiles, windows;
    for (size_t t = 0; t < n; ++t) {
      for (size_t i = 0; i < 6; ++i) tiles.push_back(input.data() + (4 * t + i) * 96);
    }
    for (size_t i = 0; i < 4 * n; ++i) windows.push_back(input.data() + i * 96);
    FloatBuffer scratch(Filter::Scratch(n)), a(4 * n * 96), b(4 * n * 96), c(4 * n * 96);
    plain_.convolve(tiles.data(), n, filter, scratch.data(), a.data());
    fast_->convolve(tiles.data(), n, filter, scratch.data(), b.data());
    fast_->maxout(windows.data(), 4 * n, direct, c.data());
    EXPECT_TRUE(SameBits(a, b)) << n;
    for (size_t i = 0; i < b.size(); ++i) ASSERT_NEAR(b[i], c[i], 1e-4) << n << " " << i;
    for (size_t t = 0; t < n; ++t) {
      FloatBuffer alone(4 * 96);
      fast_->convolve(tiles.data() + 6 * t, 1, filter, scratch.data(), alone.data());
      EXPECT_EQ(0, std::memcmp(alone.data(), b.data() + t * 4 * 96, 4 * 96 * sizeof(float)));
    }
  }
}

TEST_F(KernelsTest, LayerNormAndMaxoutSumGiveTheSameBits) {
  for (uint32_t seed = 0; seed < 50; ++seed) {
    const FloatBuffer x = Random(288 * 3, seed), gain = Random(96, seed + 1),
                      offset = Random(96, seed + 2), residual = Random(96, seed + 3);
    FloatBuffer a(96), b(96);
    plain_.maxout_sum(x.data(), x.data() + 288, x.data() + 576, a.data());
    fast_->maxout_sum(x.data(), x.data() + 288, x.data() + 576, b.data());
    ASSERT_TRUE(SameBits(a, b));
    FloatBuffer c(96), d(96);
    plain_.layer_norm(a.data(), residual.data(), gain.data(), offset.data(), c.data());
    fast_->layer_norm(a.data(), residual.data(), gain.data(), offset.data(), d.data());
    ASSERT_TRUE(SameBits(c, d));
  }
}

TEST_F(KernelsTest, BestMoveAgreesAndRespectsTheMask) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  for (size_t vectors : {10, 14}) {
    const size_t columns = vectors * 8;
    const FloatBuffer features = Random(8 * 128, 7), bias = Random(128, 8),
                      weights = Random(64 * columns, 9), score_bias = Random(columns, 10);
    const auto rows = RowsOf(features, 8, 128);
    std::mt19937 bits(11);
    for (int round = 0; round < 200; ++round) {
      FloatBuffer mask(columns, kNever), a(columns), b(columns);
      for (float& m : mask) m = bits() % 5 == 0 ? 0.0f : kNever;
      auto best = [&](const Kernels& k, FloatBuffer& scores) {
        return k.best_move(rows.data(), 8, bias.data(), weights.data(), score_bias.data(),
                           mask.data(), vectors, scores.data());
      };
      const int move = best(plain_, a);
      ASSERT_EQ(move, best(*fast_, b));
      ASSERT_TRUE(SameBits(a, b));
      int expected = -1;
      for (size_t m = 0; m < columns; ++m) {
        if (mask[m] == 0 && (expected < 0 || a[m] > a[size_t(expected)])) expected = int(m);
      }
      ASSERT_EQ(expected, move);
    }
    FloatBuffer none(columns, kNever), scores(columns);
    EXPECT_EQ(-1, fast_->best_move(rows.data(), 8, bias.data(), weights.data(), score_bias.data(),
                                   none.data(), vectors, scores.data()));
  }
}

}  // namespace
}  // namespace averment
