// UTF-8: decoding, repairing, counting.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace averment {

inline constexpr char32_t kReplacement = 0xFFFD;

// How many bytes the character that starts with this byte has.  REQUIRES: the start of valid UTF-8.
inline int Utf8Length(char lead) {
  const auto b = static_cast<unsigned char>(lead);
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}
inline bool IsUtf8Continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The character that starts at `at`, which moves behind it.
// REQUIRES: valid UTF-8, and `at` the start of a character of it.
char32_t DecodeUtf8(std::string_view text, size_t& at);

// REQUIRES: a Unicode scalar value.
void AppendUtf8(char32_t c, std::string& out);

bool IsValidUtf8(std::string_view bytes);

// The bytes with every ill-formed sequence replaced by U+FFFD: one for each maximal subpart
// (Unicode 3.9, table 3-8), exactly as Python's bytes.decode("utf-8", "replace").
std::string RepairUtf8(std::string_view bytes);

// REQUIRES: valid UTF-8.
size_t CountCodePoints(std::string_view text);

// The front of a text: at most `bytes`, up to the end of a character.
inline std::string_view Utf8Front(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && IsUtf8Continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

// From bytes of a text to code points, as the record counts them.  Needs no text once built, and a
// byte for about every sixteen of it (none where the text is ASCII).  The text must outlive it.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  // How many code points start before this byte.  REQUIRES: byte <= the text's size.
  uint32_t At(uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> before_;  // Code points before each block; empty where all is ASCII.
};

}  // namespace averment
