// Runs the rows of knowledge/event: examples beside the rules, whole cases, and status alone.

#include "src/events/events.h"

#include <gtest/gtest.h>

#include "src/testing/cast.h"
#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

std::string_view ToString(EventStatus status) {
  switch (status) {
    case EventStatus::kActual: return "actual";
    case EventStatus::kPlanned: return "planned";
    case EventStatus::kHypothetical: return "hypothetical";
    case EventStatus::kRequested: return "requested";
    case EventStatus::kNegated: return "negated";
  }
  return "";
}

std::string Names(const std::vector<Participant>& participants) {
  std::string names;
  for (const Participant& p : participants) {
    names += (names.empty() ? "" : " + ") + std::string(p.span.text());
  }
  return names.empty() ? "-" : names;
}

// Runs a topic's rows; `show` says what a row sees of an event.
int RunRows(const testing::Topic& topic, std::string (*show)(const Event&)) {
  const auto finder = EventFinder::Load("knowledge/event");
  auto parser = testing::LoadTestParser();
  EXPECT_TRUE(finder.ok()) << finder.status().message();
  EXPECT_TRUE(parser.ok()) << parser.status().message();
  if (!finder.ok() || !parser.ok()) return 1;
  return testing::RunTopic(
      topic,
      [&](const std::string& text, std::optional<Date> published) {
        return parser.value().Read(text, published);
      },
      [&](const Document& doc) {
        const testing::Cast cast = testing::CastOf(doc.syntax);
        std::vector<testing::Finding> found;
        for (const Event& e : finder.value().Find(doc.syntax, doc.mentions, cast.mentions,
                                                  cast.actors, {}, doc.published)) {
          found.push_back({e.evidence[0], show(e), e.rule});
        }
        return found;
      });
}

TEST(Events, Rules) {
  const testing::Topic topic{"knowledge/event",
                             "event",
                             {events::kRuleFiles.begin(), events::kRuleFiles.end()},
                             {"rule"},
                             {"examples.txt"}};
  EXPECT_EQ(RunRows(topic,
                    [](const Event& e) {
                      return std::string(ToString(e.status)) + " " + Names(e.sources) + " > " +
                             Names(e.targets);
                    }),
            0);
}

TEST(Events, Status) {
  const testing::Topic topic{"knowledge/event", "event", {}, {"rule"}, {"status_examples.txt"}};
  EXPECT_EQ(RunRows(topic, [](const Event& e) { return std::string(ToString(e.status)); }), 0);
}

}  // namespace
}  // namespace averment
