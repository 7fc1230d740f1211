// The actions that name a period of the calendar.  The linguistic decisions:
//
//   - A bare weekday or month is the latest one up to the publication date, the day or month of
//     publication included; the next one where its clause looks ahead.
//   - A month with its day and without a year is the one nearest to the publication date.
//   - "last week" is the calendar week before, "last Monday" and "last May" the latest one before
//     the day or month of publication.
//   - "two years ago" is as precise as its unit: a year.
//   - "that day" needs a day spoken of, no year: what was less precise tells nothing.

#include "src/mentions/time_asked.h"

namespace averment {
namespace {

using std::chrono::days;
using enum TimeSlot;
using enum TimeArg;

// With the modifier that the rule gives, if any.
TimeResult Modified(const TimeAsked& a, TimeResult m) {
  if (m && a.Arg(kWhich)) m->mod = TimexMod(*a.Arg(kWhich));
  return m;
}

// The one of three years that puts a day nearest to the publication date.
std::optional<Date> Nearest(Date published, const std::optional<Date> (&candidates)[3]) {
  std::optional<Date> best;
  for (const auto& c : candidates) {
    if (!c) continue;
    const auto distance = [&](Date d) { return d < published ? published - d : d - published; };
    if (!best || distance(*c) < distance(*best)) best = c;
  }
  return best;
}

TimeResult BareMonth(const TimeAsked& a, unsigned month) {
  if (!a.Published()) return std::nullopt;
  const Date published = *a.Published();
  const unsigned now = MonthOf(published);
  int year = YearOf(published);
  if (month != now) {
    const bool ahead = a.LooksAhead();
    if (ahead && month < now) ++year;
    if (!ahead && month > now) --year;
  }
  return PeriodResult(MakePeriod(year, month, 0));
}

// The nearest of the days that `of_year` gives; but far from the publication date the clause knows
// better.
template <typename OfYear>
TimeResult NearestByClause(const TimeAsked& a, OfYear of_year) {
  constexpr days kNear{30};
  if (!a.Published()) return std::nullopt;
  const Date published = *a.Published();
  const int year = YearOf(published);
  std::optional<Date> date =
      Nearest(published, {of_year(year - 1), of_year(year), of_year(year + 1)});
  if (!date) return std::nullopt;
  if (*date < published - kNear && a.Look() == TimeLook::kAhead) {
    date = of_year(YearOf(*date) + 1);
  } else if (*date > published + kNear && a.Look() == TimeLook::kBack) {
    date = of_year(YearOf(*date) - 1);
  }
  if (!date) return std::nullopt;
  return PeriodResult(*date);
}

TimeResult MonthDay(const TimeAsked& a, unsigned month, unsigned day) {
  return NearestByClause(a, [&](int year) { return MakeDate(year, month, day); });
}

}  // namespace

TimeResult DoDate(const TimeAsked& a) {
  const unsigned month = unsigned(a.Get(kMonth).value_or(a.Get(kMonthNumber).value_or(0)));
  const unsigned day = unsigned(a.Get(kDay).value_or(0));
  if (const auto year = a.YearGiven())
    return Modified(a, PeriodResult(MakePeriod(*year, month, day)));
  if (day == 0) return BareMonth(a, month);
  return MonthDay(a, month, day);
}

TimeResult DoWeekday(const TimeAsked& a) {
  if (!a.Published()) return std::nullopt;
  const Date today = *a.Published();
  const unsigned weekday = unsigned(*a.Get(kWeekday));
  if (!a.By())
    return PeriodResult(a.LooksAhead() ? WeekdayAfter(today, weekday)
                                       : WeekdayBefore(today, weekday));
  if (*a.By() < 0) return PeriodResult(WeekdayBefore(today - days(1), weekday));
  if (*a.By() > 0) return PeriodResult(WeekdayAfter(today + days(1), weekday));
  return PeriodResult(WeekdayAfter(WeekdayBefore(today, 1), weekday));
}

// "last May", "this September".
TimeResult DoMonth(const TimeAsked& a) {
  if (!a.Published()) return std::nullopt;
  const unsigned month = unsigned(*a.Get(kMonth)), now = MonthOf(*a.Published());
  int year = YearOf(*a.Published());
  if (a.By().value_or(0) < 0 && month >= now) --year;
  if (a.By().value_or(0) > 0 && month <= now) ++year;
  return PeriodResult(MakePeriod(year, month, unsigned(a.Get(kDay).value_or(0))));
}

TimeResult DoSeason(const TimeAsked& a) {
  const unsigned season = unsigned(*a.Get(kSeason));
  if (const auto year = a.Get(kYear) ? a.Get(kYear) : a.Get(kSpokenYear)) {
    if (!MakeDate(*year, 1, 1)) return std::nullopt;
    return PeriodResult(SeasonOf(*year, season));
  }
  if (!a.Published()) return std::nullopt;
  const Period now = PeriodOf(*a.Published(), Grain::kSeason);
  const int year = YearOf(*a.Published());
  const Period this_one =
      SeasonOf(now.first == SeasonOf(year - 1, 3).first && season == 3 ? year - 1 : year, season);
  const int by = a.By() ? *a.By() : a.LooksAhead() ? 1 : -1;
  if (by == 0 || (!a.By() && this_one == now)) return PeriodResult(this_one);
  if (by < 0)
    return PeriodResult(this_one.first < now.first ? this_one : SeasonOf(year - 1, season));
  return PeriodResult(this_one.first > now.first ? this_one : SeasonOf(year + 1, season));
}

// A day so many after publication, or after the day spoken of ("that night").
TimeResult DoDay(const TimeAsked& a) {
  const auto base = a.Base();
  const bool spoken = a.Arg(kFrom) == kReferenceArg;
  if (!base || (spoken && (!a.context.focus.reference() || base->grain > Grain::kDay))) {
    return std::nullopt;
  }
  return PeriodResult(Shift({base->first, Grain::kDay}, a.Arg(kBy).value_or(0)));
}

// "last month", "that year", "the following day".
TimeResult DoUnit(const TimeAsked& a) {
  auto base = a.Base();
  const auto unit = a.Unit();
  if (const TimeResult inner = a.Inner()) base = inner->period;
  if (!base || !unit) return std::nullopt;
  const Grain grain = std::max(*unit, Grain::kDay);
  const int by = a.By().value_or(0);
  if (a.Arg(kFrom) == kReferenceArg) {
    const bool spoken = a.context.focus.reference().has_value();
    if (spoken ? base->grain > grain : by == 0) return std::nullopt;
  }
  return PeriodResult(Shift(PeriodOf(base->first, grain), by));
}

// "the weekend": the latest that has begun, or the next.
TimeResult DoWeekend(const TimeAsked& a) {
  if (!a.Published()) return std::nullopt;
  const Period weekend = PeriodOf(*a.Published(), Grain::kWeekend);
  const bool begun = weekend.first <= *a.Published();
  return PeriodResult(begun || a.LooksAhead() ? weekend : Shift(weekend, -1));
}

TimeResult DoDecade(const TimeAsked& a) {
  int year = a.Get(kDecade).value_or(a.Get(kYear).value_or(0));
  if (const auto tens = a.Get(kShortDecade)) year = *tens + (*tens < 30 ? 2000 : 1900);
  if (const auto middle = a.Get(kMidDecade)) year = *middle;
  const auto first = MakeDate(year, 1, 1);
  if (!first) return std::nullopt;
  return Modified(a, PeriodResult(PeriodOf(*first, Grain::kDecade)));
}

TimeResult DoCentury(const TimeAsked& a) {
  const auto first = MakeDate((*a.Get(kOrdinal) - 1) * 100, 1, 1);
  if (!first) return std::nullopt;
  return PeriodResult(PeriodOf(*first, Grain::kCentury));
}

// "Christmas", "last Easter", "Labor Day 2010".
TimeResult DoFeast(const TimeAsked& a) {
  const Feast feast = Feast(a.Get(kFeast).value_or(a.Arg(kWhich).value_or(0)));
  const auto of_year = [&](int year) { return DateOf(feast, year); };
  std::optional<Date> date;
  if (a.Get(kYear)) {
    date = of_year(*a.Get(kYear));
  } else if (!a.By() || !a.Published()) {
    return NearestByClause(a, of_year);
  } else {
    const Date published = *a.Published();
    const int year = YearOf(published);
    date = of_year(year);
    const bool later = date && *date >= published, sooner = date && *date <= published;
    if (*a.By() < 0 && later) date = of_year(year - 1);
    if (*a.By() > 0 && sooner) date = of_year(year + 1);
  }
  if (!date) return std::nullopt;
  return PeriodResult(*date);
}

// "the day before Christmas", "a week from Friday".
TimeResult DoShift(const TimeAsked& a) {
  const TimeResult m = a.Inner();
  const auto unit = a.Unit();
  if (!m || !m->period || m->period->grain > Grain::kDay || !unit) return std::nullopt;
  return PeriodResult(ShiftBy(*m->period, a.Arg(kBy).value_or(0), *unit));
}

// "the 15th of last month"
TimeResult DoDayOfMonth(const TimeAsked& a) {
  if (!a.Published()) return std::nullopt;
  const auto month = Shift(PeriodOf(*a.Published(), Grain::kMonth), a.By().value_or(0));
  if (!month) return std::nullopt;
  return PeriodResult(
      MakePeriod(YearOf(month->first), MonthOf(month->first), unsigned(*a.Get(kDay))));
}

// The second of "April 24 and 25".
TimeResult DoLaterDay(const TimeAsked& a) {
  const uint32_t begin = a.context.begin;
  const auto before = begin > 0 ? a.context.focus.DayBefore(begin - 1) : std::nullopt;
  const unsigned day = unsigned(*a.Get(kDay));
  if (!before || day <= DayOf(*before)) return std::nullopt;
  return PeriodResult(MakePeriod(YearOf(*before), MonthOf(*before), day));
}

TimeResult DoSlashDate(const TimeAsked& a) {
  const int d = *a.Get(kSlashDate);
  return PeriodResult(MakePeriod(d / 10000, unsigned(d / 100 % 100), unsigned(d % 100)));
}

}  // namespace averment
