// Which words of a text name places; not yet which places.
//
//   reads     Syntax, the dateline
//   returns   sightings in text order, never overlapping, and the different names among them

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "src/mentions/place_names.h"

namespace averment {

enum class PlaceForm : uint8_t {
  kName,       // "Syria"
  kAdjective,  // "Syrian"
  kPeople,     // "Syrians"
};

// A name of the text, with what it may mean.  Equal names mean the same place all through.
struct PlaceName {
  std::string folded;
  std::vector<PlaceNames::Candidate> candidates;  // Empty: unknown to the gazetteer.
  uint32_t sightings = 0;
};

struct PlaceSighting {
  TokenRange tokens;
  uint32_t name;  // Index into PlaceScan::names.
  PlaceForm form = PlaceForm::kName;
  bool inside = false;  // Part of a longer name of something else: "Boston University".
};

struct PlaceScan {
  std::vector<PlaceName> names;
  std::vector<PlaceSighting> sightings;
};

PlaceScan ScanForPlaces(const PlaceNames& names, const Syntax& syntax,
                        const std::optional<FiledFrom>& filed_from);

}  // namespace averment
