// HOW IT WORKS
//
// The parser's entities are the first witness: what it takes for a country, town, region or
// building is a place, known or not.  Where it sees something else, or nothing, the gazetteer is
// asked at every capital, and a name counts only with a second witness: a preposition of place
// before it, its state or country behind it, the dateline round it, the name of a body that it
// opens ("Kent County Council"), or the same name seen for sure elsewhere in the text.

#include "src/mentions/place_scan.h"

#include <algorithm>
#include <array>

#include "src/knowledge/name_index.h"

namespace averment {
namespace {

constexpr uint32_t kLongestPlaceName = 7;  // Tokens.
constexpr uint32_t kLargeTown = 100'000;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// A or a letter beyond ASCII; the gazetteer decides about the latter.
bool BeginsCapital(std::string_view text) {
  const unsigned char c = text.empty() ? 0 : static_cast<unsigned char>(text[0]);
  return (c >= 'A' && c <= 'Z') || c >= 0xC3;
}

bool HasOnlyCapitals(std::string_view text) {
  bool any = false;
  for (char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    any = any || (c >= 'A' && c <= 'Z');
  }
  return any;
}

bool IsPlaceEntity(EntityType type) {
  return type == EntityType::kGPE || type == EntityType::kLOC || type == EntityType::kFAC;
}

// "August", "Second": never places, whatever the gazetteer has.
bool IsNumberOrTime(EntityType type) {
  switch (type) {
    case EntityType::kDATE:
    case EntityType::kTIME:
    case EntityType::kCARDINAL:
    case EntityType::kORDINAL:
    case EntityType::kMONEY:
    case EntityType::kPERCENT:
    case EntityType::kQUANTITY:
    case EntityType::kLAW:
    case EntityType::kWORK_OF_ART: return true;
    default: return false;
  }
}

// What ends a name without being needed: "Oaxaca state", "Homs Governorate".
bool IsSuffix(std::string_view word) {
  return IsOneOf(word, {"state", "province", "governorate", "region", "district", "township",
                        "republic", "prefecture", "city", "town", "area", "suburb", "county"});
}

// Small words inside names: "Isle of Man", "Rio de Janeiro".
bool IsConnector(std::string_view word) {
  return IsOneOf(word,
                 {"of", "the", "and", "de",  "del", "la", "le",   "les", "el",  "al", "du", "da",
                  "do", "dos", "der", "den", "am",  "an", "upon", "on",  "sur", "-",  "'",  "."});
}

// Small nouns that end a name: "Anderson county".
bool IsKindOfPlace(std::string_view word) {
  return IsOneOf(word, {"county", "parish", "province", "district", "state", "river", "island",
                        "islands", "valley", "peninsula", "desert", "region", "sea", "ocean"});
}

bool IsDirection(std::string_view word) {
  return IsOneOf(word, {"northern",     "southern",     "eastern",      "western",   "central",
                        "north",        "south",        "east",         "west",      "northeastern",
                        "northwestern", "southeastern", "southwestern", "upper",     "lower",
                        "downtown",     "mainland",     "greater",      "nearby",    "modern",
                        "northeast",    "northwest",    "southeast",    "southwest", "midtown",
                        "inner",        "outer",        "rural",        "suburban"});
}

class Scanner {
 public:
  Scanner(const PlaceNames& names, const Syntax& syntax, const std::optional<FiledFrom>& filed)
      : names_(names), s_(syntax) {
    if (filed && filed->place) dateline_ = *filed->place;
  }

  PlaceScan Scan() {
    NotePeople();
    for (uint32_t i = 0; i < s_.size();) {
      const std::optional<Found> found = At(i);
      if (!found) {
        ++i;
        continue;
      }
      if (found->sure) {
        Add(*found);
      } else {
        doubtful_.push_back(*found);
      }
      i = found->tokens.last;
    }
    AddRepeated();
    std::ranges::sort(scan_.sightings, {}, [](const PlaceSighting& p) { return p.tokens.first; });
    return std::move(scan_);
  }

