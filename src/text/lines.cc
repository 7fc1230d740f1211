#include "src/text/lines.h"

#include "src/base/unicode.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

constexpr char32_t kLineSeparator = 0x2028, kParagraphSeparator = 0x2029;
constexpr char32_t kByteOrderMark = 0xFEFF, kZeroWidthSpace = 0x200B;
constexpr uint32_t kTab = 8;

bool EndsLine(char32_t c) {
  return c == '\n' || c == '\r' || c == '\f' || c == kLineSeparator || c == kParagraphSeparator;
}

}  // namespace

bool IsBlank(char32_t c) { return IsSpace(c) || c == kByteOrderMark || c == kZeroWidthSpace; }

std::vector<TextLine> ReadLines(std::string_view text) {
  std::vector<TextLine> lines;
  TextLine line{};
  bool content = false;
  const auto finish = [&](size_t next) {
    lines.push_back(line);
    line = {uint32_t(next), uint32_t(next), 0};
    content = false;
  };
  for (size_t at = 0; at < text.size();) {
    const size_t here = at;
    const char32_t c = DecodeUtf8(text, at);
    if (EndsLine(c)) {
      if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
      finish(at);
    } else if (!IsBlank(c)) {
      if (!content) line.begin = uint32_t(here);
      line.end = uint32_t(at);
      content = true;
    } else if (!content) {
      line.indent += c == '\t' ? kTab - line.indent % kTab : 1;
      line.begin = line.end = uint32_t(at);
    }
  }
  if (content) finish(text.size());
  return lines;
}

}  // namespace averment
