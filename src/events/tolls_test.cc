// Runs every example of knowledge/toll.

#include <gtest/gtest.h>

#include "src/testing/examples.h"

namespace averment {
namespace {

TEST(Tolls, Examples) { EXPECT_EQ(testing::RunKnowledge("toll"), 0); }

}  // namespace
}  // namespace averment
