// From the lexicon's matches and the recognizer's entities to names.
//
// Two witnesses speak about a name: the lexicon, which knows what it lists and nothing else, and
// the statistical recognizer, which knows context and errs on rare names ("Assad" is an
// organisation to it). Where both speak of the same words, the lexicon wins.  Where an entity is
// longer than the lexicon's name inside it, the rest decides: if all of it is known too ("Chinese
// Foreign Ministry"), the parts stand by themselves; if not ("Bank of China"), the entity is a name
// of its own and the inner name only says where it belongs.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "src/mentions/actor_reader.h"

namespace averment {
namespace {

// "P33", "F-16": a letter with a number names a page or a thing.
bool IsLabel(const Syntax& syntax, TokenRange range) {
  const std::string_view text = syntax[range.last - 1].text();
  return text.size() <= 3 && text.back() >= '0' && text.back() <= '9';
}

}  // namespace

ActorReader::ActorReader(const Syntax& syntax, const ActorLexicon& lexicon,
                         std::optional<Date> published)
    : syntax_(syntax),
      lexicon_(lexicon),
      published_(published),
      conj_root_(syntax.size()),
      unit_of_(syntax.size(), kNone),
      description_of_(syntax.size(), kNone),
      honorific_(syntax.size(), 0) {
  for (uint32_t i = 0; i < syntax.size(); ++i) {
    const TokenData& t = syntax.tokens[i];
    conj_root_[i] = t.dep == Dep::kconj && t.head < i ? conj_root_[t.head] : i;
  }
}

// The token of the range that hangs on a word outside it; of several the last noun.
uint32_t ActorReader::HeadOf(TokenRange range) const {
  uint32_t head = range.last - 1;
  for (uint32_t i = range.first; i < range.last; ++i) {
    const TokenData& t = syntax_.tokens[i];
    const bool outside = t.head == i || t.head < range.first || t.head >= range.last;
    if (outside && (t.pos == Pos::kNOUN || t.pos == Pos::kPROPN)) head = i;
  }
  return head;
}

bool ActorReader::IsModifier(uint32_t token) const {
  const TokenData& t = syntax_.tokens[Root(token)];
  const bool before =
      t.dep == Dep::kcompound || t.dep == Dep::kamod || t.dep == Dep::knmod || t.dep == Dep::kposs;
  const Pos head = syntax_.tokens[t.head].pos;
  return before && (head == Pos::kNOUN || head == Pos::kPROPN);
}

// The words as they are read: line breaks are blanks.
std::string ActorReader::Words(TokenRange range) const {
  std::string words;
  for (uint32_t i = range.first; i < range.last; ++i) {
    words += syntax_[i].text();
    if (i + 1 < range.last && syntax_.tokens[i].end < syntax_.tokens[i + 1].begin) words += ' ';
  }
  return words;
}

void ActorReader::FillFromEntry(Unit& unit, const ActorEntry& entry) const {
  const Standing standing = lexicon_.StandingAt(entry, published_);
  unit.entry = &entry;
  unit.actor_kind = entry.kind;
  unit.gender = entry.gender;
  unit.name = entry.name;
  unit.country = standing.country;
  unit.sector = standing.sector;
  unit.title = standing.title;
  unit.basis = "lexicon " + entry.id;
  if (!standing.dates.empty()) {
    unit.basis += (standing.time == Standing::Time::kFormer ? ", formerly " : " ") + standing.dates;
  }
  unit.rule = entry.kind == ActorKind::kPerson ? "actor/person" : "actor/body";
}

// ----------------------------------------------------------------------------------------- lexicon

void ActorReader::ReadMatches(const std::vector<NameMatch>& matches) {
  CountCountries(matches);
  for (const NameMatch& match : matches) {
    const uint32_t head = HeadOf(match.tokens);
    const NameIndex::Meaning* meaning = Choose(match, head);
    if (!meaning) continue;
    if (KindOf(*meaning) == NameKind::kHonorific) {
      honorific_[match.tokens.first] = 1;
      continue;
    }
    if (KindOf(*meaning) != NameKind::kNoun) {
      AddUnit(match, *meaning, head);
      continue;
    }
    Description d;
    d.tokens = d.phrase = match.tokens;
    d.head = head;
    d.noun = &lexicon_.nouns()[meaning->id / 2];
    d.plural = meaning->id % 2 == 1;
    d.sector = d.noun->sector;
    for (uint32_t t = match.tokens.first; t < match.tokens.last; ++t) {
      description_of_[t] = uint32_t(descriptions_.size());
    }
    descriptions_.push_back(std::move(d));
  }
}

void ActorReader::AddUnit(const NameMatch& match, const NameIndex::Meaning& meaning,
                          uint32_t head) {
  Unit unit;
  unit.tokens = unit.phrase = match.tokens;
  unit.head = head;
  unit.kind = KindOf(meaning);
  if (IsCountryKind(unit.kind)) {
    const Country& country = lexicon_.countries()[meaning.id];
    unit.name = country.name;
    unit.country = country.code;
    unit.actor_kind = unit.kind == NameKind::kPeople ? ActorKind::kPeople : ActorKind::kCountry;
    unit.rule = "actor/country";
    if (unit.kind == NameKind::kPeople)
      unit.name = Words(match.tokens), unit.rule = "actor/nationals";
    if (unit.kind == NameKind::kSeat) unit.rule = "actor/seat";
    unit.basis = "lexicon " + country.code;
  } else {
    FillFromEntry(unit, lexicon_.entries()[meaning.id]);
    if (unit.kind == NameKind::kShared) unit.kind = NameKind::kBody;
    if (unit.kind == NameKind::kSurname) {
      unit.kind = NameKind::kPerson;
      unit.rule = "actor/known-surname";
    }
  }
  for (uint32_t t = match.tokens.first; t < match.tokens.last; ++t) {
    unit_of_[t] = uint32_t(units_.size());
  }
  units_.push_back(std::move(unit));
}

// ---------------------------------------------------------------------------------------- entities

void ActorReader::ReadEntities() {
  for (const EntityData& e : syntax_.entities) {
    TokenRange range = e.tokens;
    const auto is_edge = [&](uint32_t i) {
      const Token t = syntax_[i];
      return t.pos() == Pos::kDET || t.tag() == Tag::kPOS || t.pos() == Pos::kPUNCT ||
             t.pos() == Pos::kSPACE || honorific_[i];
    };
    while (range.size() > 0 && is_edge(range.first)) ++range.first;
    while (range.size() > 0 && is_edge(range.last - 1)) --range.last;
    if (range.size() > 0) ReadEntity(range, e.type);
  }
}

void ActorReader::ReadEntity(TokenRange range, EntityType type) {
  const bool person = type == EntityType::kPERSON, body = type == EntityType::kORG;
  bool capital = false, known = false, all_known = true, has_noun = false, crosses = false,
       has_person = false;
  for (uint32_t t = range.first; t < range.last; ++t) {
    const uint32_t u = unit_of_[t];
    const char first = syntax_[t].text()[0];
    capital |= first < 'a' || first > 'z';
    if (u != kNone) {
      known = true;
      const TokenRange& inner = units_[u].tokens;
      crosses |= inner.first < range.first || inner.last > range.last;
      has_person |= units_[u].kind == NameKind::kPerson;
      // One name of the lexicon that covers the entity is all there is to say.
      if (inner.first <= range.first && inner.last >= range.last) return;
    }
    has_noun |= description_of_[t] != kNone;
    const Pos pos = syntax_[t].pos();
    if (u == kNone && description_of_[t] == kNone && !honorific_[t] &&
        (pos == Pos::kPROPN || pos == Pos::kNOUN || pos == Pos::kADJ || pos == Pos::kNUM)) {
      all_known = false;
    }
  }
  if (crosses || all_known || !capital) return;
  if (body && lexicon_.IsThing(syntax_[HeadOf(range)].lower())) return;
  if (person && !(has_noun && has_person)) {
    DropUnits(range);
    AddEntityUnit(range, ActorKind::kPerson, "actor/entity-person");
  } else if (body && !IsLabel(syntax_, range)) {
    AddEntityUnit(range, ActorKind::kOrganization, "actor/entity-organization");
  } else if (type == EntityType::kFAC || type == EntityType::kLOC || type == EntityType::kGPE ||
             type == EntityType::kWORK_OF_ART || type == EntityType::kPRODUCT) {
    if (known && range.size() > 1) DropUnits(range);
  }
}

void ActorReader::DropUnits(TokenRange range) {
  for (uint32_t t = range.first; t < range.last; ++t) {
    if (unit_of_[t] != kNone) units_[unit_of_[t]].head = kNone;
    unit_of_[t] = kNone;
  }
}

// A name that the lexicon does not have.  What it has of its parts tells country and sector.
void ActorReader::AddEntityUnit(TokenRange range, ActorKind kind, const char* rule) {
  Unit unit;
  unit.tokens = unit.phrase = range;
  unit.head = HeadOf(range);
  unit.kind = kind == ActorKind::kPerson ? NameKind::kPerson : NameKind::kBody;
  unit.actor_kind = kind;
  unit.rule = rule;
  unit.basis = "entity";
  if (kind == ActorKind::kPerson) {
    unit.gender = lexicon_.GenderOf(syntax_[range.first].text());
  } else {
    uint32_t noun = kNone;
    for (uint32_t t = range.first; t < range.last; ++t) {
      const uint32_t u = unit_of_[t], d = description_of_[t];
      if (u != kNone && unit.country.empty() && !units_[u].country.empty()) {
        unit.country = units_[u].country;
        unit.basis = "entity, country from \"" + Words(units_[u].tokens) + "\"";
      }
      if (d != kNone && (noun == kNone || descriptions_[d].head == unit.head)) noun = d;
    }
    if (noun != kNone) unit.sector = descriptions_[noun].sector;
    DropUnits(range);
  }
  unit.name = Words(range);
  for (uint32_t t = range.first; t < range.last; ++t) {
    unit_of_[t] = uint32_t(units_.size());
    if (kind == ActorKind::kPerson) description_of_[t] = kNone;
  }
  units_.push_back(std::move(unit));
}

// "Lavrov" is a person wherever the article has a Sergei Lavrov, whatever the recognizer says.
void ActorReader::ReadKnownSurnames() {
  std::unordered_map<std::string_view, uint32_t> surnames;
  for (uint32_t u = 0; u < units_.size(); ++u) {
    const Unit& unit = units_[u];
    if (unit.head == kNone || unit.kind != NameKind::kPerson || unit.tokens.size() < 2) continue;
    surnames.try_emplace(syntax_[unit.tokens.last - 1].lower(), u);
  }
  if (surnames.empty()) return;
  const auto is_name = [&](uint32_t i) {
    return i < syntax_.size() && syntax_[i].pos() == Pos::kPROPN && description_of_[i] == kNone;
  };
  for (uint32_t t = 0; t < syntax_.size(); ++t) {
    const Token token = syntax_[t];
    if (token.pos() != Pos::kPROPN || description_of_[t] != kNone) continue;
    const uint32_t u = unit_of_[t];
    const bool free = u == kNone || (units_[u].tokens.size() == 1 && !units_[u].entry &&
                                     units_[u].kind == NameKind::kBody);
    if (!free || !surnames.contains(token.lower())) continue;
    const bool beside = (t > 0 && is_name(t - 1) && unit_of_[t - 1] == kNone) ||
                        (is_name(t + 1) && unit_of_[t + 1] == kNone);
    if (beside) continue;
    DropUnits({t, t + 1});
    AddEntityUnit({t, t + 1}, ActorKind::kPerson, "actor/article-surname");
  }
}

// "In Tal Tamr", "near Yalda": names that the recognizer takes for people or bodies, and that the
// article uses for where things are, are places throughout.
void ActorReader::DropPlaces() {
  const auto only_entity = [&](const Unit& unit) {
    return unit.head != kNone && !unit.entry && !IsCountryKind(unit.kind) &&
           (unit.rule == "actor/entity-person" || unit.rule == "actor/entity-organization");
  };
  std::unordered_set<std::string> places;
  for (const Unit& unit : units_) {
    if (!only_entity(unit)) continue;
    const TokenData& t = syntax_.tokens[Root(unit.head)];
    if (t.dep != Dep::kpobj || syntax_[unit.head].child(Dep::kdet)) continue;
    const std::string_view where = syntax_[t.head].lower();
    const bool person = unit.kind == NameKind::kPerson;
    if (where == "in" || where == "near" || where == "outside" || where == "around" ||
        (where == "at" && person)) {
      places.insert(unit.name);
    }
  }
  if (places.empty()) return;
  for (const Unit& unit : units_) {
    if (only_entity(unit) && places.contains(unit.name)) DropUnits(TokenRange(unit.tokens));
  }
}

}  // namespace averment
