// A phrase is matched from its head down, then the conditions, cheapest first: few words are
// triggers, and most rules of a trigger fail on their phrase.

#include "src/events/trigger_matcher.h"

#include <algorithm>

#include "src/events/grammar.h"
#include "src/syntax/clause.h"

namespace averment::events {

std::optional<Match> TriggerMatcher::Try(const RuleSet& rules, uint32_t token,
                                         const RuleSet::Entry& entry) const {
  using Outcome = Attempt::Outcome;
  if (!IsKind(token, entry.phrase.kind) && trace_ == nullptr) return std::nullopt;
  Match match{&rules.rules()[entry.rule], token, entry.phrase.kind, {token}, std::nullopt};
  if (!IsKind(token, entry.phrase.kind)) return Miss(match, entry.phrase, Outcome::kWordKind);
  if (!MatchPhrase(entry.phrase, match)) return Miss(match, entry.phrase, Outcome::kPhrase);
  if (match.kind == WordKind::kNoun) match.carrier = CarrierOf(token);
  for (const Condition& condition : match.rule->conditions) {
    if (Holds(match, condition) != condition.unless) continue;
    return Miss(match, entry.phrase, Outcome::kCondition, &condition.path,
                size_t(&condition - match.rule->conditions.data()));
  }
  return match;
}

std::nullopt_t TriggerMatcher::Miss(const Match& match, const Phrase& phrase,
                                    Attempt::Outcome outcome, const Path* path,
                                    size_t condition) const {
  if (trace_ == nullptr) return std::nullopt;
  Attempt attempt{match.trigger, match.rule, &phrase, outcome, condition, {}, {}, {}, {}};
  if (path != nullptr) attempt.reached = roles_.Follow(match, *path);
  trace_->attempts.push_back(std::move(attempt));
  return std::nullopt;
}

bool TriggerMatcher::IsKind(uint32_t token, WordKind kind) const {
  const TokenData& t = s_.tokens[token];
  switch (kind) {
    case WordKind::kVerb: return t.pos == Pos::kVERB || (t.tag == Tag::kVBN && t.pos == Pos::kADJ);
    case WordKind::kNoun:
      return t.pos == Pos::kNOUN || (t.pos == Pos::kPROPN && (t.entity == EntityType::kNone ||
                                                              t.entity == EntityType::kEVENT));
    case WordKind::kAdjective: return t.pos == Pos::kADJ || t.tag == Tag::kVBN;
  }
  return false;
}

bool TriggerMatcher::IsTerm(uint32_t token, const Term& term) const {
  if (!term.class_id) return words_.Is(token, term.word);
  if (words_.InClass(token, *term.class_id)) return true;
  if (!words_.InClass(token, vessel_)) return false;  // "a series of SANCTIONS"
  std::vector<uint32_t> held;
  PrepositionObjects(s_, token, "of", held);
  return std::ranges::any_of(held, [&](uint32_t t) { return words_.InClass(t, *term.class_id); });
}

// Each further word hangs below one already matched, or opens a clause there ("for X to leave",
// "to leave", "said X MUST leave", "said X would NOT leave").
bool TriggerMatcher::MatchPhrase(const Phrase& phrase, Match& match) const {
  for (const Term& term : phrase.rest) {
    std::optional<uint32_t> found;
    for (size_t k = match.tokens.size(); k-- > 0 && !found;) {
      found = ChildWith(match.tokens[k], term);
    }
    if (!found) return false;
    match.tokens.push_back(*found);
  }
  return true;
}

std::optional<uint32_t> TriggerMatcher::ChildWith(uint32_t token, const Term& term) const {
  for (uint32_t c : s_[token].child_indices()) {
    const bool own_to = s_.tokens[c].tag == Tag::kTO && s_.tokens[c].dep == Dep::kaux;
    if (!own_to && IsTerm(c, term)) return c;  // Not the "to" of "to agree".
  }
  for (uint32_t c : s_[token].child_indices()) {
    const Dep dep = s_.tokens[c].dep;
    if (dep != Dep::kadvcl && dep != Dep::kccomp && dep != Dep::kxcomp) continue;
    for (uint32_t d : s_[c].child_indices()) {
      const bool opens = s_.tokens[d].dep == Dep::kmark || s_.tokens[d].tag == Tag::kTO ||
                         s_.tokens[d].tag == Tag::kMD || s_.tokens[d].dep == Dep::kneg;
      if (opens && IsTerm(d, term)) return d;
    }
  }
  return std::nullopt;
}

// "held" in "held talks", "talks were held"; "engaged" in "engaged in talks".
std::optional<uint32_t> TriggerMatcher::CarrierOf(uint32_t noun) const {
  const TokenData& t = s_.tokens[noun];
  if (t.head == noun) return std::nullopt;
  if (t.dep == Dep::kconj && IsNoun(s_, t.head) && noun - t.head < 8) {
    const Dep dep = s_.tokens[t.head].dep;
    if (dep == Dep::kdobj || dep == Dep::knsubjpass) return s_.tokens[t.head].head;
    return std::nullopt;
  }
  if (t.dep == Dep::kdobj || t.dep == Dep::knsubjpass || t.dep == Dep::knsubj) return t.head;
  if (t.dep == Dep::kpobj && s_.tokens[t.head].dep == Dep::kprep) {
    const uint32_t above = s_.tokens[t.head].head;
    const std::string_view word = s_[t.head].lower();
    if (IsVerb(s_, above) && (word == "in" || word == "to" || word == "into" || word == "on")) {
      return above;
    }
  }
  return std::nullopt;
}

bool TriggerMatcher::Holds(const Match& match, const Condition& condition) const {
  if (condition.told != 0) return IsTold(match, condition.told);
  if (condition.path.front().kind == StepKind::kSentence &&
      std::ranges::find(condition.terms, std::optional(sport_.sure), &Term::class_id) !=
          condition.terms.end() &&
      TellsSport(words_, sport_, s_[match.trigger].sentence().tokens)) {
    return true;
  }
  for (uint32_t token : roles_.Follow(match, condition.path)) {
    for (const Term& term : condition.terms) {
      if (IsTerm(token, term)) return true;
    }
    if (condition.actor) {
      std::vector<Participant> any;
      roles_.Participants(token, false, any);
      if (!any.empty()) return true;
    }
    if (condition.types.empty()) continue;
    const auto type = type_at_(token);
    if (type && std::ranges::find(condition.types, *type) != condition.types.end()) return true;
  }
  return false;
}

// How the clause of the trigger, or of the verb that carries it, is told.
bool TriggerMatcher::IsBareParticiple(uint32_t token) const {
  const TokenData& t = s_.tokens[token];
  if (t.dep != Dep::kacl || (t.tag != Tag::kVBN && t.tag != Tag::kVBD)) return false;
  return std::ranges::none_of(s_[token].child_indices(), [&](uint32_t c) {
    const Dep dep = s_.tokens[c].dep;
    return dep == Dep::kaux || dep == Dep::kauxpass;
  });
}

bool TriggerMatcher::IsTold(const Match& match, uint16_t ways) const {
  const Clause c = ClauseOf(s_, match.carrier.value_or(match.trigger));
  uint16_t told = 0;
  switch (c.modality) {
    case Modality::kNone:
      if (c.IsPast()) told |= kToldPast;
      if (c.tense == Tense::kPast && c.perfect) told |= kToldBefore;
      if (c.tense == Tense::kPresent && !c.perfect) told |= kToldPresent;
      if (c.tense == Tense::kPresent && c.perfect) told |= kToldPerfect;
      if (c.tense == Tense::kFuture) told |= kToldFuture;
      if (c.tense == Tense::kNone && !c.perfect) told |= kToldStanding;
      break;
    case Modality::kWill:
    case Modality::kWould:
    case Modality::kBeTo:
    case Modality::kDueTo:
    case Modality::kGoingTo: told |= c.perfect ? kToldBefore : kToldFuture; break;
    case Modality::kMay:
    case Modality::kCan:
    case Modality::kCould: told |= kToldPossible; break;
    case Modality::kShould:
    case Modality::kMust: told |= kToldDemanded; break;
  }
  // "groups opposed to", which the tagger may take for a past tense.
  if (IsBareParticiple(match.trigger)) told = kToldStanding;
  if (c.negated) told |= kToldNegated;
  if (c.conditional) told |= kToldConditional;
  return (told & ways) != 0;
}

}  // namespace averment::events
