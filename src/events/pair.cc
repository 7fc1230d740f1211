// Two ways upwards, and where they meet.

#include "src/events/pair.h"

#include <algorithm>

namespace averment::events {
namespace {

constexpr size_t kLongestWay = 24;       // Words from a phrase to the top of its sentence.
constexpr uint32_t kLargestScope = 400;  // Tokens that are looked at.

// From the head of a phrase upwards, itself first.
std::vector<uint32_t> WayUp(const Syntax& s, uint32_t token) {
  std::vector<uint32_t> way = {token};
  while (way.size() < kLongestWay && s.tokens[way.back()].head != way.back()) {
    way.push_back(s.tokens[way.back()].head);
  }
  return way;
}

bool IsHeadKind(const TokenData& t) {
  return t.pos == Pos::kNOUN || t.pos == Pos::kPROPN || t.pos == Pos::kPRON || t.pos == Pos::kNUM;
}

}  // namespace

Phrased PhraseOf(const Syntax& s, TokenRange tokens) {
  Phrased phrase{tokens, kNoToken};
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    const TokenData& t = s.tokens[i];
    if (t.pos == Pos::kSPACE || t.pos == Pos::kPUNCT) continue;
    const bool tops = t.head == i || !phrase.has(t.head);
    if (!tops) continue;
    const bool better =
        phrase.head == kNoToken || (IsHeadKind(t) && !IsHeadKind(s.tokens[phrase.head]));
    if (better) phrase.head = i;
  }
  return phrase;
}

Phrased PhraseOf(const Syntax& s, TextRange bytes) {
  const auto first =
      std::ranges::lower_bound(s.tokens, bytes.begin, std::less_equal(), &TokenData::end);
  auto last = first;
  while (last != s.tokens.end() && last->begin < bytes.end) ++last;
  return PhraseOf(
      s, TokenRange{uint32_t(first - s.tokens.begin()), uint32_t(last - s.tokens.begin())});
}

std::optional<TokenPair> MakePair(const Syntax& s, Phrased source, Phrased target) {
  if (!source && !target) return std::nullopt;
  TokenPair pair{source, target, {UINT32_MAX, 0}};
  for (const Phrased& p : {source, target}) {
    if (!p) continue;
    const TokenRange sentence = s[p.head].sentence().tokens;
    pair.scope.first = std::min(pair.scope.first, sentence.first);
    pair.scope.last = std::max(pair.scope.last, sentence.last);
  }
  pair.scope.last = std::min(pair.scope.last, pair.scope.first + kLargestScope);
  return pair;
}

PairPath PathOf(const Syntax& s, const TokenPair& pair) {
  PairPath path;
  if (!pair.source || !pair.target) {
    const uint32_t head = pair.source ? pair.source.head : pair.target.head;
    if (s.tokens[head].head != head) path.top = s.tokens[head].head;
    return path;
  }
  const std::vector<uint32_t> up = WayUp(s, pair.source.head), down = WayUp(s, pair.target.head);
  for (size_t u = 0; u < up.size(); ++u) {
    const auto meet = std::ranges::find(down, up[u]);
    if (meet == down.end()) continue;
    path.top = up[u];
    if (u > 1) path.up.assign(up.begin() + 1, up.begin() + long(u));
    if (meet - down.begin() > 1) path.down.assign(down.begin() + 1, meet);
    return path;
  }
  return path;
}

}  // namespace averment::events
