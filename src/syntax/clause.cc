// A verb group in the CLEAR-style trees: the main verb (or the copula) is the head, its auxiliaries
// and its negation are children (aux, auxpass, neg), "to" is an aux with tag TO.  The first
// auxiliary is the tensed one.  Three things lie elsewhere:
//
//   - semi-modals: in "is due to meet" the verb "meet" is the xcomp of "due" (or of "is", "going",
//     "has"), which carries the tense;
//   - joined verbs: in "will meet and discuss" the second verb shares the auxiliaries of the first;
//   - infinitives and participles have no tense of their own: they take it from above.

#include "src/syntax/clause.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace averment {
namespace {

using namespace std::string_view_literals;

// No sentence of a newspaper is deeper; hostile ones must not cost more.
constexpr int kMaxSteps = 64;

template <size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsAuxiliary(Token t) { return t.dep() == Dep::kaux || t.dep() == Dep::kauxpass; }

bool IsVerbal(Token t) { return t.pos() == Pos::kVERB || t.pos() == Pos::kAUX; }

// A word that heads a clause of its own.
bool HeadsClause(Token t) {
  if (!IsVerbal(t) || IsAuxiliary(t)) return false;
  return t.dep() != Dep::kamod && t.dep() != Dep::kcompound && t.dep() != Dep::knmod;
}

Modality ModalityOf(Token modal) {
  static constexpr auto kWords = std::to_array<std::pair<std::string_view, Modality>>({
      {"will", Modality::kWill},
      {"'ll", Modality::kWill},
      {"wo", Modality::kWill},
      {"shall", Modality::kWill},
      {"would", Modality::kWould},
      {"'d", Modality::kWould},
      {"may", Modality::kMay},
      {"might", Modality::kMay},
      {"can", Modality::kCan},
      {"ca", Modality::kCan},
      {"could", Modality::kCould},
      {"should", Modality::kShould},
      {"ought", Modality::kShould},
      {"must", Modality::kMust},
  });
  for (const auto& [word, modality] : kWords) {
    if (modal.lower() == word) return modality;
  }
  return Modality::kNone;
}

// What a word that takes an infinitive makes of it: "is (to)", "due (to)", "going (to)", "has
// (to)".
Modality SemiModalOf(Token governor) {
  static constexpr auto kDue = std::to_array(
      {"due"sv, "set"sv, "expected"sv, "scheduled"sv, "slated"sv, "planned"sv, "poised"sv});
  const std::string_view word = governor.lower(), lemma = governor.lemma();
  if (governor.pos() == Pos::kAUX && lemma == "be") return Modality::kBeTo;
  if (IsOneOf(word, kDue)) return Modality::kDueTo;
  if (word == "going" || word == "about") return Modality::kGoingTo;
  if (lemma == "have" || lemma == "need") return Modality::kMust;
  return Modality::kNone;
}

// Sets the tense that one finite word gives.
void ReadFinite(Token t, Clause& clause) {
  clause.finite = true;
  switch (t.tag()) {
    case Tag::kVBD: clause.tense = Tense::kPast; break;
    case Tag::kMD: {
      clause.modality = ModalityOf(t);
      clause.modal = t.index();
      const bool ahead = clause.modality == Modality::kWill || clause.modality == Modality::kWould;
      clause.tense = ahead ? Tense::kFuture : Tense::kPresent;
      clause.from_past = clause.modality == Modality::kWould;
      break;
    }
    default: clause.tense = Tense::kPresent; break;
  }
}

bool IsFiniteTag(Tag tag) {
  return tag == Tag::kVBD || tag == Tag::kVBZ || tag == Tag::kVBP || tag == Tag::kMD;
}

// The auxiliaries of one verb, in order.  Returns whether it has any but "to".
bool ReadAuxiliaries(Token verb, Clause& clause) {
  bool any = false;
  for (Token c : verb.children()) {
    if (!IsAuxiliary(c)) continue;
    if (c.tag() == Tag::kTO) {
      clause.infinitive = true;
      continue;
    }
    if (!any && !clause.infinitive) {
      if (IsFiniteTag(c.tag())) ReadFinite(c, clause);
    }
    any = true;
    const bool participle = verb.tag() == Tag::kVBN || verb.tag() == Tag::kVBD;
    const bool contracted = c.lower() == "'s" || c.lower() == "'d";
    if (c.dep() == Dep::kauxpass) {
      clause.passive = true;
    } else if (c.lemma() == "have" || (contracted && participle && c.tag() != Tag::kMD)) {
      clause.perfect = true;
    }
    if (c.dep() == Dep::kaux && c.lemma() == "be" && verb.tag() == Tag::kVBG) {
      clause.progressive = true;
    }
  }
  return any;
}

void ReadNegation(Token verb, Clause& clause) {
  static constexpr auto kWords =
      std::to_array({"not"sv, "n't"sv, "never"sv, "neither"sv, "nor"sv, "n’t"sv});
  for (Token c : verb.children()) {
    bool negates = c.dep() == Dep::kneg || IsOneOf(c.lower(), kWords);
    if (c.lower() == "longer") {  // "no longer": an adverb with a negation of its own.
      for (Token d : c.children()) negates = negates || d.lower() == "no";
    }
    // "not only ... but": nothing is denied; and "no" before a noun is the noun's.
    if (c.lower() == "not" && c.index() + 1 < verb.syntax().size()) {
      const Token next = verb.syntax()[c.index() + 1];
      if (next.lower() == "only" || next.lower() == "just") negates = false;
    }
    if (!negates) continue;
    clause.negated = true;
    clause.negation = c.index();
    return;
  }
}

bool IsConditionWord(std::string_view word) {
  static constexpr auto kWords =
      std::to_array({"if"sv, "unless"sv, "whether"sv, "provided"sv, "assuming"sv, "lest"sv});
  return IsOneOf(word, kWords);
}

// The word that makes this clause a condition or an indirect question, if any.
std::optional<uint32_t> ConditionMarker(Token verb) {
  for (Token c : verb.children()) {
    if (c.index() > verb.index()) break;
    if (c.dep() == Dep::kmark && IsConditionWord(c.lower())) return c.index();
    if (c.dep() == Dep::kadvmod && c.lower() == "whether") return c.index();
  }
  // "in case the talks fail": the clause hangs on the noun.
  if (verb.dep() == Dep::kacl && verb.head().lower() == "case") return verb.head().index();
  return std::nullopt;
}

void ReadCondition(Token verb, Clause& clause) {
  clause.marker = ConditionMarker(verb);
  clause.conditional = clause.marker.has_value();
  for (Token c : verb.children()) {
    if (c.dep() != Dep::kadvcl || !IsVerbal(c)) continue;
    const auto marker = ConditionMarker(c);
    if (!marker) continue;
    const std::string_view word = verb.syntax()[*marker].lower();
    if (word != "whether") clause.conditioned = true;
  }
}

// One verb's own words, without what it takes from elsewhere.
Clause ReadOwn(Token verb) {
  Clause clause;
  clause.verb = verb.index();
  const bool aux = ReadAuxiliaries(verb, clause);
  if (!aux && !clause.infinitive && IsVerbal(verb) && IsFiniteTag(verb.tag())) {
    ReadFinite(verb, clause);
  }
  ReadNegation(verb, clause);
  ReadCondition(verb, clause);
  return clause;
}

// "will meet and discuss": the second verb shares the group of the first.
void ShareGroup(const Clause& first, Token joined, Clause& clause) {
  if (!clause.conditional && first.conditional) {
    clause.conditional = true;
    clause.marker = first.marker;
  }
  if (clause.finite || clause.infinitive || !IsVerbal(joined)) return;
  const Tag tag = joined.tag();
  const bool bare = tag == Tag::kVB || tag == Tag::kVBN || tag == Tag::kVBG;
  if (!bare) return;
  const bool same_form = joined.syntax()[first.verb].tag() == tag;
  clause.tense = first.tense;
  if (!same_form) return;
  clause.finite = first.finite;
  clause.infinitive = first.infinitive;
  clause.perfect = first.perfect;
  clause.progressive = first.progressive;
  clause.passive = first.passive;
  clause.from_past = first.from_past;
  clause.modality = first.modality;
  clause.modal = first.modal;
  // "did not eat or drink" denies both; "did not sign and left" does not.
  if (first.negated && !clause.negated) {
    for (Token c : joined.syntax()[first.verb].children()) {
      if (c.dep() == Dep::kcc && (c.lower() == "or" || c.lower() == "nor")) {
        clause.negated = true;
        clause.negation = first.negation;
      }
    }
  }
}

// What an untensed clause takes from the word above it.
void TakeFromGovernor(Token governor, const Clause& above, Clause& clause) {
  const Modality semi = clause.infinitive ? SemiModalOf(governor) : Modality::kNone;
  if (semi == Modality::kNone) {
    clause.tense = above.tense;
    clause.from_past = above.from_past;
    if (!clause.infinitive) clause.perfect = clause.perfect || above.perfect;
    return;
  }
  clause.modality = semi;
  clause.modal = governor.index();
  clause.finite = above.finite;
  if (semi == Modality::kMust) {
    clause.tense = above.tense;
    return;
  }
  clause.tense = Tense::kFuture;
  clause.from_past = above.tense == Tense::kPast;
}

// At most `steps` verbs up.
Clause ReadClause(Token verb, int steps) {
  Clause clause = ReadOwn(verb);
  if (steps == 0) return clause;
  if (verb.dep() == Dep::kconj && !verb.is_root() && IsVerbal(verb.head())) {
    ShareGroup(ReadClause(verb.head(), steps - 1), verb, clause);
    return clause;  // The first verb has already looked further up.
  }
  if (clause.finite || clause.tense != Tense::kNone || verb.is_root()) return clause;
  // A participle after a noun ("talks planned for June") tells no time; one beside a verb
  // ("speaking after the talks") shares that verb's.
  if (!clause.infinitive && verb.dep() == Dep::kacl) return clause;
  const Token above = verb.head();
  const uint32_t head = ClauseHead(verb.syntax(), above.index());
  if (head == verb.index()) return clause;
  TakeFromGovernor(above, ReadClause({verb.syntax(), head}, steps - 1), clause);
  return clause;
}

}  // namespace

uint32_t ClauseHead(const Syntax& syntax, uint32_t token) {
  Token t = syntax[token];
  for (int steps = 0; steps < kMaxSteps; ++steps) {
    if (HeadsClause(t) || t.is_root()) return t.index();
    t = t.head();
  }
  return t.index();
}

Clause ClauseOf(const Syntax& syntax, uint32_t token) {
  return ReadClause(syntax[ClauseHead(syntax, token)], kMaxSteps / 4);
}

std::optional<uint32_t> GovernorOf(const Syntax& syntax, uint32_t verb) {
  Token t = syntax[verb];
  for (int steps = 0; steps < kMaxSteps && !t.is_root(); ++steps) {
    switch (t.dep()) {
      case Dep::kconj: t = t.head(); break;
      case Dep::kxcomp:
      case Dep::kccomp:
      case Dep::kacl:
      case Dep::krelcl:
      case Dep::koprd: return t.head().index();
      case Dep::kpcomp: {
        const Token prep = t.head();
        return prep.is_root() ? prep.index() : prep.head().index();
      }
      default: return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace averment
