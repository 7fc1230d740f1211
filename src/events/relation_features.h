// What the event model looks at: words with the pair masked, the way between the two in the tree,
// what the rules say, and word vectors.  Names are never features.
//
//   reads     Syntax, a pair, what the rules found around it, the actors, word vectors
//   returns   named features, each once or more, and kVectorGroups mean vectors
//   bounded   by the sentences of the pair (TokenPair::scope)

#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "src/events/pair.h"
#include "src/text/word_vectors.h"

namespace averment::events {

// An event of the rules near the pair, and which of the two takes part.
struct EventHint {
  uint32_t trigger;
  EventType type;
  std::optional<EventType> plover;
  EventStatus status;
  bool from_source = false, to_target = false;  // As asked.
  bool from_target = false, to_source = false;  // The other way round.
  RuleId rule;
};

struct RelationHints {
  std::vector<TriggerHint> triggers;  // Of the scope, ascending.
  std::vector<EventHint> events;
  const ActorMention* source = nullptr;  // Null: no actor is known there.
  const ActorMention* target = nullptr;
};

// The means of the vectors of: the words between, those on the path, the meeting word with its
// complements, the scope.
inline constexpr size_t kVectorGroups = 5;
inline constexpr std::string_view kVectorGroupNames[kVectorGroups] = {
    "the words between", "the words on the way", "the word where the two meet",
    "that word and what completes it", "the sentence"};
using VectorMeans = std::array<std::array<float, WordVectors::kWidth>, kVectorGroups>;

// The vectors of the words of a text that say something, each looked up once, when it is first
// asked for.  Keeps references to all that it is given.
class TokenVectors {
 public:
  struct Unit {
    const float* vector = nullptr;  // kWidth numbers; null: none.
    float weight = 0;               // That makes it as long as 1.
  };

  TokenVectors(const Syntax& syntax, const WordVectors& vectors) : s_(syntax), vectors_(vectors) {}

  bool empty() const { return vectors_.empty(); }
  Unit Of(uint32_t token);

 private:
  const Syntax& s_;
  const WordVectors& vectors_;
  std::vector<Unit> units_;  // By token.
  std::vector<char> known_;
};

// Called with each feature's name and the token it is about (kNoToken: none).  The name lives
// during the call.
using FeatureSink = std::function<void(std::string_view name, uint32_t token)>;

void ReadRelationFeatures(const Syntax& syntax, const TokenPair& pair, const RelationHints& hints,
                          const FeatureSink& sink);
void ReadVectorMeans(const Syntax& syntax, const TokenPair& pair, TokenVectors& vectors,
                     VectorMeans& means);

}  // namespace averment::events
