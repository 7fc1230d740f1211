// Finds stances: standing support or opposition between two actors ("Iran is a backer of the
// government"), apart from single events.
//
//   reads     Syntax, Timexes, actors, attributions
//   returns   Stances in text order, one for each pair of holder and whom they stand to in a
//             sentence.  Whoever denies, plans or might take a stance has none yet
//   knows     knowledge/stance (rules, each with the examples that justify it; classes.txt) and of
//             knowledge/event its classes and status.txt

#pragma once

#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/topic.h"

namespace averment {

// Immutable once loaded, so one finder may serve many threads.
class StanceFinder {
 public:
  // `knowledge` is the folder of all topics.  Fails, naming file and line.
  static Result<StanceFinder> Load(const KnowledgePath& knowledge);

  // `trace` is told what is tried, where it is not null.
  std::vector<Stance> Find(const events::TopicLayers& layers, events::Trace* trace = nullptr) const;

 private:
  explicit StanceFinder(events::TopicLanguage language) : language_(std::move(language)) {}

  events::TopicLanguage language_;
};

namespace events {

// What the rules of knowledge/stance may say.
const Dialect& StanceDialect();

}  // namespace events

}  // namespace averment
