// From the Timex up over prepositions and comparing adverbs to the first other word.

#include "src/events/time_links.h"

#include <algorithm>
#include <string>

namespace averment::events {
namespace {

constexpr int kLinkSteps = 6;

// "no EARLIER than", "no LATER than", "earlier than", "later than".
TimexMod BoundOf(const Syntax& s, uint32_t adverb) {
  const std::string_view word = s[adverb].lower();
  const bool early = word == "earlier" || word == "sooner";
  const bool late = word == "later";
  if (!early && !late) return TimexMod::kNone;
  for (uint32_t c : s[adverb].child_indices()) {
    if (s[c].lower() == "no" || s[c].lower() == "not") {
      return early ? TimexMod::kOnOrAfter : TimexMod::kOnOrBefore;
    }
  }
  return early ? TimexMod::kBefore : TimexMod::kAfter;
}

// "in July AT THE EARLIEST".
TimexMod BoundBehind(const Syntax& s, uint32_t end) {
  if (end + 2 >= s.size() || s[end].lower() != "at" || s[end + 1].lower() != "the") {
    return TimexMod::kNone;
  }
  const std::string_view word = s[end + 2].lower();
  if (word == "earliest") return TimexMod::kOnOrAfter;
  return word == "latest" ? TimexMod::kOnOrBefore : TimexMod::kNone;
}

}  // namespace

bool SaysWhen(const Timex& t) {
  const bool kind = t.type == TimexType::kDate || t.type == TimexType::kTime;
  return kind && (t.earliest || t.latest) && t.tokens.size() > 0;
}

uint32_t TopOf(const Syntax& s, TokenRange range) {
  for (uint32_t i = range.first; i < range.last; ++i) {
    const uint32_t head = s.tokens[i].head;
    if (head == i || head < range.first || head >= range.last) return i;
  }
  return range.first;
}

std::vector<TimeLink> LinkTimes(const Syntax& s, std::span<const Timex> times) {
  std::vector<TimeLink> links;
  for (uint32_t i = 0; i < times.size(); ++i) {
    if (!SaysWhen(times[i])) continue;
    TimeLink link{0, i, "adverbial", BoundBehind(s, times[i].tokens.last)};
    uint32_t at = TopOf(s, times[i].tokens);
    bool linked = false;
    for (int step = 0; step < kLinkSteps && s.tokens[at].head != at; ++step) {
      at = s.tokens[at].head;
      const Dep dep = s.tokens[at].dep;
      const bool preposition = s.tokens[at].pos == Pos::kADP || s.tokens[at].pos == Pos::kSCONJ;
      if (const TimexMod bound = BoundOf(s, at); bound != TimexMod::kNone) {
        link.bound = bound;
      } else if (preposition || (dep == Dep::kprep && !linked)) {
        if (!linked) link.word = s[at].lower();
        linked = true;
      } else if (s.tokens[at].pos != Pos::kADV) {
        break;
      }
    }
    link.anchor = at;
    links.push_back(link);
  }
  std::ranges::stable_sort(links, {}, &TimeLink::anchor);
  return links;
}

ScheduleItem ScheduledFor(const Timex& t, const TimeLink& link, bool negated) {
  ScheduleItem item;
  item.value = t.value;
  item.mod = t.mod;
  item.earliest = t.earliest;
  item.latest = t.latest;
  item.evidence = {t.span};
  TimexMod bound = link.bound;
  if (bound == TimexMod::kNone) {
    if (link.word == "after") bound = TimexMod::kAfter;
    if (link.word == "before") bound = negated ? TimexMod::kOnOrAfter : TimexMod::kBefore;
    if (link.word == "by") bound = TimexMod::kOnOrBefore;
    if ((link.word == "until" || link.word == "till") && negated) bound = TimexMod::kOnOrAfter;
  }
  if (bound == TimexMod::kNone) return item;
  item.mod = bound;
  if (bound == TimexMod::kAfter) {
    item.earliest = t.latest ? std::optional(*t.latest + std::chrono::days(1)) : std::nullopt;
    item.latest.reset();
  } else if (bound == TimexMod::kOnOrAfter) {
    item.latest.reset();
  } else if (bound == TimexMod::kBefore) {
    item.latest = t.earliest ? std::optional(*t.earliest - std::chrono::days(1)) : std::nullopt;
    item.earliest.reset();
  } else if (bound == TimexMod::kOnOrBefore) {
    item.earliest.reset();
  }
  return item;
}

}  // namespace averment::events
