// What the event finder does beside the rules: whom the learned model asks about.

#include "src/events/events.h"
#include "src/events/trigger_scan.h"

namespace averment {

Status EventFinder::Learn(const KnowledgePath& dir, const std::string& weights,
                          const WordVectors& vectors) {
  Result<events::RelationModel> model =
      events::RelationModel::Load(weights.empty() ? (dir / "relations.weights").Last() : weights);
  if (!model.ok()) return model.status();
  model_ = std::make_shared<const events::RelationModel>(std::move(model).value());
  vectors_ = &vectors;
  return Status();
}

events::Proposer EventFinder::ProposerFor(const Syntax& syntax, const events::TokenWords& tokens,
                                          std::span<const ActorMention> mentions,
                                          const ActorIndex& index) const {
  const auto scan =
      std::make_shared<const events::TriggerScan>(words_, rules_, syntax, tokens, mentions, index);
  return {*model_,
          *vectors_,
          syntax,
          mentions,
          index,
          [scan](TokenRange range) { return scan->In(range); },
          [scan](uint32_t token) { return scan->IsWeak(token); }};
}

std::vector<events::TriggerHint> EventFinder::TriggersIn(
    const Syntax& syntax, std::span<const ActorMention> actor_mentions,
    std::span<const Actor> actors, TokenRange range) const {
  const ActorIndex index(syntax, actor_mentions, actors);
  const events::TokenWords tokens(words_, syntax);
  return events::TriggerScan(words_, rules_, syntax, tokens, actor_mentions, index).In(range);
}

}  // namespace averment
