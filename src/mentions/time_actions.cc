// The table of actions.  Each is a function from what a rule caught to a meaning (time_dates.cc,
// time_results.cc, time_amounts.cc).

#include "src/mentions/time_actions.h"

#include "src/mentions/time_asked.h"

namespace averment {
namespace {

struct Action {
  std::string_view name;
  TimeResult (*run)(const TimeAsked&);
  std::vector<std::string_view> needs;
};

const std::vector<Action>& Actions() {
  static const std::vector<Action> kActions = {
      {"date", DoDate, {"YEAR|SPOKENYEAR|SHORTYEAR|MIDYEAR|MONTH|MONTHNUMBER"}},
      {"weekday", DoWeekday, {"WEEKDAY"}},
      {"month", DoMonth, {"MONTH"}},
      {"season", DoSeason, {"SEASON"}},
      {"day", DoDay, {}},
      {"unit", DoUnit, {}},
      {"weekend", DoWeekend, {}},
      {"quarter", DoQuarter, {}},
      {"results", DoResults, {}},
      {"quarter-ended", DoQuarterEnded, {"<day>"}},
      {"shift", DoShift, {"<weekday>|<feast>|<dated>|<deictic>"}},
      {"day-of-month", DoDayOfMonth, {"DAY"}},
      {"later-day", DoLaterDay, {"DAY"}},
      {"offset", DoOffset, {"<duration>"}},
      {"duration", DoDuration, {}},
      {"anchored", DoAnchored, {"<duration>"}},
      {"vague", DoVague, {}},
      {"set", DoSet, {}},
      {"decade", DoDecade, {"DECADE|SHORTDECADE|MIDDECADE|YEAR"}},
      {"century", DoCentury, {"ORD"}},
      {"part", DoPart, {}},
      {"clock", DoClock, {}},
      {"mod", DoMod, {"<date>|<day>|<duration>|<stretch>|<offset>|<calendar>|<time>"}},
      {"feast", DoFeast, {}},
      {"slash-date", DoSlashDate, {"SLASHDATE"}},
      {"nothing", DoNothing, {}},
      {"same", DoSame, {"<dated>|<date>|<day>|<duration>|<stretch>|<offset>|<calendar>|<time>"}},
  };
  return kActions;
}

PatternSchema MakeSchema() {
  PatternSchema schema = TimeNames();
  for (const Action& action : Actions()) schema.actions.push_back({action.name, action.needs});
  return schema;
}

}  // namespace

std::optional<int> TimeAsked::YearGiven() const {
  if (Get(TimeSlot::kYear)) return Get(TimeSlot::kYear);
  if (Get(TimeSlot::kSpokenYear)) return Get(TimeSlot::kSpokenYear);
  if (Get(TimeSlot::kMidYear)) return Get(TimeSlot::kMidYear);
  if (const auto y = Get(TimeSlot::kShortYear)) return *y + (*y < 50 ? 2000 : 1900);
  if (By() && Published()) return YearOf(*Published()) + *By();
  return std::nullopt;
}

const PatternSchema& TimeSchema() {
  static const PatternSchema kSchema = MakeSchema();
  return kSchema;
}

std::optional<TimeMeaning> Resolve(const PatternSet& rules, const PatternMatcher& matcher,
                                   const PatternMatch& match, const TimeContext& context) {
  const auto& rule = rules.rule(match);
  TimeResult m = Actions()[rule.action].run({rules, matcher, match, context});
  if (m) m->covers = uint32_t(rule.Arg(size_t(TimeArg::kCovers)).value_or(0));
  return m;
}

}  // namespace averment
