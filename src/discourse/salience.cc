// Which of those before a pronoun its reader has in mind: who is near, who is a subject, and most
// of all the subject of a verb that the pronoun's clause depends on ("Odinga said that he ..."); of
// "urged the mutineers to return to their barracks", who is urged.  After Lappin and Leass (1994),
// with the tree in place of their tables.  Who shares the clause is not meant ("Kerry met him").

#include <algorithm>

#include "src/discourse/linker.h"

namespace averment {
namespace {

constexpr int kBySentence[] = {60, 45, 30, 18, 8};  // Sentences back.
constexpr int kForSubject = 35, kForMainSubject = 8, kForObject = 20, kForOther = 12;
constexpr int kGoverns = 30;            // Its verb governs the clause.
constexpr int kStep = 2;                // Less with each verb between.
constexpr uint32_t kLongestLook = 160;  // Tokens looked back over for things.

bool IsClausal(Dep dep) { return dep == Dep::kxcomp || dep == Dep::kccomp || dep == Dep::kpcomp; }

}  // namespace

// The first of a coordination; "Italy" has the function of "France" in "France and Italy".
uint32_t Linker::RootOf(uint32_t t) const {
  for (int step = 0; step < kLongestClimb; ++step) {
    const Dep dep = syntax_.tokens[t].dep;
    const uint32_t head = syntax_.tokens[t].head;
    if ((dep != Dep::kconj && dep != Dep::kappos) || head >= t) break;
    t = head;
  }
  return t;
}

bool Linker::IsSubjectToken(uint32_t t) const {
  const Dep dep = syntax_.tokens[RootOf(t)].dep;
  return dep == Dep::knsubj || dep == Dep::knsubjpass;
}

// The token and what governs it, up to the root.
std::vector<uint32_t> Linker::PathUp(uint32_t t) const {
  std::vector<uint32_t> path = {t};
  for (int step = 0; step < kLongestClimb && syntax_.tokens[t].head != t; ++step) {
    path.push_back(t = syntax_.tokens[t].head);
  }
  return path;
}

// Actors who fill a role of the verb that the token fills one of.
std::vector<uint32_t> Linker::ClauseMates(uint32_t t) const {
  std::vector<uint32_t> mates;
  t = RootOf(t);
  Dep dep = syntax_.tokens[t].dep;
  uint32_t verb = syntax_.tokens[t].head;
  if (dep == Dep::kpobj) verb = syntax_.tokens[verb].head;
  if (dep == Dep::kposs || verb == t) return mates;
  const auto note = [&](uint32_t token) {
    const uint32_t m = token == t ? kNone : mention_of_head_[token];
    if (m != kNone && actor_of_[m] != kNone) mates.push_back(actor_of_[m]);
  };
  // A clause without a subject of its own has that of the one above.
  for (int step = 0; step < kLongestClimb; ++step) {
    bool subject = false, object = false;
    for (Token child : syntax_[verb].children()) {
      const bool is_subject = child.dep() == Dep::knsubj || child.dep() == Dep::knsubjpass;
      const bool is_object = child.dep() == Dep::kdobj || child.dep() == Dep::kdative;
      if (!is_subject && !is_object) continue;
      if (step > 0 && is_object && syntax_.tokens[verb].dep == Dep::kconj) continue;
      if (child.index() == t) return mates;
      subject = subject || is_subject;
      object = object || is_object;
      note(child.index());
      for (Token other : child.children()) {
        if (other.dep() == Dep::kconj) note(other.index());
      }
    }
    const TokenData& v = syntax_.tokens[verb];
    if (subject || v.head == verb || (v.dep != Dep::kxcomp && v.dep != Dep::kconj)) break;
    verb = v.head;
  }
  return mates;
}

// How much the noun at `token`, which stands before it, is on the mind of whoever reads the token
// that `path` leads up from.
int Linker::Salience(uint32_t token, uint32_t from, const std::vector<uint32_t>& path) const {
  const uint32_t back = syntax_.tokens[from].sentence - syntax_.tokens[token].sentence;
  if (back >= std::size(kBySentence)) return 0;
  const uint32_t root = RootOf(token);
  const TokenData& data = syntax_.tokens[root];
  int score = kBySentence[back];
  bool subject = data.dep == Dep::knsubj || data.dep == Dep::knsubjpass;
  const bool object = data.dep == Dep::kdobj || data.dep == Dep::kdative;
  if (back == 0) {
    // "Kenyatta or his party".
    if (path.size() > 1 && syntax_.tokens[path[1]].dep == Dep::kconj &&
        syntax_.tokens[path[1]].head == token) {
      return score + kForSubject + kGoverns + kGoverns;
    }
    for (size_t k = 1; k < path.size(); ++k) {
      if (path[k] != data.head) continue;
      const bool told = object && (IsClausal(syntax_.tokens[path[k - 1]].dep) ||
                                   (k > 1 && IsClausal(syntax_.tokens[path[k - 2]].dep)));
      if (!subject && !told) break;
      return score + kForSubject + kGoverns + told - kStep * int(k);
    }
    // Among the others the nearer one.
    score -= int(std::min<uint32_t>(from - token, 40) / 4);
  }
  if (subject) {
    score += kForSubject;
    const TokenData& verb = syntax_.tokens[data.head];
    if (back > 0 && (verb.head == data.head)) score += kForMainSubject;
  } else {
    score += object ? kForObject : kForOther;
  }
  return score;
}

// Nouns before it that are no actors, but may be what "it" or "they" means.
void Linker::AddThings(uint32_t pronoun, bool plural, std::vector<Candidate>& candidates) const {
  const uint32_t head = mentions_[pronoun].head;
  const uint32_t sentence = syntax_.tokens[head].sentence;
  const std::vector<uint32_t> path = PathUp(head);
  const uint32_t last = head > kLongestLook ? head - kLongestLook : 0;
  for (uint32_t t = head; t-- > last;) {
    const TokenData& data = syntax_.tokens[t];
    if (data.sentence + 1 < sentence) break;
    if (mention_of_head_[t] != kNone || data.entity != EntityType::kNone) continue;
    const bool noun = data.pos == Pos::kNOUN || data.pos == Pos::kPROPN;
    const bool many = data.tag == Tag::kNNS || data.tag == Tag::kNNPS;
    if (!noun || many != plural) continue;
    const Dep dep = syntax_.tokens[RootOf(t)].dep;
    if (dep != Dep::knsubj && dep != Dep::knsubjpass && dep != Dep::kdobj) continue;
    candidates.push_back({{}, Salience(t, head, path)});
  }
}

// The strongest, where nobody else comes near; else nobody.
Linker::Candidate Linker::Best(std::vector<Candidate>& candidates, int margin) {
  const Candidate* best = nullptr;
  for (const Candidate& c : candidates) {
    if (best == nullptr || c.score > best->score) best = &c;
  }
  if (best == nullptr) return {};
  for (const Candidate& c : candidates) {
    if (c.actors != best->actors && c.score + margin > best->score) return {};
  }
  return *best;
}

}  // namespace averment
