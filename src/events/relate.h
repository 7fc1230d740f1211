// How the one of two given phrases acts on the other: an answer for every pair.
//
//   reads     Syntax, the mentions of ActorFinder, word vectors
//   returns   a Relation; nothing only where the pair lies outside the words of the text
//   knows     the rules of EventFinder; knowledge/event/relations.weights, unless told otherwise

#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/events.h"
#include "src/events/pair.h"
#include "src/events/relation_features.h"
#include "src/events/relation_model.h"

namespace averment {

// Keeps references to the finder and the vectors; immutable, safe to share between threads.
class RelationFinder {
 public:
  // `model` is null for the rules alone.
  RelationFinder(const EventFinder& events, const WordVectors& vectors,
                 const events::RelationModel* model)
      : events_(events), vectors_(vectors), model_(model) {}

  std::optional<Relation> Find(const Syntax& syntax, std::span<const ActorMention> mentions,
                               const AskedPair& asked) const;

  // What the model learns from: named features, and means of vectors.
  struct Features {
    std::vector<std::string> names;  // Ascending, each once.
    events::VectorMeans means;
    std::optional<EventType> by_rules;
  };
  std::optional<Features> FeaturesOf(const Syntax& syntax, std::span<const ActorMention> mentions,
                                     const AskedPair& asked) const;

 private:
  const EventFinder& events_;
  const WordVectors& vectors_;
  const events::RelationModel* model_;
};

}  // namespace averment
