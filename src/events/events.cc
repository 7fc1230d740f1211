// HOW IT WORKS
//
// Triggers first: each token costs two lookups, of its lemma and of its form, and few tokens have
// rules.  The sentence is read from right to left, because what a word takes as its content follows
// it: when "urged" asks what was urged, "release" has been coded.  The best rule of a trigger
// (candidates.h) claims the further words of its phrase, which trigger nothing else.
//
// Then the status (status.h), the date (dates.h), PLOVER's code (plover.h), and last the links from
// demands, promises and denials to their contents, and from further mentions to the first
// (links.h).

#include "src/events/events.h"

#include <algorithm>

#include "src/events/candidates.h"
#include "src/events/dates.h"
#include "src/events/grammar.h"
#include "src/events/innermost.h"
#include "src/events/links.h"
#include "src/events/places.h"
#include "src/events/plover.h"
#include "src/events/roles.h"
#include "src/events/sport.h"
#include "src/syntax/clause.h"

namespace averment {
namespace events {
namespace {

constexpr uint8_t kClaimedWholly = UINT8_MAX;

// Finds the events of one document.
class EventReader {
 public:
  EventReader(const RuleSet& rules, const Ontology& ontology, const StatusLexicon& status,
              const Contexts& contexts, const Words& words, const TokenWords& tokens,
              const ActorIndex& index, const Syntax& syntax, const Mentions& found,
              std::span<const ActorMention> mentions, std::span<const Actor> actors,
              std::span<const Attribution> attributions, std::optional<Date> published)
      : ontology_(ontology),
        status_(status),
        contexts_(contexts),
        s_(syntax),
        published_(published),
        words_(tokens),
        sport_(words, words_, syntax.size()),
        index_(index),
        roles_(syntax, words_, index_, mentions, words.ClassId("LIGHT"), words.ClassId("VESSEL")),
        dates_(syntax, found.times, published),
        places_(syntax, found.places),
        innermost_(InnermostAttributions(syntax, attributions)),
        so_far_(syntax),
        candidates_(rules, syntax, words_, index_, mentions, actors, roles_, so_far_,
                    words.ClassId("VESSEL"), sport_),
        claimed_(syntax.size(), 0),
        cancel_(words.ClassId("CANCEL")),
        charge_(words.ClassId("CHARGE")),
        mentions_(mentions),
        actors_(actors),
        attributions_(attributions) {}

  // `trace` is null unless somebody asks, `proposer` without a model.
  std::vector<Event> Read(Trace* trace, const Proposer* proposer) {
    trace_ = trace;
    candidates_.Record(trace);
    for (uint32_t i = uint32_t(s_.size()); i-- > 0;) {
      if (s_[i].sentence().kind == SentenceKind::kBoilerplate) continue;
      if (std::optional<Candidate> best = candidates_.BestAt(i)) Code(std::move(*best));
    }
    std::vector<Event> events = so_far_.Take();
    std::erase_if(events, [&](const Event& e) { return IsClaimed(e); });
    if (trace_ != nullptr) TraceClaimed();
    std::ranges::reverse(events);
    if (proposer != nullptr && !sport_.everywhere) AddProposals(*proposer, events);
    LinkContents(s_, events);
    const LinkLayers layers{s_, actors_, attributions_};
    LinkDenials(layers, [&](const Event& e) { return IsCharge(e); }, events);
    LinkRepeats(layers, events);
    contexts_.Tag(s_, words_, events);
    return events;
  }

 private:
  // The further words of a phrase.  Those that the rule names trigger nothing of their own; those
  // of a class ("call for TALKS") nothing of the same type.
  void Claim(const Match& match, const Phrase& phrase) {
    const EventType type = match.rule->type.value_or(EventType::kAgree);
    for (size_t k = 1; k < match.tokens.size(); ++k) {
      const bool named = !phrase.rest[k - 1].class_id;
      claimed_[match.tokens[k]] = named ? kClaimedWholly : uint8_t(uint8_t(type) + 1);
    }
  }

  // What the model proposes: a new event, or whom an event of the rules lacks.
  void AddProposals(const Proposer& proposer, std::vector<Event>& events) {
    const size_t by_rules = events.size();
    for (const Proposal& p : proposer.Propose(events, trace_)) {
      const Asked::Outcome outcome = Take(p, by_rules, events);
      if (trace_ == nullptr) continue;
      trace_->asked[p.asked].outcome = outcome;
      trace_->asked[p.asked].trigger = p.trigger;
    }
    std::ranges::stable_sort(events, {}, &Event::trigger);
  }

