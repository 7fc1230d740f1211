// A name for what a folder holds: equal folders have equal hashes, on any machine.

#pragma once

#include <string>

#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment {

// Of the names and bytes of all files below the folder, and of those of each overlay: 16
// hexadecimal digits.  Hidden files do not count.  Fails where something cannot be read.
Result<std::string> ContentHash(const KnowledgePath& path);

}  // namespace averment
