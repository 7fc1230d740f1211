// The actions about quarters and halves of a year, and about the results that are told of them.
//
// Results are compared with those of a year before, and every house has its own words for that:
// "the year-ago quarter", "a year earlier", "the comparable period".  All mean the quarter in focus
// (time_focus.h), a year before; if what was told last are the results of several quarters, a
// period means as many months, and a year the calendar's.

#include "src/mentions/time_asked.h"

namespace averment {
namespace {

using std::chrono::days;
using enum TimeSlot;
using enum TimeArg;

// Results in focus that "the latest quarter" may mean are not older.
constexpr days kLatest{200};

// What a comparison or "the latest quarter" counts from: quarters and halves in focus; else a month
// or quarter spoken of; else the last complete quarter.
std::optional<Period> Counted(const TimeAsked& a, int by) {
  const TimeFocus& focus = a.context.focus;
  const auto& published = a.context.published;
  const auto& results = focus.results();
  if (results && (by != 0 || !published || LastDayOf(*results) >= *published - kLatest)) {
    return results;
  }
  const auto& spoken = focus.reference();
  if (by != 0 && spoken && spoken->grain >= Grain::kMonth && spoken->grain < Grain::kYear) {
    return spoken;
  }
  if (!published) return std::nullopt;
  return Shift(PeriodOf(*published, Grain::kQuarter), -1);
}

TimeResult Compared(TimeResult m, bool compared) {
  if (m) m->compared = compared;
  return m;
}

}  // namespace

TimeResult ResultsOf(const TimeAsked& a, int by, std::optional<Grain> unit) {
  const auto& months = a.context.focus.months();
  if (months && !unit) return Compared(months, by != 0);
  if (months && *unit == Grain::kYear) {
    if (!a.Published()) return std::nullopt;
    return Compared(PeriodResult(Shift(PeriodOf(*a.Published(), Grain::kYear), by)), true);
  }
  const auto base = Counted(a, by);
  if (!base) return std::nullopt;
  return Compared(PeriodResult(ShiftBy(*base, by, Grain::kYear)), by != 0);
}

// "the year-ago quarter", "the latest period", "the 1988 quarter".
TimeResult DoResults(const TimeAsked& a) {
  if (TimeResult months = a.Inner()) return Compared(months, true);
  const auto& focus = a.context.focus;
  if (const auto year = a.Get(kYear)) {
    const auto& results = focus.results();
    if (!results || focus.months()) return PeriodResult(MakePeriod(*year, 0, 0));
    const int by = *year - YearOf(results->first);
    return Compared(PeriodResult(ShiftBy(*results, by, Grain::kYear)), by != 0);
  }
  return ResultsOf(a, a.Arg(kBy).value_or(-1), a.Unit());
}

// The quarter that ends with the day: most of it lies around the middle.
TimeResult DoQuarterEnded(const TimeAsked& a) {
  const TimeResult end = a.Inner();
  if (!end || !end->period) return std::nullopt;
  const auto middle = Shift({end->period->first, Grain::kDay}, -45);
  if (!middle) return std::nullopt;
  return PeriodResult(PeriodOf(middle->first, Grain::kQuarter));
}

// "the third quarter", "the second half of last year".
TimeResult DoQuarter(const TimeAsked& a) {
  const Grain grain = a.Unit().value_or(Grain::kQuarter);
  const int nth = a.Get(kOrdinal).value_or(a.Arg(kNum).value_or(0)),
            count = grain == Grain::kHalf ? 2 : 4;
  if (nth < 1 || nth > count) return std::nullopt;
  const auto in_year = [&](int year) -> std::optional<Period> {
    const auto start = MakeDate(year, unsigned((nth - 1) * 12 / count + 1), 1);
    if (!start) return std::nullopt;
    return Period{*start, grain};
  };
  if (const auto year = a.YearGiven()) return PeriodResult(in_year(*year));
  if (!a.Published()) return std::nullopt;
  const auto period = in_year(YearOf(*a.Published()));
  const bool begun = period && period->first <= *a.Published();
  return PeriodResult(begun || a.LooksAhead() ? period : in_year(YearOf(*a.Published()) - 1));
}

}  // namespace averment
