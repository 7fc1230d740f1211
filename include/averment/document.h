// A document: an article and the layers that Averment builds over it, in order.  Each layer is made
// by one stage from the layers before it and never changed afterwards (see src/pipeline.cc).  The
// article, its text and its syntax stand in syntax.h.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/date.h"
#include "averment/record.h"
#include "averment/syntax.h"

namespace averment {

// --------------------------------------------------------------------------------------- mentions

// An expression of time, without its preposition, resolved as TIMEX3 (Pustejovsky et al. 2003).
enum class TimexType : uint8_t { kDate, kTime, kDuration, kSet };
enum class TimexMod : uint8_t {
  kNone,
  kBefore,
  kAfter,
  kOnOrBefore,
  kOnOrAfter,
  kLessThan,
  kMoreThan,
  kEqualOrLess,
  kEqualOrMore,
  kStart,
  kMid,
  kEnd,
  kApprox
};
struct Timex {
  Span span;
  TokenRange tokens;
  TimexType type = TimexType::kDate;
  std::string value;  // "2013-06", "P12D", "2013-W26", "PAST_REF".
  TimexMod mod = TimexMod::kNone;
  std::optional<Date> earliest, latest;  // First and last day it may mean; absent where unbounded.
  RuleId rule;
};

enum class ActorKind : uint8_t { kPerson, kOrganization, kCountry, kGroup, kPeople };
enum class MentionKind : uint8_t { kName, kNominal, kPronoun };
enum class Gender : uint8_t { kUnknown, kMale, kFemale };

// A noun phrase that names or describes an actor.  `name`, `country`, `sector` and `title` are what
// this mention alone tells; coreference puts mentions together.
struct ActorMention {
  Span span;  // The phrase, without determiners before a name and without relative clauses.
  TokenRange tokens;
  uint32_t head;  // The head token.
  MentionKind kind = MentionKind::kName;
  ActorKind actor_kind = ActorKind::kOrganization;
  Gender gender = Gender::kUnknown;  // Of a person, where the words tell.
  bool plural = false;
  std::string name;        // Canonical where the lexicon knows it, else as written.
  std::string country;     // ISO 3166 alpha-3, or empty.
  bool related = false;    // Names a relation ("ally"): tells nothing of its possessor's country.
  bool inferred = false;   // The country is not told by the phrase but by what surrounds it.
  bool several = false;    // Its modifiers name several countries: "US and Russian negotiators".
  bool scene = false;      // A place that something may be done to; acts in nothing.
  std::string sector;      // "GOV", "GOV MIL" ..., or empty.
  std::string title;       // "Foreign Minister", or empty.
  std::string lexicon_id;  // The lexicon entry that named it, or empty.
  std::string basis;       // Why: "lexicon syria.government 1971-2024", "apposition", "title" ...
  RuleId rule;
  RuleId link;  // Why it is its actor; empty where the actor begins with it.
};

enum class PlacePrecision : uint8_t { kUnresolved, kSite, kCity, kAdmin1, kCountry };

// How a name of a place is used: for the place itself; before a noun ("the Geneva conference"); for
// those who act there ("Moscow said").
enum class PlaceUse : uint8_t { kLiteral, kModifier, kMetonym };

struct PlaceMention {
  Span span;
  TokenRange tokens;
  RuleId rule;  // Why it has the use of its place.
};

// A place, with all its mentions of one use.
struct Place {
  std::string name;                 // As the gazetteer has it, else as written.
  std::string country;              // ISO 3166 alpha-3, or empty.
  std::string admin1;               // Name of the first-order division, or empty.
  std::optional<double> lat, lon;   // Degrees, WGS 84; absent where unresolved.
  std::optional<int64_t> geonames;  // GeoNames' id.
  std::string feature;              // GeoNames' feature code ("PPLC", "ADM1", "PCLI"), or empty.
  PlacePrecision precision = PlacePrecision::kUnresolved;
  PlaceUse use = PlaceUse::kLiteral;
  std::vector<PlaceMention> mentions;  // In text order, never empty.
  std::string why;                     // Why it has no coordinates; empty where it has.
  RuleId rule;                         // Why this place and no other.
};

// How many: a number with its bounds, and what it counts.
struct Quantity {
  Span span;  // "at least 100,000": with the words that bound it, without what is counted.
  TokenRange tokens;
  std::optional<int64_t> low, high;  // Both inclusive; absent where unbounded.
  bool approximate = false;
  std::optional<uint32_t> counted;  // Head token of the noun phrase that is counted.
  RuleId rule;
};

struct Mentions {
  std::vector<Timex> times;          // In text order, never overlapping.
  std::vector<Place> places;         // In the order of their first mentions.
  std::vector<Quantity> quantities;  // In text order, never overlapping.
  std::vector<ActorMention> actors;  // In text order; a name inside a longer one is not repeated.
};

// -------------------------------------------------------------------------------------- discourse

// The person or body behind mentions.
struct Actor {
  std::string name;
  ActorKind kind = ActorKind::kOrganization;
  std::string country, sector, title, basis;
  std::vector<uint32_t> mentions;  // Indices into Document::actor_mentions, ascending.
  RuleId rule;
  std::vector<uint32_t> members = {};  // Of "both sides": indices of those actors, else empty.
};

enum class AttributionKind : uint8_t { kDirect, kIndirect, kMixed };

// Somebody's words, beliefs or intentions: who (source), by which words (cue), what (content).
struct Attribution {
  AttributionKind kind = AttributionKind::kIndirect;
  std::optional<uint32_t> source;  // Index into Document::actors.
  std::vector<Span> source_spans;
  std::vector<Span> cue;
  std::vector<Span> content;  // Quotation marks and "that" inside, closing comma and stop outside.
  std::optional<uint32_t> within;  // Index of the attribution that this one stands inside.
  uint32_t cue_token = 0;  // Head of the cue, or the root of the sentence of a bare quotation.
  RuleId rule;
};

// ----------------------------------------------------------------------------------------- events

// PLOVER's sixteen types (Halterman et al. 2023).
// clang-format off: a list.
#define AVERMENT_EVENT_TYPES(X)                                                                  \
  X(Agree) X(Consult) X(Support) X(Concede) X(Cooperate) X(Aid) X(Retreat) X(Request) X(Accuse)  \
  X(Reject) X(Threaten) X(Protest) X(Sanction) X(Mobilize) X(Coerce) X(Assault)
// clang-format on
#define AVERMENT_ENUM1(name) k##name,
enum class EventType : uint8_t { AVERMENT_EVENT_TYPES(AVERMENT_ENUM1) };
#undef AVERMENT_ENUM1
std::string_view ToString(EventType type);  // "AGREE".
std::optional<EventType> ParseEventType(std::string_view written);

// How the article, or the attributed source, commits to the event.
enum class EventStatus : uint8_t { kActual, kPlanned, kHypothetical, kRequested, kNegated };

struct Participant {
  uint32_t actor;  // Index into Document::actors.
  Span span;  // The noun phrase that fills the role here, pronouns too, without relative clauses.
};

// Names an attribution or an event of the same document.
struct FindingRef {
  enum class Kind : uint8_t { kAttribution, kEvent };
  Kind kind;
  uint32_t index;
  friend bool operator==(const FindingRef&, const FindingRef&) = default;
};

enum class EventDateBasis : uint8_t { kNone, kStated, kInherited, kTense };

struct EventDate {
  std::optional<Date> earliest, latest;
  EventDateBasis basis = EventDateBasis::kNone;
  std::optional<Span> from;  // The words the date was taken from.
};

struct Event {
  EventType type;
  std::string mode;                   // PLOVER mode, or empty.
  std::vector<std::string> contexts;  // PLOVER contexts, by name; without doubles.
  std::string cameo;                  // CAMEO code, or empty.
  std::optional<EventType> plover;    // What PLOVER's convention would code, if anything.
  EventStatus status = EventStatus::kActual;
  std::vector<Participant> sources, targets;
  std::optional<uint32_t> time;  // Index into Mentions::times.
  EventDate date;
  std::optional<uint32_t> place;  // Index into Mentions::places; never a metonym.
  std::optional<uint32_t>
      attribution;               // The innermost that asserts it; absent: the article itself.
  std::optional<FindingRef> of;  // What this one denies, demands, promises ...
  std::vector<FindingRef> disputed_by;  // What denies this one, other than by its `of`.
  std::optional<uint32_t> same_as;      // Index of the article's first mention of the same event.
  uint32_t trigger;                     // Its head token.
  std::vector<Span> evidence;           // Trigger first.
  float confidence = 0;                 // 0..1.
  RuleId rule;
};

// How the one of an asked pair acts on the other: the likeliest type, however unlikely.
struct Relation {
  EventType type = EventType::kConsult;
  std::optional<EventType> plover;  // As of an event; `type` where the convention codes nothing.
  float score = 0;                  // 0..1: how often such an answer is right.
  std::vector<Span> because;        // The words that tell.
  RuleId rule;
};

enum class PlanStatus : uint8_t {
  kPlanned,
  kConfirmed,
  kPostponed,
  kBroughtForward,
  kCancelled,
  kHeld
};

// What a date of a plan is worth: the first one known; a later one that no longer holds; one said
// to be impossible; the one that holds.
enum class DateStanding : uint8_t { kOriginal, kSuperseded, kRuledOut, kCurrent };

struct ScheduleItem {
  std::string value;  // As in Timex.
  TimexMod mod = TimexMod::kNone;
  std::optional<Date> earliest, latest;
  DateStanding standing = DateStanding::kCurrent;
  std::vector<Span> evidence;
};

// Something intended for later, and how it moves.
struct Plan {
  std::string what;               // The words for what is planned: "peace conference".
  std::optional<EventType> type;  // Of what is planned.
  std::vector<Participant> parties;
  PlanStatus status = PlanStatus::kPlanned;
  std::vector<ScheduleItem> schedule;
  std::optional<uint32_t> place;        // Index into Mentions::places.
  std::optional<uint32_t> attribution;  // The innermost that asserts it.
  std::vector<Span> evidence;
  RuleId rule;
};

enum class TollMeasure : uint8_t {
  kKilled,
  kInjured,
  kCasualties,  // Killed or injured together.
  kMissing,
  kDisplaced,
  kDetained,
  kKidnapped
};
enum class TollScope : uint8_t { kIncident, kCumulative };

// A harm that somebody counted.  Never summed, never merged.
struct Toll {
  TollMeasure measure = TollMeasure::kKilled;
  std::optional<int64_t> low, high;  // Both inclusive; absent where unbounded.
  bool approximate = false;
  std::string who;  // The words for those counted: "civilians".
  TollScope scope = TollScope::kIncident;
  std::string since, until;             // ISO dates as precise as said: "2011-03"; or empty.
  std::optional<uint32_t> place;        // Index into Mentions::places.
  std::optional<uint32_t> attribution;  // Who claims it; absent: the article itself.
  std::vector<FindingRef> disputed_by;
  std::string basis;  // How the claimant knows, in the article's words; or empty.
  RuleId basis_rule;  // Why we think so; empty where there is no basis.
  std::vector<Span> evidence;
  RuleId rule;
};

// Standing support or opposition, apart from single events.
struct Stance {
  Participant holder, toward;
  bool supports = true;
  std::string since;                    // As in Toll.
  std::optional<uint32_t> attribution;  // The innermost that asserts it.
  std::vector<Span> evidence;
  RuleId rule;
};

// --------------------------------------------------------------------------------------- document

// All of it.  Moves cheaply and keeps every span valid; the article lives on the heap.
struct Document {
  std::unique_ptr<const Article> article;
  Text text;
  // The publication date all stages work with: given, else the row's field, else the text's, else
  // none.
  std::optional<Date> published;
  DateBasis published_basis = DateBasis::kNone;
  std::optional<Span> published_span;   // Where it came from the text.
  std::optional<Date> published_other;  // What a lower-ranking source says, if over two days off.
  std::optional<FiledFrom> filed_from;  // The dateline.
  Syntax syntax;
  Mentions mentions;
  std::vector<ActorMention> actor_mentions;  // mentions.actors and those that coreference added.
  std::vector<Actor> actors;
  std::vector<Attribution> attributions;
  std::vector<Event> events;
  std::vector<Plan> plans;
  std::vector<Toll> tolls;
  std::vector<Stance> stances;
  std::optional<Relation> relation;  // Of Engine::Relate alone, and then no other finding.
  Record record;                     // All findings, for readers outside; positions in code points.
};

}  // namespace averment
