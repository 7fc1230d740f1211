// When an event took place: from the expressions of time in its clause, else from its tense.
//
//   reads     Syntax, Timexes
//   returns   for a trigger its time (index) and its date
//   made      once per document; keeps references to what it reads

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "averment/document.h"
#include "src/events/pattern.h"

namespace averment::events {

class EventDates {
 public:
  EventDates(const Syntax& syntax, std::span<const Timex> times, std::optional<Date> published);

  // The Timex that dates the trigger: one below it; else one that hangs on the verb it belongs to.
  // `carrier`: the verb that carries a nominal event ("held" in "held talks on Monday"), or the
  // trigger itself.
  std::optional<uint32_t> TimeOf(uint32_t trigger, uint32_t carrier) const;

  // The date of an event with this time (or none) and status.  `past`: its verb group is.
  EventDate DateOf(std::optional<uint32_t> time, EventStatus status, bool past) const;

  // "Indonesia, which annexed the island in 1976": stated, and ten years before publication.
  bool IsLongAgo(const EventDate& date) const;

 private:
  struct Anchor {
    uint32_t token;  // A token on the way from the Timex up to the verb of its clause.
    uint32_t time;
    friend auto operator<=>(const Anchor&, const Anchor&) = default;
  };
  std::optional<uint32_t> At(uint32_t token) const;

  std::span<const Timex> times_;
  std::optional<Date> published_;
  const Syntax& syntax_;
  std::vector<Anchor> anchors_;  // Sorted.
};

}  // namespace averment::events
