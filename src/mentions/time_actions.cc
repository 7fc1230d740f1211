// The table of actions.  Each is a function from what a rule caught to a meaning (time_dates.cc,
// time_amounts.cc).

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
      {"year-ago", DoYearAgo, {}},
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
      {"feast", DoFeast, {"FEAST"}},
      {"slash-date", DoSlashDate, {"SLASHDATE"}},
      {"nothing", DoNothing, {}},
      {"same", DoSame, {"<date>|<day>|<duration>|<stretch>|<offset>|<calendar>|<time>"}},
  };
  return kActions;
}

PatternSchema MakeSchema() {
  PatternSchema schema = TimeNames();
  for (const Action& action : Actions()) schema.actions.push_back({action.name, action.needs});
  return schema;
}

}  // namespace

const PatternSchema& TimeSchema() {
  static const PatternSchema kSchema = MakeSchema();
  return kSchema;
}

std::optional<TimeMeaning> Resolve(const PatternSet& rules, const PatternMatcher& matcher,
                                   const PatternMatch& match, const TimeContext& context) {
  return Actions()[rules.rule(match).action].run({rules, matcher, match, context});
}

}  // namespace averment
