// HOW IT WORKS
//
// A rule says which words speak of a plan, where in the tree the thing planned stands (`what`), and
// which prepositions lead to its dates (`when`).  What is planned is a noun that the knowledge
// lists ("conference") or an act ("agreed to withdraw its troops"); the status of the clause
// (status.h) leaves out what nobody intends.  Mentions of one thing are put together in
// plan_mention.cc.

#include "src/events/plans.h"

#include <algorithm>
#include <array>

#include "src/events/grammar.h"
#include "src/events/plan_mention.h"
#include "src/events/time_links.h"
#include "src/syntax/clause.h"

namespace averment {
namespace events {
namespace {

enum PlanChoice : size_t { kPlanSays, kStanding };
enum PlanRole : size_t { kWhat, kWhen, kParty };

// The classes of planned things and the types that they are as events.
std::string TypeClass(EventType type) { return "TYPE_" + std::string(ToString(type)); }

class PlanReader {
 public:
  explicit PlanReader(const TopicText& text, const Words& words)
      : text_(text),
        s_(text.syntax()),
        links_(LinkTimes(s_, text.layers().found.times)),
        book_(text) {
    for (size_t t = 0; t <= size_t(EventType::kAssault); ++t) {
      const std::string name = TypeClass(EventType(t));
      if (words.HasClass(name)) types_.push_back({words.ClassId(name), EventType(t)});
    }
  }

  std::vector<Plan> Read() {
    for (uint32_t i = 0; i < s_.size(); ++i) {
      if (s_[i].sentence().kind == SentenceKind::kBoilerplate) continue;
      text_.FirstAt(i, [&](const Match& match) { return Take(match); });
    }
    return book_.Take();
  }

 private:
  struct TypeOfClass {
    uint32_t class_id;
    EventType type;
  };

  Refusal Take(const Match& match) {
    const Rule& rule = *match.rule;
    const std::optional<PlannedThing> thing = ThingOf(match);
    if (!thing) return "nothing that can be planned stands where it looks for it";
    PlanMention m;
    m.thing = *thing;
    m.says = PlanSays(*rule.choices[kPlanSays]);
    m.dates = DatesOf(match, *thing);
    if (rule.roles[kWhen].required && m.dates.empty()) return "it needs a date, and none is there";
    if (IsBygone(match, m.dates)) return "its dates lie behind";
    if (!IsMeant(match)) return "nobody intends it: it is demanded, denied, or merely thought of";
    if (m.dates.empty() && IsEpithet(match.trigger)) return "before a noun it tells nothing new";
    m.trigger = match.trigger;
    m.attribution = text_.AttributionOf(match.trigger, match.trigger);
    m.rule = rule.id;
    m.parties = PartiesOf(match, *thing);
    if (thing->act && m.parties.empty()) return "nobody is named who would do it";
    // "decided to flee": news only with a date, or where the act is news itself.
    const bool bare = WordsOf(text_, *thing) == s_[thing->head].span();
    if (thing->act && bare && m.dates.empty() && !text_.EventAt(thing->head)) {
      return "an act in one word, without a date, that is no event";
    }
    m.evidence = {s_[match.trigger].span()};
    AddEvidence(m, WordsOf(text_, *thing));
    for (const ScheduleItem& date : m.dates) AddEvidence(m, date.evidence[0]);
    m.place = PlaceOf(match, *thing);
    m.type = TypeOf(*thing);
    book_.Add(std::move(m));
    return nullptr;
  }

  static void AddEvidence(PlanMention& m, const Span& span) {
    if (std::ranges::find(m.evidence, span) == m.evidence.end()) m.evidence.push_back(span);
  }

  // "called a strike for Monday last week": what was to come is over.
  bool IsBygone(const Match& match, const std::vector<ScheduleItem>& dates) const {
    const std::optional<Date>& today = text_.layers().published;
    const PlanSays says = PlanSays(*match.rule->choices[kPlanSays]);
    const bool ahead = says == PlanSays::kIntends || says == PlanSays::kSets;
    if (!today || !ahead || match.rule->choices[kStanding] || dates.empty()) return false;
    return std::ranges::all_of(dates, [&](const ScheduleItem& d) {
      // "Today's summit failed".
      const bool over = match.kind == WordKind::kNoun && d.latest == today;
      return d.latest && (*d.latest < *today || over);
    });
  }

