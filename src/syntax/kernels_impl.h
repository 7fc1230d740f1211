// The kernels over a vector type V of eight floats.  Included by kernels_avx2.cc and
// kernels_portable.cc; the order of every sum is fixed here, once.

#pragma once

#include <cmath>
#include <limits>

#include "src/syntax/kernels.h"

namespace averment {

template <typename V>
struct KernelsOver {
  // R rows times one panel, all sums in registers.
  template <int R>
  static inline void SumPanel(const float* const* rows, const float* weights, const float* bias,
                              size_t depth, V (&acc)[R][3]) {
    for (int r = 0; r < R; ++r) {
      for (int v = 0; v < 3; ++v) acc[r][v] = V::Load(bias + 8 * v);
    }
    const float* row[R];
    for (int r = 0; r < R; ++r) row[r] = rows[r];
    for (size_t k = 0; k < depth; ++k, weights += kPanel) {
      const V b0 = V::Load(weights), b1 = V::Load(weights + 8), b2 = V::Load(weights + 16);
#pragma GCC unroll 4
      for (int r = 0; r < R; ++r) {
        const V a = V::Broadcast(row[r][k]);
        acc[r][0] = V::Fma(a, b0, acc[r][0]);
        acc[r][1] = V::Fma(a, b1, acc[r][1]);
        acc[r][2] = V::Fma(a, b2, acc[r][2]);
      }
    }
  }

  template <int R, bool kMax>
  static void Rows(const float* const* rows, const float* weights, const float* bias, size_t depth,
                   float* out, size_t stride) {
    V acc[R][3];
    SumPanel<R>(rows, weights, bias, depth, acc);
    for (int r = 0; r < R; ++r) {
      if constexpr (kMax) {
        V::Max(V::Max(acc[r][0], acc[r][1]), acc[r][2]).Store(out + r * stride);
      } else {
        for (int v = 0; v < 3; ++v) acc[r][v].Store(out + r * stride + 8 * v);
      }
    }
  }

  // A panel stays in the first-level cache while all rows pass it.
  template <bool kMax>
  static void Multiply(const float* const* rows, size_t n, const Panels& w, float* out) {
    if (n == 0) return;  // `out` may be null.
    constexpr size_t kWritten = kMax ? 8 : kPanel;
    const size_t stride = w.panels * kWritten;
    for (size_t p = 0; p < w.panels; ++p) {
      const float* weights = w.weights.data() + p * w.depth * kPanel;
      const float* bias = w.bias.data() + p * kPanel;
      float* to = out + p * kWritten;
      size_t r = 0;
      for (; r + 4 <= n; r += 4) {
        Rows<4, kMax>(rows + r, weights, bias, w.depth, to + r * stride, stride);
      }
      switch (n - r) {
        case 3: Rows<3, kMax>(rows + r, weights, bias, w.depth, to + r * stride, stride); break;
        case 2: Rows<2, kMax>(rows + r, weights, bias, w.depth, to + r * stride, stride); break;
        case 1: Rows<1, kMax>(rows + r, weights, bias, w.depth, to + r * stride, stride); break;
        default: break;
      }
    }
  }

  // Six inputs of a tile, in place of each the sum that meets one point of the filter: out has
  // [6][n][96].
  static void FilterInputs(const float* const* rows, size_t n, float* out) {
    const V two = V::Broadcast(2), four = V::Broadcast(4), five = V::Broadcast(5);
    for (size_t t = 0; t < n; ++t, rows += Filter::kInputs) {
      for (size_t i = 0; i < kWidth; i += 8) {
        V d[Filter::kInputs];
#pragma GCC unroll 6
        for (size_t r = 0; r < Filter::kInputs; ++r) d[r] = V::Load(rows[r] + i);
        const V even = V::Sub(d[4], V::Mul(four, d[2])), odd = V::Sub(d[3], V::Mul(four, d[1]));
        const V wide = V::Sub(d[4], d[2]), twice = V::Mul(two, V::Sub(d[3], d[1]));
        const V sums[Filter::kInputs] = {
            V::Fma(four, d[0], V::Sub(d[4], V::Mul(five, d[2]))),
            V::Add(even, odd),
            V::Sub(even, odd),
            V::Add(wide, twice),
            V::Sub(wide, twice),
            V::Fma(four, d[1], V::Sub(d[5], V::Mul(five, d[3]))),
        };
#pragma GCC unroll 6
        for (size_t r = 0; r < Filter::kInputs; ++r) sums[r].Store(out + (r * n + t) * kWidth + i);
      }
    }
  }

