// Every Timex is hung on the words above it, up to the first verb: "last month" of "talks in Geneva
// last month" dates the talks if it hangs there, the clause's verb in any case.  A duration or a
// set
// ("for two weeks", "every Monday") says how long or how often, not when.

#include "src/events/dates.h"

#include <algorithm>

#include "src/events/grammar.h"
#include "src/events/time_links.h"

namespace averment::events {
namespace {

constexpr int kDateSteps = 8;

// "1961, when X LEFT".
std::optional<uint32_t> ClauseOfTime(const Syntax& s, uint32_t time) {
  for (uint32_t c : s[time].child_indices()) {
    if (s.tokens[c].dep != Dep::krelcl || c < time) continue;
    for (uint32_t d : s[c].child_indices()) {
      if (s.tokens[d].tag == Tag::kWRB && s[d].lower() == "when") return c;
    }
  }
  return std::nullopt;
}

}  // namespace

EventDates::EventDates(const Syntax& syntax, std::span<const Timex> times,
                       std::optional<Date> published)
    : times_(times), published_(published), syntax_(syntax) {
  for (uint32_t i = 0; i < times.size(); ++i) {
    if (!SaysWhen(times[i])) continue;
    uint32_t at = TopOf(syntax, times[i].tokens);
    for (int step = 0; step < kDateSteps && syntax.tokens[at].head != at; ++step) {
      at = syntax.tokens[at].head;
      anchors_.push_back({at, i});
      if (IsVerb(syntax, at) && syntax.tokens[at].dep != Dep::kaux) break;
    }
    for (uint32_t token = times[i].tokens.first; token < times[i].tokens.last; ++token) {
      if (const auto clause = ClauseOfTime(syntax, token)) anchors_.push_back({*clause, i});
    }
  }
  std::ranges::sort(anchors_);
}

std::optional<uint32_t> EventDates::At(uint32_t token) const {
  const auto at = std::ranges::lower_bound(anchors_, token, {}, &Anchor::token);
  if (at == anchors_.end() || at->token != token) return std::nullopt;
  return at->time;
}

std::optional<uint32_t> EventDates::TimeOf(uint32_t trigger, uint32_t carrier) const {
  if (auto own = At(trigger)) return own;
  if (auto carried = At(carrier)) return carried;
  // "arrested and jailed X on Monday": the joined verb has it.
  for (uint32_t c : syntax_[carrier].child_indices()) {
    if (syntax_.tokens[c].dep == Dep::kconj && c < carrier + 4) return At(c);
  }
  return std::nullopt;
}

EventDate EventDates::DateOf(std::optional<uint32_t> time, EventStatus status, bool past) const {
  EventDate date;
  if (time) {
    const Timex& t = times_[*time];
    return {t.earliest, t.latest, EventDateBasis::kStated, t.span};
  }
  if (past && published_ && status == EventStatus::kActual) {
    date.latest = published_;
    date.basis = EventDateBasis::kTense;
  }
  return date;
}

bool EventDates::IsLongAgo(const EventDate& date) const {
  constexpr std::chrono::days kLongAgo(3652);
  return published_ && date.basis == EventDateBasis::kStated && date.latest &&
         *date.latest + kLongAgo < *published_;
}

}  // namespace averment::events
