// Reports on sport, where "beat", "attack" and "strike" tell of games.

#pragma once

#include <cstddef>
#include <cstdint>

#include "averment/document.h"
#include "src/events/words.h"

namespace averment::events {

// Whether the article is one: at least one word in twenty-five, and eight different ones, are of
// the class of its register.
bool IsSport(const TokenWords& words, uint32_t register_class, size_t tokens);

// Of the words on sport those that tell it alone ("goalkeeper") and those of which it takes two
// ("striker", "medal"): strikers march, too.
struct SportWords {
  uint32_t sure = 0, hint = 0;  // Classes.
  bool everywhere = false;      // The whole article is about sport.

  SportWords(const Words& words, const TokenWords& tokens, size_t size);
  SportWords() = default;
};

// Whether the sentence speaks of sport.
bool TellsSport(const TokenWords& words, const SportWords& sport, TokenRange sentence);

}  // namespace averment::events
