// Why a line is in a record.

#pragma once

#include "src/cli/explained.h"

namespace averment::cli {

// `finding` is one of `about.findings`.
Explanation ExplainFinding(const Explained& about, const FindingLine& finding);

}  // namespace averment::cli
