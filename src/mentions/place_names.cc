// Places are numbered: first the gazetteer's rows, then our regions.

#include "src/mentions/place_names.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace averment {
namespace {

// All of `text` as a number.
template <typename T>
std::optional<T> Number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "US", "U.S.", "TX": short, and without a small letter.
bool IsCapitalised(std::string_view name) {
  size_t letters = 0;
  for (char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters <= 4;
}

// Territories that belong to another state; GeoNames tells them apart from independent ones.
bool IsDependent(std::string_view country) {
  constexpr std::string_view kTerritories =
      "ASM AIA ABW BMU IOT VGB CYM CXR CCK COK CUW FLK FRO GUF PYF ATF GIB GRL GLP GUM GGY HKG IMN "
      "JEY MAC MTQ MYT MSR NCL NIU NFK MNP PCN PRI REU BLM SHN MAF SPM SXM SJM TKL TCA VIR WLF BES "
      "ALA UMI BVT HMD SGS ESH";
  return kTerritories.find(country) != std::string_view::npos;
}

// A country replaces that of its code, a region that of its first name.
LineEntry CountryEntry(const Line& line) { return {LineEntry::Kind::kReplaces, line.key}; }
LineEntry RegionEntry(const Line& line) {
  const std::string name = line.rest.substr(0, line.rest.find_first_of(",|:"));
  return {LineEntry::Kind::kReplaces, line.key + " " + SqueezeBlanks(name)};
}

}  // namespace

Result<PlaceNames> PlaceNames::Load(const KnowledgePath& knowledge, const std::string& gazetteer) {
  Result<Gazetteer> opened = Gazetteer::Open(gazetteer);
  if (!opened.ok()) return opened.status();
  PlaceNames names(std::move(opened).value());
  struct File {
    KnowledgePath path;
    EntryOf entry_of;
    Status (PlaceNames::*read)(const LineFile&);
  };
  const File files[] = {
      {knowledge / "actor" / "countries.txt", CountryEntry, &PlaceNames::ReadCountries},
      {knowledge / "place" / "regions.txt", RegionEntry, &PlaceNames::ReadRegions},
      {knowledge / "place" / "names.txt", ListEntry, &PlaceNames::ReadNames}};
  for (const auto& [path, entry_of, read] : files) {
    Result<LineFile> file = LineFile::Load(path, entry_of);
    if (!file.ok()) return file.status();
    if (Status status = (names.*read)(file.value()); !status.ok()) return status;
  }
  return names;
}

// ALPHA-3 names | adjectives | people | seats.  Seats are governments, not places.
Status PlaceNames::ReadCountries(const LineFile& file) {
  for (const Line& line : file.lines) {
    const std::optional<uint32_t> country = gazetteer_.Country(line.key);
    if (!country) continue;  // States of the past.
    const std::vector<std::string> columns = SplitAt(line.rest, '|');
    if (Status s = AddNames(file, line, columns[0], *country, false, false); !s.ok()) return s;
    for (size_t i = 1; i < std::min<size_t>(columns.size(), 3); ++i) {
      if (Status s = AddAdjectives(file, line, columns[i], *country); !s.ok()) return s;
    }
  }
  return Status();
}

// FEATURE names | adjectives : LAT LON [ALPHA-3] [geonames=ID]
Status PlaceNames::ReadRegions(const LineFile& file) {
  for (const Line& line : file.lines) {
    const size_t colon = line.rest.rfind(':');
    if (colon == std::string::npos) return file.Error(line, "expected `FEATURE names : LAT LON`");
    const std::vector<std::string> facts = SplitAt(SqueezeBlanks(line.rest.substr(colon + 1)), ' ');
    Region region;
    const auto lat = Number<double>(facts[0]);
    const auto lon = facts.size() > 1 ? Number<double>(facts[1]) : std::nullopt;
    if (!lat || !lon || *lat < -90 || *lat > 90 || *lon < -180 || *lon > 180) {
      return file.Error(line, "no latitude and longitude");
    }
    for (size_t i = 2; i < facts.size(); ++i) {
      if (facts[i].starts_with("geonames=")) {
        region.geonames = Number<uint32_t>(std::string_view(facts[i]).substr(9)).value_or(0);
        if (region.geonames == 0) return file.Error(line, "no number: " + facts[i]);
      } else if (const auto number = gazetteer_.CountryNumber(facts[i])) {
        region.country = *number;
      } else {
        return file.Error(line, "no country: " + facts[i]);
      }
    }
    region.feature = line.key;
    region.lat = *lat;
    region.lon = *lon;
    const std::vector<std::string> columns = SplitAt(line.rest.substr(0, colon), '|');
    region.name = SplitAt(columns[0], ',')[0];
    // What the gazetteer has as a division is that division.
    uint32_t place = Gazetteer::kNone;
    if (region.country != UINT16_MAX) {
      const auto country = gazetteer_.Country(gazetteer_.country_code(region.country));
      if (country) place = InCountry(*country, region.name, "ADM1");
    }
    if (place == Gazetteer::kNone) {
      place = uint32_t(gazetteer_.size() + regions_.size());
      regions_.push_back(std::move(region));
    }
    if (Status s = AddNames(file, line, columns[0], place, false, false); !s.ok()) return s;
    if (columns.size() > 1) {
      if (Status s = AddAdjectives(file, line, columns[1], place); !s.ok()) return s;
    }
  }
  return Status();
}

uint32_t PlaceNames::InCountry(uint32_t country, std::string_view name,
                               std::string_view feature) const {
  std::string folded;
  FoldName(name, folded);
  for (uint32_t posting : gazetteer_.Find(folded)) {
    const uint32_t found = Gazetteer::Read(posting).place;
    const bool here = gazetteer_.country_number(found) == gazetteer_.country_number(country);
    const bool fits = feature.empty() || this->feature(found) == feature;
    if (here && fits && found != country) return found;
  }
  return Gazetteer::kNone;
}

// "USA", "USA Ohio", "USA PPLC Washington".
uint32_t PlaceNames::TargetOf(std::string_view target) const {
  const std::optional<uint32_t> country = gazetteer_.Country(target.substr(0, 3));
  if (!country) return Gazetteer::kNone;
  if (target.size() <= 4) return *country;
  target.remove_prefix(4);
  for (std::string_view feature : {"ADM1", "ADM2", "PPLC", "PPL"}) {
    const size_t size = feature.size();
    if (target.starts_with(feature) && target.size() > size && target[size] == ' ') {
      return InCountry(*country, target.substr(size + 1), feature);
    }
  }
  return InCountry(*country, target, "");
}

// name ALPHA-3 [FEATURE] [main name] : other names     of a country, or of a place in it
// code ALPHA-3 [FEATURE] main name : codes                 the same, but only behind a town's name
// word names                                     rather other words
Status PlaceNames::ReadNames(const LineFile& file) {
  for (const Line& line : file.lines) {
    if (line.key == "word") {
      for (const std::string& word : SplitAt(line.rest, ',')) {
        std::string folded;
        FoldName(word, folded);
        words_.insert(folded);
      }
      continue;
    }
    const size_t colon = line.rest.find(':');
    if ((line.key != "name" && line.key != "code") || colon == std::string::npos) {
      return file.Error(line, "expected `name ALPHA-3 [main name] : other names`");
    }
    const std::string target = SqueezeBlanks(line.rest.substr(0, colon));
    const uint32_t place = TargetOf(target);
    if (place == Gazetteer::kNone) return file.Error(line, "the gazetteer has no " + target);
    const std::string list = line.rest.substr(colon + 1);
    if (Status s = AddNames(file, line, list, place, line.key == "code", true); !s.ok()) return s;
  }
  return Status();
}

Status PlaceNames::AddNames(const LineFile& file, const Line& line, std::string_view list,
                            uint32_t place, bool code, bool given) {
  for (const std::string& name : SplitAt(list, ',')) {
    if (name == "-") continue;
    std::string folded;
    FoldName(name, folded);
    if (folded.empty()) return file.Error(line, "a name without a word");
    own_[folded].push_back({place, IsCapitalised(name), code, given});
  }
  return Status();
}

Status PlaceNames::AddAdjectives(const LineFile& file, const Line& line, std::string_view list,
                                 uint32_t place) {
  for (const std::string& name : SplitAt(list, ',')) {
    if (name == "-") continue;
    std::string folded;
    FoldName(name, folded);
    if (folded.empty()) return file.Error(line, "an adjective without a word");
    adjectives_.try_emplace(std::move(folded), place);
  }
  return Status();
}

bool PlaceNames::Find(std::string_view folded, bool upper, bool codes,
                      std::vector<Candidate>& out) const {
  const size_t before = out.size();
  if (const auto own = own_.find(folded); own != own_.end()) {
    for (const Own& o : own->second) {
      if ((upper || !o.upper) && (codes || !o.code)) out.push_back({o.place, false, o.given});
    }
  }
  const size_t ours = out.size();
  // Foreign towns called Eu or Us are never written in capitals.
  if (upper && folded.size() <= 2) return ours > before;
  for (uint32_t posting : gazetteer_.Find(folded)) {
    const Gazetteer::Posting p = Gazetteer::Read(posting);
    const bool known = std::any_of(out.begin() + ptrdiff_t(before), out.begin() + ptrdiff_t(ours),
                                   [&](const Candidate& c) { return c.place == p.place; });
    if (!known) out.push_back({p.place, p.other, false});
  }
  return out.size() > before;
}

uint32_t PlaceNames::OfAdjective(std::string_view folded) const {
  const auto at = adjectives_.find(folded);
  return at == adjectives_.end() ? Gazetteer::kNone : at->second;
}

PlaceKind PlaceNames::kind(uint32_t place) const {
  return IsRegion(place) ? PlaceKind::kRegion : gazetteer_.kind(place);
}
std::string_view PlaceNames::name(uint32_t place) const {
  return IsRegion(place) ? std::string_view(region(place).name) : gazetteer_.name(place);
}
std::string_view PlaceNames::country(uint32_t place) const {
  if (!IsRegion(place)) return gazetteer_.country(place);
  const uint16_t number = region(place).country;
  return number == UINT16_MAX ? std::string_view() : gazetteer_.country_code(number);
}
uint16_t PlaceNames::country_number(uint32_t place) const {
  return IsRegion(place) ? region(place).country : gazetteer_.country_number(place);
}
uint32_t PlaceNames::admin1(uint32_t place) const {
  return IsRegion(place) ? Gazetteer::kNone : gazetteer_.admin1(place);
}
uint32_t PlaceNames::admin2(uint32_t place) const {
  return IsRegion(place) ? Gazetteer::kNone : gazetteer_.admin2(place);
}
uint32_t PlaceNames::population(uint32_t place) const {
  return IsRegion(place) ? 0 : gazetteer_.population(place);
}
double PlaceNames::lat(uint32_t place) const {
  return IsRegion(place) ? region(place).lat : gazetteer_.lat(place);
}
double PlaceNames::lon(uint32_t place) const {
  return IsRegion(place) ? region(place).lon : gazetteer_.lon(place);
}
uint32_t PlaceNames::geonames(uint32_t place) const {
  return IsRegion(place) ? region(place).geonames : gazetteer_.geonames(place);
}
std::string_view PlaceNames::feature(uint32_t place) const {
  if (IsRegion(place)) return region(place).feature;
  switch (gazetteer_.kind(place)) {
    case PlaceKind::kCountry: return IsDependent(gazetteer_.country(place)) ? "PCLD" : "PCLI";
    case PlaceKind::kAdmin1: return "ADM1";
    case PlaceKind::kAdmin2: return "ADM2";
    case PlaceKind::kCapital: return "PPLC";
    default: return "PPL";
  }
}

}  // namespace averment
