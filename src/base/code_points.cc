// A count is kept for every 64th byte; the rest of the way is counted, at most 63 bytes.

#include "src/base/code_points.h"

#include <algorithm>

namespace averment {
namespace {

constexpr uint32_t kBlock = 64;

uint32_t Count(std::string_view bytes) {
  return uint32_t(std::ranges::count_if(
      bytes, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / kBlock + 1);
  blocks_.push_back(0);
  for (size_t at = kBlock; at <= text.size(); at += kBlock) {
    blocks_.push_back(blocks_.back() + Count(text.substr(at - kBlock, kBlock)));
  }
}

uint32_t CodePoints::Before(uint32_t byte) const {
  const uint32_t block = byte / kBlock;
  return blocks_[block] + Count(text_.substr(block * kBlock, byte - block * kBlock));
}

}  // namespace averment
