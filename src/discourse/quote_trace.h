// What the learned model of the quotes made of the words that may be cues, for `averment explain`.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace averment {

// What one kind of feature added to the score of a word; `about` is the other word that it looked
// at, or the word itself.
struct WeighedCue {
  std::string_view looked_at;  // "the word with its object".
  uint32_t about;
  float weight;  // In logarithmic odds.
};

struct CueLook {
  enum class Outcome : uint8_t {
    kBelow,      // Less than is asked for.
    kNoContent,  // Enough, but nothing near it is said.
    kInside,     // Enough, but it stands in what somebody else says, which the rules decide.
    kCue,        // It is a cue.
  };
  uint32_t token;
  bool by_rules;       // The rules take it for a cue.
  float score, least;  // From `least` on it is a cue; in logarithmic odds.
  Outcome outcome;
  std::vector<WeighedCue> weighed;  // The heaviest first, whatever their sign.
};

}  // namespace averment
