// Places that an event may be directed at although nobody is named there: "shelled HOMS", "lifted
// the curfew in THE CAPITAL".
//
//   reads     Syntax, the Places, what coreference made
//   returns   the same with further mentions (ActorMention::scene), behind the others, and the
//             actors that only they have; a country that the text names as an actor is that actor.
//             No scene has its head where another mention has its own.
//
// Finders pass scenes over (ActorIndex::MentionOf) unless they ask for them
// (ActorIndex::SceneOf), and a record lists those alone that an event has as a participant.

#pragma once

#include <span>

#include "averment/document.h"
#include "src/discourse/coreference.h"

namespace averment {

Linked WithScenes(const Syntax& syntax, std::span<const Place> places, Linked linked);

}  // namespace averment
