// MurmurHash64A (Austin Appleby, 2008, public domain), written after its description: eight bytes
// at a time, each multiplied, folded and multiplied again into the sum; the last 0..7 bytes as one
// little-endian number; then a finish that mixes high bits into low ones.

#include "src/base/string_hash.h"

#include <bit>
#include <cstring>

namespace averment {

static_assert(std::endian::native == std::endian::little);

uint64_t HashString(std::string_view bytes) {
  constexpr uint64_t kMultiplier = 0xC6A4A7935BD1E995, kSeed = 1;
  constexpr int kShift = 47;
  uint64_t h = kSeed ^ (bytes.size() * kMultiplier);
  const char* at = bytes.data();
  for (size_t left = bytes.size() / 8; left > 0; --left, at += 8) {
    uint64_t k;
    std::memcpy(&k, at, 8);
    k *= kMultiplier;
    k ^= k >> kShift;
    h = (h ^ k * kMultiplier) * kMultiplier;
  }
  if (const size_t rest = bytes.size() % 8; rest > 0) {
    uint64_t k = 0;
    std::memcpy(&k, at, rest);
    h = (h ^ k) * kMultiplier;
  }
  h = (h ^ h >> kShift) * kMultiplier;
  return h ^ h >> kShift;
}

}  // namespace averment
