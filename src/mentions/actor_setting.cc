// The country of those whom nobody names: "the rebels", "security forces", "lawmakers".
//
// An article is set in the country that its signs point to: wars, crises and armies called by a
// country's name ("the Syrian war"), things that happen in it ("in Aleppo"), its armed groups.  The
// winner needs enough signs, and half as many again as the next.  Nouns marked `setting` take that
// country.  Where all names are of one country, one that tells where things happen will do: "in
// Aleppo", "Liberian police".
//
// Nouns marked `state` (officials, lawmakers, aides) rather belong to whoever acts in their
// sentence: "Obama has resisted pressure from lawmakers".  They take the country of the only state
// whose people or government the sentence has as its actors, not counting those who merely speak of
// it.

#include <algorithm>
#include <map>
#include <string_view>

#include "src/mentions/actor_reader.h"

namespace averment {
namespace {

constexpr int kLeastSigns = 3;

bool IsLocative(std::string_view preposition) {
  return preposition == "in" || preposition == "inside" || preposition == "across" ||
         preposition == "throughout" || preposition == "on" || preposition == "over" ||
         preposition == "near" || preposition == "outside" || preposition == "around";
}

// "A conference on Syria".
bool IsTopical(std::string_view preposition) {
  return preposition == "on" || preposition == "over" || preposition == "about";
}

bool IsArmedOrOpposed(std::string_view sector) {
  return sector.find("REB") != std::string_view::npos ||
         sector.find("OPP") != std::string_view::npos;
}

// Those who act where they are at home.
bool IsAtHome(std::string_view sector) {
  for (const std::string_view home : {"GOV", "COP", "JUD", "LEG", "OPP", "REB"}) {
    if (sector.starts_with(home)) return true;
  }
  return false;
}

// "Authorities" is a plural in form alone.
bool HasPlural(const ActorNoun& noun) { return !noun.noun.ends_with("ies"); }

}  // namespace

// How strongly and how weakly a name says that the article is set in its country.
ActorReader::Signs ActorReader::SignsOf(const Unit& unit) const {
  const uint32_t root = Root(unit.head);
  const TokenData& t = syntax_.tokens[root];
  const Token governor = syntax_[t.head];
  if (IsModifier(unit.head)) {
    const uint32_t d = description_of_[t.head];
    if (d != kNone && descriptions_[d].is_title) return {};
    if (lexicon_.IsConflict(governor.lemma())) return {2, 2};
    // "Syria talks" are about Syria; "US talks" are America's.
    const bool topic = unit.kind == NameKind::kCountry && t.dep == Dep::kcompound &&
                       syntax_[unit.head].text().size() > 4;
    if (topic && lexicon_.IsAct(governor.lemma())) return {2, 2};
    return {0, lexicon_.IsHome(governor.lemma()) ? 1 : 0};
  }
  const bool within = t.dep == Dep::kpobj && IsLocative(governor.lower());
  const std::string_view above = within ? governor.head().lemma() : "";
  if (above == "base" || above == "bear" || above == "live") return {};  // "Based in Britain".
  const bool place = unit.kind == NameKind::kCity || unit.kind == NameKind::kSeat;
  if (unit.kind == NameKind::kCountry || place) {
    const bool topic = t.dep == Dep::kpobj && IsTopical(governor.lower()) &&
                       lexicon_.IsAct(governor.head().lemma());
    if (topic || (within && lexicon_.IsConflict(above))) return {2, 2};
    if (within && !place) return {0, 2};
    return {0, unit.kind == NameKind::kSeat ? 0 : 1};
  }
  return unit.kind == NameKind::kBody && IsArmedOrOpposed(unit.sector) ? Signs{2, 2} : Signs{};
}

// Whether things happen in the country of this name, where the article has names of no other.
bool ActorReader::TellsWhere(const Unit& unit) const {
  if (unit.kind == NameKind::kPerson || unit.kind == NameKind::kBody) {
    return IsAtHome(unit.sector) && !unit.sector.starts_with("GOV MIL");
  }
  const TokenData& t = syntax_.tokens[Root(unit.head)];
  if (IsModifier(unit.head)) {
    const uint32_t d = description_of_[t.head];
    return d != kNone && IsAtHome(descriptions_[d].sector);
  }
  return unit.kind <= NameKind::kCity && t.dep == Dep::kpobj && IsLocative(syntax_[t.head].lower());
}

// The country and what says so; empty where the signs do not decide.
std::string ActorReader::Setting(std::string& basis) const {
  std::map<std::string, Signs> signs;
  Signs all;
  int where = 0;
  for (const Unit& unit : units_) {
    if (unit.head == kNone || unit.country.empty()) continue;
    where += TellsWhere(unit);
    const Signs more = SignsOf(unit);
    Signs& sum = signs[unit.country];
    sum.strong += more.strong, sum.weak += more.weak;
    all.strong += more.strong, all.weak += more.weak;
  }
  // The strong signs decide; where they do not, all do, of countries that have a strong one.  Where
  // all names are of one country, a single sign will do.
  const bool alone = signs.size() == 1;
  std::string country;
  const auto decide = [&](int Signs::* count) {
    int best = 0, second = 0;
    std::string first;
    for (const auto& [code, sum] : signs) {
      if (sum.strong == 0 && !alone) continue;
      if (sum.*count > best) {
        second = best, best = sum.*count, first = code;
      } else {
        second = std::max(second, sum.*count);
      }
    }
    if (best < (alone ? 1 : kLeastSigns) || 2 * best < 3 * second) return;
    country = first;
    basis = "setting: " + std::to_string(best) + " of " + std::to_string(all.*count) + " signs";
  };
  decide(&Signs::strong);
  if (country.empty()) decide(&Signs::weak);
  if (country.empty() && alone && where > 0) {
    country = signs.begin()->first;
    basis = "setting: the only country that is named";
  }
  return country;
}

// "President Mwanawasa" in an article that is set in Zambia.
void ActorReader::TakePeopleFromSetting(const std::string& country, const std::string& basis) {
  for (Unit& unit : units_) {
    if (unit.head == kNone || unit.kind != NameKind::kPerson || unit.entry) continue;
    if (!unit.of_state || !unit.country.empty()) continue;
    unit.country = country;
    unit.inferred = true;
    unit.basis += ", " + basis;
  }
}

void ActorReader::TakeFromSetting() {
  std::string basis;
  const std::string country = Setting(basis);
  if (!country.empty()) TakePeopleFromSetting(country, basis);

  uint32_t sentence = kNone;
  std::optional<uint32_t> state;
  for (Description& d : descriptions_) {
    if (!d.country.empty() || unit_of_[d.head] != kNone || d.is_title) continue;
    // What belongs to a body of many countries ("EU governments") belongs to none, and governments
    // are those of several countries.
    if (d.has_owner || (d.has_donor && d.noun->inherit)) continue;
    if (d.plural && d.noun->singular == ActorKind::kOrganization &&
        d.noun->sector.starts_with("GOV") && HasPlural(*d.noun)) {
      continue;
    }
    // "Its ambassador": whoever "it" is tells the country, when coreference knows.
    const std::optional<Token> possessor = syntax_[d.head].child(Dep::kposs);
    if (possessor && possessor->pos() == Pos::kPRON) continue;
    if (d.noun->state) {
      if (const uint32_t s = syntax_.tokens[d.head].sentence; s != sentence) {
        sentence = s;
        state = OnlyState(s);
      }
      if (state) {
        d.country = units_[*state].country;
        d.inferred = true;
        d.basis = "the state that acts in the sentence, \"" + Words(units_[*state].tokens) + "\"";
      }
    }
    if (d.noun->setting && !country.empty() && d.country.empty()) {
      d.country = country;
      d.inferred = true;
      d.basis = basis;
    }
  }
}

// A person in office or a country that is the subject of a verb other than one of speech; nobody
// where there are two of different countries.
std::optional<uint32_t> ActorReader::OnlyState(uint32_t sentence) const {
  std::optional<uint32_t> only;
  const TokenRange tokens = syntax_.sentences[sentence].tokens;
  for (uint32_t t = tokens.first; t < tokens.last; ++t) {
    const uint32_t u = unit_of_[t];
    if (u == kNone || units_[u].head != t || units_[u].country.empty()) continue;
    const Unit& unit = units_[u];
    const bool person = unit.kind == NameKind::kPerson && unit.sector.starts_with("GOV");
    if (!person && unit.kind != NameKind::kCountry) continue;
    const TokenData& root = syntax_.tokens[Root(t)];
    if (root.dep != Dep::knsubj && root.dep != Dep::knsubjpass) continue;
    const std::string_view verb = syntax_[root.head].lemma();
    if (verb == "say" || verb == "tell" || verb == "add" || verb == "warn") continue;
    if (only && units_[*only].country != unit.country) return std::nullopt;
    only = u;
  }
  return only;
}

}  // namespace averment
