// Runs every example of knowledge/plan.

#include <gtest/gtest.h>

#include "src/testing/examples.h"

namespace averment {
namespace {

TEST(Plans, Examples) { EXPECT_EQ(testing::RunKnowledge("plan"), 0); }

}  // namespace
}  // namespace averment