 private:
  struct Found {
    TokenRange tokens;
    PlaceForm form = PlaceForm::kName;
    bool inside = false;
    bool sure = true;
  };

  std::string_view Words(TokenRange range) const { return s_.SpanOf(range).text(); }

  std::string_view Fold(TokenRange range) {
    FoldName(Words(range), folded_);
    return folded_;
  }

  // The places of these words, into candidates_.
  bool Look(TokenRange range, bool codes = false) {
    candidates_.clear();
    return names_.Find(Fold(range), HasOnlyCapitals(Words(range)), codes, candidates_);
  }

  std::optional<Found> At(uint32_t i) {
    const TokenData& t = s_.tokens[i];
    if (t.entity_begins && IsPlaceEntity(t.entity)) return OfEntity(i);
    if (!BeginsCapital(s_[i].text()) || IsNumberOrTime(t.entity)) return std::nullopt;
    if (auto adjective = Adjective(i)) return adjective;
    if (t.entity != EntityType::kPERSON && t.pos != Pos::kPROPN && !IsPlaceEntity(t.entity)) {
      return std::nullopt;
    }
    const TokenRange range = Longest(i);
    if (range.size() == 0) return std::nullopt;
    return Judge(range);
  }

  uint32_t EndOfEntity(uint32_t i) const {
    const EntityType type = s_.tokens[i].entity;
    uint32_t end = i + 1;
    while (end < s_.size() && s_.tokens[end].entity == type && !s_.tokens[end].entity_begins) ++end;
    return end;
  }

  // The longest name of the gazetteer that starts here; empty where none does.
  TokenRange Longest(uint32_t i) {
    TokenRange best{i, i};
    const uint32_t end =
        std::min<uint32_t>(i + kLongestPlaceName, s_.sentences[s_.tokens[i].sentence].tokens.last);
    for (uint32_t j = i; j < end; ++j) {
      const std::string_view text = s_[j].text();
      const bool capital = BeginsCapital(text) || (j > i && text[0] >= '0' && text[0] <= '9');
      if (!capital && !(j > i && (IsConnector(text) || IsKindOfPlace(text)))) break;
      if ((capital || IsKindOfPlace(text)) && Look({i, j + 1})) best.last = j + 1;
    }
    return best;
  }

  // "Syrian", "South Koreans"; the longest.
  std::optional<Found> Adjective(uint32_t i) {
    const TokenData& t = s_.tokens[i];
    if (t.pos != Pos::kADJ && t.pos != Pos::kPROPN && t.pos != Pos::kNOUN) return std::nullopt;
    for (uint32_t size = 3; size > 0; --size) {
      if (i + size > s_.size() || s_.tokens[i + size - 1].sentence != t.sentence) continue;
      const TokenRange range{i, i + size};
      const uint32_t place = names_.OfAdjective(Fold(range));
      if (place == Gazetteer::kNone) continue;
      const TokenData& last = s_.tokens[range.last - 1];
      if (last.entity == EntityType::kPERSON || last.entity == EntityType::kGPE)
        return std::nullopt;
      const bool before = last.head >= range.last && last.dep != Dep::knsubj;
      return Found{range, before ? PlaceForm::kAdjective : PlaceForm::kPeople,
                   last.entity == EntityType::kORG, true};
    }
    return std::nullopt;
  }

