// What an expression of time means, before it is written as TIMEX3.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "averment/document.h"
#include "src/mentions/calendar.h"

namespace averment {

enum class PartOfDay : uint8_t { kNone, kMorning, kMidday, kAfternoon, kEvening, kNight, kDaytime };
enum class Vague : uint8_t { kNone, kPast, kPresent, kFuture };

// Exactly one of: a period (perhaps with a part or minute of its day), a vague reference, an amount
// of time, or something that recurs.
struct TimeMeaning {
  std::optional<Period> period;
  PartOfDay part = PartOfDay::kNone;
  int minute = -1;  // Of the day.

  Vague vague = Vague::kNone;

  std::optional<Grain> unit;  // Of an amount, or of what recurs.
  int amount = 0;             // In hundredths of the unit; 0: nobody knows.

  bool recurs = false;
  unsigned weekday = 0, month = 0;  // What recurs, where it is one of these.
  std::optional<int> season;

  TimexMod mod = TimexMod::kNone;
  // What the results told of are compared with ("the year-ago quarter"): no period that others
  // count from.
  bool compared = false;
  uint32_t covers = 0;  // Tokens of the match that it takes; 0: all.
  // Where an amount of time is anchored ("the past three months").
  std::optional<Date> earliest, latest;

  TimexType type() const;
  // As TIMEX3 has it: "2013-06", "P12D", "2013-W26", "2013-07-02TNI", "PAST_REF".
  std::string value() const;
  // First and last day that it may mean, `mod` left aside.
  std::optional<Date> first_day() const;
  std::optional<Date> last_day() const;
};

}  // namespace averment
