// The names by which time rules and time actions know each other.

#pragma once

#include <cstddef>

#include "src/knowledge/pattern_set.h"

namespace averment {

// What the classes of rules.txt catch: class WEEKDAY fills kWeekday ...
enum class TimeSlot : size_t {
  kWeekday,  // 1 = Monday
  kMonth,
  kDay,
  kYear,
  kSpokenYear,
  kShortYear,  // of a century
  kUnit,       // a Grain
  kUnits,      // a Grain, said in the plural
  kNumber,
  kOrdinal,
  kSeason,     // 0 = spring
  kPart,       // a PartOfDay
  kMod,        // a TimexMod
  kClock,      // minutes of the day
  kHourClock,  // minutes of the day
  kHour,
  kHalfDay,      // 1 = p.m.
  kDecade,       // its first year
  kShortDecade,  // its first year of a century
  kSlashDate,    // yyyymmdd
  kFraction,     // hundredths
  kDecimal,      // hundredths
  kFeast,        // a Feast
  kMonthNumber,
  kRelative,   // -1 last, 0 this, 1 next
  kParts,      // a PartOfDay, said in the plural
  kMidDecade,  // as kDecade
  kMidYear,
  kHourMinutes,  // minutes of the day
  kWeekdays      // 1 = Monday, said in the plural
};

// Arguments of actions.
enum class TimeArg : size_t {
  kBy,    // how many units later; of a duration, hundredths more
  kFrom,  // kReferenceArg: from the period last spoken of
  kUnitArg,
  kNum,
  kWhich,
  kPartArg,
  kCovers  // how many tokens the expression takes; what follows in the pattern only tells its day
};
inline constexpr int kReferenceArg = 1;

// Classes, arguments and symbols; no actions.
PatternSchema TimeNames();

}  // namespace averment
