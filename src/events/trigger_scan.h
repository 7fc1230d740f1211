// The words of a text that fit the phrase and the conditions of an event rule, whoever fills its
// roles.
//
//   reads     Syntax, the actors, the rules
//   returns   TriggerHints, one type a word: that of the longest phrase

#pragma once

#include <span>
#include <vector>

#include "averment/document.h"
#include "src/discourse/actor_index.h"
#include "src/events/pair.h"
#include "src/events/pattern.h"
#include "src/events/roles.h"
#include "src/events/trigger_matcher.h"
#include "src/events/words.h"

namespace averment::events {

// Keeps references to all that it is given; stays where it is.
class TriggerScan {
 public:
  // `tokens`: the numbers of the words of `syntax`.
  TriggerScan(const Words& words, const RuleSet& rules, const Syntax& syntax,
              const TokenWords& tokens, std::span<const ActorMention> mentions,
              const ActorIndex& index);
  TriggerScan(const TriggerScan&) = delete;

  std::vector<TriggerHint> In(TokenRange range) const;
  // Whether the word is of the class WEAK: one that tells of nothing by itself.
  bool IsWeak(uint32_t token) const { return words_.InClass(token, weak_); }

 private:
  const RuleSet& rules_;
  uint32_t weak_;
  const TokenWords& words_;
  RoleFiller roles_;
  TriggerMatcher matcher_;
};

}  // namespace averment::events
