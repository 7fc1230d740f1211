// TIMEX3 values (ISO 8601 with the extensions of Ferro et al. 2005 and TimeML): W26 for weeks, WE
// for weekends, Q and H for quarters and halves, SP SU FA WI for seasons, MO AF EV NI for parts of
// a day, three digits for a decade, two for a century.

#include "src/mentions/time_meaning.h"

#include <cstdio>

namespace averment {
namespace {

template <typename... Args>
std::string Format(const char* format, Args... args) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, format, args...);
  return buffer;
}

constexpr const char* kSeasons[] = {"SP", "SU", "FA", "WI"};

std::string PeriodValue(Period p) {
  const int year = YearOf(p.first);
  const unsigned month = MonthOf(p.first);
  switch (p.grain) {
    case Grain::kSecond:
    case Grain::kMinute:
    case Grain::kHour:
    case Grain::kDay: return ToIso(p.first);
    case Grain::kWeekend:
    case Grain::kWeek: {
      const IsoWeek week = IsoWeekOf(p.first);
      return Format("%04d-W%02u", week.year, week.week) + (p.grain == Grain::kWeek ? "" : "-WE");
    }
    case Grain::kMonth: return Format("%04d-%02u", year, month);
    case Grain::kQuarter: return Format("%04d-Q%u", year, (month + 2) / 3);
    case Grain::kHalf: return Format("%04d-H%u", year, month <= 6 ? 1u : 2u);
    case Grain::kSeason: return Format("%04d-%s", year, kSeasons[month / 3 - 1]);
    case Grain::kYear: return Format("%04d", year);
    case Grain::kDecade: return Format("%03d", year / 10);
    case Grain::kCentury: return Format("%02d", year / 100);
  }
  return "";
}

const char* PartValue(PartOfDay part) {
  switch (part) {
    case PartOfDay::kNone: return "";
    case PartOfDay::kMorning: return "TMO";
    case PartOfDay::kMidday: return "TMI";
    case PartOfDay::kAfternoon: return "TAF";
    case PartOfDay::kEvening: return "TEV";
    case PartOfDay::kNight: return "TNI";
    case PartOfDay::kDaytime: return "TDT";
  }
  return "";
}

std::string UnitName(Grain unit) {
  switch (unit) {
    case Grain::kSecond: return "S";
    case Grain::kMinute: return "M";
    case Grain::kHour: return "H";
    case Grain::kDay: return "D";
    case Grain::kWeekend: return "WE";
    case Grain::kWeek: return "W";
    case Grain::kMonth: return "M";
    case Grain::kQuarter: return "Q";
    case Grain::kHalf: return "H";
    case Grain::kSeason: return "SE";
    case Grain::kYear: return "Y";
    case Grain::kDecade: return "DE";
    case Grain::kCentury: return "CE";
  }
  return "";
}

// Half a unit in the next smaller one; null where people count in decimals.
const char* HalfOf(Grain unit) {
  switch (unit) {
    case Grain::kMinute: return "30S";
    case Grain::kHour: return "30M";
    case Grain::kYear: return "6M";
    default: return nullptr;
  }
}

std::string AmountValue(Grain unit, int amount) {
  const bool below_day = unit < Grain::kDay;
  const std::string p = below_day ? "PT" : "P";
  if (amount == 0) return p + "X" + UnitName(unit);
  // Larger units than ISO 8601 knows are years.
  if (unit == Grain::kDecade || unit == Grain::kCentury) {
    amount = amount > 1'000'000 ? amount : amount * (unit == Grain::kDecade ? 10 : 100);
    unit = Grain::kYear;
  }
  std::string number = Format("%d", amount / 100);
  if (amount % 100 == 50 && HalfOf(unit) != nullptr) {
    return (amount < 100 ? p : p + number + UnitName(unit)) + HalfOf(unit);
  }
  if (amount % 100 != 0) {
    number += Format(amount % 10 == 0 ? ".%d" : ".%02d",
                     amount % 10 == 0 ? amount % 100 / 10 : amount % 100);
  }
  return p + number + UnitName(unit);
}

std::string RecurringValue(const TimeMeaning& m) {
  if (m.weekday != 0) return Format("XXXX-WXX-%u", m.weekday) + PartValue(m.part);
  if (m.season) return Format("XXXX-%s", kSeasons[*m.season & 3]);
  if (m.month != 0) return Format("XXXX-%02u", m.month);
  if (m.part != PartOfDay::kNone) return std::string("XXXX-XX-XX") + PartValue(m.part);
  return AmountValue(m.unit.value_or(Grain::kDay), m.amount == 0 ? 100 : m.amount);
}

}  // namespace

TimexType TimeMeaning::type() const {
  if (recurs) return TimexType::kSet;
  if (unit) return TimexType::kDuration;
  return part != PartOfDay::kNone || minute >= 0 ? TimexType::kTime : TimexType::kDate;
}

std::string TimeMeaning::value() const {
  if (recurs) return RecurringValue(*this);
  if (unit) return AmountValue(*unit, amount);
  switch (vague) {
    case Vague::kPast: return "PAST_REF";
    case Vague::kPresent: return "PRESENT_REF";
    case Vague::kFuture: return "FUTURE_REF";
    case Vague::kNone: break;
  }
  if (!period) return "";
  std::string value = PeriodValue(*period);
  if (minute >= 0) return value + Format("T%02d:%02d", minute / 60, minute % 60);
  return value + PartValue(part);
}

std::optional<Date> TimeMeaning::first_day() const {
  if (earliest) return earliest;
  if (period && vague == Vague::kNone) return period->first;
  return std::nullopt;
}

std::optional<Date> TimeMeaning::last_day() const {
  if (latest) return latest;
  if (period && vague == Vague::kNone) return LastDayOf(*period);
  return std::nullopt;
}

}  // namespace averment
