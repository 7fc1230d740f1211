#include "src/mentions/calendar.h"

#include <gtest/gtest.h>

#include "src/mentions/time_meaning.h"

namespace averment {
namespace {

Date D(const char* iso) { return *ParseIsoDate(iso); }

std::string Show(std::optional<Period> p) {
  if (!p) return "none";
  TimeMeaning m;
  m.period = *p;
  return m.value() + " " + ToIso(p->first) + ".." + ToIso(LastDayOf(*p));
}

TEST(Calendar, PeriodsHoldTheirDay) {
  const Date day = D("2013-07-02");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kDay)), "2013-07-02 2013-07-02..2013-07-02");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kWeek)), "2013-W27 2013-07-01..2013-07-07");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kWeekend)), "2013-W27-WE 2013-07-06..2013-07-07");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kMonth)), "2013-07 2013-07-01..2013-07-31");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kQuarter)), "2013-Q3 2013-07-01..2013-09-30");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kHalf)), "2013-H2 2013-07-01..2013-12-31");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kSeason)), "2013-SU 2013-06-01..2013-08-31");
  EXPECT_EQ(Show(PeriodOf(D("2013-01-31"), Grain::kSeason)), "2012-WI 2012-12-01..2013-02-28");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kYear)), "2013 2013-01-01..2013-12-31");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kDecade)), "201 2010-01-01..2019-12-31");
  EXPECT_EQ(Show(PeriodOf(day, Grain::kCentury)), "20 2000-01-01..2099-12-31");
}

TEST(Calendar, IsoWeeksOfTheTurnOfTheYear) {
  EXPECT_EQ(Show(PeriodOf(D("2012-12-31"), Grain::kWeek)), "2013-W01 2012-12-31..2013-01-06");
  EXPECT_EQ(Show(PeriodOf(D("2011-01-01"), Grain::kWeek)), "2010-W52 2010-12-27..2011-01-02");
  EXPECT_EQ(Show(PeriodOf(D("2010-01-03"), Grain::kWeek)), "2009-W53 2009-12-28..2010-01-03");
}

TEST(Calendar, Shifts) {
  const Date day = D("2013-01-31");
  EXPECT_EQ(Show(Shift({day, Grain::kDay}, -31)), "2012-12-31 2012-12-31..2012-12-31");
  EXPECT_EQ(Show(Shift(PeriodOf(day, Grain::kMonth), 1)), "2013-02 2013-02-01..2013-02-28");
  EXPECT_EQ(Show(Shift(PeriodOf(day, Grain::kYear), -2012)), "0001 0001-01-01..0001-12-31");
  EXPECT_EQ(Show(Shift(PeriodOf(day, Grain::kYear), -2013)), "none");
  EXPECT_EQ(Show(Shift(PeriodOf(day, Grain::kCentury), 2'000'000'000)), "none");
  EXPECT_EQ(Show(Shift({day, Grain::kDay}, -2'000'000'000)), "none");
  // The same day of another month, or that month's last.
  EXPECT_EQ(Show(ShiftBy({day, Grain::kDay}, 1, Grain::kMonth)),
            "2013-02-28 2013-02-28..2013-02-28");
  EXPECT_EQ(Show(ShiftBy(PeriodOf(day, Grain::kQuarter), -1, Grain::kYear)),
            "2012-Q1 2012-01-01..2012-03-31");
}

TEST(Calendar, Weekdays) {
  EXPECT_EQ(WeekdayBefore(D("2013-07-02"), 2), D("2013-07-02"));
  EXPECT_EQ(WeekdayBefore(D("2013-07-02"), 3), D("2013-06-26"));
  EXPECT_EQ(WeekdayAfter(D("2013-07-02"), 1), D("2013-07-08"));
}

TEST(Calendar, Feasts) {
  EXPECT_EQ(DateOf(Feast::kEaster, 2013), D("2013-03-31"));
  EXPECT_EQ(DateOf(Feast::kEaster, 2000), D("2000-04-23"));
  EXPECT_EQ(DateOf(Feast::kGoodFriday, 2014), D("2014-04-18"));
  EXPECT_EQ(DateOf(Feast::kThanksgiving, 2013), D("2013-11-28"));
  EXPECT_EQ(DateOf(Feast::kLaborDay, 2013), D("2013-09-02"));
  EXPECT_EQ(DateOf(Feast::kMemorialDay, 2013), D("2013-05-27"));
  EXPECT_EQ(DateOf(Feast::kAshWednesday, 2013), D("2013-02-13"));
  EXPECT_EQ(DateOf(Feast::kPentecost, 2013), D("2013-05-19"));
  EXPECT_EQ(DateOf(Feast::kKingDay, 2013), D("2013-01-21"));
  EXPECT_EQ(DateOf(Feast::kMothersDay, 2013), D("2013-05-12"));
}

TEST(Calendar, ImpossibleDates) {
  EXPECT_EQ(Show(MakePeriod(2013, 2, 30)), "none");
  EXPECT_EQ(Show(MakePeriod(2012, 2, 29)), "2012-02-29 2012-02-29..2012-02-29");
  EXPECT_EQ(Show(MakePeriod(0, 1, 1)), "none");
}

}  // namespace
}  // namespace averment
