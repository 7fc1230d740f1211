// "will" plans, "may" leaves open, "must" demands, "not" denies, "if" supposes; "would" plans only
// as the past of "will".

#include "src/events/status_group.h"

#include "src/events/grammar.h"

namespace averment::events {
namespace {

// "No protesters were arrested", "killed nobody", "neither side agreed".
void ReadQuantifiers(const Syntax& s, uint32_t verb, Judgement& j) {
  for (uint32_t c : s[verb].child_indices()) {
    const TokenData& t = s.tokens[c];
    const bool argument = t.dep == Dep::knsubj || t.dep == Dep::knsubjpass || t.dep == Dep::kdobj;
    if (!argument) continue;
    const std::string_view word = s[c].lower();
    bool none = word == "nobody" || word == "none" || word == "neither";
    for (uint32_t d : s[c].child_indices()) {
      none = none || s[d].lower() == "neither" ||
             (s.tokens[d].dep == Dep::kdet && s[d].lower() == "no");
    }
    if (none && j.status == EventStatus::kActual) j.Because(Effect::kNegated, c);
  }
}

// "had to withdraw" did; "must have withdrawn" is a guess; "must withdraw" is a demand.
void ReadObligation(const Clause& c, uint32_t modal, Judgement& j) {
  if (c.modality == Modality::kMust && c.tense == Tense::kPast && !c.perfect) return;
  j.Because(c.perfect ? Effect::kHypothetical : Effect::kRequested, modal);
}

// "said they would meet" is a plan seen from then; "would have met" and "would meet if" are not.
bool IsToldInPast(const Syntax& s, const Clause& c) {
  if (c.conditioned || c.perfect) return false;
  const auto governor = GovernorOf(s, c.verb);
  if (!governor || *governor == c.verb || !IsVerb(s, *governor)) return false;
  return ClauseOf(s, *governor).IsPast();
}

bool IsImperative(const Syntax& s, uint32_t verb) {
  const TokenData& t = s.tokens[verb];
  if (t.tag != Tag::kVB || t.head != verb) return false;
  for (uint32_t c : s[verb].child_indices()) {
    const Dep dep = s.tokens[c].dep;
    if (dep == Dep::knsubj || dep == Dep::knsubjpass || dep == Dep::kaux) return false;
  }
  return true;
}

void ReadGroup(const Syntax& s, const Clause& c, Judgement& j) {
  const uint32_t modal = c.modal.value_or(c.verb);
  switch (c.modality) {
    case Modality::kNone: break;
    case Modality::kWill:
      j.Because(c.conditioned ? Effect::kHypothetical : Effect::kPlanned, modal);
      break;
    case Modality::kBeTo:
    case Modality::kDueTo:
    case Modality::kGoingTo: j.Because(Effect::kPlanned, modal); break;
    case Modality::kWould:
      j.Because(IsToldInPast(s, c) ? Effect::kPlanned : Effect::kHypothetical, modal);
      break;
    case Modality::kMay:
    case Modality::kCan:
    case Modality::kCould: j.Because(Effect::kHypothetical, modal); break;
    case Modality::kShould:
    case Modality::kMust: ReadObligation(c, modal, j); break;
  }
  if (c.conditional) j.Because(Effect::kHypothetical, c.marker.value_or(c.verb));
  if (c.negated) j.Because(Effect::kNegated, c.negation.value_or(c.verb));
  if (IsImperative(s, c.verb)) j.Because(Effect::kRequested, c.verb);
}

}  // namespace

void ReadVerbGroup(const Syntax& s, const Clause& clause, uint32_t verb, Judgement& j) {
  ReadGroup(s, clause, j);
  ReadQuantifiers(s, verb, j);
}

}  // namespace averment::events
