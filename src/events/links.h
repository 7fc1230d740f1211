// What ties the events of one article together: a demand or a promise to what is demanded, a denial
// to what it denies, and every further mention of an event to the first.
//
//   reads     Syntax, actors, attributions, the events in text order
//   returns   in the events: Event::of, Event::same_as, and the date that one mention of
//             an event tells and another does not (inherited)
//   bounded   each event is compared with the kMostBefore before it, at most

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "averment/document.h"

namespace averment::events {

// What links are made from; all of one document.
struct LinkLayers {
  const Syntax& syntax;
  std::span<const Actor> actors;
  std::span<const Attribution> attributions;
};

// A demand, a promise, a denial points at the event in the clause or phrase that it takes.
void LinkContents(const Syntax& syntax, std::vector<Event>& events);

// Whether the event of this trigger denies ("denied"), and by a word that only points back at what
// was said ("denied the CHARGE").
using PointsBack = std::function<bool(const Event&)>;

void LinkDenials(const LinkLayers& layers, const PointsBack& points_back,
                 std::vector<Event>& events);

void LinkRepeats(const LinkLayers& layers, std::vector<Event>& events);

// Denies responsibility (CAMEO 016, PLOVER's REJECT).
bool IsDenial(const Event& event);

}  // namespace averment::events
