// The record as JSON, key by key in the order of docs/record_format.md.  Every documented key is
// written, null where nothing is known, so that all items of a kind have the same keys; readers
// must take a missing key for null all the same.

#include <nlohmann/json.hpp>

#include "averment/record.h"

namespace averment {
namespace {

using Json = nlohmann::ordered_json;
using Error = nlohmann::detail::error_handler_t;

Json OrNull(const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); }

template <typename T>
Json OrNull(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json Make(const Record::Span& s) { return {{"start", s.start}, {"end", s.end}, {"text", s.text}}; }

Json Make(const Record::Participant& p) {
  return {{"actor", p.actor}, {"start", p.span.start}, {"end", p.span.end}, {"text", p.span.text}};
}

// Declared before the template below, which calls them all.
Json Make(const Record::Sentence& s);
Json Make(const Record::Mention& m);
Json Make(const Record::Actor& a);
Json Make(const Record::Time& t);
Json Make(const Record::Place& p);
Json Make(const Record::Attribution& q);
Json Make(const Record::Event& e);
Json Make(const Record::ScheduleItem& s);
Json Make(const Record::Plan& p);
Json Make(const Record::Toll& t);
Json Make(const Record::Stance& s);

template <typename T>
Json List(const std::vector<T>& items) {
  Json list = Json::array();
  for (const T& item : items) list.push_back(Make(item));
  return list;
}

Json Strings(const std::vector<std::string>& items) {
  Json list = Json::array();
  for (const std::string& item : items) list.push_back(item);
  return list;
}

Json Make(const Record::Article& d) {
  Json j = {{"id", OrNull(d.id)},
            {"title", OrNull(d.title)},
            {"published", OrNull(d.published)},
            {"published_basis", d.published_basis},
            {"published_span", d.published_span ? Make(*d.published_span) : Json(nullptr)},
            {"published_other", OrNull(d.published_other)},
            {"dateline", nullptr},
            {"source", OrNull(d.source)},
            {"url", OrNull(d.url)},
            {"language", OrNull(d.language)},
            {"sha256", d.sha256}};
  if (d.dateline) {
    j["dateline"] = {{"place", OrNull(d.dateline->place)}, {"date", OrNull(d.dateline->date)}};
  }
  if (d.text) j["text"] = *d.text;
  return j;
}

Json Make(const Record::Sentence& s) {
  return {{"start", s.start}, {"end", s.end}, {"kind", s.kind}};
}

Json Make(const Record::Mention& m) {
  Json j = Make(m.span);
  j["kind"] = m.kind;
  if (!m.link.empty()) j["link"] = m.link;
  return j;
}

Json Make(const Record::Actor& a) {
  Json j = {{"id", a.id},
            {"name", a.name},
            {"kind", a.kind},
            {"country", OrNull(a.country)},
            {"sector", OrNull(a.sector)},
            {"title", OrNull(a.title)},
            {"basis", OrNull(a.basis)},
            {"mentions", List(a.mentions)},
            {"rule", a.rule}};
  if (!a.members.empty()) j["members"] = a.members;
  return j;
}

Json Make(const Record::Time& t) {
  return {{"id", t.id},
          {"start", t.span.start},
          {"end", t.span.end},
          {"text", t.span.text},
          {"type", t.type},
          {"value", t.value},
          {"mod", OrNull(t.mod)},
          {"earliest", OrNull(t.earliest)},
          {"latest", OrNull(t.latest)},
          {"rule", t.rule}};
}

Json Make(const Record::Place& p) {
  return {{"id", p.id},
          {"name", p.name},
          {"country", OrNull(p.country)},
          {"admin1", OrNull(p.admin1)},
          {"lat", OrNull(p.lat)},
          {"lon", OrNull(p.lon)},
          {"geonames", OrNull(p.geonames)},
          {"feature", OrNull(p.feature)},
          {"precision", OrNull(p.precision)},
          {"use", p.use},
          {"mentions", List(p.mentions)},
          {"why", OrNull(p.why)},
          {"rule", p.rule}};
}

Json Make(const Record::Attribution& q) {
  return {{"id", q.id},
          {"kind", q.kind},
          {"source", OrNull(q.source)},
          {"source_spans", List(q.source_spans)},
          {"cue", List(q.cue)},
          {"content", List(q.content)},
          {"within", OrNull(q.within)},
          {"rule", q.rule}};
}

Json Make(const Record::EventDate& d) {
  return {{"earliest", OrNull(d.earliest)},
          {"latest", OrNull(d.latest)},
          {"basis", d.basis},
          {"from", d.from ? Make(*d.from) : Json(nullptr)}};
}

Json Make(const Record::Event& e) {
  return {{"id", e.id},
          {"type", e.type},
          {"mode", OrNull(e.mode)},
          {"contexts", Strings(e.contexts)},
          {"cameo", OrNull(e.cameo)},
          {"plover", OrNull(e.plover)},
          {"status", e.status},
          {"sources", List(e.sources)},
          {"targets", List(e.targets)},
          {"time", OrNull(e.time)},
          {"date", Make(e.date)},
          {"place", OrNull(e.place)},
          {"attribution", OrNull(e.attribution)},
          {"disputed_by", Strings(e.disputed_by)},
          {"of", OrNull(e.of)},
          {"same_as", OrNull(e.same_as)},
          {"evidence", List(e.evidence)},
          {"confidence", e.confidence},
          {"rule", e.rule}};
}

Json Make(const Record::ScheduleItem& s) {
  return {{"value", OrNull(s.value)},   {"mod", OrNull(s.mod)},   {"earliest", OrNull(s.earliest)},
          {"latest", OrNull(s.latest)}, {"standing", s.standing}, {"evidence", List(s.evidence)}};
}

Json Make(const Record::Plan& p) {
  return {{"id", p.id},
          {"what", p.what},
          {"type", OrNull(p.type)},
          {"parties", List(p.parties)},
          {"status", p.status},
          {"schedule", List(p.schedule)},
          {"place", OrNull(p.place)},
          {"attribution", OrNull(p.attribution)},
          {"evidence", List(p.evidence)},
          {"rule", p.rule}};
}

Json Make(const Record::Toll& t) {
  return {{"id", t.id},
          {"measure", t.measure},
          {"low", OrNull(t.low)},
          {"high", OrNull(t.high)},
          {"approximate", t.approximate},
          {"who", OrNull(t.who)},
          {"scope", t.scope},
          {"since", OrNull(t.since)},
          {"until", OrNull(t.until)},
          {"place", OrNull(t.place)},
          {"attribution", OrNull(t.attribution)},
          {"disputed_by", Strings(t.disputed_by)},
          {"basis", OrNull(t.basis)},
          {"evidence", List(t.evidence)},
          {"rule", t.rule}};
}

Json Make(const Record::Stance& s) {
  return {{"id", s.id},
          {"holder", Make(s.holder)},
          {"toward", Make(s.toward)},
          {"stance", s.stance},
          {"since", OrNull(s.since)},
          {"attribution", OrNull(s.attribution)},
          {"evidence", List(s.evidence)},
          {"rule", s.rule}};
}

}  // namespace

std::string ToJson(const Record& record, int indent) {
  const Json j = {{"record", 1},
                  {"coder",
                   {{"version", record.coder.version},
                    {"model", record.coder.model},
                    {"knowledge", OrNull(record.coder.knowledge)}}},
                  {"document", Make(record.document)},
                  {"sentences", List(record.sentences)},
                  {"actors", List(record.actors)},
                  {"times", List(record.times)},
                  {"places", List(record.places)},
                  {"attributions", List(record.attributions)},
                  {"events", List(record.events)},
                  {"plans", List(record.plans)},
                  {"tolls", List(record.tolls)},
                  {"stances", List(record.stances)}};
  // A file's name may be any bytes; what is not UTF-8 becomes U+FFFD.
  return j.dump(indent, ' ', false, Error::replace);
}

}  // namespace averment
