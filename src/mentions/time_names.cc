#include "src/mentions/time_names.h"

#include <iterator>

#include "averment/document.h"
#include "src/mentions/calendar.h"
#include "src/mentions/time_meaning.h"

namespace averment {
namespace {

// In the order of TimeSlot and TimeArg.
constexpr std::string_view kSlotNames[] = {
    "WEEKDAY",     "MONTH",     "DAY",       "YEAR",    "SPOKENYEAR",  "SHORTYEAR",
    "UNIT",        "UNITS",     "NUM",       "ORD",     "SEASON",      "PART",
    "MOD",         "CLOCK",     "HOURCLOCK", "HOUR",    "HALFDAY",     "DECADE",
    "SHORTDECADE", "SLASHDATE", "FRACTION",  "DECIMAL", "FEAST",       "MONTHNUMBER",
    "REL",         "PARTS",     "MIDDECADE", "MIDYEAR", "HOURMINUTES", "WEEKDAYS"};
static_assert(std::size(kSlotNames) == size_t(TimeSlot::kWeekdays) + 1);

constexpr std::string_view kArgNames[] = {"by", "from", "unit", "num", "which", "part", "covers"};
static_assert(std::size(kArgNames) == size_t(TimeArg::kCovers) + 1);
static_assert(std::size(kArgNames) <= kMaxPatternArgs);

}  // namespace

PatternSchema TimeNames() {
  PatternSchema schema;
  schema.classes.assign(std::begin(kSlotNames), std::end(kSlotNames));
  schema.args.assign(std::begin(kArgNames), std::end(kArgNames));
  const auto add = [&](std::string_view name, auto value) {
    schema.symbols.emplace_back(name, int(value));
  };
  add("second", Grain::kSecond), add("minute", Grain::kMinute), add("hour", Grain::kHour);
  add("day", Grain::kDay), add("weekend", Grain::kWeekend), add("week", Grain::kWeek);
  add("month", Grain::kMonth), add("quarter", Grain::kQuarter), add("half", Grain::kHalf);
  add("season", Grain::kSeason), add("year", Grain::kYear), add("decade", Grain::kDecade);
  add("century", Grain::kCentury);
  add("past", Vague::kPast), add("present", Vague::kPresent), add("future", Vague::kFuture);
  add("morning", PartOfDay::kMorning), add("midday", PartOfDay::kMidday);
  add("afternoon", PartOfDay::kAfternoon), add("evening", PartOfDay::kEvening);
  add("night", PartOfDay::kNight), add("daytime", PartOfDay::kDaytime);
  add("BEFORE", TimexMod::kBefore), add("AFTER", TimexMod::kAfter);
  add("ON_OR_BEFORE", TimexMod::kOnOrBefore), add("ON_OR_AFTER", TimexMod::kOnOrAfter);
  add("LESS_THAN", TimexMod::kLessThan), add("MORE_THAN", TimexMod::kMoreThan);
  add("EQUAL_OR_LESS", TimexMod::kEqualOrLess), add("EQUAL_OR_MORE", TimexMod::kEqualOrMore);
  add("START", TimexMod::kStart), add("MID", TimexMod::kMid), add("END", TimexMod::kEnd);
  add("APPROX", TimexMod::kApprox);
  add("christmas", Feast::kChristmas), add("christmas-eve", Feast::kChristmasEve);
  add("new-year", Feast::kNewYear), add("new-year-eve", Feast::kNewYearEve);
  add("easter", Feast::kEaster), add("good-friday", Feast::kGoodFriday);
  add("thanksgiving", Feast::kThanksgiving), add("independence-day", Feast::kIndependenceDay);
  add("labor-day", Feast::kLaborDay), add("memorial-day", Feast::kMemorialDay);
  add("halloween", Feast::kHalloween), add("valentine", Feast::kValentine);
  add("epiphany", Feast::kEpiphany), add("king-day", Feast::kKingDay);
  add("presidents-day", Feast::kPresidentsDay), add("ash-wednesday", Feast::kAshWednesday);
  add("palm-sunday", Feast::kPalmSunday), add("easter-monday", Feast::kEasterMonday);
  add("pentecost", Feast::kPentecost), add("may-day", Feast::kMayDay);
  add("mothers-day", Feast::kMothersDay), add("fathers-day", Feast::kFathersDay);
  add("bastille-day", Feast::kBastilleDay), add("columbus-day", Feast::kColumbusDay);
  add("veterans-day", Feast::kVeteransDay), add("boxing-day", Feast::kBoxingDay);
  add("published", 0), add("reference", kReferenceArg), add("some", 0);
  return schema;
}

}  // namespace averment
