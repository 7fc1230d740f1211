// Calendar dates in the proleptic Gregorian calendar.  No clocks, no zones.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace averment {

using Date = std::chrono::sys_days;

inline int YearOf(Date d) { return int(std::chrono::year_month_day(d).year()); }
inline unsigned MonthOf(Date d) { return unsigned(std::chrono::year_month_day(d).month()); }
inline unsigned DayOf(Date d) { return unsigned(std::chrono::year_month_day(d).day()); }

// 1 = Monday ... 7 = Sunday, as in ISO 8601.
inline unsigned WeekdayOf(Date d) { return std::chrono::weekday(d).iso_encoding(); }

// Nothing where the calendar has no such day (February 30), or the year is outside 1..9999.
inline std::optional<Date> MakeDate(int y, unsigned m, unsigned d) {
  if (y < 1 || y > 9999) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(y), std::chrono::month(m),
                                        std::chrono::day(d)};
  if (!ymd.ok()) return std::nullopt;
  return Date(ymd);
}

// The first day of the month n months after the one that holds d.
inline Date AddMonths(Date d, int n) {
  const std::chrono::year_month_day ymd(d);
  const auto ym = std::chrono::year_month(ymd.year(), ymd.month()) + std::chrono::months(n);
  return Date(ym / 1);
}

// "2013-07-02".
std::string ToIso(Date d);

// Reads "2013-07-02", also as the front of a date-time ("2013-07-02T10:00:00Z": the date as
// written, the zone is not applied).  Nothing for anything else.
std::optional<Date> ParseIsoDate(std::string_view text);

}  // namespace averment
