// Runs every example of knowledge/actor.

#include <gtest/gtest.h>

#include "src/testing/examples.h"

namespace averment {
namespace {

TEST(Actor, Examples) { EXPECT_EQ(testing::RunKnowledge("actor"), 0); }

}  // namespace
}  // namespace averment
