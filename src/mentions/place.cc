// HOW IT WORKS
//
// Four steps, a file each: which words name places (place_scan.cc), which place each name means
// (place_resolve.cc), how each mention is used (place_rules.cc), and here the putting together.

#include "src/mentions/place.h"

#include <unordered_map>

namespace averment {
namespace {

PlacePrecision PrecisionOf(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kTown:
    case PlaceKind::kCapital: return PlacePrecision::kCity;
    case PlaceKind::kAdmin1:
    case PlaceKind::kAdmin2: return PlacePrecision::kAdmin1;
    case PlaceKind::kCountry:
    case PlaceKind::kRegion: return PlacePrecision::kCountry;
  }
  return PlacePrecision::kUnresolved;
}

}  // namespace

Result<PlaceFinder> PlaceFinder::Load(const KnowledgePath& knowledge,
                                      const std::string& gazetteer) {
  Result<PlaceNames> names = PlaceNames::Load(knowledge, gazetteer);
  if (!names.ok()) return names.status();
  Result<PlaceRules> rules = PlaceRules::Load(knowledge / "place" / "rules.txt");
  if (!rules.ok()) return rules.status();
  return PlaceFinder(std::move(names).value(), std::move(rules).value());
}

Place PlaceFinder::Describe(const Syntax& syntax, const PlaceSighting& first,
                            const ResolvedPlace& resolved, PlaceUse use) const {
  Place place;
  place.use = use;
  place.rule = rules_.RuleOf(resolved.sense);
  const uint32_t id = resolved.place;
  if (id == Gazetteer::kNone) {
    place.name = syntax.SpanOf(first.tokens).text();
    place.why = "no place of this name is in the gazetteer";
    return place;
  }
  place.name = names_.name(id);
  place.country = names_.country(id);
  const bool is_admin1 = names_.kind(id) == PlaceKind::kAdmin1;
  const uint32_t admin1 = is_admin1 ? id : names_.admin1(id);
  if (admin1 != Gazetteer::kNone) place.admin1 = names_.name(admin1);
  place.lat = names_.lat(id);
  place.lon = names_.lon(id);
  if (names_.geonames(id) != 0) place.geonames = names_.geonames(id);
  place.feature = names_.feature(id);
  place.precision = PrecisionOf(names_.kind(id));
  return place;
}

std::vector<Place> PlaceFinder::Find(const Syntax& syntax,
                                     const std::optional<FiledFrom>& filed_from) const {
  const PlaceScan scan = ScanForPlaces(names_, syntax, filed_from);
  const std::vector<ResolvedPlace> resolved = ResolvePlaces(names_, syntax, scan);
  std::vector<Place> places;
  std::unordered_map<uint64_t, size_t> index;  // Place (or unknown name) and use to its number.
  for (const PlaceSighting& sighting : scan.sightings) {
    const ResolvedPlace& r = resolved[sighting.name];
    const bool known = r.place != Gazetteer::kNone;
    const PlaceKind kind = known ? names_.kind(r.place) : PlaceKind::kTown;
    const PlaceRules::Use use = rules_.UseOf(syntax, sighting, known ? &kind : nullptr);
    const uint64_t key = (uint64_t(known ? r.place : sighting.name) << 3) |
                         (uint64_t(use.use) << 1) | uint64_t(known);
    const auto [at, is_new] = index.try_emplace(key, places.size());
    if (is_new) places.push_back(Describe(syntax, sighting, r, use.use));
    places[at->second].mentions.push_back(
        {syntax.SpanOf(sighting.tokens), sighting.tokens, *use.rule});
  }
  return places;
}

}  // namespace averment
