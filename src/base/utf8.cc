// UTF-8 by the table of well-formed sequences (Unicode 3.9, table 3-7): the second byte's range
// depends on the first, every later byte is 80..BF.  An ill-formed sequence ends before the first
// byte that fits nowhere; that prefix is replaced by one U+FFFD, and reading goes on with the byte
// that did not fit.  Python does the same.

#include "src/base/utf8.h"

namespace averment {
namespace {

unsigned char Byte(std::string_view s, size_t i) { return static_cast<unsigned char>(s[i]); }

// How many bytes a sequence with this lead has, 0 for none, and which range its second byte has.
struct Shape {
  int length;
  unsigned char low, high;
};
Shape ShapeOf(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};  // No surrogates.
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// The size of the sequence at `at`, and whether it is well-formed; an ill-formed one is a maximal
// subpart, at least one byte.
struct Sequence {
  size_t size;
  bool good;
};
Sequence Next(std::string_view s, size_t at) {
  const Shape shape = ShapeOf(Byte(s, at));
  if (shape.length < 2) return {1, shape.length == 1};
  for (int k = 1; k < shape.length; ++k) {
    if (at + k >= s.size()) return {size_t(k), false};
    const unsigned char b = Byte(s, at + k);
    const bool fits = k == 1 ? b >= shape.low && b <= shape.high : (b & 0xC0) == 0x80;
    if (!fits) return {size_t(k), false};
  }
  return {size_t(shape.length), true};
}

constexpr uint32_t kBlock = 64;

}  // namespace

char32_t DecodeUtf8(std::string_view text, size_t& at) {
  const unsigned char lead = Byte(text, at);
  const int length = Utf8Length(text[at]);
  char32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
  for (int k = 1; k < length; ++k) c = c << 6 | (Byte(text, at + k) & 0x3F);
  at += length;
  return c;
}

void AppendUtf8(char32_t c, std::string& out) {
  auto tail = [&](int shift) { out.push_back(char(0x80 | (c >> shift & 0x3F))); };
  if (c < 0x80) {
    out.push_back(char(c));
  } else if (c < 0x800) {
    out.push_back(char(0xC0 | c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out.push_back(char(0xE0 | c >> 12));
    tail(6), tail(0);
  } else {
    out.push_back(char(0xF0 | c >> 18));
    tail(12), tail(6), tail(0);
  }
}

bool IsValidUtf8(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const Sequence next = Next(bytes, at);
    if (!next.good) return false;
    at += next.size;
  }
  return true;
}

std::string RepairUtf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const Sequence next = Next(bytes, at);
    if (next.good) {
      out.append(bytes, at, next.size);
    } else {
      AppendUtf8(kReplacement, out);
    }
    at += next.size;
  }
  return out;
}

size_t CountCodePoints(std::string_view text) {
  size_t n = 0;
  for (char c : text) n += !IsUtf8Continuation(c);
  return n;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  if (CountCodePoints(text) == text.size()) return;
  before_.reserve(text.size() / kBlock + 1);
  uint32_t n = 0;
  for (size_t at = 0; at < text.size(); at += kBlock) {
    before_.push_back(n);
    n += uint32_t(CountCodePoints(text.substr(at, kBlock)));
  }
  before_.push_back(n);  // For the end of a text whose size is a multiple of the block.
}

uint32_t CodePointIndex::At(uint32_t byte) const {
  if (before_.empty()) return byte;
  const uint32_t block = byte / kBlock;
  return before_[block] + uint32_t(CountCodePoints(text_.substr(block * kBlock, byte % kBlock)));
}

}  // namespace averment
