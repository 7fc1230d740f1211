// A clause either has a subject or borrows one.  `Controller` follows the lender: the joined verb
// ("came and left"), the governor of an infinitive ("vowed to leave"; its object where it has one,
// "urged them to leave"), the noun of a participle ("rebels fighting"), the owner of a noun
// ("Obama's decision to leave").  It goes at most kSteps up, so a hostile tree costs no more.

#include "src/events/grammar.h"

#include <algorithm>

namespace averment::events {
namespace {

constexpr int kSteps = 8;
constexpr size_t kMostChildren = 64;  // Of one token, that anything here looks at.

// The first children, ascending; a token of a hostile text may have half a million.
std::span<const uint32_t> Children(const Syntax& s, uint32_t i) {
  const std::span<const uint32_t> all = s[i].child_indices();
  return all.first(std::min(all.size(), kMostChildren));
}

std::optional<uint32_t> Child(const Syntax& s, uint32_t i, Dep dep) {
  for (uint32_t c : Children(s, i)) {
    if (s.tokens[c].dep == dep) return c;
  }
  return std::nullopt;
}

bool IsRelativePronoun(const Syntax& s, uint32_t i) {
  const Tag tag = s.tokens[i].tag;
  return tag == Tag::kWDT || tag == Tag::kWP;
}

bool IsToInfinitive(const Syntax& s, uint32_t verb) {
  for (uint32_t c : Children(s, verb)) {
    if (s.tokens[c].dep == Dep::kaux && s.tokens[c].tag == Tag::kTO) return true;
  }
  return false;
}

bool HasAuxiliary(const Syntax& s, uint32_t verb) {
  return Child(s, verb, Dep::kaux) || Child(s, verb, Dep::kauxpass);
}

std::optional<uint32_t> Surface(const Syntax& s, uint32_t verb, int steps);
std::optional<uint32_t> Subject(const Syntax& s, uint32_t verb, int steps);

std::optional<uint32_t> AgentOf(const Syntax& s, uint32_t head) {
  for (uint32_t c : Children(s, head)) {
    const TokenData& t = s.tokens[c];
    if (t.dep == Dep::kagent || (t.dep == Dep::kprep && s[c].lower() == "by")) {
      if (auto object = Child(s, c, Dep::kpobj)) return object;
    }
  }
  return std::nullopt;
}

// Whose "decision" it is: its owner, its by-phrase, the subject of the verb that it completes.
std::optional<uint32_t> NounAgent(const Syntax& s, uint32_t noun, int steps) {
  if (auto owner = Child(s, noun, Dep::kposs)) return Antecedent(s, *owner);
  if (auto agent = AgentOf(s, noun)) return agent;
  const TokenData& t = s.tokens[noun];
  if (t.head == noun || steps <= 0) return std::nullopt;
  if (t.dep == Dep::kdobj || t.dep == Dep::knsubjpass || t.dep == Dep::kattr) {
    return Subject(s, t.head, steps - 1);
  }
  if (t.dep == Dep::kpobj && s.tokens[t.head].dep == Dep::kprep) {
    const uint32_t above = s.tokens[t.head].head;
    if (IsVerb(s, above)) return Surface(s, above, steps - 1);
  }
  return std::nullopt;
}

// Of "the ability of X to leave" X, of "X's decision to leave" X.
std::optional<uint32_t> InfinitiveAgent(const Syntax& s, uint32_t noun, int steps) {
  for (uint32_t c : Children(s, noun)) {
    if (s.tokens[c].dep != Dep::kprep || s[c].lower() != "of") continue;
    if (auto object = Child(s, c, Dep::kpobj)) return object;
  }
  return NounAgent(s, noun, steps);
}

// Of "prevented X from leaving" X, of "insisted on leaving" who insisted.
std::optional<uint32_t> ControllerBehindPreposition(const Syntax& s, uint32_t preposition,
                                                    int steps) {
  const uint32_t head = s.tokens[preposition].head;
  if (head == preposition) return std::nullopt;
  const std::string_view word = s[preposition].lower();
  const bool objects = word == "of" || word == "from" || word == "into" || word == "for";
  if (IsNoun(s, head)) {  // "accused the army of shelling": "of" may hang on the army.
    return objects && s.tokens[head].dep == Dep::kdobj ? head : NounAgent(s, head, steps);
  }
  if (objects && !IsPassive(s, head)) {
    if (auto object = Child(s, head, Dep::kdobj)) return object;
  }
  return Surface(s, head, steps);
}

std::optional<uint32_t> Controller(const Syntax& s, uint32_t verb, int steps) {
  const TokenData& t = s.tokens[verb];
  if (steps <= 0 || t.head == verb) return std::nullopt;
  switch (t.dep) {
    case Dep::kconj: return Surface(s, JoinedTo(s, verb), steps - 1);
    case Dep::kccomp:
    case Dep::kadvcl:
    case Dep::kacomp:
    case Dep::kprep:  // "according", "following" tagged as prepositions
    case Dep::koprd:
    case Dep::kdep: return Surface(s, t.head, steps - 1);
    case Dep::kxcomp:
      if (!IsPassive(s, t.head)) {
        if (auto object = Child(s, t.head, Dep::kdobj)) return Antecedent(s, *object);
      }
      return Surface(s, t.head, steps - 1);
    case Dep::kpcomp: return ControllerBehindPreposition(s, t.head, steps - 1);
    case Dep::kacl:
      if (IsToInfinitive(s, verb)) return InfinitiveAgent(s, t.head, steps - 1);
      return t.head;
    case Dep::kamod:
    case Dep::krelcl: return t.head;
    default: return std::nullopt;
  }
}

bool IsSubject(Dep dep) { return dep == Dep::knsubj || dep == Dep::knsubjpass; }

// The parser at times takes a country before the verb for an adverb ("Turkey blocked the site"), or
// hangs the subject on the auxiliary.
std::optional<uint32_t> MisreadSubject(const Syntax& s, uint32_t verb) {
  for (uint32_t c : Children(s, verb)) {
    const TokenData& t = s.tokens[c];
    if (t.dep == Dep::kaux || t.dep == Dep::kauxpass) {
      for (uint32_t below : Children(s, c)) {
        if (IsSubject(s.tokens[below].dep)) return below;
      }
    }
    const bool names = t.entity == EntityType::kGPE || t.entity == EntityType::kPERSON ||
                       t.entity == EntityType::kORG || t.entity == EntityType::kNORP;
    if (t.dep == Dep::knpadvmod && c < verb && names) return c;
  }
  return std::nullopt;
}

// "Canberra: Prime Minister Morrison rejected ...": the parser takes the dateline for the subject,
// and whoever follows for its apposition.
std::optional<uint32_t> BehindDateline(const Syntax& s, uint32_t subject) {
  const TokenData& t = s.tokens[subject];
  if (t.entity != EntityType::kGPE || t.left_edge != s[subject].sentence().tokens.first) return {};
  bool marked = false;
  for (uint32_t i = subject + 1; i < t.right_edge && i < subject + 6 && !marked; ++i) {
    const std::string_view word = s[i].text();
    marked = word == ":" || word == "-" || word == "--" || word == "\u2013" || word == "\u2014";
    if (marked && word == "-" && !s.tokens[i].space_after) marked = false;
  }
  if (!marked) return {};
  return Child(s, subject, Dep::kappos);
}

std::optional<uint32_t> Surface(const Syntax& s, uint32_t verb, int steps) {
  for (uint32_t c : Children(s, verb)) {
    if (!IsSubject(s.tokens[c].dep)) continue;
    if (const auto behind = BehindDateline(s, c)) return behind;
    return Antecedent(s, c);
  }
  if (const auto subject = MisreadSubject(s, verb)) return subject;
  return Controller(s, verb, steps);
}

std::optional<uint32_t> Subject(const Syntax& s, uint32_t verb, int steps) {
  if (!IsPassive(s, verb)) return Surface(s, verb, steps);
  if (auto agent = AgentOf(s, verb)) return agent;
  // "was arrested and jailed by police": the last of the joined verbs has the agent.
  if (auto joined = Child(s, verb, Dep::kconj); joined && IsVerb(s, *joined)) {
    return AgentOf(s, *joined);
  }
  if (s.tokens[verb].dep == Dep::kconj && IsPassive(s, s.tokens[verb].head)) {
    return AgentOf(s, s.tokens[verb].head);
  }
  return std::nullopt;
}

}  // namespace

std::optional<uint32_t> Antecedent(const Syntax& s, uint32_t i) {
  if (!IsRelativePronoun(s, i)) return i;
  uint32_t at = i;
  for (int step = 0; step < kSteps && s.tokens[at].head != at; ++step) {
    const bool relative = s.tokens[at].dep == Dep::krelcl;
    at = s.tokens[at].head;
    if (relative) return at;
  }
  return std::nullopt;
}

bool IsVerb(const Syntax& s, uint32_t i) {
  return s.tokens[i].pos == Pos::kVERB || s.tokens[i].pos == Pos::kAUX;
}

bool IsNoun(const Syntax& s, uint32_t i) {
  return s.tokens[i].pos == Pos::kNOUN || s.tokens[i].pos == Pos::kPROPN;
}

bool IsPassive(const Syntax& s, uint32_t verb) {
  const TokenData& t = s.tokens[verb];
  for (uint32_t c : Children(s, verb)) {
    if (s.tokens[c].dep == Dep::kauxpass || s.tokens[c].dep == Dep::knsubjpass) return true;
  }
  if (t.tag != Tag::kVBN || HasAuxiliary(s, verb)) return false;
  switch (t.dep) {
    case Dep::kacl:
    case Dep::kacomp:
    case Dep::kamod:
    case Dep::krelcl:
    case Dep::koprd: return true;
    case Dep::kadvcl: return !Child(s, verb, Dep::knsubj) && !Child(s, verb, Dep::kdobj);
    case Dep::kconj:
      return t.head != verb && s.tokens[t.head].tag == Tag::kVBN && !Child(s, verb, Dep::knsubj) &&
             !Child(s, verb, Dep::kdobj) &&
             (Child(s, t.head, Dep::kauxpass) || s.tokens[t.head].dep == Dep::kacl);
    default: return false;
  }
}

std::optional<uint32_t> SubjectOf(const Syntax& s, uint32_t verb) {
  return Subject(s, verb, kSteps);
}

namespace {

// "insisted that X take back those who had LANDED and DEPORT them": what has no tense is not joined
// to what has one, but to the bare verb above.
std::optional<uint32_t> BareAbove(const Syntax& s, uint32_t verb) {
  if (s.tokens[verb].tag != Tag::kVB || HasAuxiliary(s, verb)) return std::nullopt;
  uint32_t at = s.tokens[verb].head;
  if (s.tokens[at].tag != Tag::kVBN && s.tokens[at].tag != Tag::kVBD) return std::nullopt;
  for (int step = 0; step < kSteps && s.tokens[at].head != at; ++step) {
    at = s.tokens[at].head;
    if (s.tokens[at].tag == Tag::kVB) return at;
  }
  return std::nullopt;
}

}  // namespace

uint32_t JoinedTo(const Syntax& s, uint32_t verb) {
  const TokenData& t = s.tokens[verb];
  if (const auto bare = BareAbove(s, verb)) return *bare;
  const bool finite = t.tag == Tag::kVBD || t.tag == Tag::kVBZ || t.tag == Tag::kVBP;
  uint32_t first = t.head;
  for (int step = 0; step < kSteps && finite && IsToInfinitive(s, first); ++step) {
    const uint32_t above = s.tokens[first].head;
    if (above == first || !IsVerb(s, above)) break;
    first = above;
  }
  return first;
}

std::optional<uint32_t> AgentOfNoun(const Syntax& s, uint32_t noun) {
  return NounAgent(s, noun, kSteps);
}

std::optional<uint32_t> SurfaceSubjectOf(const Syntax& s, uint32_t verb) {
  return Surface(s, verb, kSteps);
}

std::optional<uint32_t> ObjectOf(const Syntax& s, uint32_t verb) {
  if (IsPassive(s, verb)) return Surface(s, verb, kSteps);
  if (auto object = Child(s, verb, Dep::kdobj)) return Antecedent(s, *object);
  const TokenData& t = s.tokens[verb];
  bool bare = true, place_or_time = false;  // No complement of its own; "the day when they met".
  for (uint32_t c : Children(s, verb)) {
    const TokenData& child = s.tokens[c];
    bare = bare && child.dep != Dep::kprep && child.dep != Dep::kccomp && child.dep != Dep::kxcomp;
    place_or_time = place_or_time || child.tag == Tag::kWRB;
  }
  if (t.dep == Dep::krelcl && bare && !place_or_time) {
    auto subject = Child(s, verb, Dep::knsubj);
    if (subject && !IsRelativePronoun(s, *subject)) return t.head;
  }
  // "arrested and jailed the activists": the object stands with the last verb.
  if (auto joined = Child(s, verb, Dep::kconj);
      bare && joined && *joined <= verb + 3 && s.tokens[*joined].tag == t.tag) {
    return Child(s, *joined, Dep::kdobj);
  }
  return std::nullopt;
}

std::optional<uint32_t> IndirectObjectOf(const Syntax& s, uint32_t verb) {
  const auto dative = Child(s, verb, Dep::kdative);
  if (!dative) return std::nullopt;
  if (s.tokens[*dative].pos == Pos::kADP) return Child(s, *dative, Dep::kpobj);
  return dative;
}

void PrepositionObjects(const Syntax& s, uint32_t head, std::string_view preposition,
                        std::vector<uint32_t>& out) {
  for (uint32_t c : Children(s, head)) {
    const TokenData& t = s.tokens[c];
    const bool plain = t.dep == Dep::kprep || t.dep == Dep::kagent || t.dep == Dep::kdative;
    if (plain && s[c].lower() == preposition) {
      uint32_t at = c;  // "out of X", "up against X": the innermost preposition has the noun.
      for (int step = 0; step < 3 && !Child(s, at, Dep::kpobj); ++step) {
        const auto inner = Child(s, at, Dep::kprep);
        if (!inner) break;
        at = *inner;
      }
      if (auto object = Child(s, at, Dep::kpobj)) {
        if (auto noun = Antecedent(s, *object)) out.push_back(*noun);
      }
    } else if (t.dep == Dep::kadvcl || t.dep == Dep::kccomp || t.dep == Dep::kxcomp) {
      const auto mark = Child(s, c, Dep::kmark);
      if (mark && s[*mark].lower() == preposition && preposition == "for") {
        if (auto subject = Child(s, c, Dep::knsubj)) out.push_back(*subject);
      }
    }
  }
}

void OwnersOf(const Syntax& s, uint32_t noun, std::vector<uint32_t>& out) {
  for (uint32_t c : Children(s, noun)) {
    if (s.tokens[c].dep == Dep::kposs) out.push_back(c);
  }
  for (uint32_t c : Children(s, noun)) {
    const Dep dep = s.tokens[c].dep;
    if (dep == Dep::kamod || dep == Dep::kcompound || dep == Dep::knmod) out.push_back(c);
  }
}

std::optional<uint32_t> ClauseAround(const Syntax& s, uint32_t noun) {
  const TokenData& t = s.tokens[noun];
  if (t.dep != Dep::kpobj || t.head == noun) return std::nullopt;
  uint32_t above = t.head;
  for (int step = 0; step < 3 && !IsVerb(s, above) && !IsNoun(s, above); ++step) {
    above = s.tokens[above].head;  // "ahead of talks": two words lead up.
  }
  if (!IsVerb(s, above)) return std::nullopt;
  return above;
}

std::optional<uint32_t> VerbAbove(const Syntax& s, uint32_t token) {
  uint32_t at = token;
  for (int step = 0; step < kSteps && s.tokens[at].head != at; ++step) {
    at = s.tokens[at].head;
    if (IsVerb(s, at) && s.tokens[at].dep != Dep::kamod) return at;
  }
  return std::nullopt;
}

void ContentsOf(const Syntax& s, uint32_t head, std::vector<uint32_t>& out) {
  for (uint32_t c : Children(s, head)) {
    switch (s.tokens[c].dep) {
      case Dep::kxcomp:
      case Dep::kccomp:
      case Dep::kdobj:
      case Dep::knsubjpass: out.push_back(c); break;
      case Dep::kacl:
        if (IsToInfinitive(s, c)) out.push_back(c);
        break;
      case Dep::kadvcl:
        if (auto mark = Child(s, c, Dep::kmark); mark && s[*mark].lower() == "for") {
          if (auto subject = Child(s, c, Dep::knsubj)) out.push_back(*subject);
          out.push_back(c);
        }
        break;
      case Dep::kprep:
        for (uint32_t below : Children(s, c)) {
          const Dep dep = s.tokens[below].dep;
          if (dep == Dep::kpobj || dep == Dep::kpcomp) out.push_back(below);
        }
        break;
      default: break;
    }
  }
}

}  // namespace averment::events
