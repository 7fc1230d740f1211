// What an article has spoken of so far: the period that "that year" and "a day earlier" go back to,
// and the quarter whose results it tells, which "the latest period" means and which "a year ago" is
// compared with.

#pragma once

#include <optional>

#include "averment/document.h"
#include "src/mentions/time_meaning.h"

namespace averment {

class TimeFocus {
 public:
  // To be told of every expression, in text order.
  void Note(const TimeMeaning& meaning, TokenRange tokens, uint32_t sentence,
            std::optional<Date> published);

  // The period last spoken of.
  const std::optional<Period>& reference() const { return reference_; }
  // The day last spoken of, if this sentence did.
  std::optional<Date> DayIn(uint32_t sentence) const;

  // The day whose mention ends with the token before this one.
  std::optional<Date> DayBefore(uint32_t token) const;

  // The latest complete quarter or half year that was told of.
  const std::optional<Period>& results() const { return results_; }
  // Where those told since are of several quarters ("the first nine months"): that amount.
  const std::optional<TimeMeaning>& months() const { return months_; }
  // Whether results, or what they are compared with, were told a little before this token.
  bool TellsResults(uint32_t token) const;

 private:
  std::optional<Period> reference_, results_;
  std::optional<TimeMeaning> months_;
  uint32_t token_ = 0;               // Where results stood last.
  uint32_t sentence_ = 0, end_ = 0;  // Where the reference stood.
};

}  // namespace averment
