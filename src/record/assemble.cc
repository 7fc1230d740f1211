// Nothing is decided here.  The finders said it all; this file only spells it for readers outside:
// an index becomes an id ("e3"), an enum its word, bytes become code points, scores get three
// decimals.  The one thing it derives is the way back of a denial: the denial names what it denies
// (`of`), and the denied event lists it in `disputed_by`.

#include "src/record/assemble.h"

#include <algorithm>
#include <cmath>

#include "src/base/sha256.h"
#include "src/base/utf8.h"
#include "src/events/links.h"
#include "src/record/words.h"

namespace averment {
namespace {

std::string Id(char letter, size_t index) { return letter + std::to_string(index + 1); }

std::string Id(char letter, const std::optional<uint32_t>& index) {
  return index ? Id(letter, size_t(*index)) : "";
}

bool HasScenesAlone(const Document& doc, const Actor& actor) {
  return std::ranges::all_of(actor.mentions,
                             [&](uint32_t m) { return doc.actor_mentions[m].scene; });
}

// The ids of the actors that the record lists, by index; empty for those it leaves out: pronouns
// that nobody could resolve, and scenes, of which no finding speaks.
std::vector<std::string> ActorIds(const Document& doc) {
  std::vector<bool> listed(doc.actors.size());
  for (size_t i = 0; i < listed.size(); ++i) {
    const Actor& actor = doc.actors[i];
    listed[i] = actor.basis != "unresolved" && !HasScenesAlone(doc, actor);
  }
  for (const Attribution& q : doc.attributions) {
    if (q.source) listed[*q.source] = true;
  }
  for (const Event& e : doc.events) {
    for (const Participant& p : e.sources) listed[p.actor] = true;
    for (const Participant& p : e.targets) listed[p.actor] = true;
  }
  for (const Plan& p : doc.plans) {
    for (const Participant& party : p.parties) listed[party.actor] = true;
  }
  for (const Stance& s : doc.stances) listed[s.holder.actor] = listed[s.toward.actor] = true;
  for (size_t i = 0; i < listed.size(); ++i) {
    if (!listed[i]) continue;
    for (uint32_t member : doc.actors[i].members) listed[member] = true;
  }
  std::vector<std::string> ids(doc.actors.size());
  size_t count = 0;
  for (size_t i = 0; i < ids.size(); ++i) {
    if (listed[i]) ids[i] = Id('a', count++);
  }
  return ids;
}

std::string Id(const FindingRef& ref) {
  return Id(ref.kind == FindingRef::Kind::kEvent ? 'e' : 'q', size_t(ref.index));
}

std::string Iso(const std::optional<Date>& date) { return date ? ToIso(*date) : ""; }

double Rounded(double value, double parts) { return std::round(value * parts) / parts; }

// Reads one document; gone when its record is made.
class Assembler {
 public:
  explicit Assembler(const Document& doc)
      : doc_(doc),
        points_(doc.article->text),
        actor_ids_(ActorIds(doc)),
        taking_part_(TakingPart(doc)) {}

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
                      a.basis,       {},       {},
                      a.rule};
      for (uint32_t m : MentionsToList(a)) {
        const ActorMention& mention = doc_.actor_mentions[m];
        r.mentions.push_back({Make(mention.span), std::string(Word(mention.kind)), mention.link});
      }
      for (uint32_t member : a.members) r.members.push_back(actor_ids_[member]);
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
      r.contexts = e.contexts;
      r.cameo = e.cameo;
      if (e.plover) r.plover = ToString(*e.plover);
      r.status = Word(e.status);
      r.sources = Make(e.sources);
      r.targets = Make(e.targets);
      r.time = Id('t', e.time);
      r.date = {Iso(e.date.earliest), Iso(e.date.latest), std::string(Word(e.date.basis)), {}};
      if (e.date.from) r.date.from = Make(*e.date.from);
      r.place = Id('p', e.place);
      r.attribution = Id('q', e.attribution);
      for (const FindingRef& by : e.disputed_by) r.disputed_by.push_back(Id(by));
      if (e.of) r.of = Id(*e.of);
      r.same_as = Id('e', e.same_as);
      r.evidence = Make(e.evidence);
      r.confidence = Rounded(e.confidence, 1000);
      r.rule = e.rule;
      made.push_back(std::move(r));
    }
    for (size_t i = 0; i < made.size(); ++i) {
      const Event& e = doc_.events[i];
      if (DeniesEvent(e)) made[e.of->index].disputed_by.push_back(made[i].id);
    }
    return made;
  }

  std::vector<Record::Place> Places() const {
    std::vector<Record::Place> made;
    for (const Place& p : doc_.mentions.places) {
      Record::Place r;
      r.id = Id('p', made.size());
      r.name = p.name;
      r.country = p.country;
      r.admin1 = p.admin1;
      if (p.lat) r.lat = Rounded(*p.lat, 100000);
      if (p.lon) r.lon = Rounded(*p.lon, 100000);
      r.geonames = p.geonames;
      r.feature = p.feature;
      r.precision = Word(p.precision);
      r.use = Word(p.use);
      for (const PlaceMention& m : p.mentions) r.mentions.push_back(Make(m.span));
      r.why = p.why;
      r.rule = p.rule;
      made.push_back(std::move(r));
    }
    return made;
  }

  std::vector<Record::Plan> Plans() const {
    std::vector<Record::Plan> made;
    for (const Plan& p : doc_.plans) {
      Record::Plan r;
      r.id = Id('n', made.size());
      r.what = p.what;
      if (p.type) r.type = ToString(*p.type);
      r.parties = Make(p.parties);
      r.status = Word(p.status);
      for (const ScheduleItem& s : p.schedule) {
        r.schedule.push_back({s.value, std::string(Word(s.mod)), Iso(s.earliest), Iso(s.latest),
                              std::string(Word(s.standing)), Make(s.evidence)});
      }
      r.place = Id('p', p.place);
      r.attribution = Id('q', p.attribution);
      r.evidence = Make(p.evidence);
      r.rule = p.rule;
      made.push_back(std::move(r));
    }
    return made;
  }

  std::vector<Record::Toll> Tolls() const {
    std::vector<Record::Toll> made;
    for (const Toll& t : doc_.tolls) {
      Record::Toll r;
      r.id = Id('l', made.size());
      r.measure = Word(t.measure);
      r.low = t.low;
      r.high = t.high;
      r.approximate = t.approximate;
      r.who = t.who;
      r.scope = Word(t.scope);
      r.since = t.since;
      r.until = t.until;
      r.place = Id('p', t.place);
      r.attribution = Id('q', t.attribution);
      for (const FindingRef& by : t.disputed_by) r.disputed_by.push_back(Id(by));
      r.basis = t.basis;
      r.evidence = Make(t.evidence);
      r.rule = t.rule;
      made.push_back(std::move(r));
    }
    return made;
  }

  std::vector<Record::Stance> Stances() const {
    std::vector<Record::Stance> made;
    for (const Stance& s : doc_.stances) {
      made.push_back({Id('s', made.size()), Make(s.holder), Make(s.toward),
                      s.supports ? "supports" : "opposes", s.since, Id('q', s.attribution),
                      Make(s.evidence), s.rule});
    }
    return made;
  }

 private:
  // In text order; scenes only where they take part in something.
  std::vector<uint32_t> MentionsToList(const Actor& actor) const {
    std::vector<uint32_t> listed;
    bool scenes = false;
    for (uint32_t m : actor.mentions) {
      const ActorMention& mention = doc_.actor_mentions[m];
      if (mention.scene && !std::ranges::binary_search(taking_part_, mention.span)) continue;
      scenes = scenes || mention.scene;
      listed.push_back(m);
    }
    if (scenes) {
      std::ranges::stable_sort(listed, {}, [&](uint32_t m) { return doc_.actor_mentions[m].head; });
    }
    return listed;
  }

  // The phrases of all participants of events, ascending.
  static std::vector<Span> TakingPart(const Document& doc) {
    std::vector<Span> phrases;
    for (const Event& e : doc.events) {
      for (const Participant& p : e.sources) phrases.push_back(p.span);
      for (const Participant& p : e.targets) phrases.push_back(p.span);
    }
    std::ranges::sort(phrases);
    return phrases;
  }

  static bool DeniesEvent(const Event& e) {
    return events::IsDenial(e) && e.of && e.of->kind == FindingRef::Kind::kEvent;
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
    for (const Participant& p : participants) made.push_back(Make(p));
    return made;
  }

  Record::Participant Make(const Participant& p) const {
    return {actor_ids_[p.actor], Make(p.span)};
  }

  const Document& doc_;
  CodePointIndex points_;
  std::vector<std::string> actor_ids_;
  std::vector<Span> taking_part_;
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
  record.places = from.Places();
  record.attributions = from.Attributions();
  record.events = from.Events();
  record.plans = from.Plans();
  record.tolls = from.Tolls();
  record.stances = from.Stances();
  return record;
}

}  // namespace averment
