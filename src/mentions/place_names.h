// Every name of a place that Averment knows: the gazetteer's, and on top of it the adjectives,
// abbreviations and regions of knowledge/.
//
//   reads     the gazetteer; knowledge/place/names.txt and regions.txt;
//   knowledge/actor/countries.txt returns   for a folded name the places it may mean, for a place
//   its facts

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "averment/result.h"
#include "src/knowledge/gazetteer.h"
#include "src/knowledge/lines.h"
#include "src/knowledge/name_index.h"

namespace averment {

// Immutable once loaded; safe to share.
class PlaceNames {
 public:
  // Fails, naming file and line, on a malformed line, an unknown country, a name of nothing.
  static Result<PlaceNames> Load(const KnowledgePath& knowledge, const std::string& gazetteer);

  struct Candidate {
    uint32_t place;
    bool other = false;  // Not by its main name.
    bool ours = false;   // By a name that knowledge/place/names.txt gives it.
  };

  // The places of a name (as FoldName makes it), appended; whether there were any.  `upper`:
  // whether it was written in capitals: "US" is no "us".  `codes`: also "TX", which is a name only
  // behind a town's.
  bool Find(std::string_view folded, bool upper, bool codes, std::vector<Candidate>& out) const;
  // The place of an adjective or a people ("Syrian", "Russians"), or Gazetteer::kNone.
  uint32_t OfAdjective(std::string_view folded) const;
  // A name that is rather another word: "Mobile", "March".
  bool IsWord(std::string_view folded) const { return words_.contains(folded); }

  PlaceKind kind(uint32_t place) const;
  std::string_view name(uint32_t place) const;
  std::string_view country(uint32_t place) const;  // Alpha-3, or empty.
  uint16_t country_number(uint32_t place) const;   // UINT16_MAX without a country.
  uint32_t admin1(uint32_t place) const;           // Or kNone.
  uint32_t admin2(uint32_t place) const;
  uint32_t population(uint32_t place) const;
  double lat(uint32_t place) const;
  double lon(uint32_t place) const;
  uint32_t geonames(uint32_t place) const;  // 0: none.
  std::string_view feature(uint32_t place) const;

  std::string Hash() const { return gazetteer_.Hash(); }  // Of the gazetteer.

 private:
  // A region that the gazetteer does not have.
  struct Region {
    std::string name, feature;
    double lat = 0, lon = 0;
    uint16_t country = UINT16_MAX;
    uint32_t geonames = 0;
  };
  struct Own {
    uint32_t place;
    bool upper;  // Must be written in capitals.
    bool code;
    bool given;  // In names.txt.
  };
  template <typename T>
  using ByName = std::unordered_map<std::string, T, WordHash, std::equal_to<>>;

  explicit PlaceNames(Gazetteer gazetteer) : gazetteer_(std::move(gazetteer)) {}
  bool IsRegion(uint32_t place) const { return place >= gazetteer_.size(); }
  const Region& region(uint32_t place) const { return regions_[place - gazetteer_.size()]; }
  // A place of this country and name, not the country itself; of this feature unless empty.
  uint32_t InCountry(uint32_t country, std::string_view name, std::string_view feature) const;
  uint32_t TargetOf(std::string_view target) const;
  Status ReadCountries(const LineFile& file);
  Status ReadRegions(const LineFile& file);
  Status ReadNames(const LineFile& file);
  Status AddNames(const LineFile& file, const Line& line, std::string_view list, uint32_t place,
                  bool code, bool given);
  Status AddAdjectives(const LineFile& file, const Line& line, std::string_view list,
                       uint32_t place);

  Gazetteer gazetteer_;
  std::vector<Region> regions_;
  ByName<std::vector<Own>> own_;
  ByName<uint32_t> adjectives_;
  WordSet words_;
};

}  // namespace averment
