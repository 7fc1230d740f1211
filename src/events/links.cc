// HOW IT WORKS
//
// A denial names what it denies ("denied shelling the town") or points back at it ("denied the
// charge").  Either way the article has often said before who claims it; that claim is what is
// denied, and it stays, attributed to whoever makes it.
//
// Two mentions are of one event if they say the same kind of thing (type, code, status) of the same
// parties, by the same word or by a noun that points back ("the talks"), and no date or party of
// one contradicts the other.  Rather two lines for one event than one line for two.

#include "src/events/links.h"

#include <algorithm>
#include <string_view>

#include "src/events/candidates.h"
#include "src/events/grammar.h"

namespace averment::events {
namespace {

bool IsAboutSomething(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kRequest:
    case EventType::kReject:
    case EventType::kThreaten:
    case EventType::kAccuse:
    case EventType::kConcede:
    case EventType::kSupport: return true;
    default: return false;
  }
}

constexpr uint32_t kMostBefore = 64;
constexpr uint32_t kSentencesBack = 12;  // How far a denial is from what it denies.
constexpr size_t kFewestLetters = 4;     // Of a stem that two words share.

enum class Fit : uint8_t { kApart, kUnknown, kShared };

class Linker {
 public:
  Linker(const LinkLayers& layers, std::vector<Event>& events)
      : s_(layers.syntax),
        actors_(layers.actors),
        attributions_(layers.attributions),
        events_(events) {}

  // The claim that a denial answers: the nearest event before it of which the denier is said by
  // somebody else to be the source, else the accusation that it is the target of.
  std::optional<uint32_t> ClaimDenied(uint32_t denial) const {
    const Event& d = events_[denial];
    const Event* content =
        d.of && d.of->kind == FindingRef::Kind::kEvent ? &events_[d.of->index] : nullptr;
    std::optional<uint32_t> accusation;
    for (uint32_t i = denial, steps = 0; i-- > 0 && steps < kMostBefore; ++steps) {
      const Event& e = events_[i];
      if (SentenceOf(d) - SentenceOf(e) > kSentencesBack) break;
      if (&e == content || e.status == EventStatus::kNegated || IsDenial(e)) continue;
      const bool others = e.attribution && !IsSaidBy(*e.attribution, d.sources);
      const bool same_kind = content == nullptr || content->type == e.type;
      if (others && same_kind && IsConflict(e.type) && Meet(e.sources, d.sources)) return i;
      if (content == nullptr && !accusation && e.type == EventType::kAccuse &&
          Meet(e.targets, d.sources) && !Meet(e.sources, d.sources)) {
        accusation = i;
      }
    }
    return accusation;
  }

  bool IsSame(uint32_t first, uint32_t later) const {
    const Event &a = events_[first], &b = events_[later];
    if (a.type != b.type || a.status != b.status || Root(a) != Root(b)) return false;
    const Fit sources = Compare(a.sources, b.sources), targets = Compare(a.targets, b.targets);
    if (sources == Fit::kApart || targets == Fit::kApart) return false;
    if (sources != Fit::kShared && targets != Fit::kShared) return false;
    if (a.date.basis == EventDateBasis::kStated && b.date.basis == EventDateBasis::kStated &&
        AreApart(a.date, b.date)) {
      return false;
    }
    const bool both = sources == Fit::kShared && targets == Fit::kShared;
    if (IsPointingBack(b)) return both || ShareStem(a, b) || a.type == EventType::kConsult;
    return both && ShareStem(a, b);
  }

 private:
  uint32_t SentenceOf(const Event& e) const { return s_.tokens[e.trigger].sentence; }

  static std::string_view Root(const Event& e) { return std::string_view(e.cameo).substr(0, 2); }

  static bool IsConflict(EventType type) {
    return type == EventType::kAssault || type == EventType::kCoerce ||
           type == EventType::kMobilize || type == EventType::kSanction ||
           type == EventType::kAid || type == EventType::kSupport;
  }

  // One actor, or the leaders and bodies of one state's government.
  bool AreOne(uint32_t a, uint32_t b) const {
    if (a == b) return true;
    const Actor &x = actors_[a], &y = actors_[b];
    return !x.country.empty() && x.country == y.country && IsState(x) && IsState(y);
  }
  static bool IsState(const Actor& a) {
    return a.kind == ActorKind::kCountry || a.sector.find("GOV") != std::string::npos ||
           a.sector.find("MIL") != std::string::npos;
  }

