// What a finder with rules over the tree tried and why it gave up, and what the event model was
// asked, for `averment explain`.  Nothing is traced unless somebody asks.

#pragma once

#include <optional>
#include <vector>

#include "src/events/pattern.h"
#include "src/events/relation_model.h"

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

// A pair of actors that the model was asked about.
struct Asked {
  enum class Outcome : uint8_t {
    kBelow,      // Less likely than the model asks for.
    kWeak,       // Likely, but not enough for a word that tells of nothing by itself, or no word.
    kClaimed,    // Likely, but the word belongs to the phrase of another event.
    kSport,      // Likely, but a word of sport stands in the sentence.
    kSilent,     // Likely, but the words around tell that it is no news.
    kModal,      // Likely, but only for the words that tell of no fact.
    kTold,       // Likely, and another event has the two already.
    kCompletes,  // Somebody was added to an event that stands at the word.
    kEvent,      // It made an event.
  };
  uint32_t source = 0, target = 0;  // Mentions.
  uint32_t trigger = 0;             // Of kBelow: where the two meet.
  EventType type = EventType::kConsult;
  float probability = 0;
  Outcome outcome = Outcome::kBelow;
  std::vector<Weighed> weighed;  // What spoke most for the type, the heaviest first.
};

struct Trace {
  std::vector<Attempt> attempts;
  std::vector<Asked> asked;
  float threshold = 0;  // From this probability on the model proposes.
};

}  // namespace averment::events
