// Finds events: somebody does something to somebody, and whether it happened.
//
//   reads     Syntax, the Timexes, actors with their mentions, attributions, the publication date
//   returns   Events in text order of their triggers, one per trigger; an event has at least one
//             participant.  `of` and the indices into actors, times and attributions hold.
//   knows     knowledge/event: ontology.txt, classes.txt, status.txt, contexts.txt and the rules of
//   the four
//             classes (verbal_cooperation.txt ...), each with the examples that justify it

#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/contexts.h"
#include "src/events/ontology.h"
#include "src/events/pair.h"
#include "src/events/pattern.h"
#include "src/events/proposals.h"
#include "src/events/relation_model.h"
#include "src/events/status.h"
#include "src/events/trace.h"
#include "src/events/words.h"

namespace averment {

// The rule of events that the model proposes.
inline constexpr const char* kModelRule = "event/model";

// Immutable once loaded, so one finder may serve many threads.
class EventFinder {
 public:
  // Loads the folder knowledge/event.  Fails, naming file and line, on a malformed rule, an unknown
  // type, mode, code or class, or a rule without examples.
  static Result<EventFinder> Load(const KnowledgePath& dir);

  // Proposes from now on events where no rule tells of one, by the weights of this file or, where
  // it is empty, of the folder.  The vectors outlive the finder.  Fails, naming the file.
  Status Learn(const KnowledgePath& dir, const std::string& weights, const WordVectors& vectors);
  const events::RelationModel* model() const { return model_.get(); }

  // Actor::mentions index `actor_mentions`.
  std::vector<Event> Find(const Syntax& syntax, const Mentions& found,
                          std::span<const ActorMention> actor_mentions,
                          std::span<const Actor> actors, std::span<const Attribution> attributions,
                          std::optional<Date> published) const;

  // The same by the rules alone, whatever was learned: what the model learned from.
  std::vector<Event> FindByRules(const Syntax& syntax, std::span<const ActorMention> actor_mentions,
                                 std::span<const Actor> actors) const;

  // As Find, with what was tried on the way.
  std::vector<Event> Find(const Document& doc, events::Trace& trace) const;

  // The words of the range that fit the phrase and the conditions of a rule, whoever fills its
  // roles; one type a word, that of the longest phrase.
  std::vector<events::TriggerHint> TriggersIn(const Syntax& syntax,
                                              std::span<const ActorMention> actor_mentions,
                                              std::span<const Actor> actors,
                                              TokenRange range) const;

 private:
  EventFinder() = default;
  // REQUIRES: a model.
  events::Proposer ProposerFor(const Syntax& syntax, const events::TokenWords& tokens,
                               std::span<const ActorMention> mentions,
                               const ActorIndex& index) const;

  events::Words words_;
  events::Ontology ontology_;
  events::RuleSet rules_;
  events::StatusLexicon status_;
  events::Contexts contexts_;
  std::shared_ptr<const events::RelationModel> model_;  // Null: by the rules alone.
  const WordVectors* vectors_ = nullptr;
};

}  // namespace averment
