#include "src/knowledge/numbers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace averment {
namespace {

int Digits(std::string_view s) { return ReadDigits(s).value_or(-1); }
int Shape(std::string_view name, std::string_view s) {
  return ReadShape(*ParseTokenShape(name), s).value_or(-1);
}

TEST(Numbers, Digits) {
  EXPECT_EQ(Digits("12"), 12);
  EXPECT_EQ(Digits("1,500"), 1500);
  EXPECT_EQ(Digits("1,234,567"), 1234567);
  for (const char* wrong : {"", "1,50", "12a", ",500", "500,", "1.5", "1234567890", "-3"}) {
    EXPECT_EQ(Digits(wrong), -1) << wrong;
  }
  EXPECT_EQ(Digits(std::string(1 << 20, '9')), -1);
  EXPECT_EQ(ReadOrdinalDigits("21st").value_or(-1), 21);
  EXPECT_EQ(ReadOrdinalDigits("st").value_or(-1), -1);
  EXPECT_EQ(ReadOrdinalDigits("10m").value_or(-1), -1);
}

TEST(Numbers, Shapes) {
  EXPECT_EQ(Shape("clock", "10:35"), 635);
  EXPECT_EQ(Shape("clock", "7:15pm"), 19 * 60 + 15);
  EXPECT_EQ(Shape("clock", "12:05a.m."), 5);
  EXPECT_EQ(Shape("clock", "10:75"), -1);
  EXPECT_EQ(Shape("clock", "25:10"), -1);
  EXPECT_EQ(Shape("hour", "9pm"), 21 * 60);
  EXPECT_EQ(Shape("hour", "9"), -1);
  EXPECT_EQ(Shape("hour-minutes", "0735"), 455);
  EXPECT_EQ(Shape("hour-minutes", "0775"), -1);
  EXPECT_EQ(Shape("decade", "1990s"), 1990);
  EXPECT_EQ(Shape("decade", "1995s"), -1);
  EXPECT_EQ(Shape("mid-decade", "mid-1990s"), 1990);
  EXPECT_EQ(Shape("mid-decade", "mid-90s"), 1990);
  EXPECT_EQ(Shape("mid-year", "mid-1996"), 1996);
  EXPECT_EQ(Shape("slash-date", "7/2/2013"), 20130702);
  EXPECT_EQ(Shape("slash-date", "7/2/13"), 20130702);
  EXPECT_EQ(Shape("slash-date", "13/2/13"), -1);
  EXPECT_EQ(Shape("year-range", "1990-92"), 1990);
  EXPECT_EQ(Shape("fraction", "1/2"), 50);
  EXPECT_EQ(Shape("fraction", "1/0"), -1);
  EXPECT_EQ(Shape("decimal", "2.5"), 250);
  EXPECT_EQ(Shape("decimal", "2.25"), 225);
  EXPECT_FALSE(ParseTokenShape("round"));
}

TEST(Numbers, Words) {
  auto read = [](std::vector<int> words) {
    NumberReader reader;
    for (int w : words) {
      if (!reader.Add(w)) return -1;
    }
    return reader.value().value_or(0);
  };
  EXPECT_EQ(read({20, 6}), 26);
  EXPECT_EQ(read({1, 100, 6}), 106);
  EXPECT_EQ(read({2, 100, 20, 6, 1000, 3}), 226003);
  EXPECT_EQ(read({2, 3}), -1);
  EXPECT_EQ(read({6, 20}), -1);
  EXPECT_EQ(read({100}), -1);
  EXPECT_EQ(read({2, 1000, 3, 1000}), -1);
  EXPECT_EQ(read({}), 0);
}

}  // namespace
}  // namespace averment
