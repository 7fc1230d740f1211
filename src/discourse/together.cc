// Several at once: "the two countries", "both sides", "the two men", "each other".  They are those
// just named: a coordination of so many ("France and Britain"), an earlier phrase for so many, or
// where some sentence back exactly so many of their kind have been named, these.  Such an actor
// has members; a phrase for the same ones later is the same actor.

#include <algorithm>

#include "src/discourse/linker.h"
#include "src/discourse/several_nouns.h"

namespace averment {
namespace {

constexpr uint32_t kPartnersBack = 3;
constexpr size_t kMostJoined = 8;

bool Fits(const ActorMention& m, SeveralKind kind) {
  switch (kind) {
    case SeveralKind::kPersons: return m.actor_kind == ActorKind::kPerson && !m.plural;
    case SeveralKind::kCountries: return m.actor_kind == ActorKind::kCountry;
    case SeveralKind::kSides: return m.actor_kind != ActorKind::kPerson;
  }
  return false;
}

}  // namespace

// The coordination that the mention begins; complete if all of it are actors.
std::vector<uint32_t> Linker::Joined(uint32_t m, bool* complete) const {
  std::vector<uint32_t> heads = {mentions_[m].head}, actors;
  *complete = true;
  for (size_t k = 0; k < heads.size() && k < kMostJoined; ++k) {
    for (Token child : syntax_[heads[k]].children()) {
      if (child.dep() == Dep::kconj) heads.push_back(child.index());
    }
    const uint32_t mention = mention_of_head_[heads[k]];
    if (mention == kNone || actor_of_[mention] == kNone || IsUnresolved(mention)) {
      *complete = false;
    } else {
      actors.push_back(actor_of_[mention]);
    }
  }
  std::ranges::sort(actors);
  actors.erase(std::ranges::unique(actors).begin(), actors.end());
  return actors;
}

void Linker::JoinAll(uint32_t m, const std::vector<uint32_t>& actors, RuleId why) {
  if (actors.size() == 1) return Join(m, actors[0], std::move(why));
  const auto [at, is_new] = together_.try_emplace(actors, uint32_t(founder_.size()));
  if (!is_new) return Join(m, at->second, std::move(why));
  Found(m);
  mentions_[m].plural = true;
  mentions_[m].link = std::move(why);
  members_.back() = actors;
}

// The last `count` of the kind that the text named; empty where they are fewer or more.
std::vector<uint32_t> Linker::LastNamed(uint32_t m, size_t count, SeveralKind kind) const {
  std::vector<uint32_t> named;
  const uint32_t sentence = SentenceOf(m);
  uint32_t looked_at = sentence;
  const uint32_t from = m > kWindow ? m - kWindow : 0;
  const auto all_fit = [&](const std::vector<uint32_t>& actors) {
    return actors.size() == count && std::ranges::all_of(actors, [&](uint32_t a) {
             return members_[a].empty() && Fits(mentions_[founder_[a]], kind);
           });
  };
  for (uint32_t i = m; i-- > from;) {
    if (SentenceOf(i) != looked_at) {
      if (named.size() >= count) break;
      looked_at = SentenceOf(i);
    }
    if (looked_at + kPartnersBack < sentence) break;
    if (actor_of_[i] == kNone) continue;
    if (all_fit(members_[actor_of_[i]])) return members_[actor_of_[i]];
    if (syntax_[mentions_[i].head].child(Dep::kconj)) {
      bool complete = false;
      std::vector<uint32_t> joined = Joined(i, &complete);
      if (complete && all_fit(joined)) return joined;
    }
    if (!Fits(mentions_[i], kind) || IsUnresolved(i) || !members_[actor_of_[i]].empty()) continue;
    if (std::ranges::find(named, actor_of_[i]) == named.end()) named.push_back(actor_of_[i]);
  }
  if (named.size() != count) return {};
  std::ranges::sort(named);
  return named;
}

// Where persons stand for them: "Abiy and Isaias met; the two countries ...".
std::vector<uint32_t> Linker::CountriesOf(const std::vector<uint32_t>& persons) const {
  std::vector<uint32_t> countries;
  for (uint32_t person : persons) {
    const std::string& code = mentions_[founder_[person]].country;
    const auto at = std::ranges::find_if(mentions_, [&](const ActorMention& m) {
      return m.actor_kind == ActorKind::kCountry && m.kind == MentionKind::kName &&
             m.country == code;
    });
    if (code.empty() || at == mentions_.end()) return {};
    countries.push_back(actor_of_[size_t(at - mentions_.begin())]);
  }
  std::ranges::sort(countries);
  countries.erase(std::ranges::unique(countries).begin(), countries.end());
  return countries.size() == persons.size() ? countries : std::vector<uint32_t>{};
}

bool Linker::LinkTogether(uint32_t m) {
  const std::optional<Several> several = ReadSeveral(syntax_, mentions_[m].head);
  if (!several) return false;
  std::vector<uint32_t> actors = LastNamed(m, several->count, several->kind);
  if (actors.empty() && several->kind == SeveralKind::kCountries && several_left_ > 0) {
    --several_left_;
    actors = CountriesOf(LastNamed(m, several->count, SeveralKind::kPersons));
  }
  if (actors.empty()) return false;
  JoinAll(m, actors, "coreference/together");
  return true;
}

// "US and Russian negotiators": of both countries, which stand before the noun.
bool Linker::LinkSeveral(uint32_t m) {
  if (!mentions_[m].several) return false;
  std::vector<uint32_t> actors;
  for (uint32_t t = mentions_[m].tokens.first; t < mentions_[m].head; ++t) {
    const uint32_t inner = mention_of_head_[t];
    if (inner == kNone || actor_of_[inner] == kNone) continue;
    if (mentions_[inner].actor_kind == ActorKind::kCountry) actors.push_back(actor_of_[inner]);
  }
  std::ranges::sort(actors);
  actors.erase(std::ranges::unique(actors).begin(), actors.end());
  if (actors.size() < 2 || actors.size() > kMostJoined) return false;
  JoinAll(m, actors, "coreference/several-countries");
  return true;
}

// "Embraced each other": the subject of the clause.
bool Linker::LinkEachOther(uint32_t m) {
  const std::vector<uint32_t> path = PathUp(mentions_[m].head);
  for (uint32_t verb : path) {
    for (Token child : syntax_[verb].children()) {
      if (child.dep() != Dep::knsubj && child.dep() != Dep::knsubjpass) continue;
      const uint32_t subject = mention_of_head_[child.index()];
      if (subject == kNone || subject >= m || actor_of_[subject] == kNone) return false;
      bool complete = false;
      const std::vector<uint32_t> joined = Joined(subject, &complete);
      if (!complete || (joined.size() < 2 && !mentions_[subject].plural)) return false;
      JoinAll(m, joined, "coreference/each-other");
      return true;
    }
  }
  return false;
}

}  // namespace averment