  // The first `by_rules` of the events are those of the rules.
  Asked::Outcome Take(const Proposal& p, size_t by_rules, std::vector<Event>& events) {
    if (claimed_[p.trigger] == kClaimedWholly) return Asked::Outcome::kClaimed;
    if (IsAboutSport(p.trigger)) return Asked::Outcome::kSport;
    const Participant source = ParticipantOf(p.source), target = ParticipantOf(p.target);
    const auto same = std::ranges::find(events, p.trigger, &Event::trigger);
    if (same != events.end()) {
      const bool ours = size_t(same - events.begin()) >= by_rules;
      return Complete(source, target, p.type, ours, *same) ? Asked::Outcome::kCompletes
                                                           : Asked::Outcome::kTold;
    }
    const WordKind kind = IsVerb(s_, p.trigger) ? WordKind::kVerb : WordKind::kNoun;
    const Judgement judged = status_.Judge(s_, words_, p.trigger, kind);
    if (judged.silent) return Asked::Outcome::kSilent;
    Match match{nullptr, p.trigger, kind, {p.trigger}, {}};
    match.tokens.insert(match.tokens.end(), p.because.begin(), p.because.end());
    Event event{};
    event.sources = {source};
    event.targets = {target};
    event.trigger = p.trigger;
    event.rule = kModelRule;
    event.confidence = p.probability;
    event.status = judged.status;
    if (innermost_[p.trigger] != kNoAttribution) event.attribution = innermost_[p.trigger];
    if (judged.claimed && !event.attribution && event.status == EventStatus::kActual) {
      event.status = EventStatus::kHypothetical;
    }
    SetTimeAndPlace(match, event);
    if (dates_.IsLongAgo(event.date) || IsNobody(event)) return Asked::Outcome::kSilent;
    const auto act = ActOf(ontology_, p, event.status);
    if (!act) return Asked::Outcome::kModal;
    event.type = *act;
    event.plover = PloverOf(ontology_, event.type, event.status, IsCalledOff(judged));
    SetEvidence(match, event);
    events.push_back(std::move(event));
    return Asked::Outcome::kEvent;
  }

  Participant ParticipantOf(uint32_t mention) const {
    return {*index_.ActorOfMention(mention), mentions_[mention].span};
  }

  bool IsAboutSport(uint32_t token) const {
    return TellsSport(words_, sport_, s_[token].sentence().tokens);
  }

  void Code(Candidate candidate) {
    const Match& match = candidate.match;
    const Rule& rule = *match.rule;
    Claim(match, *candidate.phrase);
    Attempt* attempt = Fits(candidate);
    if (!rule.type) {
      claimed_[match.trigger] = kClaimedWholly;  // Nor is it news to the model.
      return Tell(attempt, Attempt::Outcome::kKeepsOff);
    }
    Event event{};
    event.type = *rule.type;
    event.sources = std::move(candidate.sources);
    event.targets = std::move(candidate.targets);
    const Judgement judged = status_.Judge(s_, words_, match.trigger, match.kind);
    if (attempt != nullptr) attempt->because = judged.because;
    if (judged.silent) return Tell(attempt, Attempt::Outcome::kSilent);
    event.status = judged.status;
    if (rule.status && event.status == EventStatus::kActual) event.status = *rule.status;
    if (innermost_[match.trigger] != kNoAttribution) {
      event.attribution = innermost_[match.trigger];
    }
    if (judged.claimed && !event.attribution && event.status == EventStatus::kActual) {
      event.status = EventStatus::kHypothetical;
    }
    event.mode = rule.mode;
    event.cameo = rule.cameo;
    event.trigger = match.trigger;
    event.rule = rule.id;
    SetTimeAndPlace(match, event);
    if (dates_.IsLongAgo(event.date)) return Tell(attempt, Attempt::Outcome::kSilent);
    if (IsNobody(event)) return Tell(attempt, Attempt::Outcome::kNobody);
    event.plover = PloverOf(ontology_, event.type, event.status, IsCalledOff(judged));
    SetEvidence(match, event);
    event.confidence = ConfidenceOf(event);
    so_far_.Add(std::move(event));
  }

