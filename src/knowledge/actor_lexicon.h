// What is known about actors: countries with their names, adjectives, peoples and seats; bodies and
// people with dated roles; nouns for those who act, with their sectors; words that tell how a name
// is used.  Read from knowledge/actor/, whose README has the formats; checked while it is read.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "averment/date.h"
#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"
#include "src/knowledge/name_index.h"

namespace averment {

// What a name in the index is; `Meaning::kind`.  The id counts in the list named behind.
enum class NameKind : uint8_t {
  kCountry,    // countries
  kAdjective,  // countries: "Syrian"
  kPeople,     // countries: "Syrians"
  kSeat,       // countries: "Damascus", where it stands for the government
  kCity,       // countries: "Aleppo": a place in the country
  kBody,       // entries
  kShared,     // entries: a name of several bodies, "?AAP"; the article tells whose it is
  kPerson,     // entries: a full name
  kSurname,    // entries: a name that may stand alone: "Kerry"
  kNoun,       // nouns
  kHonorific,  // nouns: "Mr."
};

struct Country {
  std::string code;  // ISO 3166 alpha-3.
  std::string name;
};

// What somebody was, and when; both ends inclusive.
struct Role {
  std::string country;  // Or empty.
  std::string sector;   // "GOV MIL", or empty.
  std::string title;    // Or empty.
  std::optional<Date> from, to;
  std::string dates;  // As the lexicon writes them: "2013-02-01..2017-01-19".
};

struct ActorEntry {
  std::string id;    // "john-kerry"
  std::string name;  // Canonical.
  ActorKind kind;
  Gender gender = Gender::kUnknown;
  std::vector<Role> roles;  // Ascending, never overlapping, at least one.
};

// How an entry's roles look from a day.
struct Standing {
  enum class Time : uint8_t { kCurrent, kFormer, kBefore, kUndated };
  Time time = Time::kUndated;
  std::string country, sector, title;
  std::string dates;  // Of the role that said so, or empty.
};

// A noun for somebody who acts.
struct ActorNoun {
  std::string noun;    // Singular.
  std::string sector;  // Or empty.
  ActorKind singular = ActorKind::kPerson, plural = ActorKind::kGroup;
  bool title = false;     // May stand before a name.
  bool inherit = false;   // Takes the sector of what it belongs to.
  bool relation = false;  // Names a relation to others, who tell nothing of it: "Iran's ally".
  bool thing = false;     // No actor itself; stands for whose it is: "the Iranian tanker".
  bool setting = false;   // Unnamed, it belongs to the country that the article is set in.
  bool state = false;  // Unnamed, it belongs to the only state whose officials act in the sentence.
};

class ActorLexicon {
 public:
  // `dir` is knowledge/actor.  Fails with file:line on a malformed line, an unknown country or
  // sector, an impossible date, overlapping roles, or a name claimed twice without dates that tell
  // apart.  What an overlay claims, a lower folder does not: there the name is passed over.
  static Result<ActorLexicon> Load(const KnowledgePath& dir);

  const NameIndex& names() const { return names_; }
  const std::vector<Country>& countries() const { return countries_; }
  const std::vector<ActorEntry>& entries() const { return entries_; }
  const std::vector<ActorNoun>& nouns() const { return nouns_; }

  // How the entry stands on this day; without a day, what all its roles agree on.
  Standing StandingAt(const ActorEntry& entry, std::optional<Date> day) const;

  // Words by use, in their base form.
  bool IsAct(std::string_view lemma) const { return acts_.contains(lemma); }
  bool IsConflict(std::string_view lemma) const { return conflicts_.contains(lemma); }
  bool IsHome(std::string_view lemma) const { return home_.contains(lemma); }
  bool IsThing(std::string_view word) const { return things_.contains(word); }
  bool IsSpeech(std::string_view lemma) const { return speech_.contains(lemma); }
  bool IsMind(std::string_view adjective) const { return minds_.contains(adjective); }
  // The sector that an adjective tells of those it describes: "parliamentary" LEG; or empty.
  std::string_view SectorOf(std::string_view adjective) const;
  // The gender that a first name tells.
  Gender GenderOf(std::string_view first_name) const;

 private:
  friend class ActorLexiconReader;

  NameIndex names_;
  std::vector<Country> countries_;
  std::vector<ActorEntry> entries_;
  std::vector<ActorNoun> nouns_;
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> sector_of_;
  WordSet acts_, conflicts_, home_, speech_, minds_, things_, male_, female_;
};

}  // namespace averment
