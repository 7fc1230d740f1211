// Events where no rule tells of one: the pairs of actors that the event model believes in.
//
//   reads     Syntax, actors, the events of the rules
//   returns   Proposals in text order of their sentences, the surest of a sentence first
//   bounded   by kMostActors actors and kMostPairs pairs in a sentence

#pragma once

#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "src/discourse/actor_index.h"
#include "src/events/ontology.h"
#include "src/events/pair.h"
#include "src/events/relation_features.h"
#include "src/events/relation_model.h"
#include "src/events/trace.h"

namespace averment::events {

struct Proposal {
  uint32_t source = 0, target = 0;  // Mentions.
  EventType type = EventType::kConsult;
  float probability = 0;
  RelationScores scores;
  uint32_t trigger = 0;            // The verb or noun that weighed most, else the meeting word.
  std::optional<EventType> known;  // What the rules take the trigger for.
  std::vector<uint32_t> because;   // Further words that weighed, ascending.
  size_t asked = 0;                // Its place in Trace::asked, where there is a trace.
};

// Adds a party that an event of this type lacks: to one of the rules only where a role is empty, to
// one of `ours` also beside others.  False where nobody was added.
bool Complete(const Participant& source, const Participant& target, EventType type, bool ours,
              Event& event);

// What kind of act is proposed where the words round the trigger give it this status; nothing where
// the model has read those words and no act.
std::optional<EventType> ActOf(const Ontology& ontology, const Proposal& proposal,
                               EventStatus status);

// The words of a range that are triggers of rules.
using TriggersOf = std::function<std::vector<TriggerHint>(TokenRange)>;
// Whether a word tells of nothing by itself ("say", "come").
using IsWeakWord = std::function<bool(uint32_t)>;

// Keeps references to all that it is given.
class Proposer {
 public:
  static constexpr size_t kMostActors = 16, kMostPairs = 24;

  Proposer(const RelationModel& model, const WordVectors& vectors, const Syntax& syntax,
           std::span<const ActorMention> mentions, const ActorIndex& index, TriggersOf triggers,
           IsWeakWord is_weak)
      : model_(model),
        vectors_(vectors),
        s_(syntax),
        mentions_(mentions),
        index_(index),
        triggers_(std::move(triggers)),
        is_weak_(std::move(is_weak)) {}

  // `events`: in text order of their triggers.  `trace` is null unless somebody asks.
  std::vector<Proposal> Propose(std::span<const Event> events, Trace* trace) const;

 private:
  void ProposeIn(TokenRange sentence, std::span<const Event> events, Trace* trace,
                 TokenVectors& vectors, std::vector<Proposal>& out) const;
  bool CanTrigger(uint32_t token) const;
  bool IsPlausible(const TokenPair& pair) const;
  RelationHints HintsOf(std::span<const Event> events, uint32_t source, uint32_t target) const;
  uint32_t TriggerOf(const TokenPair& pair, const RelationHints& hints, Proposal& proposal) const;
  Phrased PhraseOfMention(uint32_t mention) const;

  const RelationModel& model_;
  const WordVectors& vectors_;
  const Syntax& s_;
  std::span<const ActorMention> mentions_;
  const ActorIndex& index_;
  TriggersOf triggers_;
  IsWeakWord is_weak_;
};

}  // namespace averment::events
