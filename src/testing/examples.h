// Rows of examples as tests: what fails is printed.

#pragma once

#include <string_view>

#include "src/examples/examples.h"

namespace averment::testing {

using examples::Find;
using examples::Finding;
using examples::Read;
using examples::Topic;

// Prints every failing row and a line with the counts.  Returns how many rows failed; no rows at
// all, or a file that cannot be read, is a failure too.
int RunTopic(const Topic& topic, const Read& read, const Find& find);

// The same for all rows of a topic of knowledge/ ("time"), as `averment knowledge check` runs them.
int RunKnowledge(std::string_view topic);

}  // namespace averment::testing
