// A document for eyes: who says what and what happens, with lines and quotes.

#pragma once

#include <string>

#include "averment/document.h"

namespace averment::cli {

// Plain text, no control characters but line breaks, whatever the article holds.
void AppendForEyes(const Document& doc, std::string& out);

}  // namespace averment::cli
