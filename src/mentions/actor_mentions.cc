// Which names and descriptions are mentions of actors here.
//
// A country is one unless it is where something happens ("in Syria") or only describes ("the Syrian
// winter"); its adjective is one where it modifies what actors do ("US strikes").  A seat of
// government is one where it speaks, is spoken to or owns a policy ("Moscow's support").  A
// description is one unless it is part of a name, a title, or a modifier of something that is no
// deed ("police station").

#include <algorithm>
#include <string_view>

#include "src/mentions/actor_reader.h"

namespace averment {
namespace {

bool IsSubject(Dep dep) { return dep == Dep::knsubj || dep == Dep::knsubjpass; }

bool IsWhere(std::string_view preposition) {
  return preposition == "in" || preposition == "inside" || preposition == "across" ||
         preposition == "throughout" || preposition == "near" || preposition == "around" ||
         preposition == "outside" || preposition == "within" || preposition == "at";
}

bool IsDealing(std::string_view preposition) {
  return preposition == "with" || preposition == "between" || preposition == "against" ||
         preposition == "by" || preposition == "towards" || preposition == "toward";
}

constexpr Dep kRoles[] = {Dep::knsubj, Dep::knsubjpass, Dep::kdobj, Dep::kpobj, Dep::kdative,
                          Dep::kattr,  Dep::kconj,      Dep::kposs, Dep::kroot, Dep::kappos,
                          Dep::kcsubj, Dep::kagent,     Dep::koprd};

// Whether the pronoun's clause hangs on a noun; questions do not.
bool IsRelative(Token t) {
  constexpr int kLongestClimb = 6;
  for (int step = 0; step < kLongestClimb && !t.is_root(); ++step) {
    if (t.dep() == Dep::krelcl) return true;
    t = t.head();
  }
  return t.dep() == Dep::krelcl;
}

}  // namespace

// Keeps a phrase short, whatever the tree says.
TokenRange ActorReader::Bounded(TokenRange range, uint32_t head) const {
  constexpr uint32_t kMost = ActorFinder::kLongestMention;
  range.first = std::min(range.first, head);
  range.last = std::max(range.last, head + 1);
  const uint32_t sentence = syntax_.tokens[head].sentence;
  const TokenRange inside = syntax_.sentences[sentence].tokens;
  range.first = std::max(range.first, inside.first);
  range.last = std::min(range.last, inside.last);
  if (range.size() <= kMost) return range;
  if (head - range.first >= kMost) range.first = head - kMost / 2;
  range.last = std::min(range.last, range.first + kMost);
  range.last = std::max(range.last, head + 1);
  return range;
}

void ActorReader::Add(ActorMention m) {
  m.tokens = Bounded(m.tokens, m.head);
  m.span = syntax_.SpanOf(m.tokens);
  if (!m.span.empty()) mentions_.push_back(std::move(m));
}

// ------------------------------------------------------------------------------------------- names

void ActorReader::MentionUnits() {
  for (const Unit& unit : units_) {
    if (unit.head == kNone || !IsActorHere(unit)) continue;
    ActorMention m;
    m.tokens = unit.phrase;
    m.head = unit.head;
    m.kind = MentionKind::kName;
    m.actor_kind = unit.actor_kind;
    m.gender = unit.gender;
    m.plural = unit.actor_kind == ActorKind::kPeople;
    m.name = unit.name;
    m.country = unit.country;
    m.inferred = unit.inferred;
    m.sector = unit.sector;
    m.title = unit.title;
    m.basis = unit.basis;
    m.rule = unit.rule;
    if (unit.entry) m.lexicon_id = unit.entry->id;
    if (!unit.entry && unit.actor_kind == ActorKind::kCountry) m.lexicon_id = unit.country;
    Add(std::move(m));
  }
}

bool ActorReader::IsActorHere(const Unit& unit) const {
  if (unit.kind == NameKind::kCity) return false;
  if (unit.kind == NameKind::kSeat) return IsMetonym(unit);
  const TokenData& t = syntax_.tokens[Root(unit.head)];
  if (t.dep == Dep::knpadvmod || t.dep == Dep::kadvmod) return false;  // "British-trained"
  if (IsModifier(unit.head)) {
    const uint32_t governor = t.head;
    // Part of the name it stands in, or told by it.
    if (const uint32_t u = unit_of_[governor]; u != kNone && t.dep != Dep::kposs) return false;
    const bool described = description_of_[governor] != kNone;
    if (described && descriptions_[description_of_[governor]].several) return true;
    if (t.dep == Dep::kposs) {
      const bool related = described && descriptions_[description_of_[governor]].noun->relation;
      return !described || related || unit.kind == NameKind::kPerson ||
             unit.kind == NameKind::kBody;  // "IRAN's ally"
    }
    if (unit.actor_kind == ActorKind::kPeople) return false;  // "Arab unrest"
    return !described && lexicon_.IsAct(syntax_[governor].lemma());
  }
  if (unit.kind == NameKind::kAdjective) return t.dep != Dep::kamod && IsSubject(t.dep);
  if (unit.kind == NameKind::kCountry && t.dep == Dep::kpobj) {
    const std::string_view preposition = syntax_[t.head].lower();
    // "Fired rockets at Israel"; "a backer in Israel".
    return preposition == "at" || !IsWhere(preposition) || IsRelated(syntax_.tokens[t.head].head);
  }
  return true;
}

// A seat stands for its government where it does what only governments do.
bool ActorReader::IsMetonym(const Unit& unit) const {
  const TokenData& t = syntax_.tokens[Root(unit.head)];
  const Token head = syntax_[t.head];
  if (IsSubject(t.dep) || t.dep == Dep::kdobj) {
    return lexicon_.IsSpeech(head.lemma()) || (IsSubject(t.dep) && IsOfMind(head));
  }
  if (t.dep == Dep::kposs) return lexicon_.IsAct(head.lemma()) || IsRelated(head.index());
  if (t.dep == Dep::kappos) return IsRelated(head.index());  // "its old rival Tehran"
  if (t.dep != Dep::kpobj || !IsDealing(head.lower())) return IsRelatedBy(t);
  const Token above = head.head();
  if (head.dep() == Dep::kagent || lexicon_.IsAct(above.lemma()) ||
      lexicon_.IsSpeech(above.lemma()) || IsRelatedBy(t)) {
    return true;
  }
  // "shared intelligence with Seoul", "broke off ties with Paris".
  return above.dep() == Dep::kdobj && lexicon_.IsSpeech(above.head().lemma());
}

// "an ally of Pyongyang".
bool ActorReader::IsRelatedBy(const TokenData& t) const {
  return t.dep == Dep::kpobj && syntax_[t.head].lower() == "of" &&
         IsRelated(syntax_.tokens[t.head].head);
}

// "Moscow is opposed to it", "Beijing remains an ally": what only somebody can be.
bool ActorReader::IsOfMind(Token verb) const {
  if (verb.lemma() != "be" && verb.lemma() != "remain" && verb.lemma() != "stay") return false;
  for (Token c : verb.children()) {
    if (c.dep() == Dep::kattr && IsRelated(c.index())) return true;
    if (c.dep() == Dep::kacomp && lexicon_.IsMind(c.lower())) return true;
  }
  return false;
}

// An ally, a backer, a foe.
bool ActorReader::IsRelated(uint32_t token) const {
  const uint32_t d = description_of_[token];
  return d != kNone && descriptions_[d].head == token && descriptions_[d].noun->relation;
}

// ------------------------------------------------------------------------------------ descriptions

// "Two teams met", "the figures rose", "in Iranian ports": nothing says that these act for
// somebody.
bool ActorReader::ActsForSomebody(const Description& d, const TokenData& root) const {
  if (!d.noun->inherit) return true;
  const Token head = syntax_[root.head];
  if (d.noun->thing) {
    return !d.country.empty() && !(root.dep == Dep::kpobj && IsWhere(head.lower()));
  }
  if (d.has_donor || d.noun->title || (d.plural && !d.sector.empty())) return true;
  return root.dep == Dep::knsubj && lexicon_.IsSpeech(head.lemma());
}

void ActorReader::MentionDescriptions() {
  for (const Description& d : descriptions_) {
    if (d.is_title || unit_of_[d.head] != kNone || description_of_[d.head] == kNone) continue;
    if (&descriptions_[description_of_[d.head]] != &d) continue;
    const TokenData& t = syntax_.tokens[Root(d.head)];
    if (!ActsForSomebody(d, t)) continue;
    if (IsModifier(d.head) && t.dep != Dep::kposs) {
      const uint32_t governor = t.head;
      const bool named = unit_of_[governor] != kNone || description_of_[governor] != kNone;
      if (named || !lexicon_.IsAct(syntax_[governor].lemma())) continue;
    } else if (std::find(std::begin(kRoles), std::end(kRoles), t.dep) == std::end(kRoles)) {
      continue;
    }
    ActorMention m;
    m.tokens = PhraseOf(d);
    m.head = d.head;
    m.kind = MentionKind::kNominal;
    m.actor_kind = d.plural ? d.noun->plural : d.noun->singular;
    m.plural = d.plural;
    m.country = d.country;
    m.inferred = d.inferred;
    m.several = d.several;
    m.related = d.noun->relation;
    m.sector = d.sector;
    m.basis = "description \"" + Words(d.tokens) + "\"";
    if (!d.basis.empty()) m.basis += ", " + d.basis;
    m.rule = "actor/description";
    TokenRange bare = Bounded(m.tokens, m.head);
    while (bare.first < m.head && syntax_[bare.first].pos() == Pos::kDET) ++bare.first;
    m.name = Words(bare);
    if (m.actor_kind == ActorKind::kPerson && d.noun->title) m.title = Words(d.tokens);
    Add(std::move(m));
  }
}

// ---------------------------------------------------------------------------------------- pronouns

void ActorReader::MentionPronouns() {
  for (uint32_t i = 0; i < syntax_.size(); ++i) {
    const Token t = syntax_[i];
    if (t.pos() != Pos::kPRON || unit_of_[i] != kNone || t.dep() == Dep::kexpl) continue;
    const std::string_view w = t.lower();
    ActorMention m;
    if (t.tag() == Tag::kPRP || t.tag() == Tag::kPRPS) {
      if (w.ends_with("self") || w.ends_with("selves") || w == "mine" || w == "one") continue;
      const bool he = w == "he" || w == "him" || w == "his", she = w == "she" || w == "her";
      m.plural = w.starts_with("the") || w == "we" || w == "us" || w == "our" || w == "ours";
      const bool person = he || she || w == "i" || w == "me" || w == "my" || w.starts_with("you");
      m.gender = he ? Gender::kMale : she ? Gender::kFemale : Gender::kUnknown;
      m.actor_kind = person     ? ActorKind::kPerson
                     : m.plural ? ActorKind::kGroup
                                : ActorKind::kOrganization;
      m.rule = "actor/pronoun";
      m.basis = "pronoun";
    } else if (w == "who" || w == "whom" || w == "which") {
      if (!IsRelative(t)) continue;
      m.actor_kind = w == "which" ? ActorKind::kOrganization : ActorKind::kPerson;
      m.rule = "actor/relative-pronoun";
      m.basis = "relative pronoun";
    } else {
      continue;
    }
    m.tokens = {i, i + 1};
    m.head = i;
    m.kind = MentionKind::kPronoun;
    m.name = std::string(t.text());
    Add(std::move(m));
  }
}

std::vector<ActorMention> ActorReader::Read() {
  ReadMatches(ScanNames(syntax_, lexicon_.names()));
  ReadEntities();
  ReadAcronyms();
  ReadUnnamedAfterTitles();
  ReadKnownSurnames();
  ReadTitles();
  DropPlaces();
  Describe();
  MentionUnits();
  MentionDescriptions();
  MentionPronouns();
  std::stable_sort(mentions_.begin(), mentions_.end(),
                   [](const ActorMention& a, const ActorMention& b) { return a.head < b.head; });
  const auto same_head = [](const ActorMention& a, const ActorMention& b) {
    return a.head == b.head;
  };
  mentions_.erase(std::unique(mentions_.begin(), mentions_.end(), same_head), mentions_.end());
  return std::move(mentions_);
}

}  // namespace averment
