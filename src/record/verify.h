// Checks what every record promises: evidence inside the article, text equal to it, rules named,
// references that resolve.  For checked builds (every stage, see src/pipeline.cc), tests and
// fuzzing.

#pragma once

#include <string>
#include <string_view>

#include "averment/document.h"
#include "averment/record.h"

namespace averment {

// The first thing wrong with the layers made so far ("event 3: no rule"); empty when all is well.
std::string Verify(const Document& doc);

// The same for a finished record of this text, as a reader outside sees it.
std::string Verify(const Record& record, std::string_view text);

}  // namespace averment
