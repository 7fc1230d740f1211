// Positions in UTF-8 text, counted in code points.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace averment {

// Made once a text, then asked in constant time.  The text must outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);

  // How many code points begin before this byte.  REQUIRES: byte <= size of the text.
  uint32_t Before(uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> blocks_;  // Code points that begin before byte 64 * i.
};

}  // namespace averment
