// Each action is a function from what the rule caught to a meaning.  The linguistic decisions:
//
//   - A bare weekday or month is the latest one up to the publication date, the day or month of
//     publication included; the next one where its clause looks ahead.
//   - A month with its day and without a year is the one nearest to the publication date.
//   - "last week" is the calendar week before, "last Monday" and "last May" the latest one before
//     the day or month of publication.
//   - "two years ago" is as precise as its unit: a year.  "a year earlier" in a sentence about a
//     quarter is that quarter, a year before.

#include "src/mentions/time_actions.h"

#include <algorithm>

#include "src/mentions/time_names.h"

namespace averment {
namespace {

using std::chrono::days;

using enum TimeSlot;
using enum TimeArg;

struct Asked {
  const PatternSet& rules;
  const PatternMatcher& matcher;
  const PatternMatch& match;
  const TimeContext& context;

  std::optional<int> Get(TimeSlot slot) const { return match.Get(size_t(slot)); }
  std::optional<int> Arg(TimeArg name) const { return rules.rule(match).Arg(size_t(name)); }
  // "last", "this", "next": caught or given by the rule.
  std::optional<int> By() const { return Get(kRelative) ? Get(kRelative) : Arg(kBy); }
  std::optional<Grain> Unit() const {
    const auto unit = Get(kUnit) ? Get(kUnit) : Get(kUnits) ? Get(kUnits) : Arg(kUnitArg);
    if (!unit) return std::nullopt;
    return Grain(*unit);
  }
  std::optional<TimeMeaning> Inner(size_t k = 0) const {
    if (match.inner[k] == PatternMatch::kNone) return std::nullopt;
    return Resolve(rules, matcher, matcher.inner(match.inner[k]), context);
  }
  std::optional<Date> Published() const { return context.published; }
  // What offsets count from: the publication date, or the period last spoken of.
  std::optional<Period> Base() const {
    if (Arg(kFrom) == kReferenceArg && context.reference) return context.reference;
    if (!context.published) return std::nullopt;
    return Period{*context.published, Grain::kDay};
  }
  TimeLook Look() const { return context.direction.Look(context.syntax, match.tokens.first); }
  bool LooksAhead() const { return Look() == TimeLook::kAhead; }
};

using Meaning = std::optional<TimeMeaning>;

Meaning Of(std::optional<Period> period) {
  if (!period) return std::nullopt;
  TimeMeaning m;
  m.period = *period;
  return m;
}

Meaning Of(Date day) { return Of(Period{day, Grain::kDay}); }

// With the modifier that the rule gives, if any.
Meaning Modified(const Asked& a, Meaning m) {
  if (m && a.Arg(kWhich)) m->mod = TimexMod(*a.Arg(kWhich));
  return m;
}

std::optional<int> YearGiven(const Asked& a) {
  if (a.Get(kYear)) return a.Get(kYear);
  if (a.Get(kSpokenYear)) return a.Get(kSpokenYear);
  if (a.Get(kMidYear)) return a.Get(kMidYear);
  if (const auto y = a.Get(kShortYear)) return *y + (*y < 50 ? 2000 : 1900);
  if (a.By() && a.Published()) return YearOf(*a.Published()) + *a.By();
  return std::nullopt;
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

Meaning BareMonth(const Asked& a, unsigned month) {
  if (!a.Published()) return std::nullopt;
  const Date published = *a.Published();
  const unsigned now = MonthOf(published);
  int year = YearOf(published);
  if (month != now) {
    const bool ahead = a.LooksAhead();
    if (ahead && month < now) ++year;
    if (!ahead && month > now) --year;
  }
  return Of(MakePeriod(year, month, 0));
}

// The nearest one; but far from the publication date the clause knows better.
Meaning MonthDay(const Asked& a, unsigned month, unsigned day) {
  constexpr days kNear{30};
  if (!a.Published()) return std::nullopt;
  const Date published = *a.Published();
  const int year = YearOf(published);
  auto date = Nearest(published, {MakeDate(year - 1, month, day), MakeDate(year, month, day),
                                  MakeDate(year + 1, month, day)});
  if (!date) return std::nullopt;
  if (*date < published - kNear && a.Look() == TimeLook::kAhead) {
    date = MakeDate(YearOf(*date) + 1, month, day);
  } else if (*date > published + kNear && a.Look() == TimeLook::kBack) {
    date = MakeDate(YearOf(*date) - 1, month, day);
  }
  if (!date) return std::nullopt;
  return Of(*date);
}

Meaning DoDate(const Asked& a) {
  const unsigned month = unsigned(a.Get(kMonth).value_or(a.Get(kMonthNumber).value_or(0)));
  const unsigned day = unsigned(a.Get(kDay).value_or(0));
  if (const auto year = YearGiven(a)) return Modified(a, Of(MakePeriod(*year, month, day)));
  if (day == 0) return BareMonth(a, month);
  return MonthDay(a, month, day);
}

Meaning DoWeekday(const Asked& a) {
  if (!a.Published()) return std::nullopt;
  const Date today = *a.Published();
  const unsigned weekday = unsigned(*a.Get(kWeekday));
  if (!a.By())
    return Of(a.LooksAhead() ? WeekdayAfter(today, weekday) : WeekdayBefore(today, weekday));
  if (*a.By() < 0) return Of(WeekdayBefore(today - days(1), weekday));
  if (*a.By() > 0) return Of(WeekdayAfter(today + days(1), weekday));
  return Of(WeekdayAfter(WeekdayBefore(today, 1), weekday));
}

// "last May", "this September".
Meaning DoMonth(const Asked& a) {
  if (!a.Published()) return std::nullopt;
  const unsigned month = unsigned(*a.Get(kMonth)), now = MonthOf(*a.Published());
  int year = YearOf(*a.Published());
  if (a.By().value_or(0) < 0 && month >= now) --year;
  if (a.By().value_or(0) > 0 && month <= now) ++year;
  return Of(MakePeriod(year, month, unsigned(a.Get(kDay).value_or(0))));
}

Meaning DoSeason(const Asked& a) {
  const unsigned season = unsigned(*a.Get(kSeason));
  if (const auto year = a.Get(kYear) ? a.Get(kYear) : a.Get(kSpokenYear)) {
    if (!MakeDate(*year, 1, 1)) return std::nullopt;
    return Of(SeasonOf(*year, season));
  }
  if (!a.Published()) return std::nullopt;
  const Period now = PeriodOf(*a.Published(), Grain::kSeason);
  const int year = YearOf(*a.Published());
  const Period this_one =
      SeasonOf(now.first == SeasonOf(year - 1, 3).first && season == 3 ? year - 1 : year, season);
  const int by = a.By() ? *a.By() : a.LooksAhead() ? 1 : -1;
  if (by == 0 || (!a.By() && this_one == now)) return Of(this_one);
  if (by < 0) return Of(this_one.first < now.first ? this_one : SeasonOf(year - 1, season));
  return Of(this_one.first > now.first ? this_one : SeasonOf(year + 1, season));
}

Meaning DoDay(const Asked& a) {
  if (!a.Published()) return std::nullopt;
  return Of(Shift({*a.Published(), Grain::kDay}, a.Arg(kBy).value_or(0)));
}

// "last month", "that year", "the following day".
Meaning DoUnit(const Asked& a) {
  auto base = a.Base();
  const auto unit = a.Unit();
  if (const Meaning inner = a.Inner()) base = inner->period;
  if (!base || !unit) return std::nullopt;
  return Of(Shift(PeriodOf(base->first, std::max(*unit, Grain::kDay)), a.By().value_or(0)));
}

// "the weekend": the latest that has begun, or the next.
Meaning DoWeekend(const Asked& a) {
  if (!a.Published()) return std::nullopt;
  const Period weekend = PeriodOf(*a.Published(), Grain::kWeekend);
  const bool begun = weekend.first <= *a.Published();
  return Of(begun || a.LooksAhead() ? weekend : Shift(weekend, -1));
}

// "the third quarter", "the second half of last year".
Meaning DoQuarter(const Asked& a) {
  const Grain grain = a.Unit().value_or(Grain::kQuarter);
  const int nth = *a.Get(kOrdinal), count = grain == Grain::kHalf ? 2 : 4;
  if (nth < 1 || nth > count) return std::nullopt;
  const auto in_year = [&](int year) -> std::optional<Period> {
    const auto start = MakeDate(year, unsigned((nth - 1) * 12 / count + 1), 1);
    if (!start) return std::nullopt;
    return Period{*start, grain};
  };
  if (const auto year = YearGiven(a)) return Of(in_year(*year));
  if (!a.Published()) return std::nullopt;
  const auto period = in_year(YearOf(*a.Published()));
  const bool begun = period && period->first <= *a.Published();
  return Of(begun || a.LooksAhead() ? period : in_year(YearOf(*a.Published()) - 1));
}

// "the year-ago quarter": the quarter spoken of, else the last complete one, a year before.
Meaning DoYearAgo(const Asked& a) {
  if (!a.Published()) return std::nullopt;
  const auto& reference = a.context.reference;
  const bool in_focus =
      reference && reference->grain >= Grain::kMonth && reference->grain < Grain::kYear;
  const auto base = in_focus ? reference : Shift(PeriodOf(*a.Published(), Grain::kQuarter), -1);
  if (!base) return std::nullopt;
  return Of(ShiftBy(*base, -1, Grain::kYear));
}

Meaning VagueRef(Vague vague) {
  TimeMeaning m;
  m.vague = vague;
  return m;
}

// "two years ago", "a week later".
Meaning DoOffset(const Asked& a) {
  const Meaning amount = a.Inner();
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
  Meaning m;
  if (unit == Grain::kYear && results) {
    m = Of(ShiftBy(*spoken, n, unit));
  } else if (unit < Grain::kDay) {
    m = Of(Period{base->first, Grain::kDay});
  } else {
    m = Of(Shift(PeriodOf(base->first, unit), n));
  }
  if (m) m->mod = amount->mod;
  return m;
}

Meaning DoDuration(const Asked& a) {
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
Meaning DoAnchored(const Asked& a) {
  Meaning m = a.Inner();
  if (!m || !m->unit) return m;
  if (a.Published() && m->amount >= 100 && *m->unit >= Grain::kDay) {
    const int sign = a.By().value_or(-1);
    const auto end = ShiftBy({*a.Published(), Grain::kDay}, sign * (m->amount / 100), *m->unit);
    if (end && sign < 0) m->earliest = end->first, m->latest = a.Published();
    if (end && sign > 0) m->earliest = a.Published(), m->latest = end->first;
  }
  return m;
}

Meaning DoVague(const Asked& a) { return VagueRef(Vague(a.Arg(kWhich).value_or(0))); }

Meaning DoSet(const Asked& a) {
  TimeMeaning m;
  m.recurs = true;
  m.unit = a.Unit().value_or(Grain::kDay);
  m.amount = a.Get(kNumber).value_or(1) > 1'000'000 ? 100 : a.Get(kNumber).value_or(1) * 100;
  m.weekday = unsigned(a.Get(kWeekday).value_or(0));
  m.month = unsigned(a.Get(kMonth).value_or(0));
  m.part = PartOfDay(a.Get(kPart).value_or(a.Get(kParts).value_or(0)));
  return m;
}

Meaning DoDecade(const Asked& a) {
  int year = a.Get(kDecade).value_or(a.Get(kYear).value_or(0));
  if (const auto tens = a.Get(kShortDecade)) year = *tens + (*tens < 30 ? 2000 : 1900);
  if (const auto middle = a.Get(kMidDecade)) year = *middle;
  const auto first = MakeDate(year, 1, 1);
  if (!first) return std::nullopt;
  return Modified(a, Of(PeriodOf(*first, Grain::kDecade)));
}

Meaning DoCentury(const Asked& a) {
  const auto first = MakeDate((*a.Get(kOrdinal) - 1) * 100, 1, 1);
  if (!first) return std::nullopt;
  return Of(PeriodOf(*first, Grain::kCentury));
}

// "Monday night", "this morning".
Meaning DoPart(const Asked& a) {
  Meaning m = a.Inner();
  if (!m) m = DoDay(a);
  if (!m || !m->period || m->period->grain != Grain::kDay) return std::nullopt;
  m->part = PartOfDay(a.Get(kPart).value_or(a.Arg(kPartArg).value_or(0)));
  return m;
}

// "10:35 a.m.", "noon Thursday".
Meaning DoClock(const Asked& a) {
  Meaning m = a.Inner();
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
Meaning DoMod(const Asked& a) {
  Meaning m = a.Inner();
  if (!m || m->vague != Vague::kNone) return m;
  m->mod = TimexMod(a.Get(kMod).value_or(a.Arg(kWhich).value_or(0)));
  return m;
}

Meaning DoFeast(const Asked& a) {
  const Feast feast = Feast(*a.Get(kFeast));
  std::optional<Date> date;
  if (const auto year = YearGiven(a)) {
    date = DateOf(feast, *year);
  } else if (a.Published()) {
    const int now = YearOf(*a.Published());
    date = Nearest(*a.Published(),
                   {DateOf(feast, now - 1), DateOf(feast, now), DateOf(feast, now + 1)});
  }
  if (!date) return std::nullopt;
  return Of(*date);
}

Meaning DoSlashDate(const Asked& a) {
  const int d = *a.Get(kSlashDate);
  return Of(MakePeriod(d / 10000, unsigned(d / 100 % 100), unsigned(d % 100)));
}

// A day of the week beside a full date: the date decides.
Meaning DoSame(const Asked& a) { return a.Inner(); }

struct Action {
  std::string_view name;
  Meaning (*run)(const Asked&);
  std::vector<std::string_view> needs;
};

const std::vector<Action>& Actions() {
  static const std::vector<Action> kActions = {
      {"date", DoDate, {"YEAR|SPOKENYEAR|SHORTYEAR|MIDYEAR|MONTH|MONTHNUMBER"}},
      {"weekday", DoWeekday, {"WEEKDAY"}},
      {"month", DoMonth, {"MONTH"}},
      {"season", DoSeason, {"SEASON"}},
      {"day", DoDay, {}},
      {"unit", DoUnit, {}},
      {"weekend", DoWeekend, {}},
      {"quarter", DoQuarter, {"ORD"}},
      {"year-ago", DoYearAgo, {}},
      {"offset", DoOffset, {"<duration>"}},
      {"duration", DoDuration, {}},
      {"anchored", DoAnchored, {"<duration>"}},
      {"vague", DoVague, {}},
      {"set", DoSet, {}},
      {"decade", DoDecade, {"DECADE|SHORTDECADE|MIDDECADE|YEAR"}},
      {"century", DoCentury, {"ORD"}},
      {"part", DoPart, {}},
      {"clock", DoClock, {}},
      {"mod", DoMod, {"<date>|<day>|<duration>|<stretch>|<offset>|<time>"}},
      {"feast", DoFeast, {"FEAST"}},
      {"slash-date", DoSlashDate, {"SLASHDATE"}},
      {"same", DoSame, {"<date>|<day>|<duration>|<stretch>|<offset>|<time>"}},
  };
  return kActions;
}

PatternSchema MakeSchema() {
  PatternSchema schema = TimeNames();
  for (const Action& action : Actions()) schema.actions.push_back({action.name, action.needs});
  return schema;
}

}  // namespace

const PatternSchema& TimeSchema() {
  static const PatternSchema kSchema = MakeSchema();
  return kSchema;
}

std::optional<TimeMeaning> Resolve(const PatternSet& rules, const PatternMatcher& matcher,
                                   const PatternMatch& match, const TimeContext& context) {
  return Actions()[rules.rule(match).action].run({rules, matcher, match, context});
}

}  // namespace averment