  // "I thank you": pronouns alone, and nobody tells who they are.
  bool IsNobody(const Event& event) const {
    const auto is_named = [&](uint32_t m) { return mentions_[m].kind != MentionKind::kPronoun; };
    const auto is_told = [&](const Participant& p) {
      const Actor& actor = actors_[p.actor];
      return !actor.members.empty() || std::ranges::any_of(actor.mentions, is_named);
    };
    return std::ranges::none_of(event.sources, is_told) &&
           std::ranges::none_of(event.targets, is_told);
  }

  // Traces the rule that fits; null where nothing is traced.
  Attempt* Fits(const Candidate& c) const {
    if (trace_ == nullptr) return nullptr;
    trace_->attempts.push_back({c.match.trigger,
                                c.match.rule,
                                c.phrase,
                                Attempt::Outcome::kEvent,
                                0,
                                {},
                                {},
                                c.source_path,
                                c.target_path});
    return &trace_->attempts.back();
  }

  static void Tell(Attempt* attempt, Attempt::Outcome outcome) {
    if (attempt != nullptr) attempt->outcome = outcome;
  }

  void TraceClaimed() const {
    for (Attempt& a : trace_->attempts) {
      if (a.outcome != Attempt::Outcome::kEvent) continue;
      const uint8_t claim = claimed_[a.token];
      if (claim == kClaimedWholly || claim == uint8_t(*a.rule->type) + 1) {
        a.outcome = Attempt::Outcome::kClaimed;
      }
    }
  }

  // Among the words that denied it is one that calls off.
  bool IsCalledOff(const Judgement& judged) const {
    return std::ranges::any_of(judged.because,
                               [&](uint32_t token) { return words_.InClass(token, cancel_); });
  }

  void SetTimeAndPlace(const Match& match, Event& event) {
    const uint32_t carrier = match.carrier.value_or(match.trigger);
    event.time = dates_.TimeOf(match.trigger, carrier);
    event.place = places_.PlaceOf(match.trigger, carrier);
    const bool past = IsToldAsPast(match);
    event.date = dates_.DateOf(event.time, event.status, past);
    // "meets him next week": what is told as fact and lies ahead is planned.
    const bool ahead = published_ && event.date.basis == EventDateBasis::kStated &&
                       event.date.earliest && *event.date.earliest > *published_;
    if (ahead && event.status == EventStatus::kActual && !past && MayBeScheduled(event.type)) {
      event.status = EventStatus::kPlanned;
    }
  }

  // Who "storms a barricade on Sunday", as captions have it, did so; nobody announces it like this.
  static bool MayBeScheduled(EventType type) {
    return type != EventType::kAssault && type != EventType::kCoerce;
  }

  // The clause of the trigger, or where it has no tense ("speaking after talks") the one around it.
  bool IsToldAsPast(const Match& match) const {
    uint32_t at = match.trigger;
    for (int step = 0; step < 4; ++step) {
      const uint32_t head = ClauseHead(s_, at);
      const Clause clause = ClauseOf(s_, head);
      if (clause.tense != Tense::kNone || clause.perfect) return clause.IsPast();
      if (s_.tokens[head].head == head) return false;
      at = s_.tokens[head].head;
    }
    return false;
  }

  void SetEvidence(const Match& match, Event& event) const {
    event.evidence.push_back(s_[match.trigger].span());
    for (size_t k = 1; k < match.tokens.size(); ++k) {
      event.evidence.push_back(s_[match.tokens[k]].span());
    }
    for (const auto* role : {&event.sources, &event.targets}) {
      for (const Participant& p : *role) {
        if (std::ranges::find(event.evidence, p.span) == event.evidence.end()) {
          event.evidence.push_back(p.span);
        }
      }
    }
  }

  // How often such events were right on development texts (docs/measures.md): with both roles, with
  // one.
  static float ConfidenceOf(const Event& event) {
    return event.sources.empty() || event.targets.empty() ? 0.7f : 0.8f;
  }

  // A later phrase may hold an earlier trigger: "open FIRE".
  bool IsClaimed(const Event& e) const {
    const uint8_t claim = claimed_[e.trigger];
    return claim == kClaimedWholly || claim == uint8_t(e.type) + 1;
  }

