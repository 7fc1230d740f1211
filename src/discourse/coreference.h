// Puts mentions of one actor together: names by their parts ("Kerry" is John Kerry where the
// article has no other Kerry), acronyms, titles, countries with their adjectives and seats,
// bodies by their kind ("the bloc"), counterparts, several at once ("both sides", "each other"),
// speakers ("I"), and third-person pronouns by a careful rule.
//
//   reads     Syntax, the mentions of ActorFinder
//   returns   the mentions, in order of their heads: those given, and those that only an antecedent
//             makes one ("the group"); and actors in order of first mention.  Every mention belongs
//             to exactly one actor, and says by which rule (`link`) unless the actor begins with
//             it. An actor that is several together names them (`members`).
//
// A pronoun that nothing resolves is an actor of its own with basis "unresolved" and rule
// "coreference/unresolved-pronoun"; a record need not list it unless something refers to it.

#pragma once

#include <vector>

#include "averment/document.h"

namespace averment {

// What coreference makes of the mentions.
struct Linked {
  std::vector<ActorMention> mentions;
  std::vector<Actor> actors;
};

// Has no data and no state.
class Coreference {
 public:
  Linked Link(const Syntax& syntax, const std::vector<ActorMention>& mentions) const;
};

}  // namespace averment
