#include "src/base/code_points.h"

#include <gtest/gtest.h>

#include <string>

namespace averment {
namespace {

// The counter with blocks against the plain one, on every border of characters of 1 to 4 bytes.
TEST(CodePoints, AgreesWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += i % 3 == 0 ? "a\u00e9\u201c\U0001F600" : "plain words ";
  const CodePoints points(text);
  uint32_t count = 0;
  for (uint32_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins) {
      EXPECT_EQ(points.Before(at), count) << at;
    }
    count += begins;
  }
  EXPECT_EQ(points.Before(uint32_t(text.size())), count);
}

TEST(CodePoints, CountsNothingInAnEmptyText) { EXPECT_EQ(CodePoints("").Before(0), 0u); }

TEST(CodePoints, ReachesTheEndOfWholeBlocks) {
  const std::string text(128, 'x');
  EXPECT_EQ(CodePoints(text).Before(128), 128u);
}

}  // namespace
}  // namespace averment
