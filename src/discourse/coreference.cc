// Mentions are put together from the surest evidence to the weakest, so that what is linked first
// can help what comes later:
//
//   1. names: one lexicon entry, one full name, an acronym, a surname, an alias    names.cc
//   2. appositions                          Sergei Ryabkov, the deputy minister    names.cc
//   3. descriptions                         the minister, the bloc, his counterpart descriptions.cc
//   4. several at once                      both sides, the two countries, each other together.cc
//   5. pronouns                             he, its, they, who; I and we of a speaker pronouns.cc
//
// Every link names its rule (ActorMention::link).  Every step looks things up in tables or looks
// back over a bounded number of mentions.

#include "src/discourse/coreference.h"

#include <algorithm>

#include "src/discourse/linker.h"

namespace averment {

std::string Lower(std::string_view s) {
  std::string lower(s);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = char(c + ('a' - 'A'));
  }
  return lower;
}

Linked Coreference::Link(const Syntax& syntax, const std::vector<ActorMention>& mentions) const {
  return Linker(syntax, mentions).Run();
}

Linker::Linker(const Syntax& syntax, std::vector<ActorMention> mentions)
    : syntax_(syntax),
      mentions_(std::move(mentions)),
      mention_of_head_(syntax.size(), kNone),
      quoted_(syntax.size(), 0) {
  AddMentions();
  actor_of_.assign(mentions_.size(), kNone);
}

Linked Linker::Run() {
  LinkFullNames();
  LinkAcronyms();
  LinkSurnames();
  LinkAppositions();
  LinkAliases();
  LinkDescriptions();
  MarkQuotations();
  LinkPronouns();
  DropUnlinked();
  return Finish();
}

uint32_t Linker::Found(uint32_t mention) {
  const uint32_t actor = uint32_t(founder_.size());
  founder_.push_back(mention);
  gender_.push_back(mentions_[mention].gender);
  members_.emplace_back();
  actor_of_[mention] = actor;
  return actor;
}

void Linker::Join(uint32_t mention, uint32_t actor, RuleId why) {
  ActorMention& m = mentions_[mention];
  actor_of_[mention] = actor;
  if (gender_[actor] == Gender::kUnknown) gender_[actor] = m.gender;
  if (m.kind == MentionKind::kPronoun) {  // What the words leave open.
    const ActorMention& first = mentions_[founder_[actor]];
    m.plural = m.plural || first.plural;
    m.actor_kind = first.actor_kind;
  }
  m.basis += m.basis.empty() ? "" : "; ";
  for (char c : std::string_view(why).substr(why.find('/') + 1)) m.basis += c == '-' ? ' ' : c;
  m.link = std::move(why);
}

void Linker::Merge(uint32_t from, uint32_t to, RuleId why) {
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    if (actor_of_[m] == from) Join(m, to, why);
  }
}

// A pronoun that founded an actor of its own.
bool Linker::IsUnresolved(uint32_t mention) const {
  const uint32_t actor = actor_of_[mention];
  return mentions_[mention].kind == MentionKind::kPronoun && founder_[actor] == mention &&
         members_[actor].empty();
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

// Several together have what all of them share.
void Linker::TellMembers(const std::vector<uint32_t>& place, std::vector<Actor>& actors) const {
  for (uint32_t a = 0; a < members_.size(); ++a) {
    if (place[a] == kNone || members_[a].empty()) continue;
    Actor& actor = actors[place[a]];
    actor.name.clear();
    actor.kind = ActorKind::kGroup;
    actor.title.clear();
    actor.basis = "members";
    actor.rule = "coreference/together";
    for (uint32_t member : members_[a]) {
      if (place[member] == kNone) continue;
      const Actor& one = actors[place[member]];
      const bool first = actor.members.empty();
      actor.name += (first ? "" : " and ") + one.name;
      if (first || actor.country != one.country) actor.country = first ? one.country : "";
      if (first || actor.sector != one.sector) actor.sector = first ? one.sector : "";
      actor.members.push_back(place[member]);
    }
  }
}

// Mentions that only an antecedent would have made one, and that have none.
void Linker::DropUnlinked() {
  std::vector<uint32_t> moved(mentions_.size(), kNone);
  uint32_t kept = 0;
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    if (actor_of_[m] == kNone) {
      mention_of_head_[mentions_[m].head] = kNone;
      continue;
    }
    moved[m] = kept;
    mention_of_head_[mentions_[m].head] = kept;
    if (kept != m) {
      mentions_[kept] = std::move(mentions_[m]);
      actor_of_[kept] = actor_of_[m];
    }
    ++kept;
  }
  mentions_.resize(kept);
  actor_of_.resize(kept);
  for (uint32_t& founder : founder_) founder = moved[founder];
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
  TellMembers(place, linked.actors);
  linked.mentions = std::move(mentions_);
  return linked;
}

}  // namespace averment