  // What the parser calls a place.
  std::optional<Found> OfEntity(uint32_t i) {
    TokenRange range{i, EndOfEntity(i)};
    while (range.size() > 1 &&
           IsOneOf(s_[range.last - 1].text(), {"'s", "’s", "'", "’", ",", "."})) {
      --range.last;
    }
    while (range.size() > 1 && IsOneOf(s_[range.first].lower(), {"the", "this", "all", "its"})) {
      ++range.first;
    }
    const TokenRange longest = Longest(range.first);
    if (longest.last >= range.last) return Found{longest};
    if (Look(range)) return Found{range};
    TokenRange inner = range;
    while (inner.size() > 1 && IsDirection(s_[inner.first].lower())) ++inner.first;
    if (inner.size() < range.size() && Longest(inner.first).last >= inner.last) return Found{inner};
    // "the city of Homs", "Damascus suburb".
    if (inner.size() > 2 && s_[inner.first + 1].lower() == "of" &&
        Look({inner.first + 2, inner.last})) {
      return Found{{inner.first + 2, inner.last}};
    }
    if (names_.OfAdjective(Fold(range)) != Gazetteer::kNone) return Adjective(i);
    if (const auto part = Opening(inner)) return part;
    if (!BeginsCapital(s_[inner.first].text()) && inner.size() == 1) return std::nullopt;
    if (inner.size() == 1 && people_.contains(Fold(inner))) return std::nullopt;
    return Found{range};
  }

  // The place that opens a longer name: "Oaxaca State" is Oaxaca; "Kent County Sheriff" is not
  // Kent County, but names it.
  std::optional<Found> Opening(TokenRange name) {
    const TokenRange part = Longest(name.first);
    if (part.size() == 0 || part.last >= name.last) return std::nullopt;
    if (part.last + 1 == name.last && IsSuffix(s_[part.last].lower())) return Found{part};
    Look(part);
    if (part.size() == 1 && !IsImportant()) return std::nullopt;
    return Found{part, PlaceForm::kName, true, true};
  }

  // The words of people's names: "Modi" is nobody's town where Narendra Modi is.
  void NotePeople() {
    for (const EntityData& e : s_.entities) {
      if (e.type != EntityType::kPERSON) continue;
      for (uint32_t i = e.tokens.first; i < e.tokens.last; ++i) {
        people_.emplace(Fold({i, i + 1}));
      }
    }
  }

  // A name of the gazetteer where the parser sees no place.
  std::optional<Found> Judge(TokenRange range) {
    const TokenData& t = s_.tokens[range.first];
    if (t.entity == EntityType::kPERSON) {
      const bool whole = t.entity_begins && EndOfEntity(range.first) == range.last;
      if (!whole || !IsLocated(range)) return std::nullopt;
      return Found{range};
    }
    const Span span = s_.SpanOf(range);
    if (!dateline_.empty() && dateline_.Contains(span)) return Found{range};
    if (names_.IsWord(Fold(range))) return std::nullopt;
    Look(range);
    if (t.entity == EntityType::kORG) return InBody(range);
    if (IsFollowedByItsDivision(range) || IsLocated(range)) return Found{range};
    return Found{range, PlaceForm::kName, false, false};
  }

  // "Kent County Council", "University of Texas", "Bank of England".
  std::optional<Found> InBody(TokenRange range) {
    const bool opens = s_.tokens[range.first].entity_begins;
    const bool whole = range.last >= s_.size() ||
                       s_.tokens[range.last].entity != EntityType::kORG ||
                       s_.tokens[range.last].entity_begins;
    const bool of =
        range.first > 0 && IsOneOf(s_[range.first - 1].lower(), {"of", "in", "for", "at"});
    if (opens && whole) {
      if (IsLocated(range) || IsMajor()) return Found{range};
      return Found{range, PlaceForm::kName, false, false};
    }
    if ((opens || of) && IsImportant()) return Found{range, PlaceForm::kName, true, true};
    return Found{range, PlaceForm::kName, true, false};
  }

  // Of candidates_, whether one is known far and wide.
  bool IsImportant() const {
    return std::ranges::any_of(candidates_, [&](const PlaceNames::Candidate& c) {
      if (c.other) return false;
      switch (names_.kind(c.place)) {
        case PlaceKind::kCountry:
        case PlaceKind::kCapital:
        case PlaceKind::kAdmin1:
        case PlaceKind::kRegion: return true;
        case PlaceKind::kAdmin2:
        case PlaceKind::kTown: return names_.population(c.place) >= kLargeTown;
      }
      return false;
    });
  }

