// Why a record has nothing at some place of an article.

#pragma once

#include <cstdint>
#include <optional>

#include "src/cli/explained.h"

namespace averment::cli {

// The sentence at this place (in code points): what else is in it, who is named, which rules have a
// trigger there and why they gave nothing.  Nothing where no sentence stands there.
std::optional<Explanation> ExplainSilence(const Explained& about, uint32_t at);

}  // namespace averment::cli
