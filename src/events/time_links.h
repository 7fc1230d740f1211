// Which word an expression of time hangs on, and by which preposition: "on" and "held" for "Friday"
// in "held on Friday".
//
//   reads     Syntax, Timexes
//   returns   links in order of their anchors
//   bounded   goes at most 6 words up from each Timex

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "averment/document.h"

namespace averment::events {

// Whether it says when, rather than how long or how often, and how that is bounded.
bool SaysWhen(const Timex& time);
// The first token of the range whose head lies outside it.
uint32_t TopOf(const Syntax& syntax, TokenRange range);

struct TimeLink {
  uint32_t anchor = 0;               // The verb, noun or adjective that it hangs on.
  uint32_t time = 0;                 // Index into the Timexes.
  std::string_view word;             // The preposition; "adverbial" where there is none.
  TimexMod bound = TimexMod::kNone;  // What the words round it make of it: "no earlier than".
};

// Dates and times that say when; no durations, no sets.
std::vector<TimeLink> LinkTimes(const Syntax& syntax, std::span<const Timex> times);

// The date as a plan's schedule has it: "after August" is August, AFTER, from the day behind it on.
// `negated`: the clause is, so that "before August" and "until August" mean from August on.
ScheduleItem ScheduledFor(const Timex& time, const TimeLink& link, bool negated);

}  // namespace averment::events
