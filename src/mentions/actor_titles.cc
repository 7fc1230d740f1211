// Titles before names: "US Secretary of State John Kerry", "Syria's President Bashar al-Assad",
// "former Hezbollah commander Ali Fayad".
//
// From the name we walk to the left over the words of the same noun phrase.  A title is a noun of
// the lexicon that may stand before a name and ends right there.  Words further left tell the
// country or the body that it belongs to.  Where the walk finds no title, the phrase is the name
// alone.

#include <algorithm>
#include <string_view>

#include "src/mentions/actor_reader.h"
#include "src/mentions/sectors.h"

namespace averment {
namespace {

constexpr uint32_t kLongestTitle = 16;  // Tokens before a name.

bool SaysFormer(std::string_view lower) {
  return lower == "former" || lower == "ex" || lower == "late" || lower == "ousted" ||
         lower == "deposed" || lower == "retired" || lower == "then" || lower == "onetime";
}

// Whether the lexicon's title ends with this noun: "Prime Minister" and "prime minister".
bool SameOffice(std::string_view title, std::string_view noun) {
  if (title.size() < noun.size()) return false;
  const std::string_view end = title.substr(title.size() - noun.size());
  const bool whole = title.size() == noun.size() || title[title.size() - noun.size() - 1] == ' ';
  return whole && std::ranges::equal(end, noun, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? char(a + ('a' - 'A')) : a) == b;
         });
}

}  // namespace

void ActorReader::ReadTitles() {
  for (uint32_t u = 0; u < units_.size(); ++u) {
    if (units_[u].head != kNone && units_[u].kind == NameKind::kPerson) ReadTitle(u);
  }
}

void ActorReader::ReadTitle(uint32_t u) {
  Unit& unit = units_[u];
  const uint32_t name = unit.tokens.first;
  const uint32_t edge = std::max(syntax_.tokens[unit.head].left_edge,
                                 name > kLongestTitle ? name - kLongestTitle : 0);
  uint32_t first = name;
  uint32_t title = kNone;
  std::string country, sector;
  bool inherits = false;
  for (uint32_t t = name; t-- > edge;) {
    const Token token = syntax_[t];
    const uint32_t d = description_of_[t], other = unit_of_[t];
    if (honorific_[t]) {
      first = t;
      continue;
    }
    if (d != kNone && other == kNone) {
      Description& noun = descriptions_[d];
      if (title == kNone && (noun.tokens.last != name || !noun.noun->title)) {
        if (first != name || !noun.noun->title) break;  // A noun that is no title ends the walk.
      }
      if (title == kNone) title = d, inherits = noun.noun->inherit;
      sector = JoinSectors(sector, noun.sector);
      noun.is_title = true;
      first = t = noun.tokens.first;
      continue;
    }
    if (other != kNone && title != kNone) {
      const Unit& owner = units_[other];
      if (country.empty()) country = owner.country;
      if (owner.kind == NameKind::kBody) {
        sector = inherits ? JoinSectors(owner.sector, sector) : JoinSectors(sector, owner.sector);
      }
      first = t = owner.tokens.first;
      continue;
    }
    const Tag tag = token.tag();
    const bool possessive = tag == Tag::kPOS && title != kNone;
    const bool hyphen = tag == Tag::kHYPH;
    const bool modifier = token.pos() == Pos::kADJ || token.pos() == Pos::kPROPN ||
                          token.pos() == Pos::kNOUN || token.pos() == Pos::kADV;
    const bool joined = tag == Tag::kCC && title != kNone && t > edge &&
                        syntax_[t - 1].pos() == Pos::kPROPN && syntax_[t + 1].pos() == Pos::kPROPN;
    if (SaysFormer(token.lower())) unit.former = true;
    if (!possessive && !hyphen && !modifier && !joined) break;
    if (modifier && title != kNone) first = t;
    if (joined) first = t;
  }
  if (title == kNone) {
    unit.former = false;
    return;
  }
  // A phrase begins with a word, not with a hyphen or an "and".
  while (first < name && (syntax_[first].tag() == Tag::kHYPH || syntax_[first].tag() == Tag::kCC ||
                          syntax_[first].tag() == Tag::kPOS)) {
    ++first;
  }
  unit.phrase.first = std::min(first, name);
  unit.title = Words(descriptions_[title].tokens);
  unit.of_state = descriptions_[title].noun->state;
  const std::string_view office = descriptions_[title].noun->noun;
  if (unit.entry) {
    // The lexicon has dates, but a title without "former" tells of a time when they held.  Soldiers
    // keep their ranks.
    const bool out_of_office = unit.sector.empty() || unit.sector == "ELI";
    if (!unit.former && TakeOffice(unit, *unit.entry, office)) return;
    if (unit.former || !out_of_office || sector.empty() || sector == "MIL") return;
    unit.sector = sector;
    if (unit.country.empty()) unit.country = country;
    unit.basis += ", title \"" + unit.title + "\"";
    return;
  }
  if (!unit.former && country.empty() && TakeFromNamesake(unit, office)) return;
  unit.country = country;
  unit.sector = unit.former ? "ELI" : sector;
  unit.basis = "title \"" + unit.title + "\"";
  if (unit.rule == "actor/entity-person") unit.rule = "actor/title-name";
}

