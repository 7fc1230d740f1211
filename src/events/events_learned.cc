// What the event finder does beside the rules: whom the learned model asks about, and why.

#include <algorithm>

#include "src/events/events.h"
#include "src/events/trigger_scan.h"

namespace averment {

events::Proposer EventFinder::ProposerFor(const Syntax& syntax,
                                          std::span<const ActorMention> mentions,
                                          const ActorIndex& index) const {
  const auto scan =
      std::make_shared<const events::TriggerScan>(words_, rules_, syntax, mentions, index);
  return {*model_,
          *vectors_,
          syntax,
          mentions,
          index,
          [scan](TokenRange range) { return scan->In(range); },
          [scan](uint32_t token) { return scan->IsWeak(token); }};
}

std::vector<events::Weighed> EventFinder::Explain(const Document& doc, const Event& event,
                                                  size_t most) const {
  if (model_ == nullptr || event.rule != kModelRule) return {};
  const ActorIndex index(doc.syntax, doc.actor_mentions, doc.actors);
  const auto mention_of = [&](const std::vector<Participant>& role) -> std::optional<uint32_t> {
    if (role.empty()) return std::nullopt;
    const auto at = std::ranges::find(doc.actor_mentions, role.front().span, &ActorMention::span);
    if (at == doc.actor_mentions.end()) return std::nullopt;
    return uint32_t(at - doc.actor_mentions.begin());
  };
  const auto source = mention_of(event.sources), target = mention_of(event.targets);
  if (!source || !target) return {};
  std::vector<Event> by_rules;
  for (const Event& e : doc.events) {
    if (e.rule != kModelRule) by_rules.push_back(e);
  }
  return ProposerFor(doc.syntax, doc.actor_mentions, index)
      .Explain(by_rules, *source, *target, event.type, most);
}

std::vector<events::TriggerHint> EventFinder::TriggersIn(
    const Syntax& syntax, std::span<const ActorMention> actor_mentions,
    std::span<const Actor> actors, TokenRange range) const {
  const ActorIndex index(syntax, actor_mentions, actors);
  return events::TriggerScan(words_, rules_, syntax, actor_mentions, index).In(range);
}

}  // namespace averment
