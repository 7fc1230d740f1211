// The kernels in plain C++, lane by lane in the order of the AVX2 ones.  std::fma rounds once, as
// the instruction does; where the processor has none it is slow, and right.

#include <cmath>

#include "src/syntax/kernels_impl.h"

namespace averment {
namespace {

struct Portable {
  float v[8];

  template <typename F>
  static Portable Each(F f) {
    Portable r;
    for (int i = 0; i < 8; ++i) r.v[i] = f(i);
    return r;
  }
  static Portable Load(const float* p) {
    return Each([&](int i) { return p[i]; });
  }
  static Portable Broadcast(float x) {
    return Each([&](int) { return x; });
  }
  static Portable Add(const Portable& a, const Portable& b) {
    return Each([&](int i) { return a.v[i] + b.v[i]; });
  }
  static Portable Sub(const Portable& a, const Portable& b) {
    return Each([&](int i) { return a.v[i] - b.v[i]; });
  }
  static Portable Mul(const Portable& a, const Portable& b) {
    return Each([&](int i) { return a.v[i] * b.v[i]; });
  }
  static Portable Fma(const Portable& a, const Portable& b, const Portable& c) {
    return Each([&](int i) { return std::fma(a.v[i], b.v[i], c.v[i]); });
  }
  static Portable Max(const Portable& a, const Portable& b) {
    return Each([&](int i) { return a.v[i] > b.v[i] ? a.v[i] : b.v[i]; });
  }
  void Store(float* p) const {
    for (int i = 0; i < 8; ++i) p[i] = v[i];
  }
  float Sum() const { return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7])); }
  float Largest() const {
    float best = v[0];
    for (int i = 1; i < 8; ++i) best = v[i] > best ? v[i] : best;
    return best;
  }
  static int FirstEqual(const Portable& a, const Portable& b) {
    for (int i = 0; i < 8; ++i) {
      if (a.v[i] == b.v[i]) return i;
    }
    return 8;
  }
};

}  // namespace

const Kernels& PortableKernels() { return KernelsOver<Portable>::kTable; }

}  // namespace averment
