// What a finder with rules over the tree tried and why it gave up, for `averment explain`.  Nothing
// is traced unless somebody asks.

#pragma once

#include <optional>
#include <vector>

#include "src/events/pattern.h"

namespace averment::events {

// One rule at one word.
struct Attempt {
  // The further down, the nearer to a finding.
  enum class Outcome : uint8_t {
    kWordKind,   // The word is of another part of speech.
    kPhrase,     // Further words of its phrase are missing.
    kCondition,  // A `where` does not hold, or an `unless` does.
    kSource,     // Nobody fills the source that it needs.
    kTarget,     // Nobody fills the target that it needs.
    kNobody,     // Nobody fills any role, or of a mutual event there is one party only.
    kRefused,    // Of tolls, plans and stances: `refusal` says why.
    kKeepsOff,   // It fits, and is there to keep other rules away.
    kSilent,     // It fits, but the words around tell that it is no news.
    kClaimed,    // It fits, but the word belongs to the phrase of another event.
    kBeaten,     // It fits, but another rule fits better.
    kEvent,      // It made an event, a toll, a plan or a stance.
  };
  uint32_t token = 0;
  const Rule* rule = nullptr;
  const Phrase* phrase = nullptr;
  Outcome outcome = Outcome::kEvent;
  size_t condition = 0;           // Index into Rule::conditions, of kCondition.
  std::vector<uint32_t> reached;  // Where the condition's path, or those of the missing role, lead.
  std::vector<uint32_t> because;  // Words that decided about the status.
  // Of kEvent: which path of the role led to somebody; none where the role is empty.
  std::optional<size_t> source_path, target_path;
  const char* refusal = nullptr;  // Of kRefused.
};

struct Trace {
  std::vector<Attempt> attempts;
};

}  // namespace averment::events
