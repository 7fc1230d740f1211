// A name for what a folder holds: equal folders have equal hashes, on any machine.

#pragma once

#include <string>

#include "averment/result.h"

namespace averment {

// Of the names and bytes of all files below the folder: 16 hexadecimal digits.  Hidden files do not
// count.  Fails where something cannot be read.
Result<std::string> ContentHash(const std::string& folder);

}  // namespace averment
