// The clause that a token stands in, and what its verb group says: tense, aspect, modality,
// negation, condition.  Grammar only: what a verb means is the business of those who ask.
//
//   reads     Syntax
//   returns   values; nothing is stored, every function is pure and takes a bounded number of steps

#pragma once

#include <cstdint>
#include <optional>

#include "averment/document.h"

namespace averment {

// The time that the verb group gives, seen from when it is said.  kNone: a participle, an
// infinitive or a fragment whose governor gives none either.
enum class Tense : uint8_t { kNone, kPast, kPresent, kFuture };

enum class Modality : uint8_t {
  kNone,
  kWill,  // will, shall
  kWould,
  kMay,  // may, might
  kCan,
  kCould,
  kShould,   // should, ought to
  kMust,     // must, have to, need to
  kBeTo,     // is to meet
  kDueTo,    // is due (set, expected, scheduled ...) to meet
  kGoingTo,  // is going to meet, is about to meet
};

struct Clause {
  // The clause's head: a verb, the copula, or for a fragment without one the top of the fragment.
  uint32_t verb = 0;
  Tense tense = Tense::kNone;
  bool perfect = false;      // has met, had met, would have met: the deed lies before `tense`.
  bool progressive = false;  // is meeting
  bool passive = false;      // was held
  bool finite = false;  // Has a tensed word of its own, or shares that of the verb it is joined to.
  bool infinitive = false;  // to meet: tense is that of the governor
  bool from_past =
      false;  // A future seen from the past: would meet, was to meet, was going to meet
  Modality modality = Modality::kNone;
  std::optional<uint32_t> modal;  // The word behind `modality`.
  bool negated = false;           // not, n't, never, no longer, neither, nor: on this verb itself
  std::optional<uint32_t> negation;  // The word behind `negated`.
  bool conditional = false;  // Is a condition or an indirect question: if, unless, whether, in case
  bool conditioned = false;  // Hangs upon a condition: has an if- or unless-clause of its own
  std::optional<uint32_t> marker;  // The word behind `conditional`.

  // "was held", "has met", "may have met": told as something that lies behind.
  bool IsPast() const { return tense == Tense::kPast || perfect; }
};

// The head of the clause that holds the token (the token itself where it is one): the nearest verb
// or copula at or above it.  Auxiliaries belong to their main verb; participles that modify a noun
// like an adjective ("the planned talks") make no clause, reduced relatives ("talks planned for
// June") do.
uint32_t ClauseHead(const Syntax& syntax, uint32_t token);

// What the verb group of the token's clause says.
Clause ClauseOf(const Syntax& syntax, uint32_t token);

// The word that takes this clause as its complement or modifier: "agreed" for "met" in "agreed to
// meet", "agreed on meeting"; "decision" in "a decision to meet"; "likely" in "likely to meet";
// "said" in "said they met".  A joined verb has the governor of the first one.  Nothing for a main
// clause, and for adverbial clauses ("left after they met").  Ask again for the governor's
// governor.
std::optional<uint32_t> GovernorOf(const Syntax& syntax, uint32_t verb);

}  // namespace averment
