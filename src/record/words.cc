// One switch for each closed set; the compiler warns of a word forgotten.

#include "src/record/words.h"

namespace averment {

std::string_view Word(DateBasis b) {
  switch (b) {
    case DateBasis::kNone: return "none";
    case DateBasis::kGiven: return "given";
    case DateBasis::kMetadata: return "metadata";
    case DateBasis::kText: return "text";
  }
  return "";
}

std::string_view Word(SentenceKind k) {
  switch (k) {
    case SentenceKind::kHeadline: return "headline";
    case SentenceKind::kDateline: return "dateline";
    case SentenceKind::kBody: return "body";
    case SentenceKind::kBoilerplate: return "boilerplate";
  }
  return "";
}

std::string_view Word(ActorKind k) {
  switch (k) {
    case ActorKind::kPerson: return "person";
    case ActorKind::kOrganization: return "organization";
    case ActorKind::kCountry: return "country";
    case ActorKind::kGroup: return "group";
    case ActorKind::kPeople: return "people";
  }
  return "";
}

std::string_view Word(MentionKind k) {
  switch (k) {
    case MentionKind::kName: return "name";
    case MentionKind::kNominal: return "nominal";
    case MentionKind::kPronoun: return "pronoun";
  }
  return "";
}

std::string_view Word(TimexType t) {
  switch (t) {
    case TimexType::kDate: return "DATE";
    case TimexType::kTime: return "TIME";
    case TimexType::kDuration: return "DURATION";
    case TimexType::kSet: return "SET";
  }
  return "";
}

std::string_view Word(TimexMod m) {
  switch (m) {
    case TimexMod::kNone: return "";
    case TimexMod::kBefore: return "BEFORE";
    case TimexMod::kAfter: return "AFTER";
    case TimexMod::kOnOrBefore: return "ON_OR_BEFORE";
    case TimexMod::kOnOrAfter: return "ON_OR_AFTER";
    case TimexMod::kLessThan: return "LESS_THAN";
    case TimexMod::kMoreThan: return "MORE_THAN";
    case TimexMod::kEqualOrLess: return "EQUAL_OR_LESS";
    case TimexMod::kEqualOrMore: return "EQUAL_OR_MORE";
    case TimexMod::kStart: return "START";
    case TimexMod::kMid: return "MID";
    case TimexMod::kEnd: return "END";
    case TimexMod::kApprox: return "APPROX";
  }
  return "";
}

std::string_view Word(AttributionKind k) {
  switch (k) {
    case AttributionKind::kDirect: return "direct";
    case AttributionKind::kIndirect: return "indirect";
    case AttributionKind::kMixed: return "mixed";
  }
  return "";
}

std::string_view Word(EventStatus s) {
  switch (s) {
    case EventStatus::kActual: return "actual";
    case EventStatus::kPlanned: return "planned";
    case EventStatus::kHypothetical: return "hypothetical";
    case EventStatus::kRequested: return "requested";
    case EventStatus::kNegated: return "negated";
  }
  return "";
}

std::string_view Word(EventDateBasis b) {
  switch (b) {
    case EventDateBasis::kNone: return "none";
    case EventDateBasis::kStated: return "stated";
    case EventDateBasis::kInherited: return "inherited";
    case EventDateBasis::kTense: return "tense";
  }
  return "";
}

std::string_view Word(PlacePrecision p) {
  switch (p) {
    case PlacePrecision::kUnresolved: return "";
    case PlacePrecision::kSite: return "site";
    case PlacePrecision::kCity: return "city";
    case PlacePrecision::kAdmin1: return "admin1";
    case PlacePrecision::kCountry: return "country";
  }
  return "";
}

std::string_view Word(PlaceUse u) {
  switch (u) {
    case PlaceUse::kLiteral: return "literal";
    case PlaceUse::kModifier: return "modifier";
    case PlaceUse::kMetonym: return "metonym";
  }
  return "";
}

std::string_view Word(PlanStatus s) {
  switch (s) {
    case PlanStatus::kPlanned: return "planned";
    case PlanStatus::kConfirmed: return "confirmed";
    case PlanStatus::kPostponed: return "postponed";
    case PlanStatus::kBroughtForward: return "brought-forward";
    case PlanStatus::kCancelled: return "cancelled";
    case PlanStatus::kHeld: return "held";
  }
  return "";
}

std::string_view Word(DateStanding s) {
  switch (s) {
    case DateStanding::kOriginal: return "original";
    case DateStanding::kSuperseded: return "superseded";
    case DateStanding::kRuledOut: return "ruled-out";
    case DateStanding::kCurrent: return "current";
  }
  return "";
}

std::string_view Word(TollMeasure m) {
  switch (m) {
    case TollMeasure::kKilled: return "killed";
    case TollMeasure::kInjured: return "injured";
    case TollMeasure::kCasualties: return "casualties";
    case TollMeasure::kMissing: return "missing";
    case TollMeasure::kDisplaced: return "displaced";
    case TollMeasure::kDetained: return "detained";
    case TollMeasure::kKidnapped: return "kidnapped";
  }
  return "";
}

std::string_view Word(TollScope s) {
  switch (s) {
    case TollScope::kIncident: return "incident";
    case TollScope::kCumulative: return "cumulative";
  }
  return "";
}

}  // namespace averment
