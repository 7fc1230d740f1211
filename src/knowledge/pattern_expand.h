// Writes patterns out into plain sequences; for pattern_set.cc.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "averment/result.h"

namespace averment {

using PatternSequence = std::vector<std::string>;

// "(a|the)? last UNIT" is three sequences: a last UNIT, the last UNIT, last UNIT.  Fails (without a
// file and line) on groups that do not close and on patterns that stand for more than 20,000
// sequences.
Result<std::vector<PatternSequence>> ExpandPattern(std::string_view pattern);

}  // namespace averment
