// A phrase is matched from its head down, then the conditions, then the roles, cheapest first: few
// words are triggers, and most rules of a trigger fail on their phrase.

#include "src/events/candidates.h"

#include <algorithm>

#include "src/events/grammar.h"

namespace averment::events {
namespace {

bool Has(const std::vector<Participant>& list, uint32_t actor) {
  return std::ranges::any_of(list, [&](const Participant& p) { return p.actor == actor; });
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
      if (!best || candidate->Beats(*best)) best = std::move(candidate);
      if (enough) break;
    }
  };
  ask(form);
  if (lemma != form) ask(lemma);
  return best;
}

std::optional<Candidate> Candidates::TryEntry(uint32_t token, const RuleSet::Entry& entry) const {
  if (!IsKind(token, entry.phrase.kind)) return std::nullopt;
  Candidate c;
  c.phrase = &entry.phrase;
  Match& match = c.match;
  match = {&rules_.rules()[entry.rule], token, entry.phrase.kind, {token}, std::nullopt};
  if (!MatchPhrase(entry.phrase, match)) return std::nullopt;
  if (match.kind == WordKind::kNoun) match.carrier = CarrierOf(token);
  for (const Condition& condition : match.rule->conditions) {
    if (Holds(match, condition) == condition.unless) return std::nullopt;
  }
  if (!match.rule->type) return c;
  if (!FillRoles(c)) return std::nullopt;
  return c;
}

// Whether the roles can be filled as the rule asks.
bool Candidates::FillRoles(Candidate& c) const {
  const Rule& rule = *c.match.rule;
  c.sources = Fill(c.match, rule.source);
  c.targets = Fill(c.match, rule.target);
  if (rule.source.required && c.sources.empty()) return false;
  if (rule.target.required && c.targets.empty()) return false;
  if (rule.mutual) {
    const bool several = !c.sources.empty() && !c.targets.empty();
    if (!MakeMutual(c)) return false;
    c.filled = several || c.sources.size() > 1 ? 2 : 1;
    return true;
  }
  RemoveSelf(c);
  c.filled = !c.sources.empty() + !c.targets.empty();
  return c.filled > 0;
}

bool Candidates::IsKind(uint32_t token, WordKind kind) const {
  const TokenData& t = s_.tokens[token];
  switch (kind) {
    case WordKind::kVerb: return t.pos == Pos::kVERB || (t.tag == Tag::kVBN && t.pos == Pos::kADJ);
    case WordKind::kNoun:
      return t.pos == Pos::kNOUN || (t.pos == Pos::kPROPN && (t.entity == EntityType::kNone ||
                                                              t.entity == EntityType::kEVENT));
    case WordKind::kAdjective: return t.pos == Pos::kADJ || t.tag == Tag::kVBN;
  }
  return false;
}

bool Candidates::IsTerm(uint32_t token, const Term& term) const {
  if (!term.class_id) return words_.Is(token, term.word);
  if (words_.InClass(token, *term.class_id)) return true;
  if (!words_.InClass(token, vessel_)) return false;  // "a series of SANCTIONS"
  std::vector<uint32_t> held;
  PrepositionObjects(s_, token, "of", held);
  return std::ranges::any_of(held, [&](uint32_t t) { return words_.InClass(t, *term.class_id); });
}

// Each further word hangs below one already matched, or opens a clause there ("for X to leave",
// "to leave", "said X MUST leave").
bool Candidates::MatchPhrase(const Phrase& phrase, Match& match) const {
  for (const Term& term : phrase.rest) {
    std::optional<uint32_t> found;
    for (size_t k = match.tokens.size(); k-- > 0 && !found;) {
      found = ChildWith(match.tokens[k], term);
    }
    if (!found) return false;
    match.tokens.push_back(*found);
  }
  return true;
}

std::optional<uint32_t> Candidates::ChildWith(uint32_t token, const Term& term) const {
  for (uint32_t c : s_[token].child_indices()) {
    const bool own_to = s_.tokens[c].tag == Tag::kTO && s_.tokens[c].dep == Dep::kaux;
    if (!own_to && IsTerm(c, term)) return c;  // Not the "to" of "to agree".
  }
  for (uint32_t c : s_[token].child_indices()) {
    const Dep dep = s_.tokens[c].dep;
    if (dep != Dep::kadvcl && dep != Dep::kccomp && dep != Dep::kxcomp) continue;
    for (uint32_t d : s_[c].child_indices()) {
      const bool opens = s_.tokens[d].dep == Dep::kmark || s_.tokens[d].tag == Tag::kTO ||
                         s_.tokens[d].tag == Tag::kMD;
      if (opens && IsTerm(d, term)) return d;
    }
  }
  return std::nullopt;
}

// "held" in "held talks", "talks were held"; "engaged" in "engaged in talks".
std::optional<uint32_t> Candidates::CarrierOf(uint32_t noun) const {
  const TokenData& t = s_.tokens[noun];
  if (t.head == noun) return std::nullopt;
  if (t.dep == Dep::kconj && IsNoun(s_, t.head) && noun - t.head < 8) {
    const Dep dep = s_.tokens[t.head].dep;
    if (dep == Dep::kdobj || dep == Dep::knsubjpass) return s_.tokens[t.head].head;
    return std::nullopt;
  }
  if (t.dep == Dep::kdobj || t.dep == Dep::knsubjpass || t.dep == Dep::knsubj) return t.head;
  if (t.dep == Dep::kpobj && s_.tokens[t.head].dep == Dep::kprep) {
    const uint32_t above = s_.tokens[t.head].head;
    const std::string_view word = s_[t.head].lower();
    if (IsVerb(s_, above) && (word == "in" || word == "to" || word == "into" || word == "on")) {
      return above;
    }
  }
  return std::nullopt;
}

bool Candidates::Holds(const Match& match, const Condition& condition) const {
  if (everywhere_ && condition.path.front().kind == StepKind::kSentence &&
      std::ranges::find(condition.terms, everywhere_, &Term::class_id) != condition.terms.end()) {
    return true;
  }
  for (uint32_t token : roles_.Follow(match, condition.path)) {
    for (const Term& term : condition.terms) {
      if (IsTerm(token, term)) return true;
    }
    if (condition.actor) {
      std::vector<Participant> any;
      roles_.Participants(token, false, any);
      if (!any.empty()) return true;
    }
    if (condition.types.empty()) continue;
    if (const uint32_t e = events_.At(token); e != kNoEvent) {
      if (std::ranges::find(condition.types, events_[e].type) != condition.types.end()) {
        return true;
      }
    }
  }
  return false;
}

// A role's fillers; those of its content where the rule says so.
std::vector<Participant> Candidates::Fill(const Match& match, const RoleRule& role) const {
  std::vector<Participant> filled = roles_.Fill(match, role);
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
      if (!filled.empty()) return filled;
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
