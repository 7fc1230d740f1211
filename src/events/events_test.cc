// Runs the rows of knowledge/event: examples beside the rules, whole cases, and status alone.

#include <gtest/gtest.h>

#include "src/testing/examples.h"

namespace averment {
namespace {

TEST(Events, Examples) { EXPECT_EQ(testing::RunKnowledge("event"), 0); }

}  // namespace
}  // namespace averment
