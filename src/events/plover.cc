#include "src/events/plover.h"

namespace averment::events {
namespace {

EventType PloverOfPlan(const Ontology& ontology, EventType type) {
  switch (type) {
    case EventType::kConsult:
    case EventType::kSupport:
    case EventType::kCooperate:
    case EventType::kAid: return EventType::kAgree;
    case EventType::kRetreat: return EventType::kConcede;
    default: break;
  }
  return ontology.QuadOf(type) == Quad::kMaterialConflict ? EventType::kThreaten : type;
}

}  // namespace

std::optional<EventType> PloverOf(const Ontology& ontology, EventType type, EventStatus status,
                                  bool called_off) {
  switch (status) {
    case EventStatus::kActual: return type;
    case EventStatus::kPlanned: return PloverOfPlan(ontology, type);
    case EventStatus::kNegated:
      if (called_off && type == EventType::kConsult) return EventType::kReject;
      return std::nullopt;
    case EventStatus::kRequested:
    case EventStatus::kHypothetical: return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace averment::events
