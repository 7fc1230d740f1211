// The country of those whom nobody names: "the rebels", "security forces", "lawmakers".
//
// An article is set in the country that its signs point to: wars, crises and armies called by a
// country's name ("the Syrian war"), things that happen in it ("in Aleppo"), its armed groups.  The
// winner needs enough signs, and half as many again as the next.  Nouns marked `setting` take that
// country.
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

constexpr int kLeastSigns = 4;

bool IsLocative(std::string_view preposition) {
  return preposition == "in" || preposition == "inside" || preposition == "across" ||
         preposition == "throughout" || preposition == "on" || preposition == "over" ||
         preposition == "near" || preposition == "outside" || preposition == "around";
}

bool IsArmedOrOpposed(std::string_view sector) {
  return sector.find("REB") != std::string_view::npos ||
         sector.find("OPP") != std::string_view::npos;
}

}  // namespace

void ActorReader::TakeFromSetting() {
  std::map<std::string, int> signs;
  int all = 0;
  for (const Unit& unit : units_) {
    if (unit.head == kNone || unit.country.empty()) continue;
    int weight = 0;
    const uint32_t root = Root(unit.head);
    const TokenData& t = syntax_.tokens[root];
    if (IsModifier(unit.head)) {
      const bool of_title =
          description_of_[t.head] != kNone && descriptions_[description_of_[t.head]].is_title;
      if (!of_title && lexicon_.IsConflict(syntax_[t.head].lemma())) weight = 2;
    } else if (unit.kind == NameKind::kCity) {
      weight = 2;
    } else if (unit.kind == NameKind::kCountry) {
      weight = t.dep == Dep::kpobj && IsLocative(syntax_[t.head].lower()) ? 3 : 1;
    } else if (unit.kind == NameKind::kSeat) {
      weight = t.dep == Dep::kpobj && IsLocative(syntax_[t.head].lower()) ? 2 : 0;
    } else if (unit.kind == NameKind::kBody && IsArmedOrOpposed(unit.sector)) {
      weight = 2;
    }
    if (weight > 0) signs[unit.country] += weight, all += weight;
  }
  std::string country;
  int best = 0, second = 0;
  for (const auto& [code, count] : signs) {
    if (count > best) {
      second = best, best = count, country = code;
    } else {
      second = std::max(second, count);
    }
  }
  const bool clear = best >= kLeastSigns && 2 * best >= 3 * second;
  const std::string setting_basis =
      "setting: " + std::to_string(best) + " of " + std::to_string(all) + " signs";

  uint32_t sentence = kNone;
  std::optional<uint32_t> state;
  for (Description& d : descriptions_) {
    if (!d.country.empty() || unit_of_[d.head] != kNone || d.is_title) continue;
    // What belongs to a body of many countries ("UN officials") belongs to none.
    if (d.has_donor && d.noun->inherit) continue;
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
    if (d.noun->setting && clear && d.country.empty()) {
      d.country = country;
      d.inferred = true;
      d.basis = setting_basis;
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
