// Pronouns, by a careful rule: better none than the wrong one.
//
//   who, which, whose   the noun that the relative clause hangs on
//   he, she             the person on the reader's mind (salience.cc), of that gender where known
//   they                several people or bodies; those of a coordination together
//   it, its             a country or body, if no thing may be meant as well: where "it" does what
//                       only somebody can do ("it said"), things are left aside
//   I, we               the speaker of the quotation (speakers.cc)
//   each other          the subject of the clause (together.cc)
//
// A pronoun is not the subject of its own clause ("Kerry met him"), and inside quotation marks it
// is not the one who speaks.

#include <algorithm>
#include <string_view>

#include "src/discourse/linker.h"
#include "src/discourse/several_nouns.h"

namespace averment {
namespace {

constexpr uint32_t kSentencesBack = 3;
constexpr int kPersonMargin = 3, kGroupMargin = 6, kBodyPronounMargin = 6;
constexpr int kKnownGender = 4;

bool IsBody(const ActorMention& m) {
  return !m.plural &&
         (m.actor_kind == ActorKind::kCountry || m.actor_kind == ActorKind::kOrganization ||
          m.actor_kind == ActorKind::kGroup);
}

// What a conference or a war cannot do.
bool IsDeed(std::string_view verb) {
  constexpr std::string_view kDeeds[] = {
      "say",    "tell",   "add",    "announce", "warn",    "urge",      "condemn",
      "want",   "hope",   "oppose", "reject",   "deny",    "believe",   "seek",
      "plan",   "decide", "agree",  "accuse",   "demand",  "refuse",    "promise",
      "pledge", "vow",    "insist", "propose",  "offer",   "intend",    "ask",
      "fear",   "ban",    "arrest", "sign",     "welcome", "recognise", "recognize"};
  return std::find(std::begin(kDeeds), std::end(kDeeds), verb) != std::end(kDeeds);
}

// Police and the like are "they" as well.
bool IsMany(const ActorMention& m, std::string_view head) {
  return m.plural || head == "police" || m.actor_kind == ActorKind::kPeople;
}

}  // namespace

void Linker::LinkPronouns() {
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    if (actor_of_[m] != kNone) continue;
    const ActorMention& mention = mentions_[m];
    const std::string_view word = HeadWord(mention);
    if (mention.kind == MentionKind::kNominal) {
      if (!LinkTogether(m) && !LinkSeveral(m) && !anaphoric_[m]) Found(m);
    } else if (mention.kind == MentionKind::kPronoun) {
      if (word == "other" || word == "another") {
        LinkEachOther(m);
        continue;
      }
      LinkPronoun(m);
    }
  }
}

void Linker::LinkPronoun(uint32_t m) {
  const auto [antecedent, why] = Antecedent(m);
  if (!antecedent.empty()) {
    JoinAll(m, antecedent, why);
  } else if (!anaphoric_[m]) {
    Found(m);
  }
}

Linker::Link Linker::Antecedent(uint32_t m) {
  const std::string_view word = HeadWord(mentions_[m]);
  const auto one = [&](uint32_t mention, const char* why) -> Link {
    if (mention == kNone || actor_of_[mention] == kNone || IsUnresolved(mention)) return {};
    return {{actor_of_[mention]}, why};
  };
  if (mentions_[m].rule == "actor/relative-pronoun") {
    return one(RelativeAntecedent(m), "coreference/relative-clause");
  }
  if (word == "he" || word == "him" || word == "his" || word == "she" || word == "her") {
    return {PersonBefore(m).actors, "coreference/person-before"};
  }
  if (word == "they" || word == "them" || word == "their") {
    return {GroupBefore(m).actors, "coreference/group-before"};
  }
  if (word == "it" || word == "its") return {BodyBefore(m).actors, "coreference/body-before"};
  const bool one_speaks = word == "i" || word == "me" || word == "my";
  if (one_speaks || word == "we" || word == "us" || word == "our") {
    const uint32_t speaker = Speaker(m);
    if (speaker == kNone) return {};
    // "I am glad," she said: she comes first.
    const std::string_view said_by = HeadWord(mentions_[speaker]);
    const bool later = said_by == "he" || said_by == "she" || said_by == "they" || said_by == "it";
    if (actor_of_[speaker] == kNone && later) LinkPronoun(speaker);
    if (actor_of_[speaker] == kNone) return {};
    const bool single = IsPerson(mentions_[speaker]) && !mentions_[speaker].plural;
    if (single != one_speaks) return {};
    return one(speaker, "coreference/speaker");
  }
  return {};
}

uint32_t Linker::RelativeAntecedent(uint32_t m) const {
  for (uint32_t t : PathUp(mentions_[m].head)) {
    if (syntax_.tokens[t].dep != Dep::krelcl) continue;
    const uint32_t antecedent = mention_of_head_[syntax_.tokens[t].head];
    return antecedent < m ? antecedent : kNone;
  }
  return kNone;
}

