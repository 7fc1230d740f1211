// The clause decides: one told as past looks back, one with a future, a modal or an infinitive
// looks ahead.  Clauses without a tense ("the conference, originally planned for June") are judged
// by their word; so are nouns ("the vote scheduled for Sunday").

#include "src/mentions/time_direction.h"

#include "src/knowledge/lines.h"
#include "src/syntax/clause.h"

namespace averment {

Result<TimeDirection> TimeDirection::Load(const KnowledgePath& path) {
  Result<LineFile> file = LineFile::Load(path, ListEntry);
  if (!file.ok()) return file.status();
  TimeDirection direction;
  for (const Line& line : file.value().lines) {
    Result<std::vector<std::string>> words = SplitWords(line.rest);
    if (!words.ok()) return file.value().Error(line, words.status().message());
    Words* set = line.key == "planned"    ? &direction.planned_
                 : line.key == "formerly" ? &direction.formerly_
                 : line.key == "until"    ? &direction.until_
                 : line.key == "intends"  ? &direction.intends_
                 : line.key == "seems"    ? &direction.seems_
                 : line.key == "moved"    ? &direction.moved_
                 : line.key == "soonest"  ? &direction.soonest_
                 : line.key == "due"      ? &direction.due_
                                          : nullptr;
    if (set == nullptr) return file.value().Error(line, "no such word here: " + line.key);
    set->insert(words.value().begin(), words.value().end());
  }
  return direction;
}

namespace {

// "protests on Friday": a preposition between the time and a noun before it.
bool HangsOnNoun(Token time) {
  if (time.dep() != Dep::kpobj) return false;
  const Token noun = time.head().head();
  return noun.pos() == Pos::kNOUN || noun.pos() == Pos::kPROPN;
}

// "a vote in August" of "plans for a vote in August".
constexpr int kNouns = 3;

}  // namespace

// "set for June", "brought forward to June": the verb and the preposition above the time.
bool TimeDirection::IsMoved(Token time, Token verb) const {
  if (time.dep() != Dep::kpobj) return false;
  Token above = time.head().head();  // "put BACK to June", "announced a MARCH for Sunday"
  const bool between = above.dep() == Dep::kadvmod || above.dep() == Dep::kprt ||
                       above.dep() == Dep::kdobj || above.dep() == Dep::knsubjpass;
  if (above.index() != verb.index() && between) above = above.head();
  if (above.index() != verb.index()) return false;
  const std::string lemma(verb.lemma());
  if (moved_.contains(lemma + "+" + std::string(time.head().lower()))) return true;
  // "a summit set for Rome in June"; but "moved to Rome in June" it was.
  if (verb.tag() != Tag::kVBN || !moved_.contains(lemma + "+for")) return false;
  for (Token c : verb.children()) {
    if (c.dep() == Dep::kprep && c.lower() == "for") return true;
  }
  return false;
}

bool TimeDirection::IsOfPlan(Token time) const {
  Token at = time;
  for (int step = 0; step < kNouns && at.dep() == Dep::kpobj; ++step) {
    at = at.head().head();
    if (at.pos() != Pos::kNOUN) continue;
    if (planned_.contains(at.lemma())) return true;
    // "a planned visit in June"
    for (Token c : at.children()) {
      if (c.dep() == Dep::kamod && (planned_.contains(c.lemma()) || planned_.contains(c.lower()))) {
        return true;
      }
    }
  }
  return false;
}

TimeLook TimeDirection::OfInfinitive(const Syntax& syntax, uint32_t verb) const {
  const auto governor = GovernorOf(syntax, verb);
  if (!governor) return TimeLook::kAhead;
  const Token above = syntax[*governor];
  // "seemed to be driven by Friday's protests" tells what was, whatever the infinitive.
  if (seems_.contains(above.lemma())) return TimeLook::kBack;
  const Clause over = ClauseOf(syntax, *governor);
  // "had been due to expire Friday": what was ahead then lies behind now.
  const bool planned = planned_.contains(above.lemma()) || planned_.contains(above.lower());
  if (planned && over.perfect && over.tense == Tense::kPast) return TimeLook::kBack;
  // "gave a party to mark its entry on Friday": it was done with the party; but "took a decision to
  // meet on Friday".
  const bool of_noun = above.pos() != Pos::kVERB && above.pos() != Pos::kADJ &&
                       !planned_.contains(above.lemma()) && !intends_.contains(above.lemma());
  return of_noun && over.IsPast() ? TimeLook::kOpen : TimeLook::kAhead;
}

TimeLook TimeDirection::ByWords(const Syntax& syntax, uint32_t token, uint32_t begin) const {
  const auto before = [&](uint32_t n) {
    return begin >= n ? syntax[begin - n].lower() : std::string_view();
  };
  if (before(1) == "since") return TimeLook::kBack;
  if (before(1) == "as" && soonest_.contains(before(2))) return TimeLook::kAhead;
  Token at = syntax[token];
  for (int step = 0; step < kNouns && at.pos() != Pos::kVERB; ++step) {
    if (at.pos() == Pos::kADJ && due_.contains(at.lower())) {
      // "was due Friday": the verb tells.
      const bool told = at.dep() == Dep::kacomp && ClauseOf(syntax, token).IsPast();
      return told ? TimeLook::kOpen : TimeLook::kAhead;
    }
    at = at.head();
  }
  return TimeLook::kOpen;
}

TimeLook TimeDirection::Look(const Syntax& syntax, uint32_t token, uint32_t begin) const {
  // In "Thursday morning" and "12 September" the last word stands in the clause, in "9 a.m.
  // Tuesday" the first.
  const Token above = syntax[token].head();
  const Dep of = syntax[token].dep();
  const bool part = of == Dep::kcompound || of == Dep::knummod || of == Dep::knpadvmod;
  if (part && (above.entity() == EntityType::kTIME || above.entity() == EntityType::kDATE)) {
    token = above.index();
  }
  if (const TimeLook said = ByWords(syntax, token, begin); said != TimeLook::kOpen) return said;
  const Clause clause = ClauseOf(syntax, token);
  const Token verb = syntax[clause.verb];
  // "had been due to expire Friday": what was ahead then lies behind now.
  if (clause.perfect && clause.from_past) return TimeLook::kBack;
  if (planned_.contains(verb.lemma())) {
    for (Token c : verb.children()) {
      if (formerly_.contains(c.lower())) return TimeLook::kBack;
    }
    return clause.perfect && clause.tense == Tense::kPast ? TimeLook::kBack : TimeLook::kAhead;
  }
  // "has been put off until September"; but "had been".
  const bool before = clause.perfect && clause.tense == Tense::kPast;
  if (!before && IsMoved(syntax[token], verb)) return TimeLook::kAhead;
  if (clause.tense != Tense::kNone && IsOfPlan(syntax[token])) return TimeLook::kAhead;
  if (clause.IsPast() && !clause.infinitive) return TimeLook::kBack;
  // What stands in a noun phrase ("to sign a June agreement", "to get round Friday's ruling") is
  // moved by a verb only if that has a tense of its own.
  const Dep dep = syntax[token].dep();
  const bool of_noun = dep == Dep::kcompound || dep == Dep::knmod || dep == Dep::kposs;
  if (of_noun && (!clause.finite || clause.tense != Tense::kFuture)) return TimeLook::kOpen;
  // "The crowds on Friday are proof": the day belongs to a noun, not to the present.
  const bool present = clause.finite && clause.tense == Tense::kPresent;
  if (present && clause.modality == Modality::kNone && HangsOnNoun(syntax[token])) {
    return TimeLook::kOpen;
  }
  // "could" is as often a past as a possibility.
  if (clause.modality == Modality::kCould) return TimeLook::kOpen;
  if (clause.infinitive) return OfInfinitive(syntax, clause.verb);
  if (clause.tense == Tense::kFuture || clause.modality != Modality::kNone) return TimeLook::kAhead;
  if (present) return TimeLook::kAhead;
  if (begin > 0 && until_.contains(syntax[begin - 1].lower())) return TimeLook::kAhead;
  const bool reduced = !clause.finite && verb.tag() == Tag::kVBN;  // "shares bought on June 3"
  return reduced ? TimeLook::kBack : TimeLook::kOpen;
}

}  // namespace averment
