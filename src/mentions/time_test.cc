// Runs every example of knowledge/time.

#include "src/mentions/time.h"

#include <gtest/gtest.h>

#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

TEST(Time, Examples) {
  const Result<TimeFinder> times = TimeFinder::Load("knowledge/time");
  ASSERT_TRUE(times.ok()) << times.status().message();
  Result<testing::TestParser> parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  const testing::Topic topic = {.dir = "knowledge/time", .kind = "time"};
  const auto read = [&](const std::string& text, std::optional<Date> published) {
    return parser.value().Read(text, published);
  };
  const auto find = [&](const Document& doc) {
    std::vector<testing::Finding> found;
    for (const Timex& t : times.value().Find(doc.syntax, doc.published)) {
      found.push_back({t.span, t.value, t.rule});
    }
    return found;
  };
  EXPECT_EQ(testing::RunTopic(topic, read, find), 0);
}

}  // namespace
}  // namespace averment
