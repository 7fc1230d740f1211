// Every finding of a record as one line for eyes, the same wherever findings are listed.

#pragma once

#include <string>
#include <vector>

#include "averment/record.h"

namespace averment::cli {

struct FindingLine {
  std::string kind, id;  // "event", "e3".
  std::string what;      // "AID 070, planned: Norway (NOR) > Jordan (JOR)"; no ids in it.
  std::string rule;
  std::vector<Record::Span> words;  // Its evidence, never empty; what it hangs on first.
};

// Attributions, events, plans, tolls, stances, then times, places and actors, each in their order.
std::vector<FindingLine> ListFindings(const Record& record);

}  // namespace averment::cli