  // Whether somebody intends it: neither demanded, nor denied, nor merely thought of.
  bool IsMeant(const Match& match) const {
    const Judgement judged = text_.Judge(match);
    if (judged.silent || ClauseOf(s_, match.trigger).conditioned) return false;
    const auto standing = match.rule->choices[kStanding];
    const bool past = standing && DateStanding(*standing) != DateStanding::kCurrent;
    switch (judged.status) {
      case EventStatus::kActual:
      case EventStatus::kPlanned: return true;
      case EventStatus::kNegated: return past;
      case EventStatus::kRequested: return false;
      case EventStatus::kHypothetical: break;
    }
    return past || std::ranges::all_of(judged.because, [&](uint32_t token) {
             return s_[token].lower() == "would" || text_.InClass(token, "HOPE");
           });
  }

  // "the long-delayed talks"
  bool IsEpithet(uint32_t trigger) const { return s_.tokens[trigger].dep == Dep::kamod; }

  std::optional<EventType> TypeOfNoun(uint32_t token) const {
    for (const TypeOfClass& t : types_) {
      if (text_.words().InClass(token, t.class_id)) return t.type;
    }
    return std::nullopt;
  }

  bool IsThing(uint32_t token) const {
    return IsNoun(s_, token) && (TypeOfNoun(token) || text_.InClass(token, "OCCASION"));
  }

  std::optional<PlannedThing> ThingOf(const Match& match) const {
    for (const Path& path : match.rule->roles[kWhat].paths) {
      const bool act = path.back().kind == StepKind::kContent || path[0].kind == StepKind::kItself;
      for (uint32_t token : text_.roles().Follow(match, path)) {
        if (IsCircumstance(token)) continue;
        if (const auto thing = ThingAt(token, act)) return thing;
      }
    }
    return std::nullopt;
  }

  // "agreed AFTER three days of talks".
  bool IsCircumstance(uint32_t token) const {
    const TokenData& t = s_.tokens[token];
    if (t.dep != Dep::kpobj && t.dep != Dep::kpcomp) return false;
    const std::string_view word = s_[t.head].lower();
    return word != "to" && word != "on" && word != "for" && word != "of" && word != "about";
  }

  bool IsPronounOfThing(uint32_t token) const {
    const std::string_view word = s_[token].lower();
    return word == "it" || word == "they" || word == "them";
  }

  // `act`: a verb will do.
  std::optional<PlannedThing> ThingAt(uint32_t token, bool act) const {
    if (IsPronounOfThing(token)) return PlannedThing{token, false, true};
    if (IsThing(token)) return PlannedThing{token, false, false};
    if (IsNoun(s_, token)) {
      std::vector<uint32_t> held;
      if (text_.InClass(token, "VESSEL")) PrepositionObjects(s_, token, "of", held);
      for (uint32_t t : held) {
        if (IsThing(t)) return PlannedThing{t, false, false};
      }
      return std::nullopt;
    }
    if (!act || !IsVerb(s_, token) || ClauseOf(s_, token).negated) return std::nullopt;
    const auto object = ObjectOf(s_, token);
    if (object && IsThing(*object)) return PlannedThing{*object, false, false};
    if (text_.InClass(token, "NO_ACT")) return std::nullopt;
    return PlannedThing{token, true, false};
  }

  // The dates that hang, by the rule's prepositions, on the trigger or where the path leads.
  std::vector<ScheduleItem> DatesOf(const Match& match, const PlannedThing& thing) const {
    std::vector<ScheduleItem> dates;
    for (const Path& path : match.rule->roles[kWhen].paths) {
      const struct Step& last = path.back();
      const std::string_view word =
          last.kind == StepKind::kPreposition ? std::string_view(last.preposition) : "adverbial";
      std::vector<uint32_t> anchors = match.tokens;
      if (match.carrier) anchors.push_back(*match.carrier);
      if (path.size() > 1) {
        anchors = text_.roles().Follow(match, Path(path.begin(), path.end() - 1));
        anchors.push_back(thing.head);
      }
      for (uint32_t anchor : anchors) AddDates(match, anchor, word, dates);
    }
    std::ranges::stable_sort(dates, {}, [](const ScheduleItem& d) { return d.evidence[0].begin; });
    return dates;
  }

