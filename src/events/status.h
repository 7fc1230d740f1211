// Did it happen?  How the article, or whoever it quotes, commits to an event: told as fact,
// planned, possible, demanded or denied.
//
//   reads     Syntax, clause tense and modality (src/syntax/clause.h)
//   returns   a Judgement for one trigger
//   knows     knowledge/event/status.txt (words that plan, demand, deny ... what stands below them)
//             and the `content` of the event rules
//   bounded   follows at most 8 governors upwards

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/pattern.h"
#include "src/events/words.h"

namespace averment::events {

// What a word makes of the events below it.
enum class Effect : uint8_t {
  kActual,        // managed to, began to: they happen
  kPlanned,       // agreed to, plans for
  kHypothetical,  // threat of, considers, possible
  kRequested,     // urged to, calls for
  kNegated,       // refused to, cancelled, denied
  kClaimed,       // accused of, alleged: true for a source, and only where there is one
  kSilent,        // anniversary of, film about: no news
};

struct Judgement {
  EventStatus status = EventStatus::kActual;
  bool claimed = false;           // Actual for a source only.
  bool silent = false;            // No event of this article.
  std::vector<uint32_t> because;  // The words that decided, in the order in which they were met.

  // What a word above makes of it.
  void Apply(Effect effect);
  // The same, and which word did.
  void Because(Effect effect, uint32_t token);
};

class StatusLexicon {
 public:
  // `rules` lend their `content`.  Fails, naming file and line.
  static Result<StatusLexicon> Load(const KnowledgePath& path, const RuleSet& rules, Words& words);

  // `trigger` heads a verbal (or adjectival) or a nominal event.
  Judgement Judge(const Syntax& syntax, const TokenWords& words, uint32_t trigger,
                  WordKind kind) const;

 private:
  friend class StatusReader;
  struct Governor {
    WordKind kind;
    std::vector<Term> rest;  // Further words that must hang below it: "call for".
    Effect effect;
  };
  struct Plain {
    WordId word;
    Effect effect;
  };

  std::vector<std::vector<Governor>> governors_;           // By word.
  std::vector<Plain> modifiers_, prepositions_, adverbs_;  // Sorted by word.
  std::vector<Plain>
      told_;  // Of what a sentence with the word tells in the present; sorted by word.
  // Classes: see classes.txt.
  uint32_t light_ = 0, occur_ = 0, vessel_ = 0, document_ = 0, falsehood_ = 0, futile_ = 0,
           able_ = 0;
};

}  // namespace averment::events