  // "denied the charge": among its contents is a word for what somebody said.
  bool IsCharge(const Event& e) const {
    std::vector<uint32_t> contents;
    ContentsOf(s_, e.trigger, contents);
    if (const auto object = ObjectOf(s_, e.trigger)) contents.push_back(*object);
    return std::ranges::any_of(contents,
                               [&](uint32_t token) { return words_.InClass(token, charge_); });
  }

  const Ontology& ontology_;
  const StatusLexicon& status_;
  const Contexts& contexts_;
  const Syntax& s_;
  std::optional<Date> published_;
  const TokenWords& words_;
  SportWords sport_;
  const ActorIndex& index_;
  RoleFiller roles_;
  EventDates dates_;
  EventPlaces places_;
  std::vector<uint32_t> innermost_;  // Attribution by token.
  EventsSoFar so_far_;
  Candidates candidates_;
  // 0, kClaimedWholly, or 1 + the type that no event of this trigger may have.
  std::vector<uint8_t> claimed_;
  uint32_t cancel_, charge_;
  std::span<const ActorMention> mentions_;
  std::span<const Actor> actors_;
  std::span<const Attribution> attributions_;
  Trace* trace_ = nullptr;
};

}  // namespace
}  // namespace events

Result<EventFinder> EventFinder::Load(const KnowledgePath& dir) {
  EventFinder finder;
  Result<events::Ontology> ontology = events::Ontology::Load(dir / "ontology.txt");
  if (!ontology.ok()) return ontology.status();
  finder.ontology_ = std::move(ontology).value();
  Result<events::RuleSet> rules = events::RuleSet::Load(dir, finder.ontology_, finder.words_);
  if (!rules.ok()) return rules.status();
  finder.rules_ = std::move(rules).value();
  Result<events::StatusLexicon> status =
      events::StatusLexicon::Load(dir / "status.txt", finder.rules_, finder.words_);
  if (!status.ok()) return status.status();
  finder.status_ = std::move(status).value();
  Result<events::Contexts> contexts = events::Contexts::Load(dir / "contexts.txt", finder.words_);
  if (!contexts.ok()) return contexts.status();
  finder.contexts_ = std::move(contexts).value();
  for (const char* name :
       {"CANCEL", "CHARGE", "LIGHT", "SPORT", "SPORT_HINT", "SPORT_REGISTER", "VESSEL", "WEAK"}) {
    if (finder.words_.HasClass(name)) continue;
    return Status(dir.base() + "/classes.txt: there is no class " + name);
  }
  return finder;
}

std::vector<Event> EventFinder::Find(const Syntax& syntax, const Mentions& found,
                                     std::span<const ActorMention> actor_mentions,
                                     std::span<const Actor> actors,
                                     std::span<const Attribution> attributions,
                                     std::optional<Date> published) const {
  const events::TokenWords tokens(words_, syntax);
  const ActorIndex index(syntax, actor_mentions, actors);
  events::EventReader reader(rules_, ontology_, status_, contexts_, words_, tokens, index, syntax,
                             found, actor_mentions, actors, attributions, published);
  if (model_ == nullptr) return reader.Read(nullptr, nullptr);
  const events::Proposer proposer = ProposerFor(syntax, tokens, actor_mentions, index);
  return reader.Read(nullptr, &proposer);
}

std::vector<Event> EventFinder::FindByRules(const Syntax& syntax,
                                            std::span<const ActorMention> actor_mentions,
                                            std::span<const Actor> actors) const {
  const Mentions none;
  const events::TokenWords tokens(words_, syntax);
  const ActorIndex index(syntax, actor_mentions, actors);
  return events::EventReader(rules_, ontology_, status_, contexts_, words_, tokens, index, syntax,
                             none, actor_mentions, actors, {}, {})
      .Read(nullptr, nullptr);
}

std::vector<Event> EventFinder::Find(const Document& doc, events::Trace& trace) const {
  const events::TokenWords tokens(words_, doc.syntax);
  const ActorIndex index(doc.syntax, doc.actor_mentions, doc.actors);
  events::EventReader reader(rules_, ontology_, status_, contexts_, words_, tokens, index,
                             doc.syntax, doc.mentions, doc.actor_mentions, doc.actors,
                             doc.attributions, doc.published);
  if (model_ == nullptr) return reader.Read(&trace, nullptr);
  const events::Proposer proposer = ProposerFor(doc.syntax, tokens, doc.actor_mentions, index);
  return reader.Read(&trace, &proposer);
}

}  // namespace averment
