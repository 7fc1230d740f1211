// Runs every example of knowledge/quantity.

#include "src/mentions/quantity.h"

#include <gtest/gtest.h>

#include "src/mentions/time.h"
#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

// "30", "30..", "..30", "20..30", "~30", then what is counted.
std::string Show(const Quantity& q, const Syntax& syntax) {
  std::string shown = q.approximate ? "~" : "";
  if (q.low) shown += std::to_string(*q.low);
  if (q.low != q.high) shown += ".." + (q.high ? std::to_string(*q.high) : "");
  if (q.counted) shown += " " + std::string(syntax[*q.counted].text());
  return shown;
}

TEST(Quantity, Examples) {
  const Result<QuantityFinder> finder = QuantityFinder::Load("knowledge/quantity");
  ASSERT_TRUE(finder.ok()) << finder.status().message();
  const Result<TimeFinder> times = TimeFinder::Load("knowledge/time");
  ASSERT_TRUE(times.ok()) << times.status().message();
  Result<testing::TestParser> parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  const testing::Topic topic = {.dir = "knowledge/quantity", .kind = "quantity"};
  const auto read = [&](const std::string& text, std::optional<Date> published) {
    return parser.value().Read(text, published);
  };
  const auto find = [&](const Document& doc) {
    std::vector<testing::Finding> found;
    const std::vector<Timex> all = times.value().Find(doc.syntax, doc.published);
    for (const Quantity& q : finder.value().Find(doc.syntax, all)) {
      found.push_back({q.span, Show(q, doc.syntax), q.rule});
    }
    return found;
  };
  EXPECT_EQ(testing::RunTopic(topic, read, find), 0);
}

TEST(Quantity, AnyText) {
  const Result<QuantityFinder> finder = QuantityFinder::Load("knowledge/quantity");
  ASSERT_TRUE(finder.ok()) << finder.status().message();
  Result<testing::TestParser> parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  for (const std::string& text :
       {std::string(), std::string("999,999,999 billion dozen people"), std::string(100000, '9'),
        std::string("2.5 2.5 million million 3-2-1 to 5 to 0 - 0 dozens of dozens of dozens")}) {
    const Document doc = parser.value().Read(text, std::nullopt).value();
    uint32_t end = 0;
    for (const Quantity& q : finder.value().Find(doc.syntax, {})) {
      EXPECT_LE(end, q.span.begin);
      EXPECT_TRUE(q.low || q.high);
      EXPECT_FALSE(q.low && q.high && *q.low > *q.high) << q.span.text();
      EXPECT_TRUE(q.rule.starts_with("quantity/"));
      end = q.span.end;
    }
  }
}

}  // namespace
}  // namespace averment
