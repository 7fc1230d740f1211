// The arithmetic of the models: dense layers, maxout, layer norm, scores of moves.
//
// Two implementations, AVX2+FMA and portable C++, share one source (kernels_impl.h) over a vector
// of eight floats; every sum runs in the same order with fused multiply-add, so both give the same
// bits, whatever the batch.  kernels_test.cc compares them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <vector>

namespace averment {

// Floats at a multiple of 64 bytes.
template <typename T>
struct AlignedAllocator {
  using value_type = T;
  AlignedAllocator() = default;
  template <typename U>
  AlignedAllocator(const AlignedAllocator<U>&) {}
  T* allocate(size_t n) {
    return static_cast<T*>(::operator new(n * sizeof(T), std::align_val_t(64)));
  }
  void deallocate(T* p, size_t) { ::operator delete(p, std::align_val_t(64)); }
  friend bool operator==(const AlignedAllocator&, const AlignedAllocator&) { return true; }
};
using FloatBuffer = std::vector<float, AlignedAllocator<float>>;

inline constexpr size_t kPanel = 24;   // Columns that are summed at a time: three vectors of eight.
inline constexpr size_t kWidth = 96;   // Of a token's vector.
inline constexpr size_t kPieces = 3;   // Of the encoder's maxout.
inline constexpr size_t kHidden = 64;  // Of a parser state.

// A weight matrix packed for the kernels: `panels` blocks of depth x 24, each with 24 biases.
struct Panels {
  size_t depth = 0, panels = 0;
  FloatBuffer weights, bias;
  size_t columns() const { return panels * kPanel; }  // Of the output, padding included.

  // From `rows` weight vectors of `depth` numbers: output column c is source row order[c], or zero
  // where order[c] is negative.  REQUIRES: order.size() is a multiple of 24.
  static Panels Pack(const float* weights, const float* bias, size_t depth,
                     std::span<const int> order);
};

// A convolution of window 3 over vectors of 96, with maxout, by Winograd's minimal filtering F(4,
// 3) (Lavin & Gray 2016): four neighbouring outputs from six inputs in six products of 96 x 288,
// where the direct way takes twelve.
struct Filter {
  static constexpr size_t kOutputs = 4, kInputs = 6;
  static constexpr size_t kBlocks = kWidth / 8;  // Of eight outputs: a panel of three pieces each.
  FloatBuffer weights;                           // [kBlocks][kInputs][96][24]
  FloatBuffer bias;                              // [kBlocks][24]

  // From weights [96 outputs][3 pieces][3 neighbours][96] and bias [96][3].
  static Filter Pack(const float* weights, const float* bias);
  // Floats of scratch that `convolve` needs for so many tiles.
  static constexpr size_t Scratch(size_t tiles) { return tiles * kInputs * (kWidth + kPanel); }
};

// The function table of one implementation.  Rows are given by pointers: they need not be
// contiguous.
struct Kernels {
  // out[r * columns + c] = bias[c] + sum_k rows[r][k] * weights[k][c]
  void (*dense)(const float* const* rows, size_t n, const Panels& w, float* out);
  // The same, then the maximum of each three: out[r * panels * 8 + ...].  The packing puts the
  // three pieces of eight outputs side by side (PackMaxout).
  void (*maxout)(const float* const* rows, size_t n, const Panels& w, float* out);
  // For each of n tiles, rows[6 t ...] being six inputs in a row: out[(4 t + j) * 96 ...], j < 4,
  // is the maximum over pieces of the filter at inputs j, j + 1, j + 2.
  void (*convolve)(const float* const* rows, size_t n, const Filter& filter, float* scratch,
                   float* out);
  // out = max over pieces of left + center + right (3 x 96 each).
  void (*maxout_sum)(const float* left, const float* center, const float* right, float* out);
  // out = residual + gain * (z - mean) / sqrt(variance + 1e-8) + offset, over 96 numbers.
  void (*layer_norm)(const float* z, const float* residual, const float* gain, const float* offset,
                     float* out);
  // hidden = max of the two halves of sum(features) + bias (2 x 64); scores = hidden * weights +
  // bias, `vectors` x 8 columns; returns the first column with the highest score + mask, or -1
  // where the mask is -infinity everywhere.  scores must hold vectors x 8 numbers.  vectors: 10
  // or 14.
  int (*best_move)(const float* const* features, size_t count, const float* feature_bias,
                   const float* weights, const float* score_bias, const float* mask, size_t vectors,
                   float* scores);
  // The first index of the largest of n numbers.
  size_t (*argmax)(const float* values, size_t n);
};

// Maxout weights [outputs][3][depth] packed so that a panel holds the three pieces of eight
// outputs.
Panels PackMaxout(const float* weights, const float* bias, size_t outputs, size_t depth);

// The implementations; Avx2Kernels() is null where the processor lacks AVX2 or FMA.
const Kernels& PortableKernels();
const Kernels* Avx2Kernels();
// The fastest that this processor runs.
const Kernels& BestKernels();

}  // namespace averment
