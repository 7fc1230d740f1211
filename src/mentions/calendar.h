// Periods of the calendar and the arithmetic of time expressions.  Knows no words.

#pragma once

#include <cstdint>
#include <optional>

#include "averment/date.h"

namespace averment {

enum class Grain : uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeekend,  // Saturday and Sunday
  kWeek,     // ISO 8601, from Monday
  kMonth,
  kQuarter,
  kHalf,    // of a year
  kSeason,  // from the first of March, June, September, December; winter belongs to the year it
            // begins in
  kYear,
  kDecade,
  kCentury,  // 1900-1999 is the twentieth
};

// A period of the calendar by its first day.  Grains under a day stand for the day.
struct Period {
  Date first;
  Grain grain = Grain::kDay;

  friend bool operator==(const Period&, const Period&) = default;
};

// The period of this grain that holds the day; of a weekend, that of the day's week.
Period PeriodOf(Date day, Grain grain);

// The period n periods of its grain later.  Nothing outside the years 1 to 9999.
std::optional<Period> Shift(Period period, int n);

// The period of the same grain that lies n units later ("the third quarter, a year earlier").
std::optional<Period> ShiftBy(Period period, int n, Grain unit);

Date LastDayOf(Period period);

// Makes a date or, where day or month is 0, the month or the year.  Nothing for February 30.
std::optional<Period> MakePeriod(int year, unsigned month, unsigned day);

// The weekday (1 = Monday) nearest before or after the day, the day itself first.
Date WeekdayBefore(Date day, unsigned weekday);
Date WeekdayAfter(Date day, unsigned weekday);

struct IsoWeek {
  int year;
  unsigned week;
};
IsoWeek IsoWeekOf(Date day);

// 0 spring, 1 summer, 2 autumn, 3 winter: the season that begins in this year.
Period SeasonOf(int year, unsigned season);

// Feasts whose date the year decides.
enum class Feast : uint8_t {
  kChristmas,
  kChristmasEve,
  kNewYear,
  kNewYearEve,
  kEaster,
  kGoodFriday,
  kThanksgiving,
  kIndependenceDay,
  kLaborDay,
  kMemorialDay,
  kHalloween,
  kValentine,
  kEpiphany,
  kKingDay,  // Martin Luther King's, third Monday of January
  kPresidentsDay,
  kAshWednesday,
  kPalmSunday,
  kEasterMonday,
  kPentecost,
  kMayDay,
  kMothersDay,  // in America
  kFathersDay,
  kBastilleDay,
  kColumbusDay,
  kVeteransDay,
  kBoxingDay
};
std::optional<Date> DateOf(Feast feast, int year);

}  // namespace averment
