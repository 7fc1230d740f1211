// Keeps paragraphs short enough for the parser.

#pragma once

#include <cstddef>
#include <string_view>

namespace averment {

// No paragraph has more tokens; what a parser needs for one stays bounded.
inline constexpr size_t kMostTokens = 1500;

// The size of the first piece of a paragraph: all of it where it has at most kMostTokens tokens,
// else up to the last sentence end before (the blank behind included), else the last blank, else a
// character. Never 0 for a paragraph that is not empty.  REQUIRES: valid UTF-8, starts with no
// blank.
size_t FirstPiece(std::string_view paragraph);

}  // namespace averment
