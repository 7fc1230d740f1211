// Which lines of an article make a paragraph.

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "src/text/lines.h"

namespace averment {

// Lines [first, last), none of them blank.
struct LineGroup {
  size_t first, last;
};
std::vector<LineGroup> GroupLines(std::string_view text, std::span<const TextLine> lines);

// Whether a line ends as sentences do: a stop, then closing marks at most.
bool EndsSentence(std::string_view line);

}  // namespace averment
