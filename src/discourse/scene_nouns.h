// Nouns for places and things that somebody may act on although nobody is named there: "shelled the
// village", "sent troops to the border".

#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace averment {

// Sorted.
inline constexpr std::string_view kSceneNouns[] = {
    "airbase",  "airfield",  "airport",      "area",       "barracks",     "base",
    "border",   "bridge",    "building",     "camp",       "capital",      "checkpoint",
    "church",   "city",      "clinic",       "coast",      "compound",     "consulate",
    "convoy",   "country",   "crossing",     "dam",        "depot",        "district",
    "embassy",  "enclave",   "facility",     "factory",    "farm",         "field",
    "frontier", "garrison",  "headquarters", "hideout",    "hospital",     "hotel",
    "house",    "island",    "market",       "mosque",     "neighborhood", "neighbourhood",
    "oilfield", "outpost",   "palace",       "peninsula",  "pipeline",     "plant",
    "port",     "position",  "prison",       "province",   "reactor",      "refinery",
    "region",   "republic",  "school",       "settlement", "shrine",       "site",
    "square",   "station",   "stronghold",   "suburb",     "synagogue",    "target",
    "temple",   "territory", "town",         "village",    "warehouse",    "zone"};

inline bool IsSceneNoun(std::string_view lemma) {
  return std::ranges::binary_search(kSceneNouns, lemma);
}

}  // namespace averment
