// Nouns for those who act, and what tells whose they are.
//
//   modifiers    Syrian rebels, Syria's rebels, UN officials, opposition leader, army spokesman
//   phrases      rebels in Syria, a spokesman for the foreign ministry, the president of Syria
//   joined       US lawmakers and aides: the second shares the first one's country
//   apposition   Walid Muallem, Syria's foreign minister
//   setting      the rebels: see actor_setting.cc
//
// Modifiers stand to the left, so they are taken from left to right, and a modifier's own country
// is known when its turn comes; phrases hang to the right and are taken from right to left.

#include <algorithm>
#include <string_view>

#include "src/mentions/actor_reader.h"
#include "src/mentions/sectors.h"

namespace averment {

namespace {

// Whether the phrase with this preposition tells a country, and whether it tells a sector.
bool TellsCountry(std::string_view preposition) {
  return preposition == "of" || preposition == "in" || preposition == "from" ||
         preposition == "for" || preposition == "at" || preposition == "inside" ||
         preposition == "across" || preposition == "throughout";
}
bool TellsSector(std::string_view preposition) {
  return preposition == "of" || preposition == "for" || preposition == "at" ||
         preposition == "with" || preposition == "from" || preposition == "in";
}

}  // namespace

void ActorReader::Describe() {
  TakePeoples();
  TakeFromModifiers();
  TakeFromPhrases();
  TakeFromJoined();
  TakeFromSetting();
  EndFormerRoles();
  TakeFromAppositions();
}

// "A former minister" is of the elite, and no more of the government.
void ActorReader::EndFormerRoles() {
  for (Description& d : descriptions_) {
    if (d.is_title || d.sector.empty() || d.noun->singular != ActorKind::kPerson) continue;
    for (Token child : syntax_[d.head].children()) {
      const std::string_view word = child.lower();
      if (child.index() > d.head) break;
      if (word == "former" || word == "ex" || word == "retired" || word == "ousted") {
        if (d.sector.starts_with("GOV") || d.sector.starts_with("LEG") || d.noun->title ||
            d.noun->state) {
          d.sector = "ELI";
        }
        break;
      }
    }
  }
}

// A country only where none is known; a sector before the noun's own where the noun inherits, else
// behind it.
void ActorReader::Take(Description& d, const std::string& country, const std::string& sector,
                       std::string_view from) {
  if (!country.empty() && d.country.empty()) {
    d.country = country;
    d.basis = "country from \"" + std::string(from) + "\"";
    d.has_donor = true;
  }
  if (sector.empty()) return;
  // A government's forces stay forces; a rebel's officials are rebels.
  const bool gives_way = d.noun->inherit && d.sector == d.noun->sector &&
                         (d.sector == "GOV" || !sector.starts_with("GOV"));
  d.sector = gives_way ? sector : JoinSectors(d.sector, sector);
  d.has_donor = true;
}

void ActorReader::TakeFromModifiers() {
  for (uint32_t t = 0; t < syntax_.size(); ++t) {
    const uint32_t u = unit_of_[t], d = description_of_[t];
    const bool is_unit = u != kNone && units_[u].head == t;
    const bool is_noun = u == kNone && d != kNone && descriptions_[d].head == t;
    if (!is_unit && !is_noun) continue;
    const uint32_t governor = Told(t);
    if (governor == kNone) continue;
    const uint32_t target = description_of_[governor];
    if (is_unit) TellName(units_[u], governor);
    if (unit_of_[governor] != kNone || target == kNone || target == d) continue;
    Description& noun = descriptions_[target];
    const bool possessor = syntax_.tokens[Root(t)].dep == Dep::kposs;
    if (possessor && noun.noun->relation) continue;
    // The officials of a minister are of the government; his sons are not.
    const bool related = !possessor || noun.noun->inherit || noun.noun->state;
    if (is_unit) {
      const Unit& unit = units_[u];
      // "American and Russian diplomats" are of two countries.
      if (Root(t) != t && !unit.country.empty() && !noun.country.empty() &&
          unit.country != noun.country) {
        noun.several = true;
      }
      const bool gives = related && unit.actor_kind != ActorKind::kPeople &&
                         (unit.kind == NameKind::kBody || unit.kind == NameKind::kPerson);
      Take(noun, unit.country, gives ? unit.sector : "", Words(unit.tokens));
      noun.has_owner |= unit.kind == NameKind::kBody && unit.country.empty() &&
                        unit.actor_kind != ActorKind::kPeople;
    } else {
      const Description& owner = descriptions_[d];
      Take(noun, owner.country, related ? owner.sector : "", Words(owner.tokens));
    }
  }
  TakeFromAdjectives();
  for (Description& d : descriptions_) {
    if (!d.several) continue;
    d.country.clear();
    d.basis = "several countries";
    d.has_owner = true;
  }
}

// "A parliamentary group", "anti-war groups": where the noun says nothing of its own.
void ActorReader::TakeFromAdjectives() {
  for (Description& d : descriptions_) {
    if (!d.noun->inherit || !d.sector.empty() || unit_of_[d.head] != kNone) continue;
    for (Token child : syntax_[d.head].children()) {
      if (child.index() >= d.tokens.first) break;
      if (child.dep() != Dep::kamod && child.dep() != Dep::kcompound) continue;
      std::string_view sector = lexicon_.SectorOf(child.lower());
      if (child.index() > 1 && syntax_[child.index() - 1].tag() == Tag::kHYPH) {
        const TokenRange whole{child.index() - 2, child.index() + 1};
        sector = lexicon_.SectorOf(Words(whole));
      }
      if (sector.empty()) continue;
      d.sector = sector;
      d.has_donor = true;
      break;
    }
  }
}

// The noun that this modifier says something of: "Syrian" of "rebels", "Saudi" of "Saudi-led
// coalition"; nothing in "the anti-Syria rally".
uint32_t ActorReader::Told(uint32_t modifier) const {
  const TokenData& t = syntax_.tokens[Root(modifier)];
  if (modifier > 1 && syntax_[modifier - 1].tag() == Tag::kHYPH) {
    const std::string_view word = syntax_[modifier - 2].lower();
    if (word == "anti" || word == "pro" || word == "non") return kNone;
  }
  if (IsModifier(modifier)) return t.head;
  const TokenData& led = syntax_.tokens[t.head];
  const bool leads = led.dep == Dep::kamod && t.head > modifier &&
                     (syntax_[t.head].lower() == "led" || syntax_[t.head].lower() == "ruled");
  return leads ? led.head : kNone;
}

// "Iraqi Kurds", "Turkey's Kurds": peoples of no country of their own.  "Ethnic Albanians in
// Serbia", "the Serbs of Kosovo": peoples of another country than their name says.
void ActorReader::TakePeoples() {
  for (Unit& unit : units_) {
    if (unit.head == kNone || unit.actor_kind != ActorKind::kPeople) continue;
    bool ethnic = false;
    for (Token child : syntax_[unit.head].children()) {
      const uint32_t at = child.index();
      ethnic |= child.lower() == "ethnic";
      const uint32_t u = unit_of_[at];
      const bool owner = u != kNone && units_[u].head == at && at < unit.head &&
                         units_[u].kind <= NameKind::kCity && Told(at) == unit.head;
      if (owner && unit.entry) {
        unit.country = units_[u].country;
        unit.basis += ", country from \"" + Words(units_[u].tokens) + "\"";
      }
    }
    if (ethnic) unit.country.clear(), unit.sector = "CVL", unit.basis += ", ethnic";
    if (unit.entry && !unit.country.empty()) continue;
    for (Token prep : syntax_[unit.head].children()) {
      if (prep.dep() != Dep::kprep || prep.index() < unit.head) continue;
      if (prep.lower() != "of" && !((ethnic || unit.entry) && prep.lower() == "in")) continue;
      const std::optional<Token> object = prep.child(Dep::kpobj);
      const uint32_t u = object ? unit_of_[object->index()] : kNone;
      if (u == kNone || units_[u].kind > NameKind::kCity || units_[u].country.empty()) continue;
      unit.country = units_[u].country;
      unit.sector = "CVL";
      unit.basis += ", country from \"" + Words(units_[u].tokens) + "\"";
    }
  }
}

// "Chile's Ministry of Mines": a name that the lexicon does not have belongs to its possessor's
// country.
void ActorReader::TellName(const Unit& owner, uint32_t governor) {
  const uint32_t u = unit_of_[governor];
  if (u == kNone || units_[u].entry || units_[u].kind != NameKind::kBody) return;
  if (!units_[u].country.empty() || owner.country.empty()) return;
  units_[u].country = owner.country;
  units_[u].basis += ", country from \"" + Words(owner.tokens) + "\"";
}

void ActorReader::TakeFromPhrases() {
  for (uint32_t i = uint32_t(descriptions_.size()); i-- > 0;) {
    Description& d = descriptions_[i];
    if (unit_of_[d.head] != kNone || d.noun->relation) continue;
    for (Token prep : syntax_[d.head].children()) {
      if (prep.dep() != Dep::kprep || prep.index() < d.tokens.last) continue;
      const std::string_view word = prep.lower();
      if (!TellsCountry(word) && !TellsSector(word)) continue;
      const std::optional<Token> object = prep.child(Dep::kpobj);
      if (!object) continue;
      const uint32_t u = unit_of_[object->index()], other = description_of_[object->index()];
      if (u != kNone) {
        const Unit& unit = units_[u];
        const bool gives = unit.kind == NameKind::kBody && d.noun->inherit && TellsSector(word);
        Take(d, TellsCountry(word) ? unit.country : "", gives ? unit.sector : "",
             Words(unit.tokens));
      } else if (other != kNone && other != i) {
        const Description& owner = descriptions_[other];
        const bool gives = d.noun->inherit && TellsSector(word);
        Take(d, owner.country, gives ? owner.sector : "", Words(owner.tokens));
      }
    }
  }
}

// "US lawmakers and aides": what stands before the first noun belongs to both, unless the second
// has an article or a possessor of its own.
void ActorReader::TakeFromJoined() {
  for (Description& d : descriptions_) {
    const TokenData& t = syntax_.tokens[d.head];
    if (t.dep != Dep::kconj || !d.country.empty() || unit_of_[d.head] != kNone) continue;
    const uint32_t first = description_of_[t.head];
    if (first == kNone || unit_of_[t.head] != kNone || t.head > d.head) continue;
    const Description& other = descriptions_[first];
    const Token head = syntax_[d.head];
    if (head.child(Dep::kdet) || head.child(Dep::kposs) || other.country.empty()) continue;
    Take(d, other.country, "", Words(other.tokens));
  }
}

// "Walid Muallem, Syria's foreign minister" and "Syria's foreign minister, Walid Muallem".
void ActorReader::TakeFromAppositions() {
  for (const Description& d : descriptions_) {
    if (unit_of_[d.head] != kNone || d.is_title) continue;
    const auto give = [&](uint32_t token) {
      const uint32_t u = unit_of_[token];
      if (u == kNone || units_[u].head != token || units_[u].entry) return;
      Unit& unit = units_[u];
      if (unit.kind != NameKind::kPerson && unit.kind != NameKind::kBody) return;
      if (d.country.empty() && d.sector.empty()) return;
      if (!unit.country.empty() && !unit.sector.empty()) return;
      if (unit.country.empty()) unit.country = d.country;
      if (unit.sector.empty()) unit.sector = d.sector;
      if (unit.title.empty() && unit.kind == NameKind::kPerson && !d.plural && d.noun->title) {
        unit.title = Words(d.tokens);
      }
      unit.basis = "apposition \"" + Words(d.tokens) + "\"";
    };
    const TokenData& t = syntax_.tokens[d.head];
    if (t.dep == Dep::kappos) give(t.head);
    for (Token child : syntax_[d.head].children()) {
      if (child.dep() == Dep::kappos) give(child.index());
    }
  }
}

// The noun phrase: what stands before the noun, and the "of" phrase behind it.
TokenRange ActorReader::PhraseOf(const Description& d) const {
  TokenRange phrase = d.tokens;
  const Token head = syntax_[d.head];
  const auto children = head.child_indices();
  for (size_t i = children.size(); i-- > 0;) {
    const Token child = syntax_[children[i]];
    if (child.index() >= phrase.first) continue;
    const Dep dep = child.dep();
    const bool inside = dep == Dep::kdet || dep == Dep::kamod || dep == Dep::kcompound ||
                        dep == Dep::knmod || dep == Dep::knummod || dep == Dep::kposs ||
                        dep == Dep::kquantmod || dep == Dep::kpredet || dep == Dep::kcase_ ||
                        dep == Dep::kadvmod || dep == Dep::knpadvmod ||
                        (dep == Dep::kpunct && child.tag() == Tag::kHYPH);
    if (!inside || child.data().left_edge + ActorFinder::kLongestMention < d.head) break;
    phrase.first = std::min(phrase.first, child.data().left_edge);
  }
  for (Token prep : head.children()) {
    if (prep.index() != phrase.last || prep.dep() != Dep::kprep) continue;
    const std::string_view word = prep.lower();
    if (word != "of" && !(word == "for" && d.noun->inherit) && !(word == "to" && d.noun->title))
      break;
    const std::optional<Token> object = prep.child(Dep::kpobj);
    if (!object || object->index() < phrase.last) break;
    uint32_t last = object->index() + 1;
    const uint32_t u = unit_of_[object->index()];
    if (u == kNone && description_of_[object->index()] == kNone) break;
    if (u != kNone) last = std::max(last, units_[u].tokens.last);
    phrase.last = last;
    break;
  }
  return phrase;
}

}  // namespace averment
