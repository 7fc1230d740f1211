// Runs the rows of knowledge/stance.

#include <gtest/gtest.h>

#include "src/testing/examples.h"

namespace averment {
namespace {

TEST(Stances, Examples) { EXPECT_EQ(testing::RunKnowledge("stance"), 0); }

}  // namespace
}  // namespace averment
