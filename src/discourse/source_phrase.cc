// A verb without a subject borrows one, along the dependency tree and for a bounded number of
// steps: a participle or a coordinated verb has its governor's subject, an infinitive its
// governor's object where it has one ("urged Iran to say"), a clause inside a noun phrase the noun,
// unless the noun is no more than an act of the subject ("in a bid to say", "made a call saying").

#include "src/discourse/source_phrase.h"

#include <algorithm>

#include "src/discourse/clause.h"

namespace averment {
namespace {

constexpr int kMaxPhraseSteps = 8;
constexpr uint32_t kMaxWords =
    30;  // A longer "phrase" is a parser's mistake, cut at its apposition.

std::optional<uint32_t> OwnSubject(Token verb) {
  for (Token c : verb.children()) {
    if (c.dep() == Dep::knsubj && !(c.tag() == Tag::kEX)) return c.index();
  }
  return std::nullopt;
}

std::optional<uint32_t> Agent(Token verb) {
  for (Token c : verb.children()) {
    if (c.dep() != Dep::kagent && !(c.dep() == Dep::kprep && c.lower() == "by")) continue;
    if (const auto object = c.child(Dep::kpobj)) return object->index();
  }
  return std::nullopt;
}

// "He said A, adding that B", where "adding" was hung up inside A: its subject is that of "said".
bool HangsInsideSpeech(const CueLexicon& lexicon, Token verb, Token head) {
  return verb.dep() == Dep::kadvcl && verb.tag() == Tag::kVBG && verb.index() > head.index() &&
         head.dep() == Dep::kccomp && head.head().index() < head.index() &&
         lexicon.Knows(CueKind::kVerb, verb.lemma()) &&
         lexicon.Knows(CueKind::kVerb, head.head().lemma());
}

// Nouns of an act that is somebody else's: "in a bid to persuade", "took the stage to say".
bool IsOthersAct(Token noun) {
  constexpr std::string_view kNouns[] = {
      "ability", "attempt", "authority", "bid",        "campaign", "chance",      "decision",
      "drive",   "effort",  "freedom",   "inability",  "interest", "leverage",    "meeting",
      "moment",  "move",    "need",      "obligation", "occasion", "opportunity", "platform",
      "podium",  "power",   "pressure",  "right",      "speech",   "stage",       "step",
      "time",    "trip",    "trouble",   "visit",      "way",      "willingness"};
  return std::ranges::find(kNouns, noun.lemma()) != std::end(kNouns);
}

// "issued a statement calling on", "told the paper, saying": the participle behind an object has
// the subject of the verb, unless it says what the thing shows.
bool IsSubjectsParticiple(Token verb) {
  constexpr std::string_view kOfThings[] = {"show",   "indicate", "suggest", "confirm", "reveal",
                                            "detail", "describe", "contain", "prove",   "list"};
  if (verb.dep() != Dep::kacl || verb.tag() != Tag::kVBG) return false;
  if (std::ranges::find(kOfThings, verb.lemma()) != std::end(kOfThings)) return false;
  const Token noun = verb.head();
  return noun.dep() == Dep::kdobj && noun.index() < verb.index() && noun.head().pos() == Pos::kVERB;
}

}  // namespace

// "asked whether", "was told that": whoever is asked or told says nothing.
bool IsHeard(const CueLexicon& lexicon, Token verb) {
  const Cue* cue = lexicon.Find(CueKind::kVerb, verb.lemma(), "");
  if (cue == nullptr || !cue->Takes(kListener)) return false;
  if (IsPassive(verb)) return true;
  if (verb.tag() != Tag::kVBN || OwnSubject(verb)) return false;
  for (Token c : verb.children()) {
    if (c.lemma() == "have") return false;  // "has asked"
  }
  return true;
}

// "He said it would close and added that ...": after "would close" a past tense cannot go on, so it
// resumes "said".
bool ResumesSpeech(const CueLexicon& lexicon, Token verb) {
  const Token head = verb.head();
  if (verb.dep() != Dep::kconj || verb.index() < head.index() || head.dep() != Dep::kccomp) {
    return false;
  }
  const Token speech = head.head();
  auto finite = [](Token t) {
    return t.tag() == Tag::kVBD || t.tag() == Tag::kVBZ || t.tag() == Tag::kVBP;
  };
  return speech.index() < head.index() && finite(verb) && verb.tag() == speech.tag() &&
         !finite(head) && !verb.child(Dep::knsubj) && !verb.child(Dep::knsubjpass) &&
         lexicon.Knows(CueKind::kVerb, verb.lemma()) &&
         lexicon.Knows(CueKind::kVerb, speech.lemma());
}

std::optional<uint32_t> SourceOfVerb(const CueLexicon& lexicon, Token verb) {
  const bool participle = verb.dep() == Dep::kacl && verb.tag() == Tag::kVBN;
  if (IsPassive(verb) || (participle && verb.child(Dep::kagent)) || IsHeard(lexicon, verb)) {
    return Agent(verb);
  }
  if (const auto subject = OwnSubject(verb)) return subject;
  Token v = verb;
  for (int step = 0; step < kMaxPhraseSteps && !v.is_root(); ++step) {
    const Token head = v.head();
    switch (v.dep()) {
      case Dep::kacl:
      case Dep::krelcl:
        if (head.pos() == Pos::kVERB) return std::nullopt;
        if (v.dep() == Dep::kacl && IsInfinitive(v) && IsOthersAct(head)) {
          if (const auto owner = head.child(Dep::kposs)) return owner->index();
          break;
        }
        if (IsSubjectsParticiple(v)) break;
        return head.index();
      case Dep::kdobj:  // Of a noun of somebody else's act, or with a participle.
      case Dep::kxcomp:
      case Dep::kadvcl:
      case Dep::kconj:
      case Dep::kpcomp:
      case Dep::kprep:
      case Dep::kdep:
      case Dep::kccomp:
      case Dep::kacomp:  // "was able to say"
      case Dep::kpobj:   // "took the lead in demanding"
        break;
      default: return std::nullopt;
    }
    if (v.dep() == Dep::kccomp && v.index() > head.index() && v.tag() != Tag::kVBG) {
      return std::nullopt;
    }
    if (v.dep() == Dep::kxcomp) {
      const auto object = head.child(Dep::kdobj);
      const bool dummy = object && object->lower() == "it";  // "found it hard to say"
      if (object && !dummy && object->index() < v.index() && object->index() > head.index()) {
        return object->index();
      }
    }
    if (HangsInsideSpeech(lexicon, v, head) || ResumesSpeech(lexicon, v)) {
      const Token speech = head.head();
      if (const auto subject = OwnSubject(speech)) return subject;
      v = speech;
      continue;
    }
    if (const auto subject = OwnSubject(head)) return subject;
    if (const auto subject = head.child(Dep::knsubjpass)) return subject->index();
    v = head;
  }
  return std::nullopt;
}

std::optional<uint32_t> SourceOfNoun(const CueLexicon& lexicon, Token noun,
                                     std::optional<uint32_t> content) {
  if (const auto owner = noun.child(Dep::kposs)) return owner->index();
  for (Token c : noun.children()) {
    if (c.dep() != Dep::kprep || c.index() < noun.index() || content == c.index()) continue;
    const std::string_view word = c.lower();
    if (word != "by" && word != "from" && word != "of") continue;
    if (const auto object = c.child(Dep::kpobj)) return object->index();
  }
  const Token head = noun.head();
  if (noun.dep() == Dep::kdobj && lexicon.Knows(CueKind::kLight, head.lemma())) {
    return SourceOfVerb(lexicon, head);
  }
  return std::nullopt;
}

TokenRange SourceWords(Token head, TokenRange cue) {
  const Syntax& syntax = head.syntax();
  TokenRange words = head.subtree_range();
  for (Token c : head.children()) {
    // "Kerry, speaking after the talks": an aside, where a comma sets it off.
    const bool aside = c.dep() == Dep::kacl && c.data().left_edge > head.index() + 1 &&
                       syntax[c.data().left_edge - 1].tag() == Tag::kComma;
    const bool clause = c.dep() == Dep::krelcl || c.dep() == Dep::kadvcl || aside ||
                        (c.dep() == Dep::kappos && words.size() > kMaxWords) ||
                        (c.dep() == Dep::kcase_ && c.index() > head.index());
    if (clause && c.index() > head.index()) words.last = std::min(words.last, c.data().left_edge);
  }
  if (cue.first > head.index()) words.last = std::min(words.last, cue.first);
  if (cue.last <= head.index()) words.first = std::max(words.first, cue.last);
  words.first = std::min(words.first, head.index());
  words.last = std::max(words.last, head.index() + 1);
  while (words.first < head.index() &&
         (syntax[words.first].pos() == Pos::kPUNCT || syntax[words.first].dep() == Dep::kcc)) {
    ++words.first;
  }
  auto trails = [&](Token t) {
    return (t.pos() == Pos::kPUNCT && t.tag() != Tag::kRRB) || t.pos() == Pos::kSPACE ||
           t.dep() == Dep::kcc;
  };
  while (words.last > head.index() + 1 && trails(syntax[words.last - 1])) --words.last;
  return words;
}

}  // namespace averment