  void AddDates(const Match& match, uint32_t anchor, std::string_view word,
                std::vector<ScheduleItem>& dates) const {
    const auto standing = match.rule->choices[kStanding];
    const bool ruled_out = standing && DateStanding(*standing) == DateStanding::kRuledOut;
    for (auto l = std::ranges::lower_bound(links_, anchor, {}, &TimeLink::anchor);
         l != links_.end() && l->anchor == anchor; ++l) {
      if (l->word != word) continue;
      const Timex& time = text_.layers().found.times[l->time];
      const bool known = std::ranges::any_of(
          dates, [&](const ScheduleItem& d) { return d.evidence[0] == time.span; });
      if (known) continue;
      ScheduleItem item = ScheduledFor(time, *l, ruled_out);
      item.standing = standing ? DateStanding(*standing) : DateStanding::kCurrent;
      // "will not meet before August": from August on it may.
      if (ruled_out && item.mod == TimexMod::kOnOrAfter) item.standing = DateStanding::kCurrent;
      const PlanSays says = PlanSays(*match.rule->choices[kPlanSays]);
      const bool moves = says == PlanSays::kPostpones || says == PlanSays::kAdvances;
      if (moves && word == "from") item.standing = DateStanding::kOriginal;
      dates.push_back(std::move(item));
    }
  }

  std::vector<Participant> PartiesOf(const Match& match, const PlannedThing& thing) const {
    std::vector<Participant> parties = text_.roles().Fill(match, match.rule->roles[kParty]);
    std::vector<uint32_t> with;
    for (const char* preposition : {"with", "between", "among"}) {
      PrepositionObjects(s_, thing.head, preposition, with);
    }
    for (uint32_t token : with) {
      std::vector<Participant> more;
      text_.roles().Participants(token, false, more);
      for (const Participant& p : more) {
        if (std::ranges::find(parties, p.actor, &Participant::actor) == parties.end()) {
          parties.push_back(p);
        }
      }
    }
    return parties;
  }

  // Behind "in" and "at"; or before the noun: "the Geneva conference".
  std::optional<uint32_t> PlaceOf(const Match& match, const PlannedThing& thing) const {
    std::vector<uint32_t> from = match.tokens;
    from.push_back(thing.head);
    if (const uint32_t head = s_.tokens[thing.head].head; IsVerb(s_, head)) from.push_back(head);
    if (const auto place = text_.PlaceBelow(from)) return place;
    for (uint32_t c : s_[thing.head].child_indices()) {
      if (s_.tokens[c].dep != Dep::kcompound) continue;
      const auto place = text_.PlaceAt(c);
      if (!place) continue;
      const PlacePrecision precision = text_.layers().found.places[*place].precision;
      if (precision == PlacePrecision::kCity || precision == PlacePrecision::kSite) return place;
    }
    return std::nullopt;
  }

  std::optional<EventType> TypeOf(const PlannedThing& thing) const {
    if (const auto event = text_.EventAt(thing.head)) return text_.layers().events[*event].type;
    return TypeOfNoun(thing.head);
  }

  const TopicText& text_;
  const Syntax& s_;
  std::vector<TimeLink> links_;
  std::vector<TypeOfClass> types_;
  PlanBook book_;
};

}  // namespace

const Dialect& PlanDialect() {
  static const Dialect kDialect = {
      "plan",
      {"rules.txt"},
      {{"says",
        {"intends", "sets", "moves", "postpones", "advances", "cancels", "confirms", "holds",
         "nothing"}},
       {"standing", {"original", "superseded", "ruled-out", "current"}}},
      {"what", "when", "party"}};
  return kDialect;
}

}  // namespace events

Result<PlanFinder> PlanFinder::Load(const KnowledgePath& knowledge) {
  Result<events::TopicLanguage> language =
      events::TopicLanguage::Load(knowledge, events::PlanDialect());
  if (!language.ok()) return language.status();
  for (const char* name : {"OCCASION", "HOPE", "ANOTHER", "NO_ACT"}) {
    if (language.value().words.HasClass(name)) continue;
    return Status(knowledge.base() + "/plan/classes.txt: there is no class " + name);
  }
  return PlanFinder(std::move(language).value());
}

std::vector<Plan> PlanFinder::Find(const events::TopicLayers& layers, events::Trace* trace) const {
  const events::TopicText text(language_, layers, trace);
  return events::PlanReader(text, language_.words).Read();
}

}  // namespace averment
