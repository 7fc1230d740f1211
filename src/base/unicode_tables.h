// The tables behind unicode.h; made by scripts/make_unicode_tables.py.

#pragma once

#include <cstddef>
#include <cstdint>

namespace averment::internal {

// Both ends inclusive; tables ascend.
struct CharRange {
  char32_t first, last;
};
// Every `step`-th character from first to last has its lower case `delta` away.
struct LowerRange {
  char32_t first, last;
  uint32_t step;
  int32_t delta;
};

extern const CharRange kSpace[], kAlpha[], kDigit[], kUpper[], kLower[], kCased[], kCaseIgnorable[];
extern const size_t kSpaceSize, kAlphaSize, kDigitSize, kUpperSize, kLowerSize, kCasedSize,
    kCaseIgnorableSize;
extern const LowerRange kToLower[];
extern const size_t kToLowerSize;

}  // namespace averment::internal
