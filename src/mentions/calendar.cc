// Everything is reduced to days and months.  Easter is by the anonymous Gregorian algorithm (Meeus,
// "Astronomical Algorithms", 1991).

#include "src/mentions/calendar.h"

namespace averment {
namespace {

using std::chrono::days;

bool InRange(Date d) { return YearOf(d) >= 1 && YearOf(d) <= 9999; }

Date MonthStart(int year, unsigned month) { return Date(std::chrono::year(year) / int(month) / 1); }

// How many months one period takes; 0 for those counted in days.
int MonthsOf(Grain grain) {
  switch (grain) {
    case Grain::kMonth: return 1;
    case Grain::kQuarter:
    case Grain::kSeason: return 3;
    case Grain::kHalf: return 6;
    case Grain::kYear: return 12;
    case Grain::kDecade: return 120;
    case Grain::kCentury: return 1200;
    default: return 0;
  }
}

Date NthWeekday(int year, unsigned month, unsigned weekday, int nth) {
  return WeekdayAfter(MonthStart(year, month), weekday) + days(7 * (nth - 1));
}

std::optional<Date> Easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return MakeDate(year, unsigned(n / 31), unsigned(n % 31 + 1));
}

}  // namespace

Period PeriodOf(Date day, Grain grain) {
  const int year = YearOf(day);
  const unsigned month = MonthOf(day);
  switch (grain) {
    case Grain::kSecond:
    case Grain::kMinute:
    case Grain::kHour:
    case Grain::kDay: return {day, grain};
    case Grain::kWeekend: return {WeekdayBefore(day, 1) + days(5), grain};
    case Grain::kWeek: return {WeekdayBefore(day, 1), grain};
    case Grain::kMonth: return {MonthStart(year, month), grain};
    case Grain::kQuarter: return {MonthStart(year, (month - 1) / 3 * 3 + 1), grain};
    case Grain::kHalf: return {MonthStart(year, month <= 6 ? 1 : 7), grain};
    case Grain::kSeason:
      if (month <= 2) return {MonthStart(year - 1, 12), grain};
      return {MonthStart(year, month / 3 * 3), grain};
    case Grain::kYear: return {MonthStart(year, 1), grain};
    case Grain::kDecade: return {MonthStart(year - year % 10, 1), grain};
    case Grain::kCentury: return {MonthStart(year - year % 100, 1), grain};
  }
  return {day, grain};
}

std::optional<Period> Shift(Period period, int n) {
  constexpr int kMost = 10000 * 366;
  if (n < -kMost || n > kMost) return std::nullopt;
  if (const int months = MonthsOf(period.grain)) {
    if (n < -120000 / months || n > 120000 / months) return std::nullopt;
    period.first = AddMonths(period.first, n * months);
  } else {
    const bool by_weeks = period.grain == Grain::kWeek || period.grain == Grain::kWeekend;
    if (by_weeks && (n < -kMost / 7 || n > kMost / 7)) return std::nullopt;
    if (period.grain >= Grain::kDay) period.first += days(by_weeks ? 7 * n : n);
  }
  if (!InRange(period.first)) return std::nullopt;
  return period;
}

std::optional<Period> ShiftBy(Period period, int n, Grain unit) {
  const auto shifted = Shift(PeriodOf(period.first, unit), n);
  if (!shifted || period.grain >= unit) return shifted;
  const int months = MonthsOf(unit);
  if (months == 0) {
    const auto day = period.first + (shifted->first - PeriodOf(period.first, unit).first);
    return PeriodOf(day, period.grain);
  }
  // The same day of the other month, or that month's last.
  const Date month = AddMonths(period.first, n * months);
  if (!InRange(month)) return std::nullopt;
  const unsigned last = DayOf(LastDayOf({month, Grain::kMonth}));
  const unsigned day = DayOf(period.first);
  return PeriodOf(month + days((day < last ? day : last) - 1), period.grain);
}

Date LastDayOf(Period period) {
  if (period.grain <= Grain::kDay) return period.first;
  if (period.grain == Grain::kWeekend) return period.first + days(1);
  if (period.grain == Grain::kWeek) return period.first + days(6);
  return AddMonths(period.first, MonthsOf(period.grain)) - days(1);
}

std::optional<Period> MakePeriod(int year, unsigned month, unsigned day) {
  const auto date = MakeDate(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
  if (!date) return std::nullopt;
  return Period{*date, month == 0 ? Grain::kYear : day == 0 ? Grain::kMonth : Grain::kDay};
}

Date WeekdayBefore(Date day, unsigned weekday) {
  return day - days((WeekdayOf(day) + 7 - weekday) % 7);
}

Date WeekdayAfter(Date day, unsigned weekday) {
  return day + days((weekday + 7 - WeekdayOf(day)) % 7);
}

IsoWeek IsoWeekOf(Date day) {
  const Date thursday = WeekdayBefore(day, 1) + days(3);
  const int year = YearOf(thursday);
  return {year, unsigned((thursday - MonthStart(year, 1)).count() / 7 + 1)};
}

Period SeasonOf(int year, unsigned season) {
  return {MonthStart(year, 3 + 3 * season), Grain::kSeason};
}

std::optional<Date> DateOf(Feast feast, int year) {
  if (year < 1583 || year > 9999) return std::nullopt;
  switch (feast) {
    case Feast::kChristmas: return MakeDate(year, 12, 25);
    case Feast::kChristmasEve: return MakeDate(year, 12, 24);
    case Feast::kNewYear: return MakeDate(year, 1, 1);
    case Feast::kNewYearEve: return MakeDate(year, 12, 31);
    case Feast::kEaster: return Easter(year);
    case Feast::kGoodFriday: return *Easter(year) - days(2);
    case Feast::kThanksgiving: return NthWeekday(year, 11, 4, 4);
    case Feast::kIndependenceDay: return MakeDate(year, 7, 4);
    case Feast::kLaborDay: return NthWeekday(year, 9, 1, 1);
    case Feast::kMemorialDay: return WeekdayBefore(*MakeDate(year, 5, 31), 1);
    case Feast::kHalloween: return MakeDate(year, 10, 31);
    case Feast::kValentine: return MakeDate(year, 2, 14);
    case Feast::kEpiphany: return MakeDate(year, 1, 6);
    case Feast::kKingDay: return NthWeekday(year, 1, 1, 3);
    case Feast::kPresidentsDay: return NthWeekday(year, 2, 1, 3);
    case Feast::kAshWednesday: return *Easter(year) - days(46);
    case Feast::kPalmSunday: return *Easter(year) - days(7);
    case Feast::kEasterMonday: return *Easter(year) + days(1);
    case Feast::kPentecost: return *Easter(year) + days(49);
    case Feast::kMayDay: return MakeDate(year, 5, 1);
    case Feast::kMothersDay: return NthWeekday(year, 5, 7, 2);
    case Feast::kFathersDay: return NthWeekday(year, 6, 7, 3);
    case Feast::kBastilleDay: return MakeDate(year, 7, 14);
    case Feast::kColumbusDay: return NthWeekday(year, 10, 1, 2);
    case Feast::kVeteransDay: return MakeDate(year, 11, 11);
    case Feast::kBoxingDay: return MakeDate(year, 12, 26);
  }
  return std::nullopt;
}

}  // namespace averment
