// The record: everything Averment says of one article, ready to be written as JSON.  The structs
// mirror the format field by field (docs/record_format.md, docs/record.schema.json): what a closed
// vocabulary offers is a string as the JSON spells it, references are ids, positions are Unicode
// code points of the article's text.
//
// Null: an empty string or an absent optional is null in the JSON, unless the field says otherwise.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace averment {

struct Record {
  // Half-open, in code points; never empty.  `text` is what the article holds there.
  struct Span {
    uint32_t start = 0, end = 0;
    std::string text;
  };

  // Actors: kind is "name", "nominal" or "pronoun".
  struct Mention {
    Span span;
    std::string kind;
    std::string link;  // The rule by which it is the actor; empty where the actor begins with it.
  };

  // Who fills a role, and the noun phrase that says so.
  struct Participant {
    std::string actor;  // An actor's id; never null.
    Span span;
  };

  struct Dateline {
    std::string place, date;
  };

  struct Article {
    std::string id, title;
    std::string published;        // An ISO date.
    std::string published_basis;  // given, metadata, text, none.
    std::optional<Span> published_span;
    std::string published_other;  // What a lower-ranking source says, if more than two days off.
    std::optional<Dateline> dateline;
    std::string source, url, language;
    std::string sha256;               // Of the text's UTF-8 bytes, in hexadecimal.
    std::optional<std::string> text;  // Only where it is not what the caller gave; else left out.
  };

  struct Sentence {
    uint32_t start = 0, end = 0;
    std::string kind;  // headline, dateline, body, boilerplate.
  };

  struct Actor {
    std::string id, name, kind, country, sector, title, basis;
    std::vector<Mention> mentions;
    std::vector<std::string> members;  // Of several together: those actors' ids.
    std::string rule;
  };

  struct Time {
    std::string id;
    Span span;
    std::string type, value, mod;
    std::string earliest, latest;
    std::string rule;
  };

  struct Place {
    std::string id, name, country, admin1;
    std::optional<double> lat, lon;  // Rounded to 5 decimals.
    std::optional<int64_t> geonames;
    std::string feature, precision, use;
    std::vector<Span> mentions;
    std::string why;  // Why it is not resolved.
    std::string rule;
  };

  struct Attribution {
    std::string id, kind;
    std::string source;  // An actor's id.
    std::vector<Span> source_spans, cue, content;
    std::string within;  // An attribution's id.
    std::string rule;
  };

  struct EventDate {
    std::string earliest, latest;
    std::string basis;  // stated, inherited, tense, none.
    std::optional<Span> from;
  };

  struct Event {
    std::string id, type, mode;
    std::vector<std::string> contexts;
    std::string cameo, plover, status;
    std::vector<Participant> sources, targets;
    std::string time;  // A time's id.
    EventDate date;
    std::string place, attribution;        // Ids.
    std::vector<std::string> disputed_by;  // Ids of attributions or events.
    std::string of, same_as;               // Ids.
    std::vector<Span> evidence;            // Trigger first.
    double confidence = 0;                 // Rounded to 3 decimals.
    std::string rule;
  };

  struct ScheduleItem {
    std::string value, mod, earliest, latest, standing;
    std::vector<Span> evidence;
  };

  struct Plan {
    std::string id, what, type;
    std::vector<Participant> parties;
    std::string status;
    std::vector<ScheduleItem> schedule;
    std::string place, attribution;
    std::vector<Span> evidence;
    std::string rule;
  };

  struct Toll {
    std::string id, measure;
    std::optional<int64_t> low, high;
    bool approximate = false;
    std::string who, scope, since, until, place, attribution;
    std::vector<std::string> disputed_by;
    std::string basis;
    std::vector<Span> evidence;
    std::string rule;
  };

  struct Stance {
    std::string id;
    Participant holder, toward;
    std::string stance, since, attribution;
    std::vector<Span> evidence;
    std::string rule;
  };

  // What coded, each a version or content hash.
  struct Coder {
    std::string version, model, knowledge;
  };

  Coder coder;
  Article document;
  std::vector<Sentence> sentences;
  std::vector<Actor> actors;
  std::vector<Time> times;
  std::vector<Place> places;
  std::vector<Attribution> attributions;
  std::vector<Event> events;
  std::vector<Plan> plans;
  std::vector<Toll> tolls;
  std::vector<Stance> stances;
};

// One JSON object, keys in the order of the documentation.  On one line where `indent` is negative,
// else indented by that many blanks a level.  Always valid UTF-8.
std::string ToJson(const Record& record, int indent = -1);

}  // namespace averment
