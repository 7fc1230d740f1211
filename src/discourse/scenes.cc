// The places are the sure ones: they have a name, and the finder of places knows the country.  A
// noun for a site ("the base") takes the country of a place that stands with it ("the base near
// Homs").  Where a place only says which ("Homs province"), the noun is the scene.

#include "src/discourse/scenes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "src/discourse/scene_nouns.h"

namespace averment {
namespace {

constexpr uint32_t kNoPlace = UINT32_MAX;
constexpr uint32_t kLongest = 24;  // Tokens of a phrase before its head.

// The token of the range whose head lies outside it.
uint32_t HeadOf(const Syntax& s, TokenRange range) {
  for (uint32_t i = range.last; i-- > range.first;) {
    const uint32_t head = s.tokens[i].head;
    if (head == i || head < range.first || head >= range.last) return i;
  }
  return range.first;
}

bool IsBefore(Dep dep) {
  return dep == Dep::kamod || dep == Dep::kcompound || dep == Dep::knmod || dep == Dep::kposs ||
         dep == Dep::knummod;
}

class SceneReader {
 public:
  SceneReader(const Syntax& syntax, std::span<const Place> places, Linked linked)
      : s_(syntax),
        places_(places),
        linked_(std::move(linked)),
        taken_(syntax.size(), 0),
        place_at_(syntax.size(), kNoPlace) {}

  Linked Read() {
    for (const ActorMention& m : linked_.mentions) taken_[m.head] = 1;
    for (uint32_t a = 0; a < linked_.actors.size(); ++a) {
      const Actor& actor = linked_.actors[a];
      if (actor.kind == ActorKind::kCountry) actor_of_.try_emplace({actor.country, ""}, a);
    }
    for (uint32_t p = 0; p < places_.size(); ++p) {
      for (const PlaceMention& m : places_[p].mentions) place_at_[HeadOf(s_, m.tokens)] = p;
    }
    for (uint32_t p = 0; p < places_.size(); ++p) {
      for (const PlaceMention& m : places_[p].mentions) ReadPlace(p, m.tokens);
    }
    for (uint32_t i = 0; i < s_.size(); ++i) {
      if (s_.tokens[i].pos == Pos::kNOUN && !taken_[i] && IsSceneNoun(s_[i].lemma())) ReadNoun(i);
    }
    return std::move(linked_);
  }

 private:
  void ReadPlace(uint32_t p, TokenRange tokens) {
    const uint32_t head = HeadOf(s_, tokens);
    const TokenData& t = s_.tokens[head];
    if (taken_[head] || t.pos == Pos::kADJ || IsBefore(t.dep)) return;
    if (t.dep == Dep::kappos && IsSceneNoun(s_[t.head].lemma())) return;
    const Place& place = places_[p];
    const bool whole = place.precision == PlacePrecision::kCountry;
    const uint32_t actor = ActorFor({place.country, whole ? "" : place.name}, place.name, "place");
    Add(head, tokens, MentionKind::kName, place.name, place.country, actor);
  }

  void ReadNoun(uint32_t head) {
    const TokenData& t = s_.tokens[head];
    if (IsBefore(t.dep) || t.dep == Dep::kpunct) return;
    const TokenRange own{head, head + 1};
    const TokenRange phrase = PhraseOf(head, own);
    TokenRange bare = phrase;
    while (bare.first < head && s_.tokens[bare.first].pos == Pos::kDET) ++bare.first;
    const std::string name(s_.SpanOf(bare).text());
    if (name.empty()) return;
    const std::string country = CountryOf(head);
    Actor actor;
    actor.name = name;
    actor.kind = ActorKind::kCountry;
    actor.country = country;
    actor.basis = "place \"" + std::string(s_[head].lemma()) + "\"";
    actor.rule = "actor/scene";
    linked_.actors.push_back(std::move(actor));
    Add(head, own, MentionKind::kNominal, name, country, uint32_t(linked_.actors.size() - 1));
  }

  // That of a place before the noun, behind it, or beside it.
  std::string CountryOf(uint32_t noun) const {
    for (Token child : s_[noun].children()) {
      uint32_t at = child.index();
      if (child.dep() == Dep::kprep) {
        const std::optional<Token> object = child.child(Dep::kpobj);
        if (!object) continue;
        at = object->index();
      } else if (!IsBefore(child.dep()) && child.dep() != Dep::kappos) {
        continue;
      }
      if (place_at_[at] != kNoPlace) return places_[place_at_[at]].country;
    }
    return "";
  }

  // With what says which one it is, before it and behind "of".
  TokenRange PhraseOf(uint32_t head, TokenRange tokens) const {
    TokenRange phrase{std::min(tokens.first, head), std::max(tokens.last, head + 1)};
    for (Token child : s_[head].children()) {
      const Dep dep = child.dep();
      const bool inside =
          IsBefore(dep) || (dep == Dep::kdet && tokens.size() == 1) || dep == Dep::kquantmod;
      if (child.index() >= phrase.first || !inside) continue;
      if (child.data().left_edge + kLongest < head) continue;
      phrase.first = std::min(phrase.first, child.data().left_edge);
    }
    const bool of = phrase.last < s_.size() && s_.tokens[phrase.last].head == head &&
                    s_[phrase.last].lower() == "of";
    if (!of) return phrase;
    for (Token below : s_[phrase.last].children()) {
      const uint32_t p = place_at_[below.index()];
      if (below.dep() == Dep::kpobj && p != kNoPlace && below.index() < head + kLongest) {
        phrase.last = below.index() + 1;
        break;
      }
    }
    return phrase;
  }

  // The actor of this country, or of this part of it; a new one where there is none.
  uint32_t ActorFor(std::pair<std::string, std::string> key, const std::string& name,
                    const char* basis) {
    const bool known = !key.first.empty() || !key.second.empty();
    const auto [at, fresh] = actor_of_.try_emplace(key, uint32_t(linked_.actors.size()));
    if (known && !fresh) return at->second;
    Actor actor;
    actor.name = name;
    actor.kind = ActorKind::kCountry;
    actor.country = key.first;
    actor.basis = basis;
    actor.rule = "actor/scene";
    linked_.actors.push_back(std::move(actor));
    return uint32_t(linked_.actors.size() - 1);
  }

  void Add(uint32_t head, TokenRange tokens, MentionKind kind, const std::string& name,
           const std::string& country, uint32_t actor) {
    ActorMention m;
    m.tokens = PhraseOf(head, tokens);
    m.span = s_.SpanOf(m.tokens);
    if (m.span.empty()) return;
    m.head = head;
    m.kind = kind;
    m.actor_kind = ActorKind::kCountry;
    m.name = name;
    m.country = country;
    m.scene = true;
    m.basis = linked_.actors[actor].basis;
    m.rule = "actor/scene";
    taken_[head] = 1;
    linked_.actors[actor].mentions.push_back(uint32_t(linked_.mentions.size()));
    linked_.mentions.push_back(std::move(m));
  }

  const Syntax& s_;
  std::span<const Place> places_;
  Linked linked_;
  std::vector<char> taken_;         // Heads of mentions.
  std::vector<uint32_t> place_at_;  // Place by the head of its mention.
  // By country, and by the name of a part of it; of the whole country that is empty.
  std::map<std::pair<std::string, std::string>, uint32_t> actor_of_;
};

}  // namespace

Linked WithScenes(const Syntax& syntax, std::span<const Place> places, Linked linked) {
  return SceneReader(syntax, places, std::move(linked)).Read();
}

}  // namespace averment
