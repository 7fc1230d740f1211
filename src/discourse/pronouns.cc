// Pronouns of the third person, by a careful rule: better none than the wrong one.
//
//   who, which   the noun that the relative clause hangs on
//   he, she      the nearest subject before it that is a person: first in its own sentence, then
//                the first subject of one of the two sentences before
//   they         a plural subject of its sentence or of the one before
//   its          a country or body that is the subject before it in its sentence, or the first
//                subject of the sentence before
//   it           the same, where "it" does what only somebody can do ("it said", "it rejected")
//
// A pronoun is not the subject of its own clause ("Kerry met him"), and inside quotation marks it
// is not the one who speaks.  "I", "we" and "you" are left to whoever reads quotations.

#include <algorithm>
#include <string_view>

#include "src/discourse/linker.h"

namespace averment {
namespace {

constexpr uint32_t kSentencesBack = 3;
constexpr int kLongestClimb = 8;  // From a pronoun to its clause, or to the verb of saying.

bool IsPerson(const ActorMention& m) { return m.actor_kind == ActorKind::kPerson; }

bool IsBody(const ActorMention& m) {
  return !m.plural &&
         (m.actor_kind == ActorKind::kCountry || m.actor_kind == ActorKind::kOrganization ||
          m.actor_kind == ActorKind::kGroup);
}

// What a conference or a war cannot do.
bool IsDeed(std::string_view verb) {
  constexpr std::string_view kDeeds[] = {
      "say",    "tell",   "add",     "announce", "warn", "urge",   "condemn", "want",  "hope",
      "oppose", "reject", "deny",    "believe",  "seek", "plan",   "decide",  "agree", "accuse",
      "demand", "refuse", "promise", "pledge",   "vow",  "insist", "propose", "offer", "intend"};
  return std::find(std::begin(kDeeds), std::end(kDeeds), verb) != std::end(kDeeds);
}

}  // namespace

void Linker::MarkQuotations() {
  bool open = false;
  uint32_t paragraph = kNone;
  for (uint32_t t = 0; t < syntax_.size(); ++t) {
    if (const uint32_t p = syntax_[t].sentence().paragraph; p != paragraph) {
      paragraph = p;
      open = false;
    }
    const std::string_view text = syntax_[t].text();
    if (text == "\u201C" || text == "``") {
      open = true;
    } else if (text == "\u201D" || text == "''") {
      open = false;
    } else if (text == "\"") {
      open = !open;
    }
    quoted_[t] = open;
  }
}

void Linker::LinkPronouns() {
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    if (mentions_[m].kind != MentionKind::kPronoun) continue;
    const uint32_t antecedent = Antecedent(m);
    if (antecedent == kNone || actor_of_[antecedent] == kNone) {
      Found(m);
    } else {
      Join(m, actor_of_[antecedent], "antecedent");
    }
  }
}

uint32_t Linker::Antecedent(uint32_t m) const {
  const std::string_view word = HeadWord(mentions_[m]);
  if (mentions_[m].rule == "actor/relative-pronoun") return RelativeAntecedent(m);
  if (word == "he" || word == "him" || word == "his" || word == "she" || word == "her") {
    return PersonBefore(m);
  }
  if (word == "they" || word == "them" || word == "their") return GroupBefore(m);
  if (word == "it" || word == "its") return BodyBefore(m);
  return kNone;
}

uint32_t Linker::RelativeAntecedent(uint32_t m) const {
  uint32_t t = mentions_[m].head;
  for (int step = 0; step < kLongestClimb; ++step) {
    const TokenData& data = syntax_.tokens[t];
    if (data.dep == Dep::krelcl) {
      const uint32_t antecedent = mention_of_head_[data.head];
      return antecedent < m ? antecedent : kNone;
    }
    if (data.head == t) break;
    t = data.head;
  }
  return kNone;
}

bool Linker::IsSubject(uint32_t m) const {
  const Dep dep = syntax_.tokens[mentions_[m].head].dep;
  return dep == Dep::knsubj || dep == Dep::knsubjpass;
}

// Whether both hang on one verb, so that the pronoun would have to be reflexive.
bool Linker::SharesClause(uint32_t m, uint32_t pronoun) const {
  const TokenData& p = syntax_.tokens[mentions_[pronoun].head];
  if (p.dep == Dep::kposs) return false;
  const uint32_t verb = syntax_.tokens[mentions_[m].head].head;
  if (p.head == verb) return true;
  const TokenData& above = syntax_.tokens[p.head];
  return (p.dep == Dep::kpobj || p.dep == Dep::kconj) && above.head == verb;
}

