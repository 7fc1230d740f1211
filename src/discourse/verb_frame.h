// The dependents of a verb by the roles that matter for attribution.

#pragma once

#include <optional>

#include "averment/document.h"

namespace averment {

// The dependents of a verb that matter, by their role.
struct VerbFrame {
  std::optional<Token> subject, passive_subject, object, object_clause_left, object_clause,
      infinitive, gerund, predicate;
  bool passive = false;
};

VerbFrame VerbFrameOf(Token verb);

// A verb or an auxiliary.
bool IsVerbal(Token token);

}  // namespace averment