Linker::Candidate Linker::PersonBefore(uint32_t pronoun) const {
  const uint32_t head = mentions_[pronoun].head;
  const uint32_t sentence = SentenceOf(pronoun);
  const Gender gender = mentions_[pronoun].gender;
  const std::vector<uint32_t> path = PathUp(head), mates = ClauseMates(head);
  std::vector<Candidate> candidates;
  const uint32_t from = pronoun > kWindow ? pronoun - kWindow : 0;
  for (uint32_t m = pronoun; m-- > from;) {
    if (SentenceOf(m) + kSentencesBack < sentence) break;
    if (!IsPerson(mentions_[m]) || actor_of_[m] == kNone || mentions_[m].plural) continue;
    if (IsUnresolved(m) || SpeaksOf(m, pronoun)) continue;
    const Gender known = gender_[actor_of_[m]];
    if (known != Gender::kUnknown && known != gender) continue;
    if (Contains(mates, actor_of_[m])) continue;
    const int score =
        Salience(mentions_[m].head, head, path) + (known == gender ? kKnownGender : 0);
    candidates.push_back({{actor_of_[m]}, score});
  }
  return Best(candidates, kPersonMargin);
}

Linker::Candidate Linker::GroupBefore(uint32_t pronoun) const {
  const uint32_t head = mentions_[pronoun].head;
  const uint32_t sentence = SentenceOf(pronoun);
  const std::vector<uint32_t> path = PathUp(head), mates = ClauseMates(head);
  const Token token = syntax_[head];
  const bool acts = token.dep() == Dep::knsubj && IsDeed(token.head().lemma());
  std::vector<Candidate> candidates;
  if (!acts) AddThings(pronoun, true, candidates);
  const uint32_t from = pronoun > kWindow ? pronoun - kWindow : 0;
  for (uint32_t m = pronoun; m-- > from;) {
    if (SentenceOf(m) + 1 < sentence) break;
    const ActorMention& other = mentions_[m];
    if (actor_of_[m] == kNone || SpeaksOf(m, pronoun)) continue;
    const uint32_t root = RootOf(other.head);
    std::vector<uint32_t> actors = {actor_of_[m]};
    const bool joined = syntax_[other.head].child(Dep::kconj).has_value();
    if (joined) {
      bool complete = false;
      actors = Joined(m, &complete);
      if (!complete) actors.clear();
    } else if (root != other.head && syntax_.tokens[other.head].dep == Dep::kconj) {
      continue;  // With the first of them.
    } else if (!IsMany(other, HeadWord(other)) || IsUnresolved(m) || HeadWord(other) == "we") {
      continue;
    }
    const bool mate = std::ranges::any_of(actors, [&](uint32_t a) { return Contains(mates, a); });
    if (mate) continue;
    candidates.push_back({std::move(actors), Salience(other.head, head, path)});
  }
  return Best(candidates, kGroupMargin);
}

Linker::Candidate Linker::BodyBefore(uint32_t pronoun) const {
  const uint32_t head = mentions_[pronoun].head;
  const Token token = syntax_[head];
  const bool possessive = token.dep() == Dep::kposs;
  const bool subject = token.dep() == Dep::knsubj;
  if (!subject && !possessive) return {};
  const bool deed = subject && IsDeed(token.head().lemma());
  // "It would help", "it was late": only of who has just been the subject, and not in what somebody
  // else says.
  const bool vague = subject && !deed;
  const bool far = !vague || (token.head().is_root() && token.head().lemma() != "be");
  const uint32_t sentence = SentenceOf(pronoun);
  const std::vector<uint32_t> path = PathUp(head), mates = ClauseMates(head);
  std::vector<Candidate> candidates;
  if (!deed) AddThings(pronoun, false, candidates);
  const uint32_t from = pronoun > kWindow ? pronoun - kWindow : 0;
  for (uint32_t m = pronoun; m-- > from;) {
    if (SentenceOf(m) + 1 < sentence) break;
    if (!IsBody(mentions_[m]) || actor_of_[m] == kNone || IsUnresolved(m)) continue;
    if (vague && (!IsSubject(m) || (SentenceOf(m) != sentence && !far))) continue;
    if (!members_[actor_of_[m]].empty() || SpeaksOf(m, pronoun)) continue;
    if (Contains(mates, actor_of_[m])) continue;
    const Token other = syntax_[mentions_[m].head];
    // "The US and Russia" are no "it"; with their possessors they may be ("Kiev and its enemies").
    const bool joined = other.child(Dep::kconj) || other.dep() == Dep::kconj;
    const bool joined_here = path.size() > 1 && syntax_.tokens[path[1]].head == other.index();
    if (joined && !joined_here) continue;
    candidates.push_back({{actor_of_[m]}, Salience(other.index(), head, path)});
  }
  return Best(candidates, kBodyPronounMargin);
}

}  // namespace averment
