// Finds plans: something intended for later, who intends it, for when, and how it moves ("the
// conference, originally planned for June, could not happen this month").
//
//   reads     Syntax, Timexes, places, actors, attributions, events
//   returns   Plans in the order of their first mentions; what the article says of one planned
//             thing in several places is one Plan with several dates
//   knows     knowledge/plan (rules, each with the examples that justify it; classes.txt) and of
//             knowledge/event its classes and status.txt

#pragma once

#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/topic.h"

namespace averment {
namespace events {

// The language of knowledge/plan.
const Dialect& PlanDialect();

}  // namespace events

// Immutable once loaded, so one finder may serve many threads.
class PlanFinder {
 public:
  // `knowledge` is the folder of all topics.  Fails, naming file and line.
  static Result<PlanFinder> Load(const KnowledgePath& knowledge);

  // `trace` is told what is tried, where it is not null.
  std::vector<Plan> Find(const events::TopicLayers& layers, events::Trace* trace = nullptr) const;

 private:
  explicit PlanFinder(events::TopicLanguage language) : language_(std::move(language)) {}

  events::TopicLanguage language_;
};

}  // namespace averment
