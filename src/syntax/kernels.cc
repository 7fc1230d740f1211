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

const Kernels& BestKernels() {
  const Kernels* avx2 = Avx2Kernels();
  return avx2 != nullptr ? *avx2 : PortableKernels();
}

}  // namespace averment
