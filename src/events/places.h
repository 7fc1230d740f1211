// Where an event took place: from the places that syntax ties to its words, and from nothing else.
//
//   reads     Syntax, Places
//   returns   for a trigger its place (index), never a metonym, an adjective or a possessor
//   made      once per document; keeps references to what it reads

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "averment/document.h"

namespace averment::events {

class EventPlaces {
 public:
  EventPlaces(const Syntax& syntax, std::span<const Place> places);

  // The place of the trigger: of itself ("talks in Geneva", "the Geneva talks"), of the verb that
  // carries it ("held talks in Geneva"), or of the verb whose subject or object it is ("the talks
  // took place in Geneva").
  std::optional<uint32_t> PlaceOf(uint32_t trigger, uint32_t carrier) const;

 private:
  struct Anchor {
    uint32_t token;
    uint32_t mention;  // Its first token: the place told first counts.
    uint32_t place;
    friend auto operator<=>(const Anchor&, const Anchor&) = default;
  };
  void AddMention(uint32_t place, const PlaceMention& mention, bool town);
  std::optional<uint32_t> At(uint32_t token) const;

  const Syntax& syntax_;
  std::vector<Anchor> anchors_;  // Sorted.
};

}  // namespace averment::events