  // From the six products of a tile's panel, [6][n][24], its four outputs of eight numbers each.
  static void FilterOutputs(const float* products, size_t n, const float* bias, float* out) {
    const V two = V::Broadcast(2), four = V::Broadcast(4), eight = V::Broadcast(8);
    for (size_t t = 0; t < n; ++t) {
      V best[Filter::kOutputs];
#pragma GCC unroll 3
      for (size_t piece = 0; piece < kPieces; ++piece) {
        V m[Filter::kInputs];
#pragma GCC unroll 6
        for (size_t r = 0; r < Filter::kInputs; ++r) {
          m[r] = V::Load(products + (r * n + t) * kPanel + 8 * piece);
        }
        const V b = V::Load(bias + 8 * piece);
        const V near = V::Add(m[1], m[2]), slope = V::Sub(m[1], m[2]);
        const V far = V::Add(m[3], m[4]), steep = V::Sub(m[3], m[4]);
        const V sums[Filter::kOutputs] = {
            V::Add(V::Add(V::Add(m[0], near), far), b),
            V::Add(V::Fma(two, steep, slope), b),
            V::Add(V::Fma(four, far, near), b),
            V::Add(V::Add(V::Fma(eight, steep, slope), m[5]), b),
        };
#pragma GCC unroll 4
        for (size_t j = 0; j < Filter::kOutputs; ++j) {
          best[j] = piece == 0 ? sums[j] : V::Max(best[j], sums[j]);
        }
      }
      for (size_t j = 0; j < Filter::kOutputs; ++j) {
        best[j].Store(out + (t * Filter::kOutputs + j) * kWidth);
      }
    }
  }

  // R rows of 96, one behind the other, times one panel of a filter, without bias.
  template <int R>
  static void FilterRows(const float* rows, const float* weights, float* out) {
    alignas(32) static constexpr float kNoBias[kPanel] = {};
    const float* each[R];
    for (int r = 0; r < R; ++r) each[r] = rows + size_t(r) * kWidth;
    Rows<R, false>(each, weights, kNoBias, kWidth, out, kPanel);
  }

  static void Convolve(const float* const* rows, size_t n, const Filter& filter, float* scratch,
                       float* out) {
    FilterInputs(rows, n, scratch);
    float* products = scratch + Filter::kInputs * n * kWidth;
    const float* weights = filter.weights.data();
    for (size_t block = 0; block < Filter::kBlocks; ++block) {
      for (size_t r = 0; r < Filter::kInputs; ++r, weights += kWidth * kPanel) {
        const float* in = scratch + r * n * kWidth;
        float* to = products + r * n * kPanel;
        size_t t = 0;
        for (; t + 4 <= n; t += 4) FilterRows<4>(in + t * kWidth, weights, to + t * kPanel);
        for (; t < n; ++t) FilterRows<1>(in + t * kWidth, weights, to + t * kPanel);
      }
      FilterOutputs(products, n, filter.bias.data() + block * kPanel, out + 8 * block);
    }
  }

  static void MaxoutSum(const float* left, const float* center, const float* right, float* out) {
    for (size_t o = 0; o < kWidth; o += 8) {
      V best{};
      for (size_t p = 0; p < kPieces; ++p) {
        const size_t at = p * kWidth + o;
        const V sum = V::Add(V::Add(V::Load(left + at), V::Load(center + at)), V::Load(right + at));
        best = p == 0 ? sum : V::Max(best, sum);
      }
      best.Store(out + o);
    }
  }

