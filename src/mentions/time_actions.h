// The closed list of actions that time rules choose from: what each needs, and the arithmetic.

#pragma once

#include <optional>

#include "averment/document.h"
#include "src/knowledge/pattern_set.h"
#include "src/mentions/calendar.h"
#include "src/mentions/time_direction.h"
#include "src/mentions/time_focus.h"
#include "src/mentions/time_meaning.h"

namespace averment {

// What an expression is resolved against.
struct TimeContext {
  const Syntax& syntax;
  const TimeDirection& direction;
  std::optional<Date> published;
  TimeFocus focus;
  uint32_t begin = 0;  // First token of the whole expression: of "9 a.m." for "Tuesday" in it.
};

const PatternSchema& TimeSchema();

// What the match means.  Nothing where it names no date (February 30), or where it needs a
// publication date and there is none.
std::optional<TimeMeaning> Resolve(const PatternSet& rules, const PatternMatcher& matcher,
                                   const PatternMatch& match, const TimeContext& context);

}  // namespace averment
