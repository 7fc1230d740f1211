// Finds events: somebody does something to somebody, and whether it happened.
//
//   reads     Syntax, the Timexes, actors with their mentions, attributions, the publication date
//   returns   Events in text order of their triggers, one per trigger; an event has at least one
//             participant.  `of` and the indices into actors, times and attributions hold.
//   knows     knowledge/event: ontology.txt, classes.txt, status.txt, contexts.txt and the rules of
//   the four
//             classes (verbal_cooperation.txt ...), each with the examples that justify it

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/contexts.h"
#include "src/events/ontology.h"
#include "src/events/pattern.h"
#include "src/events/status.h"
#include "src/events/trace.h"
#include "src/events/words.h"

namespace averment {

// Immutable once loaded, so one finder may serve many threads.
class EventFinder {
 public:
  // Loads the folder knowledge/event.  Fails, naming file and line, on a malformed rule, an unknown
  // type, mode, code or class, or a rule without examples.
  static Result<EventFinder> Load(const KnowledgePath& dir);

  // Actor::mentions index `actor_mentions`.
  std::vector<Event> Find(const Syntax& syntax, const Mentions& found,
                          std::span<const ActorMention> actor_mentions,
                          std::span<const Actor> actors, std::span<const Attribution> attributions,
                          std::optional<Date> published) const;

  // The same, with what was tried on the way.
  std::vector<Event> Find(const Document& doc, events::Trace& trace) const;

 private:
  EventFinder() = default;

  events::Words words_;
  events::Ontology ontology_;
  events::RuleSet rules_;
  events::StatusLexicon status_;
  events::Contexts contexts_;
};

}  // namespace averment
