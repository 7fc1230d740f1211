// Microseconds per row of the kernels that cost the most, best of several rounds.
//
// usage: kernels_bench

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "src/syntax/kernels.h"

namespace averment {
namespace {

template <typename Work>
double BestSeconds(Work work) {
  double best = 1e9;
  for (int round = 0; round < 30; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    best = std::min(best, taken.count());
  }
  return best;
}

void Measure(const char* name, const Kernels& kernels) {
  constexpr size_t kRows = 384;
  FloatBuffer weights(288 * 288, 0.01f), bias(1032, 0.1f), input((kRows + 6) * 96, 0.5f);
  FloatBuffer affine_weights(1032 * 64, 0.01f), out(kRows * 1032), z(kRows * 96);
  const Panels direct = PackMaxout(weights.data(), bias.data(), 96, 288);
  // As many as both encoders have, so that none stays in the second cache.
  const std::vector<Filter> filters(6, Filter::Pack(weights.data(), bias.data()));
  std::vector<int> order(1032);
  for (size_t i = 0; i < order.size(); ++i) order[i] = int(i);
  const Panels affine = Panels::Pack(affine_weights.data(), bias.data(), 64, order);
  std::vector<const float*> rows(kRows);
  for (size_t i = 0; i < kRows; ++i) rows[i] = input.data() + i * 96;
  auto print = [&](const char* what, double seconds) {
    std::printf("%s %-12s %.3f us/row\n", name, what, seconds * 1e6 / kRows);
  };
  print("direct", BestSeconds([&] { kernels.maxout(rows.data(), kRows, direct, z.data()); }));
  for (size_t tiles : {16, 32, 48, 96}) {
    std::vector<const float*> inputs;
    for (size_t t = 0; t < tiles; ++t) {
      for (size_t i = 0; i < 6; ++i) inputs.push_back(input.data() + (4 * t + i) * 96);
    }
    FloatBuffer scratch(Filter::Scratch(tiles));
    print(("filter of " + std::to_string(tiles)).c_str(),
          BestSeconds([&] {
            for (const Filter& filter : filters) {
              for (size_t done = 0; done < kRows; done += tiles * 4) {
                kernels.convolve(inputs.data(), tiles, filter, scratch.data(), z.data());
              }
            }
          }) / double(filters.size()));
  }
  print("layer norm", BestSeconds([&] {
          for (size_t i = 0; i < kRows; ++i) {
            kernels.layer_norm(z.data() + 96 * i, z.data(), bias.data(), bias.data(), out.data());
          }
        }));
  print("affine", BestSeconds([&] { kernels.dense(rows.data(), kRows, affine, out.data()); }));
  FloatBuffer features(8 * 128, 0.1f), upper(64 * 112, 0.2f), mask(112, 0.0f), scores(112);
  const float* feature_rows[8];
  for (size_t i = 0; i < 8; ++i) feature_rows[i] = features.data() + 128 * i;
  print("best move", BestSeconds([&] {
          for (size_t i = 0; i < kRows; ++i) {
            kernels.best_move(feature_rows, 8, bias.data(), upper.data(), bias.data(), mask.data(),
                              14, scores.data());
          }
        }));
}

}  // namespace
}  // namespace averment

int main() {
  if (const averment::Kernels* avx2 = averment::Avx2Kernels()) averment::Measure("avx2", *avx2);
  averment::Measure("portable", averment::PortableKernels());
}