  bool Meet(const std::vector<Participant>& a, const std::vector<Participant>& b) const {
    return std::ranges::any_of(a, [&](const Participant& x) {
      return std::ranges::any_of(b, [&](const Participant& y) { return AreOne(x.actor, y.actor); });
    });
  }

  bool IsSaidBy(uint32_t attribution, const std::vector<Participant>& who) const {
    const std::optional<uint32_t> source = attributions_[attribution].source;
    return source &&
           std::ranges::any_of(who, [&](const Participant& p) { return AreOne(*source, p.actor); });
  }

  // The same actors, or some of them where one mention names fewer.
  static Fit Compare(const std::vector<Participant>& a, const std::vector<Participant>& b) {
    if (a.empty() || b.empty()) return Fit::kUnknown;
    const auto& fewer = a.size() <= b.size() ? a : b;
    const auto& more = a.size() <= b.size() ? b : a;
    const bool held = std::ranges::all_of(fewer, [&](const Participant& p) {
      return std::ranges::find(more, p.actor, &Participant::actor) != more.end();
    });
    return held ? Fit::kShared : Fit::kApart;
  }

  static bool AreApart(const EventDate& a, const EventDate& b) {
    return (a.latest && b.earliest && *a.latest < *b.earliest) ||
           (b.latest && a.earliest && *b.latest < *a.earliest);
  }

  // "attack", "attacked", "attacks"; "meet", "meeting".
  bool ShareStem(const Event& a, const Event& b) const {
    const std::string_view x = s_[a.trigger].lemma(), y = s_[b.trigger].lemma();
    const size_t size = std::min(x.size(), y.size());
    return size >= kFewestLetters ? x.substr(0, size) == y.substr(0, size) : x == y;
  }

  // "the talks", "this attack", without saying whose.
  bool IsPointingBack(const Event& e) const {
    const TokenData& t = s_.tokens[e.trigger];
    if (t.pos != Pos::kNOUN) return false;
    return std::ranges::any_of(s_[e.trigger].child_indices(), [&](uint32_t c) {
      const std::string_view word = s_[c].lower();
      return s_.tokens[c].dep == Dep::kdet && (word == "the" || word == "this" || word == "that" ||
                                               word == "these" || word == "those");
    });
  }

  const Syntax& s_;
  std::span<const Actor> actors_;
  std::span<const Attribution> attributions_;
  std::vector<Event>& events_;
};

// One mention tells the date for both.
void InheritDate(Event& first, Event& later) {
  const bool first_says = first.date.basis == EventDateBasis::kStated;
  const bool later_says = later.date.basis == EventDateBasis::kStated;
  if (first_says == later_says) return;
  Event& silent = first_says ? later : first;
  silent.date = (first_says ? first : later).date;
  silent.date.basis = EventDateBasis::kInherited;
}

}  // namespace

bool IsDenial(const Event& event) {
  return event.type == EventType::kReject && event.cameo.starts_with("016");
}

void LinkContents(const Syntax& syntax, std::vector<Event>& events) {
  EventsSoFar index(syntax);
  for (const Event& e : events) index.Mark(e.trigger);
  for (Event& e : events) {
    if (!IsAboutSomething(e.type)) continue;
    std::vector<uint32_t> contents;
    ContentsOf(syntax, e.trigger, contents);
    for (uint32_t token : contents) {
      const uint32_t of = index.At(token);
      if (of == kNoEvent || &events[of] == &e) continue;
      e.of = FindingRef{FindingRef::Kind::kEvent, of};
      break;
    }
  }
}

void LinkDenials(const LinkLayers& layers, const PointsBack& points_back,
                 std::vector<Event>& events) {
  const Linker linker(layers, events);
  for (uint32_t i = 0; i < events.size(); ++i) {
    Event& e = events[i];
    if (!IsDenial(e) || (!e.of && !points_back(e))) continue;
    if (const auto claim = linker.ClaimDenied(i)) {
      e.of = FindingRef{FindingRef::Kind::kEvent, *claim};
    }
  }
}

void LinkRepeats(const LinkLayers& layers, std::vector<Event>& events) {
  const Linker linker(layers, events);
  for (uint32_t i = 0; i < events.size(); ++i) {
    for (uint32_t k = i - std::min(i, kMostBefore); k < i; ++k) {
      if (events[k].same_as || !linker.IsSame(k, i)) continue;
      events[i].same_as = k;
      InheritDate(events[k], events[i]);
      break;
    }
  }
}

}  // namespace averment::events
