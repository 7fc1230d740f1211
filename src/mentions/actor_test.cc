// Runs every example of knowledge/actor.

#include "src/mentions/actor.h"

#include <gtest/gtest.h>

#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

std::string Value(const ActorMention& m) {
  constexpr const char* kKinds[] = {"person", "organization", "country", "group", "people"};
  std::string value = kKinds[size_t(m.actor_kind)];
  value += " ";
  value += m.country.empty() ? "-" : m.country;
  if (!m.sector.empty()) value += " " + m.sector;
  return value;
}

TEST(Actor, Examples) {
  const Result<ActorFinder> actors = ActorFinder::Load("knowledge");
  ASSERT_TRUE(actors.ok()) << actors.status().message();
  auto parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  const testing::Topic topic = {.dir = "knowledge/actor", .kind = "actor"};
  const auto read = [&](const std::string& text, std::optional<Date> published) {
    return parser.value().Read(text, published);
  };
  const auto find = [&](const Document& doc) {
    std::vector<testing::Finding> found;
    for (const ActorMention& m : actors.value().Find(doc.syntax, doc.published)) {
      found.push_back({m.span, Value(m), m.rule});
    }
    return found;
  };
  EXPECT_EQ(testing::RunTopic(topic, read, find), 0);
}

}  // namespace
}  // namespace averment
