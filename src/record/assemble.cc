// Nothing is decided here.  The finders said it all; this file only spells it for readers outside:
// an index becomes an id ("e3"), an enum its word, bytes become code points, scores get three
// decimals.  The one thing it derives is the way back of a denial: the denial names what it denies
// (`of`), and the denied event lists it in `disputed_by`.

#include "src/record/assemble.h"

#include <cmath>

#include "src/base/sha256.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

std::string_view Word(DateBasis b) {
  switch (b) {
    case DateBasis::kNone: return "none";
    case DateBasis::kGiven: return "given";
    case DateBasis::kMetadata: return "metadata";
    case DateBasis::kText: return "text";
  }
  return "";
}

std::string_view Word(SentenceKind k) {
  switch (k) {
    case SentenceKind::kHeadline: return "headline";
    case SentenceKind::kDateline: return "dateline";
    case SentenceKind::kBody: return "body";
    case SentenceKind::kBoilerplate: return "boilerplate";
  }
  return "";
}

std::string_view Word(ActorKind k) {
  switch (k) {
    case ActorKind::kPerson: return "person";
    case ActorKind::kOrganization: return "organization";
    case ActorKind::kCountry: return "country";
    case ActorKind::kGroup: return "group";
    case ActorKind::kPeople: return "people";
  }
  return "";
}

std::string_view Word(MentionKind k) {
  switch (k) {
    case MentionKind::kName: return "name";
    case MentionKind::kNominal: return "nominal";
    case MentionKind::kPronoun: return "pronoun";
  }
  return "";
}

std::string_view Word(TimexType t) {
  switch (t) {
    case TimexType::kDate: return "DATE";
    case TimexType::kTime: return "TIME";
    case TimexType::kDuration: return "DURATION";
    case TimexType::kSet: return "SET";
  }
  return "";
}

std::string_view Word(TimexMod m) {
  switch (m) {
    case TimexMod::kNone: return "";
    case TimexMod::kBefore: return "BEFORE";
    case TimexMod::kAfter: return "AFTER";
    case TimexMod::kOnOrBefore: return "ON_OR_BEFORE";
    case TimexMod::kOnOrAfter: return "ON_OR_AFTER";
    case TimexMod::kLessThan: return "LESS_THAN";
    case TimexMod::kMoreThan: return "MORE_THAN";
    case TimexMod::kEqualOrLess: return "EQUAL_OR_LESS";
    case TimexMod::kEqualOrMore: return "EQUAL_OR_MORE";
    case TimexMod::kStart: return "START";
    case TimexMod::kMid: return "MID";
    case TimexMod::kEnd: return "END";
    case TimexMod::kApprox: return "APPROX";
  }
  return "";
}

std::string_view Word(AttributionKind k) {
  switch (k) {
    case AttributionKind::kDirect: return "direct";
    case AttributionKind::kIndirect: return "indirect";
    case AttributionKind::kMixed: return "mixed";
  }
  return "";
}

std::string_view Word(EventStatus s) {
  switch (s) {
    case EventStatus::kActual: return "actual";
    case EventStatus::kPlanned: return "planned";
    case EventStatus::kHypothetical: return "hypothetical";
    case EventStatus::kRequested: return "requested";
    case EventStatus::kNegated: return "negated";
  }
  return "";
}

std::string_view Word(EventDateBasis b) {
  switch (b) {
    case EventDateBasis::kNone: return "none";
    case EventDateBasis::kStated: return "stated";
    case EventDateBasis::kInherited: return "inherited";
    case EventDateBasis::kTense: return "tense";
  }
  return "";
}

std::string Id(char letter, size_t index) { return letter + std::to_string(index + 1); }

std::string Id(char letter, const std::optional<uint32_t>& index) {
  return index ? Id(letter, size_t(*index)) : "";
}

// The ids of the actors that the record lists, by index; empty for those it leaves out: pronouns
// that nobody could resolve and that no finding speaks of.
std::vector<std::string> ActorIds(const Document& doc) {
  std::vector<bool> listed(doc.actors.size());
  for (size_t i = 0; i < listed.size(); ++i) listed[i] = doc.actors[i].basis != "unresolved";
  for (const Attribution& q : doc.attributions) {
    if (q.source) listed[*q.source] = true;
  }
  for (const Event& e : doc.events) {
    for (const Participant& p : e.sources) listed[p.actor] = true;
    for (const Participant& p : e.targets) listed[p.actor] = true;
  }
  std::vector<std::string> ids(doc.actors.size());
  size_t count = 0;
  for (size_t i = 0; i < ids.size(); ++i) {
    if (listed[i]) ids[i] = Id('a', count++);
  }
  return ids;
}

std::string Iso(const std::optional<Date>& date) { return date ? ToIso(*date) : ""; }

double Rounded(double value, double parts) { return std::round(value * parts) / parts; }

// Reads one document; gone when its record is made.
class Assembler {
 public:
  explicit Assembler(const Document& doc)
      : doc_(doc), points_(doc.article->text), actor_ids_(ActorIds(doc)) {}

