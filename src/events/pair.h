// Two phrases of a text, and how the tree ties them: what asking for their relation starts from.
//
//   reads     Syntax
//   returns   a TokenPair with its path; every walk is bounded

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "averment/document.h"

namespace averment::events {

inline constexpr uint32_t kNoToken = UINT32_MAX;

// A phrase: its tokens and the head among them.
struct Phrased {
  TokenRange tokens;
  uint32_t head = kNoToken;

  bool has(uint32_t token) const { return token >= tokens.first && token < tokens.last; }
  explicit operator bool() const { return head != kNoToken; }
};

// A word that the rules know as the trigger of a type.
struct TriggerHint {
  uint32_t token;
  EventType type;
};

// The tokens that the bytes touch, without blanks; none where they touch none.
Phrased PhraseOf(const Syntax& syntax, TextRange bytes);
// The same for tokens.
Phrased PhraseOf(const Syntax& syntax, TokenRange tokens);

struct TokenPair {
  Phrased source, target;  // At most one of them is missing.
  TokenRange scope;        // All tokens of their sentences, and of those between.
};
std::optional<TokenPair> MakePair(const Syntax& syntax, Phrased source, Phrased target);

// The way from the source up to where both meet, and down to the target.
struct PairPath {
  std::vector<uint32_t> up, down;  // Between the heads and the meeting word, both from below.
  uint32_t top = kNoToken;         // Where both meet; may be one of the heads.  None: nowhere.
};
PairPath PathOf(const Syntax& syntax, const TokenPair& pair);

}  // namespace averment::events
