#include "src/examples/cast.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace averment::examples {
namespace {

bool IsAgentNoun(Token t) {
  static constexpr auto kNouns = std::to_array<std::string_view>(
      {"activist",  "administration", "aide",       "ambassador",   "army",       "bank",
       "banker",    "civilian",       "coach",      "commander",    "company",    "council",
       "court",     "critic",         "crowd",      "demonstrator", "detainee",   "diplomat",
       "director",  "doctor",         "driver",     "editor",       "engineer",   "envoy",
       "farmer",    "fighter",        "force",      "general",      "government", "group",
       "guard",     "guerrilla",      "gunman",     "hostage",      "inspector",  "insurgent",
       "jihadist",  "journalist",     "junta",      "king",         "lawmaker",   "leader",
       "mayor",     "medic",          "migrant",    "militant",     "miner",      "minister",
       "ministry",  "monk",           "nun",        "nurse",        "officer",    "officers",
       "official",  "opposition",     "parliament", "party",        "people",     "pilot",
       "police",    "policeman",      "president",  "priest",       "prisoner",   "prosecutor",
       "protester", "rebel",          "refugee",    "regime",       "sailor",     "scientist",
       "senator",   "singer",         "smuggler",   "soldier",      "state",      "states",
       "store",     "striker",        "student",    "supporter",    "suspect",    "teacher",
       "terrorist", "tourist",        "tribunal",   "troop",        "union",      "villager",
       "worker",    "youth"});
  auto known = [](std::string_view word) {
    return std::ranges::find(kNouns, word) != kNouns.end();
  };
  return known(t.lemma()) || known(t.lower()) ||
         (t.lower().ends_with('s') && known(t.lower().substr(0, t.lower().size() - 1)));
}

}  // namespace

Cast CastOf(const Syntax& s) {
  Cast cast;
  for (uint32_t i = 0; i < s.size(); ++i) {
    const Token t = s[i];
    const bool head = t.dep() != Dep::kcompound && t.dep() != Dep::kpunct;
    const bool named = t.entity() == EntityType::kPERSON || t.entity() == EntityType::kORG ||
                       t.entity() == EntityType::kGPE || t.entity() == EntityType::kNORP;
    const bool pronoun = t.tag() == Tag::kPRP && t.lower() != "it";
    if (!head || !(named || pronoun || IsAgentNoun(t))) continue;
    ActorMention m;
    m.tokens = {i, i + 1};
    m.span = t.span();
    m.head = i;
    m.name = t.text();
    m.rule = "actor/test";
    Actor a;
    a.name = m.name;
    a.rule = m.rule;
    a.mentions = {uint32_t(cast.mentions.size())};
    cast.mentions.push_back(m);
    cast.actors.push_back(a);
  }
  return cast;
}

}  // namespace averment::examples
