// HOW IT WORKS
//
// The two phrases are made actors, whatever the finder of actors thinks of them, and the rules for
// events read the text.  An event that has both in its roles is the answer of the rules.  Where
// there is none, the next best is taken: one that has only one of them, one the other way round,
// and then the trigger of a rule that lies nearest on the way between the two in the tree.
//
// The model weighs all of this together with the words (relation_features.h); its answer counts
// where there is a model.

#include "src/events/relate.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "src/discourse/coreference.h"
#include "src/events/relation_hints.h"

namespace averment {
namespace {

using events::EventHint;
using events::PairPath;
using events::Phrased;
using events::TokenPair;

constexpr size_t kMostFeatures = 10, kMostBecause = 3;
constexpr EventType kLikeliest = EventType::kConsult;  // Where no word tells.

// The text with the pair as actors.
struct Staged {
  TokenPair pair;
  std::vector<ActorMention> mentions;
  std::vector<Actor> actors;
  uint32_t source = events::kNoToken, target = events::kNoToken;  // Mentions.
  std::vector<Event> events;
  events::RelationHints hints;
};

ActorMention Given(const Syntax& s, const Phrased& phrase) {
  ActorMention made;
  made.span = s.SpanOf(phrase.tokens);
  made.tokens = phrase.tokens;
  made.head = phrase.head;
  made.name = std::string(made.span.text());
  made.rule = "event/asked";
  return made;
}

// The mentions with those of the pair in place of what stood there.
std::vector<ActorMention> WithPair(const Syntax& s, std::span<const ActorMention> mentions,
                                   const TokenPair& pair) {
  std::vector<ActorMention> made;
  for (const Phrased& phrase : {pair.source, pair.target}) {
    if (!phrase) continue;
    ActorMention given = Given(s, phrase);
    for (const ActorMention& m : mentions) {
      if (m.head != phrase.head) continue;
      const ActorMention known = m;
      given = known;
      given.span = s.SpanOf(phrase.tokens);
      given.tokens = phrase.tokens;
    }
    made.push_back(std::move(given));
  }
  for (const ActorMention& m : mentions) {
    if (!pair.source.has(m.head) && !pair.target.has(m.head)) made.push_back(m);
  }
  std::ranges::stable_sort(made, {}, &ActorMention::head);
  return made;
}

uint32_t MentionAt(std::span<const ActorMention> mentions, const Phrased& phrase) {
  if (!phrase) return events::kNoToken;
  const auto at = std::ranges::find(mentions, phrase.head, &ActorMention::head);
  return at == mentions.end() ? events::kNoToken : uint32_t(at - mentions.begin());
}

// Pronouns and names of one actor go together, but the two of the pair stay two.
void PartPair(Staged& staged) {
  if (staged.source == events::kNoToken || staged.target == events::kNoToken) return;
  for (Actor& actor : staged.actors) {
    const auto has = [&](uint32_t m) { return std::ranges::count(actor.mentions, m) != 0; };
    if (!has(staged.source) || !has(staged.target)) continue;
    std::erase(actor.mentions, staged.target);
    Actor other = actor;
    other.mentions = {staged.target};
    staged.actors.push_back(std::move(other));
    return;
  }
}

uint32_t ActorOf(std::span<const Actor> actors, uint32_t mention) {
  for (uint32_t a = 0; a < actors.size(); ++a) {
    if (std::ranges::find(actors[a].mentions, mention) != actors[a].mentions.end()) return a;
  }
  return events::kNoToken;
}

std::optional<Staged> Stage(const EventFinder& finder, const Syntax& s,
                            std::span<const ActorMention> mentions, const AskedPair& asked) {
  const auto phrase = [&](const std::optional<TextRange>& bytes) {
    return bytes ? events::PhraseOf(s, *bytes) : Phrased{};
  };
  const auto pair = events::MakePair(s, phrase(asked.source), phrase(asked.target));
  if (!pair) return std::nullopt;
  Staged staged;
  staged.pair = *pair;
  Linked linked = Coreference().Link(s, WithPair(s, mentions, *pair));
  staged.mentions = std::move(linked.mentions);
  staged.actors = std::move(linked.actors);
  staged.source = MentionAt(staged.mentions, pair->source);
  staged.target = MentionAt(staged.mentions, pair->target);
  PartPair(staged);
  staged.events = finder.FindByRules(s, staged.mentions, staged.actors);
  std::erase_if(staged.events, [&](const Event& e) {
    return e.trigger < pair->scope.first || e.trigger >= pair->scope.last;
  });
  staged.hints.events = events::EventHints(staged.events, ActorOf(staged.actors, staged.source),
                                           ActorOf(staged.actors, staged.target));
  staged.hints.triggers = finder.TriggersIn(s, staged.mentions, staged.actors, pair->scope);
  const auto mention = [&](uint32_t m) {
    return m == events::kNoToken ? nullptr : &staged.mentions[m];
  };
  staged.hints.source = mention(staged.source);
  staged.hints.target = mention(staged.target);
  return staged;
}

// How far a token is from the way between the two.
uint32_t Distance(const Syntax& s, const TokenPair& pair, const PairPath& path, uint32_t token) {
  const auto on = [&](uint32_t t) {
    return t == path.top || std::ranges::find(path.up, t) != path.up.end() ||
           std::ranges::find(path.down, t) != path.down.end();
  };
  uint32_t at = token;
  for (uint32_t steps = 0; steps < 6; ++steps) {
    if (on(at)) return steps + (steps == 0 && at != path.top ? 1 : 0);
    if (s.tokens[at].head == at) break;
    at = s.tokens[at].head;
  }
  const uint32_t from = pair.source ? pair.source.head : pair.target.head;
  return 10 + (token > from ? token - from : from - token);
}

// The better the fit, the smaller the number.
int MisfitOf(const EventHint& e, bool needs_both) {
  if (e.from_source && (e.to_target || !needs_both)) return e.plover ? 0 : 1;
  if (!needs_both && e.to_target) return e.plover ? 0 : 1;
  if (e.from_source) return e.plover ? 2 : 4;
  if (e.to_target) return e.plover ? 3 : 5;
  if (e.from_target && e.to_source) return 6;
  return e.from_target || e.to_source ? 8 : 9;
}

// What the rules say, or what comes nearest to it.
Relation ByRules(const Syntax& s, const Staged& staged) {
  const PairPath path = events::PathOf(s, staged.pair);
  const bool both = staged.pair.source && staged.pair.target;
  Relation best;
  best.type = kLikeliest;
  best.rule = "event/relation-none";
  std::pair<int, uint32_t> rank{100, 0};
  const auto take = [&](int misfit, uint32_t token, EventType type, std::optional<EventType> plover,
                        RuleId rule) {
    const std::pair<int, uint32_t> now{misfit, Distance(s, staged.pair, path, token)};
    if (now >= rank) return;
    rank = now;
    best = {type, plover.value_or(type), 0, {s[token].span()}, std::move(rule)};
  };
  for (size_t k = 0; k < staged.hints.events.size(); ++k) {
    const EventHint& e = staged.hints.events[k];
    take(MisfitOf(e, both), e.trigger, e.type, e.plover, e.rule);
  }
  for (const events::TriggerHint& t : staged.hints.triggers) {
    const uint32_t distance = Distance(s, staged.pair, path, t.token);
    take(distance == 0   ? 5
         : distance < 10 ? 7
                         : 10,
         t.token, t.type, t.type, "event/relation-near");
  }
  // Rough: the nearer to a rule, the likelier.
  best.score = rank.first <= 1 ? 0.85f : rank.first <= 5 ? 0.6f : rank.first < 100 ? 0.4f : 0.1f;
  if (best.because.empty() && path.top != events::kNoToken) {
    best.because.push_back(s[path.top].span());
  }
  return best;
}

}  // namespace

std::optional<Relation> RelationFinder::Find(const Syntax& s,
                                             std::span<const ActorMention> mentions,
                                             const AskedPair& asked) const {
  const std::optional<Staged> staged = Stage(events_, s, mentions, asked);
  if (!staged) return std::nullopt;
  Relation relation = ByRules(s, *staged);
  if (model_ == nullptr) return relation;
  events::VectorMeans means;
  events::TokenVectors vectors(s, vectors_);
  if (!vectors.empty()) events::ReadVectorMeans(s, staged->pair, vectors, means);
  const events::RelationScores scores =
      model_->Score(s, staged->pair, staged->hints, vectors_.empty() ? nullptr : &means);
  const events::RelationChoice choice = events::Choose(scores);
  relation.score = model_->Sureness(choice);
  const bool confirmed = relation.plover == choice.type && relation.rule != "event/relation-near" &&
                         relation.rule != "event/relation-none";
  if (confirmed) return relation;
  relation.type = choice.type;
  relation.plover = choice.type;
  relation.rule = "event/model";
  const std::vector<Span> by_rules = std::exchange(relation.because, {});
  const std::vector<uint32_t> words = events::TellingWords(
      model_->Explain(s, staged->pair, staged->hints, nullptr, size_t(choice.type), kMostFeatures),
      staged->pair);
  for (uint32_t word : words | std::views::take(kMostBecause)) {
    relation.because.push_back(s[word].span());
  }
  if (relation.because.empty()) relation.because = by_rules;
  return relation;
}

std::optional<RelationFinder::Features> RelationFinder::FeaturesOf(
    const Syntax& s, std::span<const ActorMention> mentions, const AskedPair& asked) const {
  const std::optional<Staged> staged = Stage(events_, s, mentions, asked);
  if (!staged) return std::nullopt;
  Features features;
  events::ReadRelationFeatures(
      s, staged->pair, staged->hints,
      [&](std::string_view name, uint32_t) { features.names.emplace_back(name); });
  std::ranges::sort(features.names);
  const auto twice = std::ranges::unique(features.names);
  features.names.erase(twice.begin(), twice.end());
  events::TokenVectors vectors(s, vectors_);
  events::ReadVectorMeans(s, staged->pair, vectors, features.means);
  return features;
}

}  // namespace averment
