// HOW IT WORKS
//
// A name means one place all through a text.  Every candidate starts with what speaks for it alone:
// its kind and population.  Then the names vote for three rounds: a candidate gains from the share
// of the other names that presently lie in its country, in its division, and from how near the
// nearest of them is.  What the text says outright, "Paris, Texas", outweighs all.  (Cf. Leidner
// 2007 for the heuristics.)
//
// Arithmetic is limited to what IEEE 754 defines exactly, so that every machine chooses the same.

#include "src/mentions/place_resolve.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace averment {
namespace {

constexpr int kRounds = 3;
constexpr size_t kMostCandidates = 24;
constexpr size_t kMostNeighbours = 40;  // Names compared with, for nearness.

// Tuned on the development texts (docs/measures.md).
constexpr float kPerDoubling = 0.40f;
constexpr float kCountryBonus = 3, kCapitalBonus = 1, kAdmin1Bonus = 1, kAdmin2Bonus = -1,
                kRegionBonus = 10;
constexpr float kOtherName = -1.5f, kOurName = 2;
constexpr float kCountryVote = 5, kAdmin1Vote = 5, kNearness = 3, kSaid = 10;
constexpr float kNamesake = 0.5f;
constexpr float kNearKm = 250;

// log2, straight between powers of two.
float Log2(uint32_t n) {
  const int whole = std::bit_width(n) - 1;
  return float(whole) + float(n) / float(uint64_t(1) << whole) - 1;
}

// The cosine of a latitude, by its Taylor polynomial.
float Cosine(float degrees) {
  const float x = degrees * 0.01745329252f, y = x * x;
  return 1 - y / 2 * (1 - y / 12 * (1 - y / 30 * (1 - y / 56)));
}

struct Candidate {
  uint32_t place;
  uint16_t country;
  uint32_t admin1;
  PlaceKind kind;
  float lat, lon, cosine;
  float prior;
  bool said = false;  // The text says that it lies where it lies.
  float score = 0;
};

// How near two places are: 1 at the same spot, 1/2 at kNearKm.
float Nearness(const Candidate& a, const Candidate& b) {
  const float north = (a.lat - b.lat) * 111.2f;
  float turn = std::abs(a.lon - b.lon);
  if (turn > 180) turn = 360 - turn;
  const float east = turn * 111.2f * a.cosine;
  return 1 / (1 + (north * north + east * east) / (kNearKm * kNearKm));
}

class Resolver {
 public:
  Resolver(const PlaceNames& names, const Syntax& syntax, const PlaceScan& scan)
      : names_(names), scan_(scan), begin_(scan.names.size() + 1), chosen_(scan.names.size(), -1) {
    for (size_t i = 0; i < scan.names.size(); ++i) {
      begin_[i] = uint32_t(candidates_.size());
      AddCandidates(scan.names[i]);
    }
    begin_.back() = uint32_t(candidates_.size());
    FindDivisions(syntax);
    FindNeighbours();
  }

  std::vector<ResolvedPlace> Resolve() {
    Choose([](const Candidate& c, size_t) { return c.prior; });
    const std::vector<int> first = chosen_;
    for (int round = 0; round < kRounds; ++round) {
      CountVotes();
      const std::vector<int> before = chosen_;
      Choose([&](const Candidate& c, size_t name) { return c.prior + Votes(c, name, before); });
    }
    std::vector<ResolvedPlace> resolved(chosen_.size());
    for (size_t i = 0; i < chosen_.size(); ++i) {
      if (chosen_[i] < 0) continue;
      const Candidate& c = candidates_[size_t(chosen_[i])];
      resolved[i].place = c.place;
      resolved[i].sense = begin_[i + 1] - begin_[i] == 1 ? PlaceSense::kOnly
                          : c.said                       ? PlaceSense::kDivision
                          : chosen_[i] != first[i]       ? PlaceSense::kNear
                                                         : PlaceSense::kLargest;
    }
    return resolved;
  }

 private:
  float PriorOf(const PlaceNames::Candidate& c) const {
    float prior = kPerDoubling * Log2(names_.population(c.place) + 16);
    switch (names_.kind(c.place)) {
      case PlaceKind::kCountry: prior += kCountryBonus; break;
      case PlaceKind::kCapital: prior += kCapitalBonus; break;
      case PlaceKind::kAdmin1: prior += kAdmin1Bonus; break;
      case PlaceKind::kAdmin2: prior += kAdmin2Bonus; break;
      case PlaceKind::kRegion: prior += kRegionBonus; break;
      case PlaceKind::kTown: break;
    }
    if (c.ours) prior += kOurName;
    return c.other ? prior + kOtherName : prior;
  }

  void AddCandidates(const PlaceName& name) {
    const size_t begin = candidates_.size();
    for (const PlaceNames::Candidate& c : name.candidates) {
      const auto lat = float(names_.lat(c.place)), lon = float(names_.lon(c.place));
      const PlaceKind kind = names_.kind(c.place);
      const uint32_t admin1 = kind == PlaceKind::kAdmin1 ? c.place : names_.admin1(c.place);
      candidates_.push_back({c.place, names_.country_number(c.place), admin1, kind, lat, lon,
                             Cosine(lat), PriorOf(c)});
    }
    DisfavourNamesakes(std::span(candidates_).subspan(begin));
    std::stable_sort(candidates_.begin() + ptrdiff_t(begin), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.prior > b.prior; });
    if (candidates_.size() - begin > kMostCandidates) candidates_.resize(begin + kMostCandidates);
  }

