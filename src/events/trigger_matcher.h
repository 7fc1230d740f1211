// Whether a rule fits a token: its phrase and its conditions, of whatever topic the rule is.
//
//   reads     Syntax, actors, the events coded so far
//   returns   a Match; who fills its roles is RoleFiller's business
//   bounded   as RoleFiller

#pragma once

#include <functional>
#include <optional>
#include <span>

#include "averment/document.h"
#include "src/events/pattern.h"
#include "src/events/roles.h"
#include "src/events/sport.h"
#include "src/events/trace.h"
#include "src/events/words.h"

namespace averment::events {

// The type of the event that a token triggers (or that the noun it carries triggers), if any.
using TypeAt = std::function<std::optional<EventType>(uint32_t token)>;

// Keeps references to all that it is given.  `sport`: what answers `sentence is SPORT`.
class TriggerMatcher {
 public:
  TriggerMatcher(const Syntax& syntax, const TokenWords& words,
                 std::span<const ActorMention> mentions, const RoleFiller& roles, TypeAt type_at,
                 uint32_t vessel, const SportWords& sport)
      : s_(syntax),
        words_(words),
        mentions_(mentions),
        roles_(roles),
        type_at_(std::move(type_at)),
        vessel_(vessel),
        sport_(sport) {}

  // Tells from now on what is tried, until told otherwise.
  void Record(Trace* trace) { trace_ = trace; }

  std::optional<Match> Try(const RuleSet& rules, uint32_t token, const RuleSet::Entry& entry) const;

  // Traces why a rule gives nothing, and where `path` leads.
  std::nullopt_t Miss(const Match& match, const Phrase& phrase, Attempt::Outcome outcome,
                      const Path* path = nullptr, size_t condition = 0) const;

 private:
  bool IsKind(uint32_t token, WordKind kind) const;
  bool IsTerm(uint32_t token, const Term& term) const;
  bool MatchPhrase(const Phrase& phrase, Match& match) const;
  std::optional<uint32_t> ChildWith(uint32_t token, const Term& term) const;
  std::optional<uint32_t> CarrierOf(uint32_t noun) const;
  bool Holds(const Match& match, const Condition& condition) const;
  bool IsBareParticiple(uint32_t token) const;
  bool IsTold(const Match& match, uint16_t ways) const;

  const Syntax& s_;
  const TokenWords& words_;
  std::span<const ActorMention> mentions_;
  const RoleFiller& roles_;
  TypeAt type_at_;
  uint32_t vessel_;  // The class VESSEL.
  SportWords sport_;
  Trace* trace_ = nullptr;
};

}  // namespace averment::events
