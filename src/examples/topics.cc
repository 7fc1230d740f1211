// What a row sees of a finding is written here, a function a topic: `kind span = value by rule`.

#include "src/examples/topics.h"

#include <memory>
#include <string>

#include "src/discourse/quotes.h"
#include "src/events/events.h"
#include "src/events/stances.h"
#include "src/examples/cast.h"
#include "src/examples/count_topics.h"
#include "src/examples/place_topic.h"
#include "src/mentions/actor.h"
#include "src/mentions/time.h"
#include "src/record/words.h"

namespace averment::examples {
namespace {

using Rows = Result<std::vector<TopicRows>>;

Rows Times(const KnowledgePath& knowledge) {
  Result<TimeFinder> loaded = TimeFinder::Load(knowledge / "time");
  if (!loaded.ok()) return loaded.status();
  const auto finder = std::make_shared<const TimeFinder>(std::move(loaded).value());
  return std::vector{
      TopicRows{{.dir = knowledge / "time", .kind = "time"}, [finder](const Document& doc) {
                  std::vector<Finding> found;
                  for (const Timex& t : finder->Find(doc.syntax, doc.published)) {
                    found.push_back({t.span, t.value, t.rule});
                  }
                  return found;
                }}};
}

// "person GBR GOV", "organization -".
std::string Value(const ActorMention& m) {
  std::string value(Word(m.actor_kind));
  value += " ";
  value += m.country.empty() ? "-" : m.country;
  if (!m.sector.empty()) value += " " + m.sector;
  return value;
}

Rows Actors(const KnowledgePath& knowledge) {
  Result<ActorFinder> loaded = ActorFinder::Load(knowledge);
  if (!loaded.ok()) return loaded.status();
  const auto finder = std::make_shared<const ActorFinder>(std::move(loaded).value());
  return std::vector{
      TopicRows{{.dir = knowledge / "actor", .kind = "actor"}, [finder](const Document& doc) {
                  std::vector<Finding> found;
                  for (const ActorMention& m : finder->Find(doc.syntax, doc.published)) {
                    found.push_back({m.span, Value(m), m.rule});
                  }
                  return found;
                }}};
}

std::string JoinWords(const std::vector<Span>& spans) {
  std::string joined;
  for (const Span& s : spans) joined += (joined.empty() ? "" : " ") + std::string(s.text());
  return joined.empty() ? "-" : joined;
}

// "SOURCE | CUE | KIND | FURTHER CONTENT".
std::string Value(const Attribution& a) {
  std::string s =
      JoinWords(a.source_spans) + " | " + JoinWords(a.cue) + " | " + std::string(Word(a.kind));
  for (size_t i = 1; i < a.content.size(); ++i) s += " | " + std::string(a.content[i].text());
  return s;
}

Rows Quotes(const KnowledgePath& knowledge) {
  Result<QuoteFinder> loaded = QuoteFinder::Load(knowledge / "quote");
  if (!loaded.ok()) return loaded.status();
  const auto finder = std::make_shared<const QuoteFinder>(std::move(loaded).value());
  return std::vector{TopicRows{{.dir = knowledge / "quote", .kind = "quote", .rule_files = {}},
                               [finder](const Document& doc) {
                                 std::vector<Finding> found;
                                 for (const Attribution& a :
                                      finder->Find(doc.text, doc.syntax, {}, {})) {
                                   found.push_back({a.content.front(), Value(a), a.rule});
                                 }
                                 return found;
                               }}};
}

std::string StatusOf(const Event& e) { return std::string(Word(e.status)); }

std::string Names(const std::vector<Participant>& participants) {
  std::string names;
  for (const Participant& p : participants) {
    names += (names.empty() ? "" : " + ") + std::string(p.span.text());
  }
  return names.empty() ? "-" : names;
}

// "actual Norway > Jordan".
std::string Value(const Event& e) {
  return StatusOf(e) + " " + Names(e.sources) + " > " + Names(e.targets);
}

// "executive diplomatic".
std::string ContextsOf(const Event& e) {
  std::string names;
  for (const std::string& name : e.contexts) names += (names.empty() ? "" : " ") + name;
  return names.empty() ? "none" : names;
}

Rows Events(const KnowledgePath& knowledge) {
  Result<EventFinder> loaded = EventFinder::Load(knowledge / "event");
  if (!loaded.ok()) return loaded.status();
  const auto finder = std::make_shared<const EventFinder>(std::move(loaded).value());
  const auto find = [finder](std::string (*value)(const Event&)) {
    return [finder, value](const Document& doc) {
      const Cast cast = CastOf(doc.syntax);
      std::vector<Finding> found;
      for (const Event& e :
           finder->Find(doc.syntax, doc.mentions, cast.mentions, cast.actors, {}, doc.published)) {
        found.push_back({e.evidence[0], value(e), e.rule});
      }
      return found;
    };
  };
  const std::vector<std::string> rules(events::kRuleFiles.begin(), events::kRuleFiles.end());
  const KnowledgePath dir = knowledge / "event";
  return std::vector{
      TopicRows{{.dir = dir, .kind = "event", .rule_files = rules}, find(Value)},
      TopicRows{
          {.dir = dir, .kind = "event", .rule_files = {}, .case_files = {"status_examples.txt"}},
          find(StatusOf)},
      TopicRows{
          {.dir = dir, .kind = "event", .rule_files = {}, .case_files = {"context_examples.txt"}},
          find(ContextsOf)}};
}

// "Iran supports the rebels".
Rows Stances(const KnowledgePath& knowledge) {
  Result<StanceFinder> loaded = StanceFinder::Load(knowledge);
  if (!loaded.ok()) return loaded.status();
  const auto finder = std::make_shared<const StanceFinder>(std::move(loaded).value());
  return std::vector{TopicRows{
      {.dir = knowledge / "stance", .kind = "stance", .rule_files = events::StanceDialect().files},
      [finder](const Document& doc) {
        const Cast cast = CastOf(doc.syntax);
        std::vector<Finding> found;
        for (const Stance& s :
             finder->Find({doc.syntax, doc.mentions, cast.mentions, cast.actors, {}, {}})) {
          const std::string verb = s.supports ? " supports " : " opposes ";
          found.push_back(
              {s.evidence[0],
               std::string(s.holder.span.text()) + verb + std::string(s.toward.span.text()),
               s.rule});
        }
        return found;
      }}};
}

struct Row {
  std::string_view name;
  Rows (*load)(const KnowledgePath& knowledge);
};

constexpr Row kTopics[] = {{"time", Times},     {"quantity", QuantityRows}, {"actor", Actors},
                           {"quote", Quotes},   {"event", Events},          {"toll", TollRows},
                           {"stance", Stances}, {"plan", PlanRows}};

}  // namespace

Rows LoadTopics(const KnowledgePath& knowledge, std::string_view name,
                const std::string& gazetteer) {
  std::vector<TopicRows> all;
  for (const Row& row : kTopics) {
    if (!name.empty() && name != row.name) continue;
    Rows rows = row.load(knowledge);
    if (!rows.ok()) return rows.status();
    for (TopicRows& r : rows.value()) all.push_back(std::move(r));
  }
  if (!gazetteer.empty() && (name.empty() || name == "place")) {
    Rows rows = PlaceRows(knowledge, gazetteer);
    if (!rows.ok()) return rows.status();
    for (TopicRows& r : rows.value()) all.push_back(std::move(r));
  }
  return all;
}

}  // namespace averment::examples
