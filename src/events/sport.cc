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

SportWords::SportWords(const Words& words, const TokenWords& tokens, size_t size)
    : sure(words.ClassId("SPORT")),
      hint(words.ClassId("SPORT_HINT")),
      everywhere(IsSport(tokens, words.ClassId("SPORT_REGISTER"), size)) {}

bool TellsSport(const TokenWords& words, const SportWords& sport, TokenRange sentence) {
  if (sport.everywhere) return true;
  int hints = 0;
  for (uint32_t i = sentence.first; i < sentence.last && hints < 2; ++i) {
    if (words.InClass(i, sport.sure)) return true;
    hints += words.InClass(i, sport.hint);
  }
  return hints >= 2;
}

}  // namespace averment::events
