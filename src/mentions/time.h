// Finds expressions of time ("Tuesday", "March 3", "last month"; the preposition is no part of
// them, as in TIMEX3) and resolves each to a TIMEX3 value and the days it may mean.
//
//   reads     Syntax (tokens, clause tense), the publication date
//   returns   Timexes in text order, never overlapping
//   knows     knowledge/time/rules.txt and direction.txt, checked by knowledge/time/examples.txt

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/pattern_set.h"
#include "src/mentions/time_direction.h"

namespace averment {

// Immutable once loaded, so one finder may serve many threads.
class TimeFinder {
 public:
  // Fails, naming the file and line, on a malformed rule or one that does not supply what its
  // action needs.  `dir` is knowledge/time.
  static Result<TimeFinder> Load(const KnowledgePath& dir);

  // An expression that names an impossible date ("February 30"), or that cannot be resolved for
  // want of a publication date, is left out: we would rather be silent than wrong.
  std::vector<Timex> Find(const Syntax& syntax, std::optional<Date> published) const;

 private:
  TimeFinder(PatternSet rules, TimeDirection direction)
      : rules_(std::move(rules)), direction_(std::move(direction)) {}

  PatternSet rules_;
  TimeDirection direction_;
};

}  // namespace averment
