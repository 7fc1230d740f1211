// Which place each name of a text means.
//
//   reads     the names and sightings of a text, PlaceNames
//   returns   for each name the place and why this one
//   knows     nothing beyond the gazetteer; the weights were tuned on development texts

#pragma once

#include <cstdint>
#include <vector>

#include "src/mentions/place_scan.h"

namespace averment {

// Why a place was chosen, weakest last.
enum class PlaceSense : uint8_t {
  kUnknown,   // No place of this name is known.
  kOnly,      // The only place of its name.
  kDivision,  // Said to lie there: "Paris, Texas".
  kNear,      // Others of the text lie near, or in the same division or country.
  kLargest,   // The best known of its name.
};

struct ResolvedPlace {
  uint32_t place = Gazetteer::kNone;
  PlaceSense sense = PlaceSense::kUnknown;
};

// One for each of `scan.names`.  Bounded: a name has at most kMostPerName candidates, and each is
// compared with a bounded number of others.
std::vector<ResolvedPlace> ResolvePlaces(const PlaceNames& names, const Syntax& syntax,
                                         const PlaceScan& scan);

}  // namespace averment