  // "in Homs", "near Homs": a preposition of place governs it.
  bool IsLocated(TokenRange range) const {
    if (range.first == 0) return false;
    uint32_t before = range.first - 1;
    if (before > 0 && (IsDirection(s_[before].lower()) || s_[before].lower() == "the")) --before;
    return IsOneOf(s_[before].lower(),
                   {"in", "near", "outside", "across", "throughout", "around"}) &&
           s_.tokens[before].pos == Pos::kADP;
  }

  // "Homs, Syria".
  bool IsFollowedByItsDivision(TokenRange range) {
    if (range.last + 1 >= s_.size() || s_[range.last].text() != ",") return false;
    if (!BeginsCapital(s_[range.last + 1].text())) return false;
    const std::vector<PlaceNames::Candidate> here = candidates_;
    const TokenRange next = Longest(range.last + 1);
    if (next.size() == 0 || !Look(next)) return false;
    return std::ranges::any_of(candidates_, [&](const PlaceNames::Candidate& c) {
      if (names_.kind(c.place) == PlaceKind::kTown) return false;
      return std::ranges::any_of(here, [&](const PlaceNames::Candidate& h) {
        const bool country = names_.kind(c.place) == PlaceKind::kCountry;
        return country ? names_.country_number(h.place) == names_.country_number(c.place)
                       : names_.admin1(h.place) == c.place;
      });
    });
  }

  void Add(const Found& found) {
    std::string folded(Fold(found.tokens));
    if (found.form != PlaceForm::kName) folded += '\n';  // "Georgian" is no town.
    const auto [at, is_new] = index_.try_emplace(folded, uint32_t(scan_.names.size()));
    if (is_new) {
      PlaceName name{folded, {}, 0};
      if (found.form != PlaceForm::kName) {
        name.candidates.push_back({names_.OfAdjective(Fold(found.tokens)), false});
      } else if (Look(found.tokens, MayBeCode(found.tokens))) {
        name.candidates = candidates_;
      }
      scan_.names.push_back(std::move(name));
    }
    ++scan_.names[at->second].sightings;
    scan_.sightings.push_back({found.tokens, at->second, found.form, found.inside});
  }

  // Behind a comma, "Austin, TX", or with full stops, "in B.C.".
  bool MayBeCode(TokenRange range) const {
    const bool stops = s_.tokens[range.first].entity == EntityType::kGPE &&
                       Words(range).find('.') != std::string_view::npos;
    return stops || (range.first > 1 && s_[range.first - 1].text() == ",");
  }

  // A country or a first-order division, by its main name.
  bool IsMajor() const {
    return std::ranges::any_of(candidates_, [&](const PlaceNames::Candidate& c) {
      const PlaceKind kind = names_.kind(c.place);
      return !c.other && (kind == PlaceKind::kCountry || kind == PlaceKind::kAdmin1);
    });
  }

  // What was in doubt counts where the same name stands elsewhere for sure.
  void AddRepeated() {
    for (const Found& found : doubtful_) {
      const auto at = index_.find(Fold(found.tokens));
      if (at == index_.end() || scan_.names[at->second].candidates.empty()) continue;
      if (people_.contains(Fold(found.tokens))) continue;
      Add(found);
    }
  }

  const PlaceNames& names_;
  const Syntax& s_;
  Span dateline_;
  WordSet people_;  // Words of people's names, folded.
  std::string folded_;
  std::vector<PlaceNames::Candidate> candidates_;
  std::unordered_map<std::string, uint32_t, WordHash, std::equal_to<>> index_;
  std::vector<Found> doubtful_;
  PlaceScan scan_;
};

}  // namespace

PlaceScan ScanForPlaces(const PlaceNames& names, const Syntax& syntax,
                        const std::optional<FiledFrom>& filed_from) {
  return Scanner(names, syntax, filed_from).Scan();
}

}  // namespace averment
