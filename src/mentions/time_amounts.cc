// The actions about amounts of time, what recurs, parts and hours of a day, and modifiers.

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

}  // namespace

// "two years ago", "a week later".
TimeResult DoOffset(const TimeAsked& a) {
  const TimeResult amount = a.Inner();
  const int sign = a.Arg(kBy).value_or(1);
  if (!amount || !amount->unit) return std::nullopt;
  if (amount->amount == 0) return VagueRef(sign < 0 ? Vague::kPast : Vague::kFuture);
  const auto base = a.Base();
  if (!base) return std::nullopt;
  const Grain unit = *amount->unit;
  const int n = sign * (amount->amount / 100);
  const auto& spoken = a.context.reference;
  const bool results =
      spoken && (spoken->grain == Grain::kQuarter || spoken->grain == Grain::kHalf);
  TimeResult m;
  if (unit == Grain::kYear && results) {
    m = PeriodResult(ShiftBy(*spoken, n, unit));
  } else if (unit < Grain::kDay) {
    m = PeriodResult(Period{base->first, Grain::kDay});
  } else {
    m = PeriodResult(Shift(PeriodOf(base->first, unit), n));
  }
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
  m.amount = a.Get(kNumber).value_or(1) > 1'000'000 ? 100 : a.Get(kNumber).value_or(1) * 100;
  m.weekday = unsigned(a.Get(kWeekday).value_or(0));
  m.month = unsigned(a.Get(kMonth).value_or(0));
  m.part = PartOfDay(a.Get(kPart).value_or(a.Get(kParts).value_or(0)));
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

// "10:35 a.m.", "noon Thursday".
TimeResult DoClock(const TimeAsked& a) {
  TimeResult m = a.Inner();
  if (!m) m = DoDay(a);
  if (!m || !m->period || m->period->grain != Grain::kDay) return std::nullopt;
  int minute = a.Get(kClock).value_or(a.Get(kHourClock).value_or(a.Arg(kNum).value_or(-1)));
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