  // A division that has its name from its chief town: "Berlin" is rather the town.
  void DisfavourNamesakes(std::span<Candidate> candidates) const {
    for (Candidate& division : candidates) {
      if (division.kind != PlaceKind::kAdmin1) continue;
      for (const Candidate& town : candidates) {
        const bool is_town = town.kind == PlaceKind::kTown || town.kind == PlaceKind::kCapital;
        const uint64_t in_town = names_.population(town.place);
        if (!is_town || town.admin1 != division.place) continue;
        if (in_town * 4 < names_.population(division.place)) continue;
        division.prior = std::min(division.prior, town.prior - kNamesake);
      }
    }
  }

  std::span<Candidate> Of(size_t name) {
    return std::span(candidates_).subspan(begin_[name], begin_[name + 1] - begin_[name]);
  }

  // "Paris, Texas": what follows behind a comma holds what stands before.
  void FindDivisions(const Syntax& s) {
    for (size_t i = 0; i + 1 < scan_.sightings.size(); ++i) {
      const PlaceSighting& a = scan_.sightings[i];
      const PlaceSighting& b = scan_.sightings[i + 1];
      if (a.form != PlaceForm::kName || b.form != PlaceForm::kName) continue;
      if (b.tokens.first != a.tokens.last + 1 || s[a.tokens.last].text() != ",") continue;
      for (Candidate& inner : Of(a.name)) {
        for (Candidate& outer : Of(b.name)) {
          if (!Holds(outer, inner)) continue;
          inner.said = true;
          outer.said = true;
        }
      }
    }
  }

  bool Holds(const Candidate& outer, const Candidate& inner) const {
    if (outer.place == inner.place) return false;
    switch (outer.kind) {
      case PlaceKind::kCountry:
        return inner.kind != PlaceKind::kCountry && inner.country == outer.country;
      case PlaceKind::kAdmin1:
        return inner.kind != PlaceKind::kCountry && inner.admin1 == outer.place;
      case PlaceKind::kAdmin2: return names_.admin2(inner.place) == outer.place;
      default: return false;
    }
  }

  // Those that stand most often in the text, with which all are compared.
  void FindNeighbours() {
    for (uint32_t i = 0; i < scan_.names.size(); ++i) {
      if (begin_[i] < begin_[i + 1]) neighbours_.push_back(i);
    }
    std::stable_sort(neighbours_.begin(), neighbours_.end(), [&](uint32_t a, uint32_t b) {
      return scan_.names[a].sightings > scan_.names[b].sightings;
    });
    if (neighbours_.size() > kMostNeighbours) neighbours_.resize(kMostNeighbours);
  }

  template <typename Score>
  void Choose(Score&& score) {
    for (size_t i = 0; i < chosen_.size(); ++i) {
      float best = 0;
      chosen_[i] = -1;
      for (uint32_t c = begin_[i]; c < begin_[i + 1]; ++c) {
        const float s = score(candidates_[c], i) + (candidates_[c].said ? kSaid : 0);
        if (chosen_[i] >= 0 && s <= best) continue;
        chosen_[i] = int(c);
        best = s;
      }
    }
  }

  static float WeightOf(const PlaceName& name) { return float(std::min(name.sightings, 3u)); }

  void CountVotes() {
    by_country_.clear();
    by_admin1_.clear();
    total_ = 0;
    for (size_t i = 0; i < chosen_.size(); ++i) {
      if (chosen_[i] < 0) continue;
      const Candidate& c = candidates_[size_t(chosen_[i])];
      const float weight = WeightOf(scan_.names[i]);
      total_ += weight;
      if (c.country != UINT16_MAX) by_country_[c.country] += weight;
      if (c.admin1 != Gazetteer::kNone) by_admin1_[c.admin1] += weight;
    }
  }

  // What the other names say.  A name does not vote for itself.
  float Votes(const Candidate& c, size_t name, const std::vector<int>& chosen) const {
    const Candidate& own = candidates_[size_t(chosen[name])];
    const float weight = WeightOf(scan_.names[name]);
    const float others = total_ - weight;
    if (others <= 0) return 0;
    float votes = 0;
    if (const auto at = by_country_.find(c.country); at != by_country_.end()) {
      votes += kCountryVote * (at->second - (own.country == c.country ? weight : 0)) / others;
    }
    if (const auto at = by_admin1_.find(c.admin1); at != by_admin1_.end()) {
      votes += kAdmin1Vote * (at->second - (own.admin1 == c.admin1 ? weight : 0)) / others;
    }
    if (c.kind == PlaceKind::kCountry || c.kind == PlaceKind::kRegion) return votes;
    float nearest = 0;
    for (uint32_t n : neighbours_) {
      if (n == name) continue;
      const Candidate& other = candidates_[size_t(chosen[n])];
      if (other.kind == PlaceKind::kCountry || other.kind == PlaceKind::kRegion) continue;
      nearest = std::max(nearest, Nearness(c, other));
    }
    return votes + kNearness * nearest;
  }

  const PlaceNames& names_;
  const PlaceScan& scan_;
  std::vector<Candidate> candidates_;  // Of all names, one after the other.
  std::vector<uint32_t> begin_;        // Where each name's start.
  std::vector<int> chosen_;            // For each name an index into candidates_, or -1.
  std::vector<uint32_t> neighbours_;
  std::unordered_map<uint16_t, float> by_country_;
  std::unordered_map<uint32_t, float> by_admin1_;
  float total_ = 0;
};

}  // namespace

std::vector<ResolvedPlace> ResolvePlaces(const PlaceNames& names, const Syntax& syntax,
                                         const PlaceScan& scan) {
  if (scan.names.empty()) return {};
  return Resolver(names, syntax, scan).Resolve();
}

}  // namespace averment
