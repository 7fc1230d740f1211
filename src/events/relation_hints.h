// What the events of a text say of a pair.

#pragma once

#include <span>
#include <vector>

#include "averment/document.h"
#include "src/events/relation_features.h"

namespace averment::events {

// `from` and `to` are actors, or kNoToken.
std::vector<EventHint> EventHints(std::span<const Event> events, uint32_t from, uint32_t to);

}  // namespace averment::events
