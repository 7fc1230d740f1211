#include "src/events/relation_hints.h"

#include <algorithm>

namespace averment::events {
namespace {

bool Plays(const std::vector<Participant>& role, uint32_t actor) {
  return actor != kNoToken && std::ranges::find(role, actor, &Participant::actor) != role.end();
}

}  // namespace

std::vector<EventHint> EventHints(std::span<const Event> events, uint32_t from, uint32_t to) {
  std::vector<EventHint> hints;
  for (const Event& e : events) {
    hints.push_back({e.trigger, e.type, e.plover, e.status, Plays(e.sources, from),
                     Plays(e.targets, to), Plays(e.sources, to), Plays(e.targets, from), e.rule});
  }
  return hints;
}

}  // namespace averment::events
