// News of results names its quarter once and then compares: "in the third quarter ... from 3
// million a year ago".  Three rules keep the thread: a quarter that is not over is a forecast and
// no results; a quarter before the one in focus only helps to explain it; and what results are
// compared with does not become what the next comparison counts from.

#include "src/mentions/time_focus.h"

namespace averment {
namespace {

// About three sentences of a report on results.
constexpr uint32_t kNear = 80;

bool IsOfResults(const TimeMeaning& m, std::optional<Date> published) {
  if (!m.period || !published) return false;
  const bool grain = m.period->grain == Grain::kQuarter || m.period->grain == Grain::kHalf;
  return grain && LastDayOf(*m.period) < *published;
}

// "the nine months": half a year or more, in quarters.
bool IsOfQuarters(const TimeMeaning& m) {
  return !m.recurs && m.unit == Grain::kMonth && m.amount >= 600 && m.amount <= 1200 &&
         m.amount % 300 == 0;
}

}  // namespace

void TimeFocus::Note(const TimeMeaning& meaning, TokenRange tokens, uint32_t sentence,
                     std::optional<Date> published) {
  if (meaning.compared) {
    token_ = tokens.first;
    return;
  }
  if (meaning.period) {
    reference_ = meaning.period;
    sentence_ = sentence;
    end_ = tokens.last;
  }
  if (IsOfResults(meaning, published)) {
    if (results_ && meaning.period->first < results_->first) return;
    results_ = meaning.period;
    months_.reset();
    token_ = tokens.first;
  } else if (results_ && IsOfQuarters(meaning)) {
    months_ = meaning;
    token_ = tokens.first;
  }
}

std::optional<Date> TimeFocus::DayIn(uint32_t sentence) const {
  if (!reference_ || reference_->grain > Grain::kDay || sentence_ != sentence) return std::nullopt;
  return reference_->first;
}

std::optional<Date> TimeFocus::DayBefore(uint32_t token) const {
  if (!reference_ || reference_->grain > Grain::kDay || end_ != token) return std::nullopt;
  return reference_->first;
}

bool TimeFocus::TellsResults(uint32_t token) const { return results_ && token - token_ <= kNear; }

}  // namespace averment
