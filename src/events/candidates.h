// Rules that fit a token, and who would fill their roles.
//
//   reads     Syntax, the rules, the events coded so far (to the right)
//   returns   the best Candidate for a trigger, if any

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "averment/document.h"
#include "src/discourse/actor_index.h"
#include "src/events/pattern.h"
#include "src/events/roles.h"
#include "src/events/trace.h"
#include "src/events/trigger_matcher.h"
#include "src/events/words.h"

namespace averment::events {

inline constexpr uint32_t kNoEvent = UINT32_MAX;

// The events found so far and where their triggers stand.
class EventsSoFar {
 public:
  explicit EventsSoFar(const Syntax& syntax) : s_(syntax), at_(syntax.size(), kNoEvent) {}

  void Add(Event event);
  // Without an event: the next number for this trigger.
  void Mark(uint32_t trigger) { at_[trigger] = marked_++; }
  // The event of a content word: its own, or that of the noun which it carries ("step up AID").
  uint32_t At(uint32_t token) const;
  const Event& operator[](uint32_t event) const { return events_[event]; }
  // Hands them over.
  std::vector<Event> Take() { return std::move(events_); }

 private:
  const Syntax& s_;
  std::vector<uint32_t> at_;   // Event by trigger.
  std::vector<Event> events_;  // From right to left.
  uint32_t marked_ = 0;
};

// A rule that fits, with those who fill its roles.
struct Candidate {
  Match match;
  const Phrase* phrase = nullptr;
  std::vector<Participant> sources, targets;
  int filled = 0;                                  // Roles.
  std::optional<size_t> source_path, target_path;  // Of the rule: those that led to somebody.
  bool scene = false;                              // The target is where it was done.

  // The longer phrase, then the better filled; of equals the first stays.
  bool Beats(const Candidate& other) const {
    if (match.tokens.size() != other.match.tokens.size()) {
      return match.tokens.size() > other.match.tokens.size();
    }
    return filled > other.filled;
  }
};

// Keeps references to all that it is given.
class Candidates {
 public:
  Candidates(const RuleSet& rules, const Syntax& syntax, const TokenWords& words,
             const ActorIndex& index, std::span<const ActorMention> mentions,
             std::span<const Actor> actors, const RoleFiller& roles, const EventsSoFar& events,
             uint32_t vessel, const SportWords& sport)
      : rules_(rules),
        s_(syntax),
        words_(words),
        index_(index),
        mentions_(mentions),
        actors_(actors),
        roles_(roles),
        events_(events),
        matcher_(
            syntax, words, mentions, roles, [this](uint32_t token) { return TypeAt(token); },
            vessel, sport) {}
  Candidates(const Candidates&) = delete;  // The matcher asks this one.

  // Tells from now on what is tried, until told otherwise.
  void Record(Trace* trace) {
    trace_ = trace;
    matcher_.Record(trace);
  }

  std::optional<Candidate> BestAt(uint32_t token) const;

 private:
  std::optional<EventType> TypeAt(uint32_t token) const;
  std::optional<Candidate> TryEntry(uint32_t token, const RuleSet::Entry& entry) const;
  // Traces that nobody fills a role that the rule needs.
  void MissRole(const Candidate& c, Attempt::Outcome outcome) const;
  bool FillRoles(Candidate& c) const;
  void FillTargetElse(Candidate& c) const;
  void KeepForeign(Candidate& c) const;
  std::vector<Participant> Fill(const Match& match, const RoleRule& role,
                                std::optional<size_t>& path) const;
  bool MakeMutual(Candidate& c) const;
  bool IsSeveral(const Participant& p) const;

  const RuleSet& rules_;
  const Syntax& s_;
  const TokenWords& words_;
  const ActorIndex& index_;
  std::span<const ActorMention> mentions_;
  std::span<const Actor> actors_;
  const RoleFiller& roles_;
  const EventsSoFar& events_;
  TriggerMatcher matcher_;
  Trace* trace_ = nullptr;
};

}  // namespace averment::events
