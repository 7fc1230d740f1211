// A rule that fits (trigger_matcher.h) is asked who fills its roles; one whose roles stay empty
// gives way to the next.

#include "src/events/candidates.h"

#include <algorithm>

#include "src/events/grammar.h"

namespace averment::events {
namespace {

bool Has(const std::vector<Participant>& list, uint32_t actor) {
  return std::ranges::any_of(list, [&](const Participant& p) { return p.actor == actor; });
}

// What may be done to a place as such; the others need somebody there.
bool IsDoneToPlaces(EventType type) {
  switch (type) {
    case EventType::kAssault:
    case EventType::kCoerce:
    case EventType::kMobilize:
    case EventType::kProtest:
    case EventType::kRetreat: return true;
    default: return false;
  }
}

void RemoveSelf(Candidate& c) {
  std::erase_if(c.targets, [&](const Participant& p) { return Has(c.sources, p.actor); });
}

}  // namespace

void EventsSoFar::Add(Event event) {
  at_[event.trigger] = uint32_t(events_.size());
  events_.push_back(std::move(event));
}

uint32_t EventsSoFar::At(uint32_t token) const {
  if (at_[token] != kNoEvent || !IsVerb(s_, token)) return at_[token];
  const auto object = ObjectOf(s_, token);
  return object ? at_[*object] : kNoEvent;
}

std::optional<Candidate> Candidates::BestAt(uint32_t token) const {
  const WordId lemma = words_.lemma(token), form = words_.form(token);
  std::optional<Candidate> best;
  auto ask = [&](WordId word) {
    for (const RuleSet::Entry& entry : rules_.TriggeredBy(word)) {
      std::optional<Candidate> candidate = TryEntry(token, entry);
      if (!candidate) continue;
      const bool enough = !candidate->match.rule->type || candidate->filled == 2;
      if (!best || candidate->Beats(*best)) {
        if (best) matcher_.Miss(best->match, *best->phrase, Attempt::Outcome::kBeaten);
        best = std::move(candidate);
      } else {
        matcher_.Miss(candidate->match, *candidate->phrase, Attempt::Outcome::kBeaten);
      }
      if (enough) break;
    }
  };
  ask(form);
  if (lemma != form) ask(lemma);
  return best;
}

std::optional<EventType> Candidates::TypeAt(uint32_t token) const {
  const uint32_t e = events_.At(token);
  return e == kNoEvent ? std::nullopt : std::optional(events_[e].type);
}

std::optional<Candidate> Candidates::TryEntry(uint32_t token, const RuleSet::Entry& entry) const {
  std::optional<Match> match = matcher_.Try(rules_, token, entry);
  if (!match) return std::nullopt;
  Candidate c;
  c.match = std::move(*match);
  c.phrase = &entry.phrase;
  if (!c.match.rule->type) return c;
  if (!FillRoles(c)) return std::nullopt;
  return c;
}

void Candidates::MissRole(const Candidate& c, Attempt::Outcome outcome) const {
  if (trace_ == nullptr) return;
  matcher_.Miss(c.match, *c.phrase, outcome);
  const Rule& rule = *c.match.rule;
  const RoleRule& role = outcome == Attempt::Outcome::kTarget ? rule.target : rule.source;
  for (const Path& path : role.paths) {
    for (uint32_t t : roles_.Follow(c.match, path)) trace_->attempts.back().reached.push_back(t);
  }
}

// Whether the roles can be filled as the rule asks.
bool Candidates::FillRoles(Candidate& c) const {
  const Rule& rule = *c.match.rule;
  using Outcome = Attempt::Outcome;
  c.sources = Fill(c.match, rule.source, c.source_path);
  c.targets = Fill(c.match, rule.target, c.target_path);
  const auto miss = [&](Outcome outcome) {
    MissRole(c, outcome);
    return false;
  };
  if (c.targets.empty() && !rule.mutual) {
    c.targets = roles_.FillScenes(c.match, rule.target, &c.target_path);
    if (rule.target.required && !IsDoneToPlaces(*rule.type)) KeepForeign(c);
    c.scene = !c.targets.empty();
  }
  if (rule.source.required && c.sources.empty()) return miss(Outcome::kSource);
  if (rule.target.required && c.targets.empty()) return miss(Outcome::kTarget);
  if (rule.mutual) {
    const bool several = !c.sources.empty() && !c.targets.empty();
    if (!MakeMutual(c)) return miss(Outcome::kNobody);
    c.filled = several || c.sources.size() > 1 ? 2 : 1;
    return true;
  }
  RemoveSelf(c);
  c.filled = !c.sources.empty() + !c.targets.empty();
  if (c.filled == 0) return miss(Outcome::kNobody);
  // A guess does not make a rule fit better than others.
  if (c.targets.empty() && !rule.target.paths.empty() && !c.sources.empty()) FillTargetElse(c);
  return true;
}

// "Arrived in Brazil": whoever is from there is at home.
void Candidates::KeepForeign(Candidate& c) const {
  std::erase_if(c.targets, [&](const Participant& p) {
    const std::string& country = actors_[p.actor].country;
    return country.empty() || std::ranges::any_of(c.sources, [&](const Participant& source) {
             const std::string& home = actors_[source.actor].country;
             return home.empty() || home == country;
           });
  });
}

// Where no path leads to a target: of several who agree each other, the nearest who is named, where
// it was done.
void Candidates::FillTargetElse(Candidate& c) const {
  const Rule& rule = *c.match.rule;
  c.target_path.reset();
  if (rule.joint && c.sources.size() > 1) {
    c.targets = c.sources;
    return;
  }
  c.targets = roles_.Nearest(c.match, c.sources);
  if (!c.targets.empty() || rule.type == EventType::kAccuse)
    return;  // "Condemned the blast in Rome".
  c.targets = roles_.NearestScene(c.match);
  std::erase_if(c.targets, [&](const Participant& p) { return Has(c.sources, p.actor); });
  c.scene = !c.targets.empty();
}

// A role's fillers; those of its content where the rule says so.
std::vector<Participant> Candidates::Fill(const Match& match, const RoleRule& role,
                                          std::optional<size_t>& by) const {
  std::vector<Participant> filled = roles_.Fill(match, role, &by);
  if (!filled.empty()) return filled;
  for (const Path& path : role.paths) {
    const StepKind kind = path.back().kind;
    if (kind != StepKind::kContentSource && kind != StepKind::kContentTarget) continue;
    std::vector<uint32_t> contents;
    for (uint32_t t : match.tokens) ContentsOf(s_, t, contents);
    for (uint32_t token : contents) {
      const uint32_t e = events_.At(token);
      if (e == kNoEvent) continue;
      const Event& content = events_[e];
      filled = kind == StepKind::kContentSource ? content.sources : content.targets;
      if (filled.empty()) continue;
      by = size_t(&path - role.paths.data());
      return filled;
    }
  }
  return filled;
}

// Everybody is source and target.  One party alone will do only if it is several.
bool Candidates::MakeMutual(Candidate& c) const {
  for (const Participant& p : c.targets) {
    if (!Has(c.sources, p.actor)) c.sources.push_back(p);
  }
  c.targets = c.sources;
  if (c.sources.size() != 1) return !c.sources.empty();
  return IsSeveral(c.sources[0]);
}

bool Candidates::IsSeveral(const Participant& p) const {
  const auto first = std::ranges::lower_bound(s_.tokens, p.span.begin, {}, &TokenData::begin);
  for (auto t = first; t != s_.tokens.end() && t->begin < p.span.end; ++t) {
    const uint32_t i = uint32_t(t - s_.tokens.begin());
    const auto mention = index_.MentionOf(i);
    if (!mention || mentions_[*mention].span != p.span) continue;
    return t->tag == Tag::kNNS || t->tag == Tag::kNNPS || s_[i].lower() == "they";
  }
  return false;
}

}  // namespace averment::events
