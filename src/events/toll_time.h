// The time that a toll counts: since when, until when, and whether it adds up over a while.
//
//   reads     Syntax, Timexes
//   returns   a TollTime for one count
//   bounded   looks at one sentence and goes at most 8 words up

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "src/events/topic.h"

namespace averment::events {

struct TollTime {
  std::string since, until;   // As in Toll.
  bool over_a_while = false;  // since, until, so far, in the war
  bool each = false;          // a rate: every day, per year
  std::vector<Span> evidence;
};

// `trigger` tells the harm, `count` is the head of what is counted.
TollTime TollTimeOf(const TopicText& text, uint32_t trigger, uint32_t count);

}  // namespace averment::events
