// HOW IT WORKS
//
// Recognition and resolution are kept apart.  A rule (data) says which words make a time and names
// one action; the actions (time_actions.cc) do the arithmetic on periods of the calendar
// (calendar.cc); the meaning is written as TIMEX3 at the end (time_meaning.cc).  Matches go from
// left to right, the longest first, and what was spoken of is remembered (time_focus.cc) for "that
// year", "a day earlier" and "the latest quarter".

#include "src/mentions/time.h"

#include <algorithm>

#include "src/mentions/time_actions.h"

namespace averment {

Result<TimeFinder> TimeFinder::Load(const KnowledgePath& dir) {
  Result<PatternSet> rules = PatternSet::Load(dir / "rules.txt", "time", TimeSchema());
  if (!rules.ok()) return rules.status();
  Result<TimeDirection> direction = TimeDirection::Load(dir / "direction.txt");
  if (!direction.ok()) return direction.status();
  return TimeFinder(std::move(rules).value(), std::move(direction).value());
}

std::vector<Timex> TimeFinder::Find(const Syntax& syntax, std::optional<Date> published) const {
  std::vector<Timex> times;
  PatternMatcher matcher(rules_, syntax);
  TimeContext context{syntax, direction_, published, {}};
  uint32_t i = 0;
  while (i < syntax.size()) {
    const std::optional<PatternMatch> match = matcher.LongestAt(i);
    if (!match) {
      ++i;
      continue;
    }
    context.begin = i;
    TokenRange tokens = match->tokens;
    if (const auto meaning = Resolve(rules_, matcher, *match, context)) {
      if (meaning->covers != 0) tokens.last = std::min(tokens.last, i + meaning->covers);
      times.push_back({syntax.SpanOf(tokens), tokens, meaning->type(), meaning->value(),
                       meaning->mod, meaning->first_day(), meaning->last_day(),
                       rules_.rule(*match).id});
      context.focus.Note(*meaning, tokens, syntax.tokens[i].sentence, published);
    }
    i = tokens.last;  // Past the expression, so times never overlap.
  }
  return times;
}

}  // namespace averment
