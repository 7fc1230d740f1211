// Runs every example of knowledge/time.

#include "src/mentions/time.h"

#include <gtest/gtest.h>

#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

TEST(Time, Examples) { EXPECT_EQ(testing::RunKnowledge("time"), 0); }

// What must hold of any text, and of texts that mean harm.
void CheckAny(const TimeFinder& times, testing::TestParser& parser, const std::string& text) {
  const Document doc = parser.Read(text, std::nullopt).value();
  for (const std::optional<Date>& published :
       {MakeDate(2013, 7, 2), std::optional<Date>(), MakeDate(1, 1, 1), MakeDate(9999, 12, 31)}) {
    uint32_t end = 0;
    for (const Timex& t : times.Find(doc.syntax, published)) {
      EXPECT_LE(end, t.span.begin);
      EXPECT_LT(t.span.begin, t.span.end);
      EXPECT_LE(t.span.end, text.size());
      EXPECT_FALSE(t.value.empty());
      EXPECT_TRUE(t.rule.starts_with("time/"));
      EXPECT_FALSE(t.earliest && t.latest && *t.latest < *t.earliest) << t.span.text();
      end = t.span.end;
    }
  }
}

TEST(Time, AnyText) {
  const Result<TimeFinder> times = TimeFinder::Load("knowledge/time");
  ASSERT_TRUE(times.ok()) << times.status().message();
  Result<testing::TestParser> parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  const auto repeat = [](std::string_view words, int n) {
    std::string text;
    for (int i = 0; i < n; ++i) text += words;
    return text;
  };
  for (const std::string& text :
       {std::string(), std::string("Tuesday"), repeat("the end of ", 500),
        repeat("early Monday night of ", 500), repeat("two years before ", 500),
        repeat("one hundred thousand million ", 500), repeat("twenty-", 500), repeat("9", 100000),
        repeat("last ", 500), std::string("999999999 centuries ago and 999999999 weeks from now"),
        std::string("the 99th century, 0 years ago, May 0, May 32, 24:60 a.m., 99/99/9999"),
        std::string(
            "the year 1000, a thousand decades later, 5000 years ago and the 1st century")}) {
    CheckAny(times.value(), parser.value(), text);
  }
}

}  // namespace
}  // namespace averment
