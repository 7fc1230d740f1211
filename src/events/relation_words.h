// The features of the event model in words that a reader of the record understands.

#pragma once

#include <string>
#include <string_view>

namespace averment::events {

// "lx:agree_release" is: "agree" with "release", where the two meet.  A feature of another kind is
// quoted as it is.
std::string InWords(std::string_view feature);

}  // namespace averment::events
