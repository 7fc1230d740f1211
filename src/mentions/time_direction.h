// Which way a bare "Tuesday" or "June" looks from the publication date.

#pragma once

#include <set>
#include <string>
#include <string_view>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment {

enum class TimeLook : uint8_t { kOpen, kBack, kAhead };

// Words that say which way, beside the tense.  Immutable once loaded.
class TimeDirection {
 public:
  // Reads direction.txt.  Fails naming the file and line.
  static Result<TimeDirection> Load(const KnowledgePath& path);

  // Which way the weekday or month at this token looks; `begin` is where the whole expression
  // begins ("9 a.m. Tuesday").  News tells what happened, so a caller may read kOpen as kBack.
  TimeLook Look(const Syntax& syntax, uint32_t token, uint32_t begin) const;

 private:
  // Whether the verb moves something to the time: "set for June", "brought forward to June".
  bool IsMoved(Token time, Token verb) const;
  // What an infinitive says: "to meet Friday".
  TimeLook OfInfinitive(const Syntax& syntax, uint32_t verb) const;
  // "since June", "as early as June", "payable June 7": what the words around say, whatever the
  // tense; kOpen where they say nothing.
  TimeLook ByWords(const Syntax& syntax, uint32_t token, uint32_t begin) const;
  // Whether the time hangs on a noun that looks ahead: "plans for a vote in June".
  bool IsOfPlan(Token time) const;

  using Words = std::set<std::string, std::less<>>;
  Words planned_;   // Lemmas: "talks scheduled for Tuesday".
  Words formerly_;  // "originally scheduled for June"
  Words intends_;   // Lemmas of nouns: "a decision to meet Friday"
  Words seems_;     // Lemmas: what stands under them as an infinitive is told by their own tense
  Words moved_;     // Lemma and preposition: "set+for"
  Words soonest_;   // "as early as June"
  Words due_;       // Lemmas of adjectives: "payable June 7"
  Words until_;     // "open until June": prepositions that look ahead unless told as past
};

}  // namespace averment
