// Nouns by which a text goes on about a body or a country that it has named: "the bloc" is the
// European Union, "the agency" one that calls itself so.

#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "averment/document.h"

namespace averment {

struct ReferenceNoun {
  std::string_view word;
  ActorKind actor_kind;
  std::string_view sectors;  // Blanks apart; the actor has one of them ...
  std::string_view names;    // ... or its name one of these words.
};

// Sorted by word.
inline constexpr ReferenceNoun kReferenceNouns[] = {
    {"agency", ActorKind::kOrganization, "", "agency organization organisation programme office"},
    {"airline", ActorKind::kOrganization, "", "airlines airways aerolineas"},
    {"alliance", ActorKind::kOrganization, "", "alliance treaty nato"},
    {"bank", ActorKind::kOrganization, "", "bank"},
    {"bloc", ActorKind::kOrganization, "IGO", "union community association league alliance"},
    {"body", ActorKind::kOrganization, "IGO", ""},
    {"coalition", ActorKind::kOrganization, "", "coalition alliance"},
    {"commission", ActorKind::kOrganization, "", "commission"},
    {"committee", ActorKind::kOrganization, "", "committee"},
    {"company", ActorKind::kOrganization, "BUS", "company corporation inc"},
    {"council", ActorKind::kOrganization, "", "council"},
    {"country", ActorKind::kCountry, "", ""},
    {"court", ActorKind::kOrganization, "", "court tribunal"},
    {"firm", ActorKind::kOrganization, "BUS", "company corporation inc"},
    {"fund", ActorKind::kOrganization, "", "fund"},
    {"group", ActorKind::kGroup, "REB NGO CRM UAF OPP", "front movement brigade brigades army"},
    {"kingdom", ActorKind::kCountry, "", ""},
    {"league", ActorKind::kOrganization, "", "league"},
    {"militia", ActorKind::kGroup, "REB UAF", "militia brigade brigades"},
    {"ministry", ActorKind::kOrganization, "", "ministry"},
    {"movement", ActorKind::kGroup, "REB OPP PTY", "movement"},
    {"nation", ActorKind::kCountry, "", ""},
    {"newspaper", ActorKind::kOrganization, "MED", "times post"},
    {"organisation", ActorKind::kOrganization, "IGO NGO", "organisation organization"},
    {"organization", ActorKind::kOrganization, "IGO NGO", "organisation organization"},
    {"party", ActorKind::kGroup, "PTY", "party league congress"},
    {"tribunal", ActorKind::kOrganization, "", "court tribunal"},
    {"union", ActorKind::kGroup, "LAB", "union confederation"},
};

inline const ReferenceNoun* FindReferenceNoun(std::string_view word) {
  const auto at = std::ranges::lower_bound(kReferenceNouns, word, {}, &ReferenceNoun::word);
  return at != std::end(kReferenceNouns) && at->word == word ? &*at : nullptr;
}

}  // namespace averment