  static void LayerNorm(const float* z, const float* residual, const float* gain,
                        const float* offset, float* out) {
    constexpr size_t kVectors = kWidth / 8;
    V x[kVectors];
    V sum = V::Broadcast(0);
#pragma GCC unroll 12
    for (size_t i = 0; i < kVectors; ++i) {
      x[i] = V::Load(z + 8 * i);
      sum = V::Add(sum, x[i]);
    }
    const V mean = V::Broadcast(sum.Sum() / float(kWidth));
    V squares = V::Broadcast(0);
#pragma GCC unroll 12
    for (size_t i = 0; i < kVectors; ++i) {
      x[i] = V::Sub(x[i], mean);
      squares = V::Fma(x[i], x[i], squares);
    }
    const float variance = squares.Sum() / float(kWidth) + 1e-8f;
    const V scale = V::Broadcast(1.0f / std::sqrt(variance));
#pragma GCC unroll 12
    for (size_t i = 0; i < kVectors; ++i) {
      const V y = V::Fma(V::Mul(x[i], scale), V::Load(gain + 8 * i), V::Load(offset + 8 * i));
      V::Add(V::Load(residual + 8 * i), y).Store(out + 8 * i);
    }
  }

  template <int C>
  static int ScoreMoves(const float* hidden, const float* weights, const float* score_bias,
                        const float* mask, float* scores) {
    V acc[C];
    for (int c = 0; c < C; ++c) acc[c] = V::Broadcast(0);
    for (size_t k = 0; k < kHidden; ++k, weights += 8 * C) {
      const V h = V::Broadcast(hidden[k]);
#pragma GCC unroll 14
      for (int c = 0; c < C; ++c) acc[c] = V::Fma(h, V::Load(weights + 8 * c), acc[c]);
    }
    V best = V::Broadcast(-std::numeric_limits<float>::infinity());
#pragma GCC unroll 14
    for (int c = 0; c < C; ++c) {
      acc[c] = V::Add(V::Add(acc[c], V::Load(score_bias + 8 * c)), V::Load(mask + 8 * c));
      acc[c].Store(scores + 8 * c);
      best = V::Max(best, acc[c]);
    }
    const float top = best.Largest();
    if (top == -std::numeric_limits<float>::infinity()) return -1;
    const V all = V::Broadcast(top);
    for (int c = 0; c < C; ++c) {
      if (const int lane = V::FirstEqual(V::Load(scores + 8 * c), all); lane < 8)
        return 8 * c + lane;
    }
    return -1;
  }

  static int BestMove(const float* const* features, size_t count, const float* feature_bias,
                      const float* weights, const float* score_bias, const float* mask,
                      size_t vectors, float* scores) {
    alignas(64) float hidden[kHidden];
    for (size_t o = 0; o < kHidden; o += 8) {
      V first = V::Load(features[0] + o), second = V::Load(features[0] + kHidden + o);
      for (size_t f = 1; f < count; ++f) {
        first = V::Add(first, V::Load(features[f] + o));
        second = V::Add(second, V::Load(features[f] + kHidden + o));
      }
      first = V::Add(first, V::Load(feature_bias + o));
      second = V::Add(second, V::Load(feature_bias + kHidden + o));
      V::Max(first, second).Store(hidden + o);
    }
    if (vectors == 14) return ScoreMoves<14>(hidden, weights, score_bias, mask, scores);
    return ScoreMoves<10>(hidden, weights, score_bias, mask, scores);
  }

  static size_t Argmax(const float* values, size_t n) {
    size_t best = 0;
    for (size_t i = 1; i < n; ++i) {
      if (values[i] > values[best]) best = i;
    }
    return best;
  }

  static constexpr Kernels kTable = {&Multiply<false>, &Multiply<true>, &Convolve, &MaxoutSum,
                                     &LayerNorm,       &BestMove,       &Argmax};
};

}  // namespace averment
