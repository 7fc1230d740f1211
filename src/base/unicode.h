// Python 3.11's view of characters (Unicode 14.0), which spaCy's tokenizer and features rest on.

#pragma once

#include <string>
#include <string_view>

namespace averment {

// As str.isspace(), isalpha(), isdigit(), isupper() of a string of this one character.
bool IsSpace(char32_t c);
bool IsAlpha(char32_t c);
bool IsDigit(char32_t c);
bool IsUpper(char32_t c);
bool IsLower(char32_t c);

// As str.lower(), with the two cases that look at more than one character: U+0130 becomes two, and
// a capital sigma at the end of a word becomes the final one.  REQUIRES: valid UTF-8.
std::string ToLower(std::string_view text);
// The same, appended.
void AppendLower(std::string_view text, std::string& out);

}  // namespace averment
