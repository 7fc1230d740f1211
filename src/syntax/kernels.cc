// Packing of weights and the choice of kernels.

#include "src/syntax/kernels.h"

namespace averment {

Panels Panels::Pack(const float* weights, const float* bias, size_t depth,
                    std::span<const int> order) {
  Panels packed;
  packed.depth = depth;
  packed.panels = order.size() / kPanel;
  packed.weights.assign(packed.panels * depth * kPanel, 0.0f);
  packed.bias.assign(packed.columns(), 0.0f);
  for (size_t c = 0; c < order.size(); ++c) {
    if (order[c] < 0) continue;
    const size_t row = size_t(order[c]);
    float* to = packed.weights.data() + (c / kPanel) * depth * kPanel + c % kPanel;
    for (size_t k = 0; k < depth; ++k) to[k * kPanel] = weights[row * depth + k];
    if (bias != nullptr) packed.bias[c] = bias[row];
  }
  return packed;
}

Panels PackMaxout(const float* weights, const float* bias, size_t outputs, size_t depth) {
  std::vector<int> order;
  order.reserve(outputs * kPieces);
  for (size_t block = 0; block < outputs; block += 8) {
    for (size_t piece = 0; piece < kPieces; ++piece) {
      for (size_t o = block; o < block + 8; ++o) order.push_back(int(o * kPieces + piece));
    }
  }
  return Panels::Pack(weights, bias, depth, order);
}

// The weights seen through the six points 0, 1, -1, 2, -2 and infinity.
Filter Filter::Pack(const float* weights, const float* bias) {
  static constexpr double kPoints[kInputs][3] = {
      {1.0 / 4, 0, 0},
      {-1.0 / 6, -1.0 / 6, -1.0 / 6},
      {-1.0 / 6, 1.0 / 6, -1.0 / 6},
      {1.0 / 24, 1.0 / 12, 1.0 / 6},
      {1.0 / 24, -1.0 / 12, 1.0 / 6},
      {0, 0, 1},
  };
  Filter packed;
  packed.weights.resize(kBlocks * kInputs * kWidth * kPanel);
  packed.bias.resize(kBlocks * kPanel);
  float* to = packed.weights.data();
  for (size_t block = 0; block < kBlocks; ++block) {
    const auto row_of = [&](size_t column) {  // Of output o and piece p: o * 3 + p.
      return (block * 8 + column % 8) * kPieces + column / 8;
    };
    for (size_t c = 0; c < kPanel; ++c) packed.bias[block * kPanel + c] = bias[row_of(c)];
    for (const auto& point : kPoints) {
      for (size_t k = 0; k < kWidth; ++k) {
        for (size_t c = 0; c < kPanel; ++c) {
          const float* w = weights + row_of(c) * 3 * kWidth + k;
          *to++ = float(point[0] * w[0] + point[1] * w[kWidth] + point[2] * w[2 * kWidth]);
        }
      }
    }
  }
  return packed;
}

const Kernels& BestKernels() {
  const Kernels* avx2 = Avx2Kernels();
  return avx2 != nullptr ? *avx2 : PortableKernels();
}

}  // namespace averment
