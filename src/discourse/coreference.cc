// Mentions are put together from the surest evidence to the weakest, so that what is linked first
// can help what comes later:
//
//   1. one lexicon entry, one country                 US, United States, Washington
//   2. one full name                                  Sergei Ryabkov ... Sergei A. Ryabkov
//   3. an acronym in brackets behind a name           the Syrian Human Rights Committee (SHRC)
//   4. a surname that one person of the article has   Ryabkov
//   5. appositions                                    Sergei Ryabkov, the deputy minister
//   6. descriptions                                   (descriptions.cc)
//   7. pronouns                                       (pronouns.cc)
//
// Two people of one surname are kept apart: a bare surname that could be either founds an actor of
// its own.  Every step looks things up in tables or looks back over a bounded number of mentions.

#include "src/discourse/coreference.h"

#include <algorithm>

#include "src/discourse/linker.h"

namespace averment {
namespace {

std::string_view LastWord(std::string_view words) {
  const size_t blank = words.rfind(' ');
  return blank == words.npos ? words : words.substr(blank + 1);
}

bool IsAcronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 8 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string Lower(std::string_view s) {
  std::string lower(s);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = char(c + ('a' - 'A'));
  }
  return lower;
}

Linked Coreference::Link(const Syntax& syntax, const std::vector<ActorMention>& mentions) const {
  return Linker(syntax, mentions).Link();
}

Linker::Linker(const Syntax& syntax, std::vector<ActorMention> mentions)
    : syntax_(syntax),
      mentions_(std::move(mentions)),
      actor_of_(mentions_.size(), kNone),
      mention_of_head_(syntax.size(), kNone),
      quoted_(syntax.size(), 0) {
  for (uint32_t m = 0; m < mentions_.size(); ++m) mention_of_head_[mentions_[m].head] = m;
}

Linked Linker::Link() {
  LinkFullNames();
  LinkAcronyms();
  LinkSurnames();
  LinkAppositions();
  LinkDescriptions();
  MarkQuotations();
  LinkPronouns();
  return Finish();
}

uint32_t Linker::Found(uint32_t mention) {
  const uint32_t actor = uint32_t(founder_.size());
  founder_.push_back(mention);
  gender_.push_back(mentions_[mention].gender);
  actor_of_[mention] = actor;
  return actor;
}

void Linker::Join(uint32_t mention, uint32_t actor, const char* why) {
  actor_of_[mention] = actor;
  if (gender_[actor] == Gender::kUnknown) gender_[actor] = mentions_[mention].gender;
  std::string& basis = mentions_[mention].basis;
  basis += basis.empty() ? "" : "; ";
  basis += why;
}

// ------------------------------------------------------------------------------------------- names

// Steps 1 and 2.  Surnames of people whom the lexicon knows wait for step 4: the article may mean
// another.
void Linker::LinkFullNames() {
  std::unordered_map<std::string, uint32_t> actor_by_key;
  std::unordered_map<std::string, uint32_t> actor_by_noun;  // Of the body last named with it.
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    if (mention.kind != MentionKind::kName) continue;
    const bool person = mention.actor_kind == ActorKind::kPerson;
    const bool surname = person && (mention.rule == "actor/known-surname" ||
                                    mention.name.find(' ') == std::string::npos);
    if (surname && mention.rule != "actor/person") continue;
    std::string key = Lower(mention.name);
    if (!mention.lexicon_id.empty()) {
      key = "#" + mention.lexicon_id;
    } else if (mention.actor_kind == ActorKind::kPeople) {
      key = "people of " + (mention.country.empty() ? key : mention.country);
    } else if (person) {
      key = key.substr(0, key.find(' ')) + " " + std::string(LastWord(key));
    }
    // "The Observatory": one word of a longer name before.
    if (mention.lexicon_id.empty() && !person && mention.tokens.size() == 1) {
      if (const auto body = actor_by_noun.find(std::string(HeadWord(mention)));
          body != actor_by_noun.end()) {
        Join(m, body->second, "shortened name");
        continue;
      }
    }
    const auto [at, is_new] = actor_by_key.try_emplace(key, 0);
    if (!person && mention.tokens.size() > 1 && mention.actor_kind != ActorKind::kCountry) {
      actor_by_noun[std::string(HeadWord(mention))] =
          is_new ? uint32_t(founder_.size()) : at->second;
    }
    if (is_new) {
      at->second = Found(m);
    } else {
      Join(m, at->second, mention.lexicon_id.empty() ? "same name" : "same lexicon entry");
    }
  }
}

// "the Syrian Human Rights Committee (SHRC)": from here on the letters mean that name, whatever the
// lexicon thinks of them.
void Linker::LinkAcronyms() {
  std::unordered_map<std::string_view, uint32_t> actor_by_acronym;
  uint32_t before = kNone;  // The last name of several words.
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    if (mention.kind != MentionKind::kName) continue;
    const uint32_t t = mention.tokens.first;
    const bool letters = mention.tokens.size() == 1 && IsAcronym(syntax_[t].text());
    if (!letters) {
      before = m;
      continue;
    }
    const bool in_brackets = t > 0 && t + 1 < syntax_.size() && syntax_[t - 1].tag() == Tag::kLRB &&
                             syntax_[t + 1].tag() == Tag::kRRB;
    if (in_brackets && before != kNone && mentions_[before].tokens.last == t - 1 &&
        mentions_[before].actor_kind != ActorKind::kPerson && actor_of_[before] != kNone) {
      actor_by_acronym[syntax_[t].text()] = actor_of_[before];
    }
    const auto at = actor_by_acronym.find(syntax_[t].text());
    if (at != actor_by_acronym.end()) Join(m, at->second, "acronym");
  }
}

