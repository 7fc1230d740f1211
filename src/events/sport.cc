// Words are counted, and different words: a piece that says "final" over and over is no report.

#include "src/events/sport.h"

#include <algorithm>
#include <vector>

namespace averment::events {

bool IsSport(const TokenWords& words, uint32_t register_class, size_t tokens) {
  std::vector<WordId> seen;
  size_t count = 0;
  for (uint32_t i = 0; i < tokens; ++i) {
    if (!words.InClass(i, register_class)) continue;
    ++count;
    seen.push_back(words.lemma(i));
  }
  if (count * 25 < tokens) return false;
  std::ranges::sort(seen);
  const auto same = std::ranges::unique(seen);
  return seen.size() - same.size() >= 8;
}

}  // namespace averment::events
