// Few pairs are worth asking about: one of the two must stand where somebody acts (a subject, a
// by-phrase, an owner), and the other below the word of that act.  Pairs that an event of the rules
// already has are left alone.
//
// The model answers in PLOVER's codes, and these have the modality in them: "would send food" is
// AGREE there, "may attack" THREATEN, "will not accept" REJECT.  In a record the type is the kind
// of act and the status says the rest, so modality would count twice.  Where the status is not
// actual, the word itself must name the act (the rules know it), or a plan's act is the likeliest
// of those that PLOVER codes so when they are planned; else the model has read no more than "will".

#include "src/events/proposals.h"

#include <algorithm>

#include "src/events/grammar.h"
#include "src/events/plover.h"
#include "src/events/relation_hints.h"

namespace averment::events {
namespace {

constexpr size_t kFarUp = 3, kFarDown = 5;  // Words on the way between the two.
// A word that tells of nothing by itself may leave this part of the doubt that others may.
constexpr float kDoubtOfWeak = 0.5f;
constexpr size_t kMostWeighed = 10, kMostBecause = 3;
constexpr float kLeastShare = 0.02f;  // Of the act that is planned.

bool HasActor(const std::vector<Participant>& role, uint32_t actor) {
  return std::ranges::find(role, actor, &Participant::actor) != role.end();
}

bool Tells(const Event& event, uint32_t from, uint32_t to) {
  return HasActor(event.sources, from) && HasActor(event.targets, to);
}

bool IsTold(std::span<const Event> events, uint32_t from, uint32_t to) {
  return std::ranges::any_of(events, [&](const Event& e) { return Tells(e, from, to); });
}

// The events with their triggers in the range.  REQUIRES: text order.
std::span<const Event> EventsIn(std::span<const Event> events, TokenRange range) {
  const auto first = std::ranges::lower_bound(events, range.first, {}, &Event::trigger);
  const auto last = std::ranges::lower_bound(events, range.last, {}, &Event::trigger);
  return events.subspan(size_t(first - events.begin()), size_t(last - first));
}

// Where somebody stands who acts; what is joined to them acts too.
bool Acts(const Syntax& s, uint32_t head) {
  for (int step = 0; step < 3; ++step) {
    const TokenData& t = s.tokens[head];
    switch (t.dep) {
      case Dep::knsubj:
      case Dep::kposs: return true;
      case Dep::kpobj: {
        const TokenData& above = s.tokens[t.head];
        if (above.dep == Dep::kagent) return true;
        const std::string_view word = s[t.head].lower();
        return word == "by" || word == "between" || word == "from" || word == "of";
      }
      case Dep::kamod:
      case Dep::kcompound:
      case Dep::knmod: return true;
      case Dep::kconj:
      case Dep::kappos: head = t.head; break;
      default: return false;
    }
  }
  return false;
}

}  // namespace

bool Complete(const Participant& source, const Participant& target, EventType type, bool ours,
              Event& event) {
  if (event.type != type && event.plover != type) return false;
  bool added = false;
  const auto has = [](const std::vector<Participant>& role, const Participant& p) {
    return std::ranges::find(role, p.actor, &Participant::actor) != role.end();
  };
  const auto add = [&](const Participant& p, std::vector<Participant>& role) {
    if (has(event.sources, p) || has(event.targets, p)) return;
    role.push_back(p);
    added = true;
    if (std::ranges::find(event.evidence, p.span) == event.evidence.end()) {
      event.evidence.push_back(p.span);
    }
  };
  if (has(event.sources, source) && (ours || event.targets.empty())) add(target, event.targets);
  if (has(event.targets, target) && (ours || event.sources.empty())) add(source, event.sources);
  return added;
}

std::optional<EventType> ActOf(const Ontology& ontology, const Proposal& proposal,
                               EventStatus status) {
  if (status == EventStatus::kActual) return proposal.type;
  const auto planned_as_answered = [&](EventType act) {
    return PloverOf(ontology, act, EventStatus::kPlanned, false) == proposal.type;
  };
  if (proposal.known) {
    const bool fits = *proposal.known == proposal.type || planned_as_answered(*proposal.known);
    return fits ? proposal.known : std::nullopt;
  }
  if (status != EventStatus::kPlanned) return std::nullopt;
  std::optional<EventType> likeliest;
  float best = kLeastShare;
  for (size_t t = 0; t < kRelationTypes; ++t) {
    if (EventType(t) == proposal.type || !planned_as_answered(EventType(t))) continue;
    if (proposal.scores.probability[t] < best) continue;
    best = proposal.scores.probability[t];
    likeliest = EventType(t);
  }
  return likeliest;
}

Phrased Proposer::PhraseOfMention(uint32_t mention) const {
  return {mentions_[mention].tokens, mentions_[mention].head};
}

bool Proposer::IsPlausible(const TokenPair& pair) const {
  if (pair.source.has(pair.target.head) || pair.target.has(pair.source.head)) return false;
  if (!Acts(s_, pair.source.head)) return false;
  const PairPath path = PathOf(s_, pair);
  if (path.top == kNoToken || path.up.size() > kFarUp || path.down.size() > kFarDown) return false;
  return path.top != pair.target.head;  // "the president of X": who is below whom.
}

RelationHints Proposer::HintsOf(std::span<const Event> events, uint32_t source,
                                uint32_t target) const {
  RelationHints hints;
  hints.events = EventHints(events, *index_.ActorOfMention(source), *index_.ActorOfMention(target));
  hints.source = &mentions_[source];
  hints.target = &mentions_[target];
  return hints;
}

// A verb, or a noun that names neither somebody nor a place.
bool Proposer::CanTrigger(uint32_t token) const {
  const TokenData& t = s_.tokens[token];
  if (t.pos == Pos::kVERB) return true;
  return t.pos == Pos::kNOUN && t.entity == EntityType::kNone && !index_.MentionOf(token);
}

// The word that weighed most among those that can tell of an event, or kNoToken.
uint32_t Proposer::TriggerOf(const TokenPair& pair, const RelationHints& hints,
                             Proposal& proposal) const {
  const std::vector<uint32_t> words = TellingWords(
      model_.Explain(s_, pair, hints, nullptr, size_t(proposal.type), kMostWeighed), pair);
  const auto best = std::ranges::find_if(words, [&](uint32_t word) { return CanTrigger(word); });
  const uint32_t top = PathOf(s_, pair).top;
  const uint32_t trigger = best != words.end() ? *best : CanTrigger(top) ? top : kNoToken;
  for (uint32_t word : words) {
    if (word != trigger && proposal.because.size() < kMostBecause) proposal.because.push_back(word);
  }
  std::ranges::sort(proposal.because);
  return trigger;
}

void Proposer::ProposeIn(TokenRange sentence, std::span<const Event> events, Trace* trace,
                         TokenVectors& vectors, std::vector<Proposal>& out) const {
  std::vector<uint32_t> actors;
  for (uint32_t i = sentence.first; i < sentence.last && actors.size() < kMostActors; ++i) {
    const auto mention = index_.MentionOf(i);
    if (mention && index_.ActorOfMention(*mention)) actors.push_back(*mention);
  }
  if (actors.size() < 2) return;
  std::vector<TriggerHint> triggers;
  bool asked = false;
  size_t pairs = 0;
  const size_t first = out.size();
  for (const uint32_t source : actors) {
    for (const uint32_t target : actors) {
      const uint32_t from = *index_.ActorOfMention(source), to = *index_.ActorOfMention(target);
      if (from == to) continue;
      const auto pair = MakePair(s_, PhraseOfMention(source), PhraseOfMention(target));
      if (!pair || !IsPlausible(*pair)) continue;
      const bool told = IsTold(events, from, to) || IsTold(events, to, from);
      if (told || ++pairs > kMostPairs) continue;
      if (!asked) triggers = triggers_(sentence);
      asked = true;
      RelationHints hints = HintsOf(events, source, target);
      hints.triggers = triggers;
      VectorMeans means;
      const VectorMeans* read = vectors.empty() ? nullptr : &means;
      if (read != nullptr) ReadVectorMeans(s_, *pair, vectors, means);
      const RelationScores scores = model_.Score(s_, *pair, hints, read);
      const RelationChoice choice = Choose(scores);
      const float probability = model_.Sureness(choice, scores);
      if (trace != nullptr) {
        trace->asked.push_back(
            {source, target, PathOf(s_, *pair).top, choice.type, probability,
             Asked::Outcome::kBelow,
             model_.Explain(s_, *pair, hints, read, size_t(choice.type), kMostWeighed)});
      }
      if (probability < model_.threshold()) continue;
      Proposal proposal{source, target, choice.type, probability, scores, 0, {}, {}, 0};
      if (trace != nullptr) proposal.asked = trace->asked.size() - 1;
      proposal.trigger = TriggerOf(*pair, hints, proposal);
      const float doubt = (1 - model_.threshold()) * kDoubtOfWeak;
      const bool nameless = proposal.trigger == kNoToken;
      if (nameless || (is_weak_(proposal.trigger) && 1 - probability > doubt)) {
        if (trace != nullptr) trace->asked.back().outcome = Asked::Outcome::kWeak;
        continue;
      }
      const auto known = std::ranges::find(triggers, proposal.trigger, &TriggerHint::token);
      if (known != triggers.end()) proposal.known = known->type;
      out.push_back(std::move(proposal));
    }
  }
  std::stable_sort(out.begin() + long(first), out.end(), [](const Proposal& a, const Proposal& b) {
    return a.probability > b.probability;
  });
}

std::vector<Proposal> Proposer::Propose(std::span<const Event> events, Trace* trace) const {
  std::vector<Proposal> proposals;
  if (trace != nullptr) trace->threshold = model_.threshold();
  TokenVectors vectors(s_, vectors_);
  for (const SentenceData& sentence : s_.sentences) {
    if (sentence.kind == SentenceKind::kBoilerplate) continue;
    ProposeIn(sentence.tokens, EventsIn(events, sentence.tokens), trace, vectors, proposals);
  }
  return proposals;
}

}  // namespace averment::events
