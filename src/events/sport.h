// Reports on sport, where "beat", "attack" and "strike" tell of games.

#pragma once

#include <cstddef>
#include <cstdint>

#include "src/events/words.h"

namespace averment::events {

// Whether the article is one: at least one word in twenty-five, and eight different ones, are of
// the class of its register.
bool IsSport(const TokenWords& words, uint32_t register_class, size_t tokens);

}  // namespace averment::events
