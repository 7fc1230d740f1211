// The closed lists of words that paths in rules are made of.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/events/pattern.h"

namespace averment::events {

// Splits at blanks.
std::vector<std::string> SplitBlanks(std::string_view text);

// "object" of a path, or nothing.
std::optional<StepKind> ParseStep(std::string_view word);

// The prepositions a path may name, so that a misspelt function is an error.
bool IsPreposition(std::string_view word);

// "future" of `told is future`: its bit (kToldFuture), or nothing.
std::optional<uint16_t> ParseTold(std::string_view word);

}  // namespace averment::events