// Whoever the article calls "President" is one, if they ever were, though the day it was published
// is unknown or another.
bool ActorReader::TakeOffice(Unit& unit, const ActorEntry& entry, std::string_view office) const {
  for (const Role& role : entry.roles) {
    if (!SameOffice(role.title, office)) continue;
    unit.country = role.country;
    unit.sector = role.sector;
    unit.basis = "lexicon " + entry.id + (role.dates.empty() ? "" : " " + role.dates) +
                 ", title \"" + unit.title + "\"";
    return true;
  }
  return false;
}

// "President Bush", long out of office: all who are known by this name alone and held the office
// did so in one country.
bool ActorReader::TakeFromNamesake(Unit& unit, std::string_view office) const {
  if (unit.tokens.size() != 1) return false;
  const NameIndex& names = lexicon_.names();
  uint32_t node = NameIndex::kRoot;
  for (const FoldedWord& word : FoldWords(syntax_[unit.tokens.first].text())) {
    node = names.Next(node, names.WordId(word.text));
    if (node == NameIndex::kRoot) return false;
  }
  const ActorEntry* found = nullptr;
  std::string country;
  for (const auto& m : names.Meanings(node)) {
    if (NameKind(m.kind) != NameKind::kSurname) continue;
    const ActorEntry& entry = lexicon_.entries()[m.id];
    const auto role = std::ranges::find_if(
        entry.roles, [&](const Role& r) { return SameOffice(r.title, office); });
    if (role == entry.roles.end()) continue;
    if (found && role->country != country) return false;
    if (!found) found = &entry, country = role->country;
  }
  return found && TakeOffice(unit, *found, office);
}

// "President Nkurunziza": a proper noun behind a title is a person, though nobody else says so.
void ActorReader::ReadUnnamedAfterTitles() {
  for (uint32_t i = 0; i < descriptions_.size(); ++i) {
    const Description& d = descriptions_[i];
    const uint32_t next = d.tokens.last;
    if (!d.noun->title || d.plural || next >= syntax_.size() || unit_of_[next] != kNone) continue;
    if (syntax_.tokens[next].sentence != syntax_.tokens[d.head].sentence) continue;
    TokenRange name{next, next};
    while (name.last < syntax_.size() && syntax_[name.last].pos() == Pos::kPROPN &&
           unit_of_[name.last] == kNone && description_of_[name.last] == kNone &&
           name.size() < kLongestTitle &&
           syntax_.tokens[name.last].sentence == syntax_.tokens[d.head].sentence) {
      ++name.last;
    }
    // The title has to depend on the name, as its modifier.
    const uint32_t governor = syntax_.tokens[d.head].head;
    if (name.size() == 0 || governor < name.first || governor >= name.last) continue;
    AddEntityUnit(name, ActorKind::kPerson, "actor/title-name");
  }
}

}  // namespace averment
