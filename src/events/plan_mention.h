// One place where an article speaks of a plan, and how such mentions become plans.
//
//   reads     Syntax and the topic's tables (topic.h)
//   made      by plans.cc, in text order

#pragma once

#include <optional>
#include <vector>

#include "averment/document.h"
#include "src/events/topic.h"

namespace averment::events {

// What a rule of knowledge/plan says of the thing that is planned; in the order of `says`.
enum class PlanSays : uint8_t {
  kIntends,
  kSets,
  kMoves,
  kPostpones,
  kAdvances,
  kCancels,
  kConfirms,
  kHolds,
};

// What is planned, as a mention names it.
struct PlannedThing {
  uint32_t head = 0;     // A noun, or the verb of an act.
  bool act = false;      // "meet the envoy"
  bool pronoun = false;  // "it": what the text spoke of last
};

struct PlanMention {
  PlannedThing thing;
  PlanSays says = PlanSays::kIntends;
  std::vector<ScheduleItem> dates;
  std::vector<Participant> parties;
  std::vector<Span> evidence;  // Trigger first.
  uint32_t trigger = 0;
  std::optional<uint32_t> attribution, place;
  std::optional<EventType> type;
  RuleId rule;
};

// The words: "peace conference", "meet the envoy in Oslo".
Span WordsOf(const TopicText& text, const PlannedThing& thing);

// Puts mentions of one thing together and decides which of its dates hold.
class PlanBook {
 public:
  explicit PlanBook(const TopicText& text) : text_(text) {}

  void Add(PlanMention mention);
  std::vector<Plan> Take();

 private:
  struct Entry {
    Plan plan;
    PlannedThing thing;
    std::vector<uint32_t> modifiers;  // Tokens: "peace" of "peace conference".
    std::optional<PlanSays> move;     // The last that was told.
    uint32_t sentence = 0;            // Of the last mention.
  };

  std::optional<size_t> EntryOf(const PlanMention& mention) const;
  bool SameThing(const Entry& entry, const PlanMention& mention) const;
  bool SaysAnother(const Entry& entry, std::string_view word) const;
  std::vector<uint32_t> ModifiersOf(const PlannedThing& thing) const;
  static void Merge(Plan& plan, const PlanMention& mention);
  static void Settle(Entry& entry);

  const TopicText& text_;
  std::vector<Entry> entries_;
};

}  // namespace averment::events
