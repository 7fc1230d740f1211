// Whose words a token is: the innermost attribution that has it in its content.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "averment/document.h"

namespace averment::events {

inline constexpr uint32_t kNoAttribution = UINT32_MAX;

// For each token an index into `attributions`, or kNoAttribution: the article's own words.
std::vector<uint32_t> InnermostAttributions(const Syntax& syntax,
                                            std::span<const Attribution> attributions);

}  // namespace averment::events
