// What an action is given and gives; for time_actions.cc, time_dates.cc and time_amounts.cc.

#pragma once

#include <algorithm>
#include <optional>

#include "src/mentions/time_actions.h"
#include "src/mentions/time_names.h"

namespace averment {

using TimeResult = std::optional<TimeMeaning>;

// One match, with what its rule caught and was given.
struct TimeAsked {
  const PatternSet& rules;
  const PatternMatcher& matcher;
  const PatternMatch& match;
  const TimeContext& context;

  std::optional<int> Get(TimeSlot slot) const { return match.Get(size_t(slot)); }
  std::optional<int> Arg(TimeArg name) const { return rules.rule(match).Arg(size_t(name)); }
  // "last", "this", "next": caught or given by the rule.
  std::optional<int> By() const {
    return Get(TimeSlot::kRelative) ? Get(TimeSlot::kRelative) : Arg(TimeArg::kBy);
  }
  std::optional<Grain> Unit() const {
    const auto unit = Get(TimeSlot::kUnit)    ? Get(TimeSlot::kUnit)
                      : Get(TimeSlot::kUnits) ? Get(TimeSlot::kUnits)
                                              : Arg(TimeArg::kUnitArg);
    if (!unit) return std::nullopt;
    return Grain(*unit);
  }
  std::optional<TimeMeaning> Inner(size_t k = 0) const {
    if (match.inner[k] == PatternMatch::kNone) return std::nullopt;
    return Resolve(rules, matcher, matcher.inner(match.inner[k]), context);
  }
  std::optional<Date> Published() const { return context.published; }
  // The year that the expression names, in whatever way.
  std::optional<int> YearGiven() const;
  // What offsets count from: the publication date, or the period last spoken of.
  std::optional<Period> Base() const {
    const auto& reference = context.focus.reference();
    if (Arg(TimeArg::kFrom) == kReferenceArg && reference) return reference;
    if (!context.published) return std::nullopt;
    return Period{*context.published, Grain::kDay};
  }
  TimeLook Look() const {
    return context.direction.Look(context.syntax, match.tokens.first, context.begin);
  }
  bool LooksAhead() const { return Look() == TimeLook::kAhead; }
};

inline TimeResult PeriodResult(std::optional<Period> period) {
  if (!period) return std::nullopt;
  TimeMeaning m;
  m.period = *period;
  return m;
}
inline TimeResult PeriodResult(Date day) { return PeriodResult(Period{day, Grain::kDay}); }

// The results in focus, or the quarter that was complete at publication, `by` years later; `unit`
// is the grain that the expression asks for.
TimeResult ResultsOf(const TimeAsked& a, int by, std::optional<Grain> unit);

// The actions, by the name that rules use: `do date` is DoDate.
TimeResult DoDate(const TimeAsked& a);
TimeResult DoWeekday(const TimeAsked& a);
TimeResult DoMonth(const TimeAsked& a);
TimeResult DoSeason(const TimeAsked& a);
TimeResult DoDay(const TimeAsked& a);
TimeResult DoUnit(const TimeAsked& a);
TimeResult DoWeekend(const TimeAsked& a);
TimeResult DoQuarter(const TimeAsked& a);
TimeResult DoResults(const TimeAsked& a);
TimeResult DoQuarterEnded(const TimeAsked& a);
TimeResult DoShift(const TimeAsked& a);
TimeResult DoDayOfMonth(const TimeAsked& a);
TimeResult DoLaterDay(const TimeAsked& a);
TimeResult DoOffset(const TimeAsked& a);
TimeResult DoDuration(const TimeAsked& a);
TimeResult DoAnchored(const TimeAsked& a);
TimeResult DoVague(const TimeAsked& a);
TimeResult DoSet(const TimeAsked& a);
TimeResult DoDecade(const TimeAsked& a);
TimeResult DoCentury(const TimeAsked& a);
TimeResult DoPart(const TimeAsked& a);
TimeResult DoClock(const TimeAsked& a);
TimeResult DoMod(const TimeAsked& a);
TimeResult DoFeast(const TimeAsked& a);
TimeResult DoSlashDate(const TimeAsked& a);
TimeResult DoSame(const TimeAsked& a);
TimeResult DoNothing(const TimeAsked& a);

}  // namespace averment
