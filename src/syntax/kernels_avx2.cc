// The kernels with AVX2 and FMA, compiled with -mavx2 -mfma and chosen at run time.  Nothing else
// of the program may be compiled with those flags: an inline function shared with another file
// could otherwise bring AVX2 code to a processor without it.

#include "src/syntax/kernels.h"

#if defined(__AVX2__) && defined(__FMA__)

#include <immintrin.h>

#include "src/syntax/kernels_impl.h"

namespace averment {
namespace {

struct Avx2 {
  __m256 v;

  static Avx2 Load(const float* p) { return {_mm256_loadu_ps(p)}; }
  static Avx2 Broadcast(float x) { return {_mm256_set1_ps(x)}; }
  static Avx2 Add(Avx2 a, Avx2 b) { return {_mm256_add_ps(a.v, b.v)}; }
  static Avx2 Sub(Avx2 a, Avx2 b) { return {_mm256_sub_ps(a.v, b.v)}; }
  static Avx2 Mul(Avx2 a, Avx2 b) { return {_mm256_mul_ps(a.v, b.v)}; }
  static Avx2 Fma(Avx2 a, Avx2 b, Avx2 c) { return {_mm256_fmadd_ps(a.v, b.v, c.v)}; }
  static Avx2 Max(Avx2 a, Avx2 b) { return {_mm256_max_ps(a.v, b.v)}; }
  void Store(float* p) const { _mm256_storeu_ps(p, v); }

  // ((0+4)+(2+6)) + ((1+5)+(3+7))
  float Sum() const {
    const __m128 four = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
  }
  float Largest() const {
    const __m128 four = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    const __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_shuffle_ps(two, two, 1)));
  }
  // The first lane where both are equal, or 8 and more.
  static int FirstEqual(Avx2 a, Avx2 b) {
    const int equal = _mm256_movemask_ps(_mm256_cmp_ps(a.v, b.v, _CMP_EQ_OQ));
    return __builtin_ctz(unsigned(equal) | 0x100u);
  }
};

}  // namespace

const Kernels* Avx2Kernels() {
  static const bool runs = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return runs ? &KernelsOver<Avx2>::kTable : nullptr;
}

}  // namespace averment

#else

namespace averment {
const Kernels* Avx2Kernels() { return nullptr; }
}  // namespace averment

#endif