// Step 4; a first name serves as well where no surname is meant.
void Linker::LinkSurnames() {
  constexpr uint32_t kSeveral = kNone - 1;
  std::unordered_map<std::string, uint32_t> actor_by_surname;  // Or kSeveral.
  std::unordered_map<std::string, uint32_t> by_lexicon, by_word;
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    if (mention.actor_kind != ActorKind::kPerson || actor_of_[m] == kNone) continue;
    if (!mention.lexicon_id.empty()) by_lexicon.try_emplace(mention.lexicon_id, actor_of_[m]);
    const auto note = [&](std::string word) {
      const auto [at, is_new] = actor_by_surname.try_emplace(std::move(word), actor_of_[m]);
      if (!is_new && at->second != actor_of_[m]) at->second = kSeveral;
    };
    note(std::string(syntax_[mention.tokens.last - 1].lower()));
    if (const size_t blank = mention.name.find(' '); blank != std::string::npos) {
      note(Lower(std::string_view(mention.name).substr(0, blank)));
    }
  }
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    if (mention.kind != MentionKind::kName || actor_of_[m] != kNone) continue;
    const std::string word(syntax_[mention.tokens.last - 1].lower());
    const auto same = actor_by_surname.find(word);
    if (same != actor_by_surname.end() && same->second != kSeveral) {
      Join(m, same->second, "surname");
      continue;
    }
    // The lexicon's person; without the lexicon the surname stands for itself.
    const bool listed = !mention.lexicon_id.empty();
    const auto [at, is_new] =
        (listed ? by_lexicon : by_word).try_emplace(listed ? mention.lexicon_id : word, 0);
    if (is_new) {
      at->second = Found(m);
    } else {
      Join(m, at->second, "surname");
    }
  }
}

// "Sergei Ryabkov, the deputy foreign minister": one person.  A plural names more than one.
void Linker::LinkAppositions() {
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const TokenData& t = syntax_.tokens[mentions_[m].head];
    if (t.dep != Dep::kappos || mention_of_head_[t.head] == kNone) continue;
    const uint32_t other = mention_of_head_[t.head];
    const ActorMention &a = mentions_[other], &b = mentions_[m];
    if (a.plural || b.plural || a.kind == b.kind) continue;
    const uint32_t name = a.kind == MentionKind::kName ? other : m;
    const uint32_t nominal = name == other ? m : other;
    if (mentions_[nominal].kind != MentionKind::kNominal || actor_of_[name] == kNone) continue;
    const bool person = mentions_[name].actor_kind == ActorKind::kPerson;
    if (person != (mentions_[nominal].actor_kind == ActorKind::kPerson)) continue;
    Join(nominal, actor_of_[name], "apposition");
  }
}

// ------------------------------------------------------------------------------------------ actors

// "Its ambassador": where nothing else tells the country, it is that of whoever "its" means.
void Linker::TakeFromPossessors(const std::vector<uint32_t>& place,
                                std::vector<Actor>& actors) const {
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    Actor& actor = actors[place[actor_of_[m]]];
    if (mention.kind != MentionKind::kNominal || mention.related || !actor.country.empty())
      continue;
    const std::optional<Token> possessor = syntax_[mention.head].child(Dep::kposs);
    if (!possessor || possessor->pos() != Pos::kPRON) continue;
    const uint32_t owner = mention_of_head_[possessor->index()];
    if (owner == kNone) continue;
    actor.country = actors[place[actor_of_[owner]]].country;
    if (!actor.country.empty()) actor.basis += ", country from its possessor";
  }
}

Linked Linker::Finish() {
  Linked linked;
  std::vector<uint32_t> place(founder_.size(), kNone);  // Of each actor, in order of first mention.
  std::vector<uint32_t> main(founder_.size(), kNone);   // The mention that says most of it.
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const uint32_t a = actor_of_[m];
    if (place[a] == kNone) {
      place[a] = uint32_t(linked.actors.size());
      linked.actors.emplace_back();
    }
    linked.actors[place[a]].mentions.push_back(m);
    const auto rank = [&](const ActorMention& x) {
      if (x.kind == MentionKind::kPronoun) return 0;
      if (x.kind == MentionKind::kNominal) return x.country.empty() ? 1 : 2;
      return 3 + (x.actor_kind == ActorKind::kPerson && x.name.find(' ') != std::string::npos) +
             2 * !x.lexicon_id.empty();
    };
    if (main[a] == kNone || rank(mentions_[m]) > rank(mentions_[main[a]])) main[a] = m;
  }
  for (uint32_t a = 0; a < founder_.size(); ++a) {
    if (place[a] == kNone) continue;  // All its mentions found a better one.
    Actor& actor = linked.actors[place[a]];
    const ActorMention& best = mentions_[main[a]];
    actor.name = best.name;
    actor.kind = best.actor_kind;
    actor.country = best.country;
    actor.sector = best.sector;
    actor.title = best.title;
    actor.basis = best.basis;
    actor.rule = best.rule;
    if (best.kind == MentionKind::kPronoun) {
      actor.basis = "unresolved";
      actor.rule = "coreference/unresolved-pronoun";
      continue;
    }
    // What the best mention leaves open, the others may tell; pronouns tell nothing.
    for (uint32_t m : actor.mentions) {
      const ActorMention& other = mentions_[m];
      if (other.kind == MentionKind::kPronoun) continue;
      if (actor.country.empty()) actor.country = other.country;
      if (actor.sector.empty()) actor.sector = other.sector;
      if (actor.title.empty()) actor.title = other.title;
    }
  }
  TakeFromPossessors(place, linked.actors);
  linked.mentions = std::move(mentions_);
  return linked;
}

}  // namespace averment
