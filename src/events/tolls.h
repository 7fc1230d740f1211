// Finds tolls: a harm that somebody counted ("at least 30 people were killed", "the death toll has
// passed 100,000"), with its bounds, its claimant and how the claimant knows.
//
//   reads     Syntax, quantities, Timexes, places, actors, attributions, events
//   returns   Tolls in text order.  Never summed, never merged; what is threatened, feared, planned
//             or denied in its own clause is none
//   knows     knowledge/toll (rules, each with the examples that justify it; classes.txt) and of
//             knowledge/event its classes and status.txt

#pragma once

#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/topic.h"

namespace averment {

// Immutable once loaded, so one finder may serve many threads.
class TollFinder {
 public:
  // `knowledge` is the folder of all topics.  Fails, naming file and line.
  static Result<TollFinder> Load(const KnowledgePath& knowledge);

  // `trace` is told what is tried, where it is not null.
  std::vector<Toll> Find(const events::TopicLayers& layers, events::Trace* trace = nullptr) const;

 private:
  explicit TollFinder(events::TopicLanguage language) : language_(std::move(language)) {}

  events::TopicLanguage language_;
};

namespace events {

// What the rules of knowledge/toll may say.
const Dialect& TollDialect();

}  // namespace events

}  // namespace averment
