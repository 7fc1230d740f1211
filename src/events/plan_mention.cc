// Two mentions speak of one plan if their nouns are the same and no modifier tells them apart: "the
// peace conference" and "the conference", not "the donors' conference".  Acts are the same only if
// somebody takes part in both.
//
// A date that is told to have been the first stays, whatever became of it.  A date that was planned
// and is then ruled out was the first, too.  Where something was put off to a date, that date holds
// and those told before it do not.

#include "src/events/plan_mention.h"

#include <algorithm>

#include "src/events/grammar.h"

namespace averment::events {
namespace {

constexpr uint32_t kMostWords = 12;

// "meet" and "meeting", "deploy" and "deployment".
bool SameStem(std::string_view a, std::string_view b) {
  if (a == b) return true;
  size_t same = 0;
  while (same < std::min(a.size(), b.size()) && a[same] == b[same]) ++same;
  return same >= 4 && same + 2 >= std::min(a.size(), b.size());
}

bool SameDate(const ScheduleItem& a, const ScheduleItem& b) {
  return a.value == b.value && a.mod == b.mod;
}

}  // namespace

Span WordsOf(const TopicText& text, const PlannedThing& thing) {
  const Syntax& s = text.syntax();
  uint32_t first = thing.head, last = thing.head + 1;
  if (!thing.act) {
    while (first > 0 && thing.head - first < 6 && s.tokens[first - 1].head >= first &&
           s.tokens[first - 1].head <= thing.head) {
      const Dep dep = s.tokens[first - 1].dep;
      if (dep != Dep::kcompound && dep != Dep::kamod && dep != Dep::knmod && dep != Dep::kpunct) {
        break;
      }
      --first;
    }
    while (first < thing.head && s.tokens[first].pos == Pos::kPUNCT) ++first;
    return s.SpanOf({first, last});
  }
  const auto& times = text.layers().found.times;
  const uint32_t end = std::min(s.tokens[thing.head].right_edge + 1, thing.head + kMostWords);
  const auto time = std::ranges::lower_bound(times, thing.head, {},
                                             [](const Timex& t) { return t.tokens.first; });
  const uint32_t stop = time == times.end() ? end : std::min(end, time->tokens.first);
  while (last < stop && s.tokens[last].pos != Pos::kPUNCT && s.tokens[last].dep != Dep::kmark &&
         s.tokens[last].dep != Dep::kcc) {
    ++last;
  }
  // "meet the American": no word without the one that it belongs to.
  while (last > thing.head + 1 &&
         (s.tokens[last - 1].head >= last || s.tokens[last - 1].pos == Pos::kADP)) {
    --last;
  }
  return s.SpanOf({first, last});
}

// Nouns before the noun, and peoples ("Syrian").
std::vector<uint32_t> PlanBook::ModifiersOf(const PlannedThing& thing) const {
  const Syntax& s = text_.syntax();
  std::vector<uint32_t> modifiers;
  for (uint32_t c : s[thing.head].child_indices()) {
    if (s.tokens[c].dep == Dep::kcompound || s.tokens[c].dep == Dep::knmod) modifiers.push_back(c);
  }
  return modifiers;
}

// "a second round ... the second round".
bool PlanBook::SaysAnother(const Entry& entry, std::string_view word) const {
  const Syntax& s = text_.syntax();
  for (uint32_t c : s[entry.thing.head].child_indices()) {
    if (s[c].lemma() == word) return true;
  }
  return false;
}

bool PlanBook::SameThing(const Entry& entry, const PlanMention& mention) const {
  const Syntax& s = text_.syntax();
  if (!SameStem(s[entry.thing.head].lemma(), s[mention.thing.head].lemma())) return false;
  for (uint32_t c : s[mention.thing.head].child_indices()) {
    if (text_.InClass(c, "ANOTHER") && !SaysAnother(entry, s[c].lemma())) return false;
  }
  const auto shares = [&] {
    return std::ranges::any_of(mention.parties, [&](const Participant& p) {
      return std::ranges::find(entry.plan.parties, p.actor, &Participant::actor) !=
             entry.plan.parties.end();
    });
  };
  if (entry.thing.act || mention.thing.act) return shares();
  const std::vector<uint32_t> own = ModifiersOf(mention.thing);
  if (own.empty() || entry.modifiers.empty()) return true;
  for (uint32_t a : own) {
    for (uint32_t b : entry.modifiers) {
      if (s[a].lemma() == s[b].lemma()) return true;
    }
  }
  // "the Syria conference", "the peace conference": names and kinds do not exclude each other.
  const auto named = [&](const std::vector<uint32_t>& list) {
    return std::ranges::any_of(list, [&](uint32_t t) { return s.tokens[t].pos == Pos::kPROPN; });
  };
  return named(own) != named(entry.modifiers);
}

std::optional<size_t> PlanBook::EntryOf(const PlanMention& mention) const {
  const uint32_t sentence = text_.syntax().tokens[mention.trigger].sentence;
  for (size_t k = entries_.size(); k-- > 0;) {
    if (mention.thing.pronoun) {
      const bool near = entries_[k].sentence + 1 >= sentence && !entries_[k].thing.act;
      const bool several = text_.syntax()[mention.thing.head].lower() != "it";
      const Tag tag = text_.syntax().tokens[entries_[k].thing.head].tag;
      const bool plural = tag == Tag::kNNS || tag == Tag::kNNPS;  // "The talks ... they".
      return near && (!several || plural) ? std::optional(k) : std::nullopt;
    }
    if (SameThing(entries_[k], mention)) return k;
  }
  return std::nullopt;
}

void PlanBook::Merge(Plan& plan, const PlanMention& mention) {
  for (const Participant& p : mention.parties) {
    if (std::ranges::find(plan.parties, p.actor, &Participant::actor) == plan.parties.end()) {
      plan.parties.push_back(p);
    }
  }
  for (const Span& s : mention.evidence) {
    if (std::ranges::find(plan.evidence, s) == plan.evidence.end()) plan.evidence.push_back(s);
  }
  for (const ScheduleItem& date : mention.dates) {
    const auto same = std::ranges::find_if(plan.schedule, [&](const ScheduleItem& known) {
      return SameDate(known, date) && known.standing == date.standing;
    });
    if (same == plan.schedule.end()) {
      plan.schedule.push_back(date);
    } else {
      same->evidence.insert(same->evidence.end(), date.evidence.begin(), date.evidence.end());
    }
  }
  if (!plan.place) plan.place = mention.place;
  if (!plan.type) plan.type = mention.type;
}

void PlanBook::Add(PlanMention mention) {
  std::optional<size_t> at = EntryOf(mention);
  if (!at) {
    // "The protests went ahead": of no plan that the article tells.
    const bool bygone = mention.says == PlanSays::kHolds && mention.dates.empty();
    if (mention.thing.pronoun || bygone) return;
    Entry entry;
    entry.thing = mention.thing;
    entry.plan.what = WordsOf(text_, mention.thing).text();
    entry.plan.attribution = mention.attribution;
    entry.plan.rule = mention.rule;
    at = entries_.size();
    entries_.push_back(std::move(entry));
  }
  Entry& entry = entries_[*at];
  const bool moves = mention.says != PlanSays::kIntends && mention.says != PlanSays::kSets &&
                     mention.says != PlanSays::kMoves;
  if (moves) entry.move = mention.says;
  if (mention.says == PlanSays::kPostpones || mention.says == PlanSays::kAdvances) {
    const bool to = std::ranges::any_of(
        mention.dates, [](const ScheduleItem& d) { return d.standing == DateStanding::kCurrent; });
    for (ScheduleItem& known : entry.plan.schedule) {
      if (to && known.standing == DateStanding::kCurrent) known.standing = DateStanding::kOriginal;
    }
  }
  entry.sentence = text_.syntax().tokens[mention.trigger].sentence;
  if (!mention.thing.pronoun && !mention.thing.act) {
    for (uint32_t m : ModifiersOf(mention.thing)) entry.modifiers.push_back(m);
    const std::string_view words = WordsOf(text_, mention.thing).text();
    if (!entry.thing.act && words.size() > entry.plan.what.size() && words.size() < 40) {
      entry.plan.what = words;
    }
  }
  Merge(entry.plan, mention);
}

void PlanBook::Settle(Entry& entry) {
  std::vector<ScheduleItem>& dates = entry.plan.schedule;
  const auto has = [&](const ScheduleItem& date, DateStanding standing) {
    return std::ranges::any_of(dates, [&](const ScheduleItem& d) {
      return d.standing == standing && d.value == date.value;
    });
  };
  for (ScheduleItem& d : dates) {
    if (d.standing == DateStanding::kCurrent && has(d, DateStanding::kRuledOut)) {
      d.standing = DateStanding::kOriginal;
    }
  }
  // Of what is called off no date holds any more.
  if (entry.move == PlanSays::kCancels) {
    for (ScheduleItem& d : dates) {
      if (d.standing == DateStanding::kCurrent) d.standing = DateStanding::kOriginal;
    }
  }
  // "held on Monday as planned": the first date still holds.
  const bool held = entry.move == PlanSays::kHolds;
  const auto stays = held ? DateStanding::kCurrent : DateStanding::kOriginal;
  const auto goes = held ? DateStanding::kOriginal : DateStanding::kCurrent;
  std::erase_if(dates, [&](const ScheduleItem& d) { return d.standing == goes && has(d, stays); });
  bool first = true;
  for (ScheduleItem& d : dates) {
    if (d.standing != DateStanding::kOriginal) continue;
    if (!first) d.standing = DateStanding::kSuperseded;
    first = false;
  }
  const bool moved = std::ranges::any_of(
      dates, [](const ScheduleItem& d) { return d.standing != DateStanding::kCurrent; });
  PlanStatus& status = entry.plan.status;
  status = moved ? PlanStatus::kPostponed : PlanStatus::kPlanned;
  if (!entry.move) return;
  switch (*entry.move) {
    case PlanSays::kPostpones: status = PlanStatus::kPostponed; break;
    case PlanSays::kAdvances: status = PlanStatus::kBroughtForward; break;
    case PlanSays::kCancels: status = PlanStatus::kCancelled; break;
    case PlanSays::kConfirms: status = PlanStatus::kConfirmed; break;
    case PlanSays::kHolds: status = PlanStatus::kHeld; break;
    default: break;
  }
}

std::vector<Plan> PlanBook::Take() {
  std::vector<Plan> plans;
  for (Entry& entry : entries_) {
    Settle(entry);
    plans.push_back(std::move(entry.plan));
  }
  return plans;
}

}  // namespace averment::events
