// Runs every example of knowledge/quantity.

#include "src/mentions/quantity.h"

#include <gtest/gtest.h>

#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

TEST(Quantity, Examples) { EXPECT_EQ(testing::RunKnowledge("quantity"), 0); }

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