// Whether the mention is the speaker, outside of the quotation that the pronoun stands in.
bool Linker::SpeaksOf(uint32_t m, uint32_t pronoun) const {
  if (!quoted_[mentions_[pronoun].head] || quoted_[mentions_[m].head] || !IsSubject(m))
    return false;
  // Somebody whose verb governs the quotation.
  const uint32_t verb = syntax_.tokens[mentions_[m].head].head;
  uint32_t t = mentions_[pronoun].head;
  for (int step = 0; step < kLongestClimb && syntax_.tokens[t].head != t; ++step) {
    t = syntax_.tokens[t].head;
    if (t == verb) return true;
  }
  return false;
}

uint32_t Linker::PersonBefore(uint32_t pronoun) const {
  const uint32_t sentence = SentenceOf(pronoun);
  const Gender gender = mentions_[pronoun].gender;
  const auto fits = [&](uint32_t m) {
    if (!IsPerson(mentions_[m]) || actor_of_[m] == kNone || mentions_[m].plural) return false;
    if (founder_[actor_of_[m]] == m && mentions_[m].kind == MentionKind::kPronoun) return false;
    const Gender known = gender_[actor_of_[m]];
    if (known != Gender::kUnknown && known != gender) return false;
    return !SharesClause(m, pronoun) && !SpeaksOf(m, pronoun);
  };
  const uint32_t from = pronoun > kWindow ? pronoun - kWindow : 0;
  uint32_t any = kNone;    // The nearest person who is no subject, in this sentence.
  uint32_t first = kNone;  // The first subject of the sentence being looked at.
  uint32_t looked_at = kNone;
  for (uint32_t m = pronoun; m-- > from;) {
    const uint32_t s = SentenceOf(m);
    if (s + kSentencesBack <= sentence) break;
    if (s != looked_at) {
      if (first != kNone) return first;
      looked_at = s;
    }
    if (!fits(m)) continue;
    if (s == sentence) {
      if (IsSubject(m)) return m;
      if (any == kNone) any = m;
    } else if (IsSubject(m)) {
      first = m;  // Backwards: the last one set is the first of its sentence.
    }
  }
  return first != kNone ? first : any;
}

uint32_t Linker::GroupBefore(uint32_t pronoun) const {
  const uint32_t sentence = SentenceOf(pronoun);
  const uint32_t from = pronoun > kWindow ? pronoun - kWindow : 0;
  for (uint32_t m = pronoun; m-- > from;) {
    if (SentenceOf(m) + 1 < sentence) break;
    const ActorMention& other = mentions_[m];
    // "Kerry and Lavrov said that they": two who are no one actor.
    if (IsSubject(m) && !SharesClause(m, pronoun) && syntax_[other.head].child(Dep::kconj)) {
      return kNone;
    }
    if (!other.plural || !IsSubject(m) || actor_of_[m] == kNone) continue;
    if (other.kind == MentionKind::kPronoun && founder_[actor_of_[m]] == m) continue;
    if (HeadWord(other) == "we" || SharesClause(m, pronoun) || SpeaksOf(m, pronoun)) continue;
    return m;
  }
  return kNone;
}

uint32_t Linker::BodyBefore(uint32_t pronoun) const {
  const Token token = syntax_[mentions_[pronoun].head];
  const bool possessive = token.dep() == Dep::kposs;
  const bool acts = token.dep() == Dep::knsubj && IsDeed(token.head().lemma());
  if (!acts && !possessive) return kNone;
  const uint32_t sentence = SentenceOf(pronoun);
  const uint32_t from = pronoun > kWindow ? pronoun - kWindow : 0;
  uint32_t first = kNone;
  for (uint32_t m = pronoun; m-- > from;) {
    const uint32_t s = SentenceOf(m);
    if (s + 1 < sentence) break;
    if (!IsBody(mentions_[m]) || !IsSubject(m) || actor_of_[m] == kNone) continue;
    if (syntax_[mentions_[m].head].child(Dep::kconj)) continue;  // "The US and Russia" are no "it".
    if (mentions_[m].kind == MentionKind::kPronoun && founder_[actor_of_[m]] == m) continue;
    if (SharesClause(m, pronoun) || SpeaksOf(m, pronoun)) continue;
    if (s == sentence) return m;
    first = m;
  }
  return first;
}

}  // namespace averment
