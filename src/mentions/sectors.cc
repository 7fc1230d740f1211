// Sectors are three letters each, so places in the string are multiples of four.

#include "src/mentions/sectors.h"

namespace averment {

std::string JoinSectors(std::string_view first, std::string_view second) {
  std::string joined(first);
  for (size_t i = 0; i + 3 <= second.size(); i += 4) {
    const std::string_view sector = second.substr(i, 3);
    if (joined.find(sector) != std::string::npos) continue;
    if (!joined.empty()) joined += ' ';
    joined += sector;
  }
  return joined;
}

}  // namespace averment
