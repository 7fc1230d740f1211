// The actions about amounts of time, what recurs, parts and hours of a day, and modifiers.

#include <utility>

#include "src/mentions/time_asked.h"

namespace averment {
namespace {

using std::chrono::days;
using enum TimeSlot;
using enum TimeArg;

TimeResult VagueRef(Vague vague) {
  TimeMeaning m;
  m.vague = vague;
  return m;
}

// An amount as so many units that one counts in: a century is counted in years, and what is not
// whole in months.
std::pair<int, Grain> CountedIn(const TimeMeaning& amount) {
  int hundredths = amount.amount;
  Grain unit = *amount.unit;
  if (unit == Grain::kDecade || unit == Grain::kCentury) {
    hundredths = std::min(hundredths, 1'000'000) * (unit == Grain::kDecade ? 10 : 100);
    unit = Grain::kYear;
  }
  if (unit == Grain::kYear && hundredths % 100 != 0 && hundredths < 1'000'000) {
    hundredths *= 12;
    unit = Grain::kMonth;
  }
  return {hundredths / 100, unit};
}

}  // namespace

// "two years ago", "a week later".  Of what is less than a day or nobody knows only the amount can
// be said, and the day that it lies on.
TimeResult DoOffset(const TimeAsked& a) {
  TimeResult amount = a.Inner();
  const int sign = a.Arg(kBy).value_or(1);
  if (!amount || !amount->unit) return std::nullopt;
  const bool from_reference = a.Arg(kFrom) == kReferenceArg;
  if (amount->amount == 0 && !from_reference) {
    return VagueRef(sign < 0 ? Vague::kPast : Vague::kFuture);
  }
  const auto base = a.Base();
  if (!base) return std::nullopt;
  const Grain unit = *amount->unit;
  if (unit < Grain::kDay && base->grain <= Grain::kDay) {
    amount->earliest = amount->latest = base->first;
  }
  if (amount->amount == 0 || unit < Grain::kDay) return amount;
  const auto [n, grain] = CountedIn(*amount);
  if (unit == Grain::kYear && sign * amount->amount == -100 &&
      a.context.focus.TellsResults(a.context.begin)) {
    return ResultsOf(a, -1, unit);
  }
  TimeResult m = PeriodResult(Shift(PeriodOf(base->first, grain), sign * n));
  if (m) m->mod = amount->mod;
  return m;
}

TimeResult DoDuration(const TimeAsked& a) {
  const auto unit = a.Unit();
  if (!unit) return std::nullopt;
  TimeMeaning m;
  m.unit = *unit;
  int64_t amount = int64_t{a.Get(kNumber).value_or(a.Arg(kNum).value_or(0))} * 100;
  amount += a.Get(kFraction).value_or(0) + a.Get(kDecimal).value_or(0) + a.Arg(kBy).value_or(0);
  if (amount > 1'000'000'000) return std::nullopt;
  m.amount = int(amount);
  return m;
}

// "the past three months", "the next two weeks": the amount, and where it lies.
TimeResult DoAnchored(const TimeAsked& a) {
  TimeResult m = a.Inner();
  if (!m || !m->unit) return m;
  if (a.Published() && m->amount >= 100 && *m->unit >= Grain::kDay) {
    const int sign = a.By().value_or(-1);
    const auto end = ShiftBy({*a.Published(), Grain::kDay}, sign * (m->amount / 100), *m->unit);
    if (end && sign < 0) m->earliest = end->first, m->latest = a.Published();
    if (end && sign > 0) m->earliest = a.Published(), m->latest = end->first;
  }
  return m;
}

TimeResult DoVague(const TimeAsked& a) { return VagueRef(Vague(a.Arg(kWhich).value_or(0))); }

TimeResult DoSet(const TimeAsked& a) {
  TimeMeaning m;
  m.recurs = true;
  m.unit = a.Unit().value_or(Grain::kDay);
  const int number = a.Arg(kNum).value_or(a.Get(kNumber).value_or(1));
  m.amount = number > 1'000'000 ? 100 : number * 100;
  m.weekday = unsigned(a.Get(kWeekday).value_or(a.Get(kWeekdays).value_or(0)));
  m.season = a.Get(kSeason);
  m.month = unsigned(a.Get(kMonth).value_or(0));
  m.part = PartOfDay(a.Get(kPart).value_or(a.Get(kParts).value_or(a.Arg(kPartArg).value_or(0))));
  return m;
}

// "Monday night", "this morning".
TimeResult DoPart(const TimeAsked& a) {
  TimeResult m = a.Inner();
  if (!m) m = DoDay(a);
  if (!m || !m->period || m->period->grain != Grain::kDay) return std::nullopt;
  m->part = PartOfDay(a.Get(kPart).value_or(a.Arg(kPartArg).value_or(0)));
  return m;
}

namespace {

// An hour without its day is one of the day that its sentence has just named, or of today.
TimeResult DayOfClock(const TimeAsked& a) {
  const auto day = a.context.focus.DayIn(a.context.syntax.tokens[a.context.begin].sentence);
  if (day && a.Published() && *day <= *a.Published() && !a.LooksAhead()) return PeriodResult(*day);
  return DoDay(a);
}

}  // namespace

// "10:35 a.m.", "noon Thursday".
TimeResult DoClock(const TimeAsked& a) {
  TimeResult m = a.Inner();
  if (!m) m = DayOfClock(a);
  if (!m || !m->period || m->period->grain != Grain::kDay) return std::nullopt;
  int minute = a.Arg(kNum).value_or(-1);
  for (TimeSlot slot : {kHourMinutes, kHourClock, kClock}) minute = a.Get(slot).value_or(minute);
  if (const auto hour = a.Get(kHour)) minute = *hour * 60;
  auto half = a.Get(kHalfDay);
  if (const auto part = a.Get(kPart)) half = PartOfDay(*part) != PartOfDay::kMorning;
  if (half) {
    if (minute >= 13 * 60) return std::nullopt;
    minute = minute % (12 * 60) + *half * 12 * 60;
  }
  m->minute = minute;
  m->part = PartOfDay::kNone;
  return m;
}

// "early June", "about two years": START, MID and END are parts of a period, the rest weigh an
// amount.
TimeResult DoMod(const TimeAsked& a) {
  TimeResult m = a.Inner();
  if (!m || m->vague != Vague::kNone) return m;
  m->mod = TimexMod(a.Get(kMod).value_or(a.Arg(kWhich).value_or(0)));
  return m;
}

// A day of the week beside a full date: the date decides.
TimeResult DoSame(const TimeAsked& a) { return a.Inner(); }

// What looks like a time and is none ("at the end of the day"): the rule takes the words away from
// others.
TimeResult DoNothing(const TimeAsked&) { return std::nullopt; }

}  // namespace averment
