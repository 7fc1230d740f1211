// What PLOVER's convention codes for an event, beside what it is.

#pragma once

#include <optional>

#include "averment/document.h"
#include "src/events/ontology.h"

namespace averment::events {

// PLOVER has no status: it codes a plan to help as an agreement, an announced attack as a threat, a
// withdrawal to come as a concession, and nothing for what is demanded, denied or merely possible.
//   called_off: a meeting or visit that was planned and cancelled.
std::optional<EventType> PloverOf(const Ontology& ontology, EventType type, EventStatus status,
                                  bool called_off);

}  // namespace averment::events