  Record::Article Article() const {
    const averment::Article& a = *doc_.article;
    Record::Article r;
    r.id = a.id;
    r.title = a.title;
    r.published = Iso(doc_.published);
    r.published_basis = Word(doc_.published_basis);
    if (doc_.published_span) r.published_span = Make(*doc_.published_span);
    r.published_other = Iso(doc_.published_other);
    if (const auto& filed = doc_.filed_from) {
      r.dateline.emplace();
      if (filed->place) r.dateline->place = filed->place->text();
      if (filed->date) r.dateline->date = ToIso(filed->date->date);
    }
    r.source = a.source;
    r.url = a.url;
    r.language = "en";
    r.sha256 = Sha256(a.text);
    if (a.text_was_repaired) r.text = a.text;
    return r;
  }

  std::vector<Record::Sentence> Sentences() const {
    std::vector<Record::Sentence> made;
    for (const SentenceData& s : doc_.syntax.sentences) {
      if (s.span.empty()) continue;
      made.push_back({points_.At(s.span.begin), points_.At(s.span.end), std::string(Word(s.kind))});
    }
    return made;
  }

  std::vector<Record::Actor> Actors() const {
    std::vector<Record::Actor> made;
    for (size_t i = 0; i < doc_.actors.size(); ++i) {
      if (actor_ids_[i].empty()) continue;
      const Actor& a = doc_.actors[i];
      Record::Actor r{actor_ids_[i], a.name,   std::string(Word(a.kind)),
                      a.country,     a.sector, a.title,
                      a.basis,       {},       a.rule};
      for (uint32_t m : a.mentions) {
        const ActorMention& mention = doc_.actor_mentions[m];
        r.mentions.push_back({Make(mention.span), std::string(Word(mention.kind))});
      }
      made.push_back(std::move(r));
    }
    return made;
  }

  std::vector<Record::Time> Times() const {
    std::vector<Record::Time> made;
    for (const Timex& t : doc_.mentions.times) {
      made.push_back({Id('t', made.size()), Make(t.span), std::string(Word(t.type)), t.value,
                      std::string(Word(t.mod)), Iso(t.earliest), Iso(t.latest), t.rule});
    }
    return made;
  }

  std::vector<Record::Attribution> Attributions() const {
    std::vector<Record::Attribution> made;
    for (const Attribution& q : doc_.attributions) {
      made.push_back({Id('q', made.size()), std::string(Word(q.kind)),
                      q.source ? actor_ids_[*q.source] : "", Make(q.source_spans), Make(q.cue),
                      Make(q.content), Id('q', q.within), q.rule});
    }
    return made;
  }

  std::vector<Record::Event> Events() const {
    std::vector<Record::Event> made;
    for (const Event& e : doc_.events) {
      Record::Event r;
      r.id = Id('e', made.size());
      r.type = ToString(e.type);
      r.mode = e.mode;
      r.cameo = e.cameo;
      if (e.plover) r.plover = ToString(*e.plover);
      r.status = Word(e.status);
      r.sources = Make(e.sources);
      r.targets = Make(e.targets);
      r.time = Id('t', e.time);
      r.date = {Iso(e.date.earliest), Iso(e.date.latest), std::string(Word(e.date.basis)), {}};
      if (e.date.from) r.date.from = Make(*e.date.from);
      r.attribution = Id('q', e.attribution);
      r.of = Id('e', e.of);
      r.evidence = Make(e.evidence);
      r.confidence = Rounded(e.confidence, 1000);
      r.rule = e.rule;
      made.push_back(std::move(r));
    }
    for (size_t i = 0; i < made.size(); ++i) {
      const Event& e = doc_.events[i];
      if (IsDenial(e)) made[*e.of].disputed_by.push_back(made[i].id);
    }
    return made;
  }

 private:
  // CAMEO 016, "deny responsibility", is PLOVER's REJECT here (docs/record_format.md).
  static bool IsDenial(const Event& e) {
    return e.of && e.type == EventType::kReject && e.cameo.starts_with("016");
  }

  Record::Span Make(const Span& s) const {
    return {points_.At(s.begin), points_.At(s.end), std::string(s.text())};
  }

  std::vector<Record::Span> Make(const std::vector<Span>& spans) const {
    std::vector<Record::Span> made;
    for (const Span& s : spans) made.push_back(Make(s));
    return made;
  }

  std::vector<Record::Participant> Make(const std::vector<Participant>& participants) const {
    std::vector<Record::Participant> made;
    for (const Participant& p : participants) {
      made.push_back({actor_ids_[p.actor], Make(p.span)});
    }
    return made;
  }

  const Document& doc_;
  CodePointIndex points_;
  std::vector<std::string> actor_ids_;
};

}  // namespace

Record Assemble(const Document& doc, const Record::Coder& coder) {
  const Assembler from(doc);
  Record record;
  record.coder = coder;
  record.document = from.Article();
  record.sentences = from.Sentences();
  record.actors = from.Actors();
  record.times = from.Times();
  record.attributions = from.Attributions();
  record.events = from.Events();
  return record;
}

}  // namespace averment
