// The lines of an article.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace averment {

// Bytes of the text, without blanks at the ends; empty for a blank line.
struct TextLine {
  uint32_t begin, end;
  uint32_t indent;  // Columns of blanks before it.

  bool blank() const { return begin == end; }
  std::string_view In(std::string_view text) const { return text.substr(begin, end - begin); }
};

// Lines end at \n, \r\n, \r, form feed and the Unicode line and paragraph separators.
// REQUIRES: valid UTF-8.
std::vector<TextLine> ReadLines(std::string_view text);

// A blank for our purposes: white space, and the invisible marks that editors leave at edges
// (byte-order mark, zero-width space).
bool IsBlank(char32_t c);

}  // namespace averment
