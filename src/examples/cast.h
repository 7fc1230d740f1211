// Actors for rows that test what comes after them: what the parser names, pronouns, and common
// nouns of people from a short list.  The finder of actors has rows of its own.

#pragma once

#include <vector>

#include "averment/document.h"

namespace averment::examples {

struct Cast {
  std::vector<ActorMention> mentions;  // Each by its head word alone.
  std::vector<Actor> actors;           // One a mention.
};

Cast CastOf(const Syntax& syntax);

}  // namespace averment::examples
