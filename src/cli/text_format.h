// A document for eyes: who says what and what happens, with lines and quotes.

#pragma once

#include <string>
#include <string_view>

#include "averment/document.h"

namespace averment::cli {

inline constexpr size_t kLongestQuote = 400;  // Characters; longer ones are cut with an ellipsis.

// On one line: blanks and line breaks become one blank, other control characters U+FFFD, for an
// article must not move the cursor of whoever reads it.  Directions of writing are left alone.
std::string Plain(std::string_view text);

// Plain text, no control characters but line breaks, whatever the article holds.
void AppendForEyes(const Document& doc, std::string& out);

}  // namespace averment::cli
