#include "src/events/relation_hints.h"

#include <algorithm>

namespace averment::events {
namespace {

bool Has(const std::vector<Participant>& role, uint32_t actor) {
  return actor != kNoToken && std::ranges::find(role, actor, &Participant::actor) != role.end();
}

}  // namespace

std::vector<EventHint> EventHints(std::span<const Event> events, uint32_t from, uint32_t to) {
  std::vector<EventHint> hints;
  for (const Event& e : events) {
    hints.push_back({e.trigger, e.type, e.plover, e.status, Has(e.sources, from),
                     Has(e.targets, to), Has(e.sources, to), Has(e.targets, from), e.rule});
  }
  return hints;
}

}  // namespace averment::events
