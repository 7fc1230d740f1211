// A path starts at the trigger and takes one step after the other.  Prepositions are looked for
// below every word of the trigger, below the verb that carries a noun, and below its object: where
// "with" hangs in "held talks in Geneva with X" is the parser's guess, not the author's meaning.

#include "src/events/roles.h"

#include <algorithm>

#include "src/events/grammar.h"

namespace averment::events {
namespace {

constexpr uint32_t kFarName = 4;  // Words between a title and the name: "minister for trade".

bool Contains(const std::vector<uint32_t>& list, uint32_t token) {
  return std::ranges::find(list, token) != list.end();
}

}  // namespace

RoleFiller::RoleFiller(const Syntax& syntax, const TokenWords& words, const ActorIndex& index,
                       std::span<const ActorMention> mentions, uint32_t light, uint32_t vessel)
    : s_(syntax),
      words_(words),
      index_(index),
      mentions_(mentions),
      light_(light),
      vessel_(vessel) {}

std::vector<uint32_t> RoleFiller::Follow(const Match& match, const Path& path) const {
  std::vector<uint32_t> at = {match.trigger};
  for (size_t i = 0; i < path.size(); ++i) {
    std::vector<uint32_t> next;
    for (uint32_t token : at) Step(match, token, path[i], i == 0, next);
    if (next.size() > kMostFillers && path[i].kind != StepKind::kSentence) {
      next.resize(kMostFillers);
    }
    at = std::move(next);
  }
  return at;
}

void RoleFiller::Step(const Match& match, uint32_t from, const struct Step& step, bool first,
                      std::vector<uint32_t>& out) const {
  auto add = [&](std::optional<uint32_t> token) {
    if (token && !Contains(out, *token)) out.push_back(*token);
  };
  const bool noun = IsNoun(s_, from);
  switch (step.kind) {
    case StepKind::kSubject:
      if (!noun) {
        add(SubjectOf(s_, from));
        AddAuthor(from, out);
      } else if (first && match.carrier && words_.InClass(*match.carrier, light_)) {
        add(SubjectOf(s_, *match.carrier));
      }
      break;
    case StepKind::kObject: {
      if (first) {
        for (size_t k = match.tokens.size(); k-- > 0 && out.empty();) {
          if (!IsVerb(s_, match.tokens[k])) continue;
          const auto object = ObjectOf(s_, match.tokens[k]);
          if (object && !Contains(match.tokens, *object)) add(object);
        }
      } else if (!noun) {
        add(ObjectOf(s_, from));
      }
      break;
    }
    case StepKind::kIndirect:
      if (!noun) add(IndirectObjectOf(s_, from));
      if (noun && first && match.carrier) add(IndirectObjectOf(s_, *match.carrier));
      break;
    case StepKind::kOwner: {
      if (first) {
        for (uint32_t t : match.tokens) {
          if (IsNoun(s_, t)) OwnersOf(s_, t, out);
        }
      } else {
        OwnersOf(s_, from, out);
      }
      break;
    }
    case StepKind::kClause:
      if (first && match.carrier) {
        add(SubjectOf(s_, *match.carrier));
      } else if (const auto verb = ClauseAround(s_, from)) {
        add(SurfaceSubjectOf(s_, *verb));
      }
      break;
    case StepKind::kContent: ContentsOf(s_, from, out); break;
    case StepKind::kModifier:
      for (uint32_t c : s_[from].child_indices()) {
        const Dep dep = s_.tokens[c].dep;
        if (dep == Dep::kamod || dep == Dep::kcompound || dep == Dep::knmod) add(c);
      }
      break;
    case StepKind::kSame: AddNamesake(from, out); break;
    case StepKind::kAdverbial:
      for (uint32_t c : s_[from].child_indices()) {
        if (s_.tokens[c].dep == Dep::knpadvmod) add(c);
      }
      break;
    case StepKind::kGovernor: add(s_.tokens[from].head); break;
    case StepKind::kSentence: {
      const TokenRange all = s_[from].sentence().tokens;
      for (uint32_t i = all.first; i < all.last; ++i) out.push_back(i);
      break;
    }
    case StepKind::kItself:
      for (uint32_t t : match.tokens) add(t);
      break;
    case StepKind::kPreposition: {
      if (!first) {
        PrepositionObjects(s_, from, step.preposition, out);
        break;
      }
      for (uint32_t t : match.tokens) PrepositionObjects(s_, t, step.preposition, out);
      if (out.empty() && match.carrier) {
        PrepositionObjects(s_, *match.carrier, step.preposition, out);
      }
      if (out.empty() && !noun) {
        if (const auto object = ObjectOf(s_, from); object && *object > from) {
          PrepositionObjects(s_, *object, step.preposition, out);
        }
      }
      break;
    }
    case StepKind::kContentSource:
    case StepKind::kContentTarget: break;
  }
}

// Whom the noun calls so: the subject of which it is said, what it stands beside, what stands
// beside it, or the name that it is a title of ("Syria's ally Russia").
void RoleFiller::AddNamesake(uint32_t noun, std::vector<uint32_t>& out) const {
  const TokenData& t = s_.tokens[noun];
  if (t.dep == Dep::kattr) {
    if (const auto subject = SubjectOf(s_, t.head)) out.push_back(*subject);
  } else if (t.dep == Dep::kappos || t.dep == Dep::kcompound || t.dep == Dep::knmod) {
    out.push_back(t.head);
  }
  if (!out.empty()) return;
  for (uint32_t c : s_[noun].child_indices()) {
    if (s_.tokens[c].dep == Dep::kappos) out.push_back(c);
  }
}

// "Amnesty published a report accusing the army": who accuses is whose report it is.
void RoleFiller::AddAuthor(uint32_t verb, std::vector<uint32_t>& out) const {
  if (s_.tokens[verb].dep != Dep::kacl || out.size() != 1 || out[0] != s_.tokens[verb].head) return;
  if (index_.MentionOf(out[0])) return;
  if (const auto author = AgentOfNoun(s_, out[0])) out.push_back(*author);
}

// "Which" of a noun that nobody can be: a thing.
bool RoleFiller::IsOfThing(uint32_t token) const {
  if (s_.tokens[token].tag != Tag::kWDT) return false;
  const auto antecedent = Antecedent(s_, token);
  return antecedent && *antecedent != token && !index_.MentionOf(*antecedent);
}

// The subject of the clause of a possessive pronoun, where it is whom the pronoun means.
std::optional<uint32_t> RoleFiller::SubjectWhoOwns(uint32_t pronoun, uint32_t actor) const {
  const auto verb = VerbAbove(s_, pronoun);
  const auto subject = verb ? SurfaceSubjectOf(s_, *verb) : std::nullopt;
  if (!subject || *subject == pronoun || s_.tokens[*subject].pos == Pos::kPRON) return {};
  return index_.ActorOf(*subject) == actor ? subject : std::nullopt;
}

bool RoleFiller::AddMention(uint32_t token, std::vector<Participant>& out) const {
  const auto mention = index_.MentionOf(token);
  if (!mention || IsOfThing(token)) return false;
  const auto actor = index_.ActorOfMention(*mention);
  if (!actor) return false;
  if (s_.tokens[token].tag == Tag::kPRPS) {  // "Russia completed ITS withdrawal": Russia did.
    if (const auto owner = SubjectWhoOwns(token, *actor)) return AddMention(*owner, out);
  }
  const auto add = [&](Participant one) {
    if (std::ranges::find(out, one.actor, &Participant::actor) != out.end()) return;
    if (out.size() < kMostFillers) out.push_back(one);
  };
  const std::span<const uint32_t> members = index_.MembersOf(*actor);
  for (uint32_t member : members) add({member, mentions_[*mention].span});  // "The two countries".
  if (members.empty()) add(Named(*mention, *actor));
  return true;
}

// "The newspaper La Prensa": with the name that stands behind, and whose name it is.
Participant RoleFiller::Named(uint32_t mention, uint32_t actor) const {
  const ActorMention& m = mentions_[mention];
  if (m.kind != MentionKind::kNominal) return {actor, m.span};
  for (uint32_t c : s_[m.head].child_indices()) {
    const TokenData& t = s_.tokens[c];
    if (t.dep != Dep::kappos || t.pos != Pos::kPROPN || t.left_edge < m.tokens.last) continue;
    if (t.left_edge > m.tokens.last + kFarName) break;
    for (uint32_t i = m.tokens.last; i < t.left_edge; ++i) {
      if (s_.tokens[i].pos == Pos::kPUNCT) return {actor, m.span};
    }
    const auto name = index_.MentionOf(c);
    const auto named = name ? index_.ActorOfMention(*name) : std::nullopt;
    return {named.value_or(actor), s_.SpanOf({m.tokens.first, c + 1})};
  }
  return {actor, m.span};
}

bool RoleFiller::AddScene(uint32_t token, std::vector<Participant>& out) const {
  const auto scene = index_.SceneOf(token);
  if (!scene) return false;
  const auto actor = index_.ActorOfMention(*scene);
  if (!actor || std::ranges::find(out, *actor, &Participant::actor) != out.end()) return false;
  if (out.size() < kMostFillers) out.push_back({*actor, mentions_[*scene].span});
  return true;
}

void RoleFiller::Conjuncts(uint32_t token, std::vector<uint32_t>& out) const {
  out.push_back(token);
  for (size_t k = out.size() - 1; k < out.size() && out.size() < kMostFillers; ++k) {
    for (uint32_t c : s_[out[k]].child_indices()) {
      if (s_.tokens[c].dep == Dep::kconj && out.size() < kMostFillers) out.push_back(c);
      if (s_.tokens[c].dep != Dep::kappos) continue;
      for (uint32_t d : s_[c].child_indices()) {  // "France, a member, and Italy"
        if (s_.tokens[d].dep == Dep::kconj && out.size() < kMostFillers) out.push_back(d);
      }
    }
  }
}

void RoleFiller::Participants(uint32_t token, bool nested, std::vector<Participant>& out) const {
  std::vector<uint32_t> heads;
  Conjuncts(token, heads);
  for (uint32_t head : heads) {
    if (AddMention(head, out)) continue;
    bool found = false;
    for (uint32_t c : s_[head].child_indices()) {
      if (s_.tokens[c].dep == Dep::kappos) found = AddMention(c, out) || found;
    }
    if (found) continue;
    std::vector<uint32_t> inner;
    if (words_.InClass(head, vessel_)) PrepositionObjects(s_, head, "of", inner);
    if (nested && inner.empty()) OwnersOf(s_, head, inner);
    for (uint32_t i : inner) found = AddMention(i, out) || found;
    if (found || !nested) continue;
    inner.clear();
    for (const char* preposition : {"of", "in", "from", "by"}) {
      PrepositionObjects(s_, head, preposition, inner);
    }
    for (uint32_t i : inner) {
      if (AddMention(i, out)) break;
    }
  }
}

std::vector<Participant> RoleFiller::Fill(const Match& match, const RoleRule& role,
                                          std::optional<size_t>* by) const {
  std::vector<Participant> found;
  for (const bool nested : {false, true}) {
    for (const Path& path : role.paths) {
      for (uint32_t token : Follow(match, path)) {
        if (!Contains(match.tokens, token)) Participants(token, nested, found);
      }
      if (found.empty()) continue;
      if (by != nullptr) *by = size_t(&path - role.paths.data());
      return found;
    }
  }
  return found;
}

// Whether what hangs here by this word completes what it hangs on, rather than telling when or why.
bool RoleFiller::Completes(uint32_t token) const {
  static constexpr std::string_view kCircumstance[] = {
      "after", "before",    "since", "during", "amid",   "because", "despite", "following",
      "until", "without",   "while", "as",     "under",  "ahead",   "unlike",  "besides",
      "by",    "alongside", "like",  "than",   "except", "over"};
  switch (s_.tokens[token].dep) {
    case Dep::kprep:
      return std::ranges::find(kCircumstance, s_[token].lower()) == std::end(kCircumstance);
    case Dep::kdobj:
    case Dep::kpobj:
    case Dep::kdative:
    case Dep::knsubjpass:
    case Dep::kattr:
    case Dep::kamod:
    case Dep::kcompound:
    case Dep::knmod:
    case Dep::kposs:
    case Dep::kpcomp:
    case Dep::kxcomp:
    case Dep::kacl: return true;
    default: return false;
  }
}

template <typename Take>
void RoleFiller::Descend(const Match& match, Take take) const {
  std::vector<uint32_t> level = match.tokens;
  if (match.carrier) level.push_back(*match.carrier);
  for (int deep = 0; deep < kDeepest && !level.empty(); ++deep) {
    std::vector<uint32_t> next;
    for (uint32_t token : level) {
      for (uint32_t c : s_[token].child_indices()) {
        if (Completes(c) && !Contains(match.tokens, c) && next.size() < kMostFillers)
          next.push_back(c);
      }
    }
    std::ranges::sort(next);
    for (uint32_t token : next) {
      if (take(token)) return;
    }
    level = std::move(next);
  }
}

// "Their troops", "its mission": whose they are is said, and mostly it is who acts.
bool RoleFiller::IsSomebodys(uint32_t token) const {
  const std::optional<Token> owner = s_[token].child(Dep::kposs);
  return owner && owner->pos() == Pos::kPRON;
}

std::vector<Participant> RoleFiller::Nearest(const Match& match,
                                             std::span<const Participant> but) const {
  std::vector<Participant> found;
  Descend(match, [&](uint32_t token) {
    const auto mention = index_.MentionOf(token);
    const bool before = s_.tokens[token].right_edge == token && s_.tokens[token].head > token;
    const bool common = before && s_.tokens[token].pos == Pos::kNOUN;  // "STUDENT loans"
    if (!mention || common || s_.tokens[token].pos == Pos::kPRON || IsSomebodys(token))
      return false;
    AddMention(token, found);
    std::erase_if(found, [&](const Participant& p) {
      return std::ranges::find(but, p.actor, &Participant::actor) != but.end();
    });
    return !found.empty();
  });
  return found;
}

std::vector<Participant> RoleFiller::NearestScene(const Match& match) const {
  std::vector<Participant> found;
  if (!index_.has_scenes()) return found;
  Descend(match, [&](uint32_t token) { return !IsSomebodys(token) && AddScene(token, found); });
  return found;
}

std::vector<Participant> RoleFiller::FillScenes(const Match& match, const RoleRule& role,
                                                std::optional<size_t>* by) const {
  std::vector<Participant> found;
  if (!index_.has_scenes()) return found;
  for (const Path& path : role.paths) {
    for (uint32_t token : Follow(match, path)) {
      if (Contains(match.tokens, token)) continue;
      std::vector<uint32_t> heads;
      Conjuncts(token, heads);
      for (uint32_t head : heads) AddScene(head, found);
    }
    if (found.empty()) continue;
    if (by != nullptr) *by = size_t(&path - role.paths.data());
    break;
  }
  return found;
}

}  // namespace averment::events
