// Runs the cases of tests/coreference.

#include "src/discourse/coreference.h"

#include <gtest/gtest.h>

#include "src/discourse/actor_index.h"
#include "src/mentions/actor.h"
#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

TEST(Coreference, Examples) {
  const Result<ActorFinder> actors = ActorFinder::Load("knowledge");
  ASSERT_TRUE(actors.ok()) << actors.status().message();
  auto parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  const testing::Topic topic = {.dir = "tests/coreference", .kind = "mention", .rule_files = {}};
  const auto read = [&](const std::string& text, std::optional<Date> published) {
    return parser.value().Read(text, published);
  };
  const auto find = [&](const Document& doc) {
    const Linked linked =
        Coreference().Link(doc.syntax, actors.value().Find(doc.syntax, doc.published));
    const ActorIndex index(doc.syntax, linked.mentions, linked.actors);
    std::vector<testing::Finding> found;
    for (uint32_t m = 0; m < linked.mentions.size(); ++m) {
      const ActorMention& mention = linked.mentions[m];
      found.push_back({mention.span, linked.actors[*index.ActorOfMention(m)].name, mention.rule});
    }
    return found;
  };
  EXPECT_EQ(testing::RunTopic(topic, read, find), 0);
}

// A text of nothing but actors takes time in proportion to its length.
TEST(Coreference, EveryMentionHasOneActor) {
  const Result<ActorFinder> actors = ActorFinder::Load("knowledge");
  auto parser = testing::LoadTestParser();
  ASSERT_TRUE(actors.ok()) << actors.status().message();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += "He and Kerry told the rebels who hit it that they met its envoy, ";
  const Result<Document> doc = parser.value().Read(text, std::nullopt);
  ASSERT_TRUE(doc.ok());
  const Syntax& syntax = doc.value().syntax;
  const Linked linked = Coreference().Link(syntax, actors.value().Find(syntax, std::nullopt));
  std::vector<int> times(linked.mentions.size(), 0);
  for (const Actor& a : linked.actors) {
    for (uint32_t m : a.mentions) ++times[m];
  }
  EXPECT_GT(times.size(), 300u);
  for (int n : times) EXPECT_EQ(n, 1);
}

}  // namespace
}  // namespace averment
