// Python 3.11's character classes, from tables that Python itself wrote
// (scripts/make_unicode_tables.py).
//
// A final sigma: a capital sigma is lowered to the final form where a cased letter comes before it
// and none after it, with case-ignorable characters (apostrophes, accents) skipped on both sides;
// the condition Final_Sigma of Unicode 3.13, table 3-17.  To stay linear when a text is nothing but
// ignorable characters and sigmas, what stands before is remembered and what follows is looked up
// once.

#include "src/base/unicode.h"

#include <algorithm>

#include "src/base/unicode_tables.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

using internal::CharRange;
using internal::LowerRange;

bool Contains(const CharRange* table, size_t size, char32_t c) {
  const CharRange* end = table + size;
  const CharRange* r = std::lower_bound(
      table, end, c, [](const CharRange& range, char32_t x) { return range.last < x; });
  return r != end && r->first <= c;
}

bool IsCased(char32_t c) { return Contains(internal::kCased, internal::kCasedSize, c); }
bool IsCaseIgnorable(char32_t c) {
  return Contains(internal::kCaseIgnorable, internal::kCaseIgnorableSize, c);
}

char32_t LowerOf(char32_t c) {
  const LowerRange* end = internal::kToLower + internal::kToLowerSize;
  const LowerRange* r =
      std::lower_bound(internal::kToLower, end, c,
                       [](const LowerRange& range, char32_t x) { return range.last < x; });
  if (r == end || c < r->first || (c - r->first) % r->step != 0) return c;
  return char32_t(int64_t(c) + r->delta);
}

constexpr char32_t kCapitalSigma = 0x3A3, kSigma = 0x3C3, kFinalSigma = 0x3C2;
constexpr char32_t kCapitalDottedI = 0x130, kDotAbove = 0x307;

// Whether a cased character follows, with ignorable ones between.
class CasedAfter {
 public:
  explicit CasedAfter(std::string_view text) : text_(text) {}
  bool At(size_t at) {
    if (at <= until_) return cased_;  // The same run of ignorable characters as last time.
    while (at < text_.size()) {
      const size_t begin = at;
      const char32_t c = DecodeUtf8(text_, at);
      if (IsCaseIgnorable(c)) continue;
      until_ = begin;
      return cased_ = IsCased(c);
    }
    until_ = text_.size();
    return cased_ = false;
  }

 private:
  std::string_view text_;
  size_t until_ = 0;  // The answer holds for positions up to here.
  bool cased_ = false;
};

}  // namespace

bool IsSpace(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
  return Contains(internal::kSpace, internal::kSpaceSize, c);
}
bool IsAlpha(char32_t c) {
  if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
  return Contains(internal::kAlpha, internal::kAlphaSize, c);
}
bool IsDigit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return Contains(internal::kDigit, internal::kDigitSize, c);
}
bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return Contains(internal::kUpper, internal::kUpperSize, c);
}
bool IsLower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return Contains(internal::kLower, internal::kLowerSize, c);
}

void AppendLower(std::string_view text, std::string& out) {
  CasedAfter after(text);
  bool cased_before = false;
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const char b = text[at++];
      const bool upper = b >= 'A' && b <= 'Z';
      out.push_back(upper ? char(b + 32) : b);
      const bool ignorable = b == '\'' || b == '.' || b == ':' || b == '^' || b == '`';
      if (!ignorable) cased_before = upper || (b >= 'a' && b <= 'z');
      continue;
    }
    const char32_t c = DecodeUtf8(text, at);
    if (c == kCapitalSigma) {
      AppendUtf8(cased_before && !after.At(at) ? kFinalSigma : kSigma, out);
    } else if (c == kCapitalDottedI) {
      out.push_back('i');
      AppendUtf8(kDotAbove, out);
    } else {
      AppendUtf8(LowerOf(c), out);
    }
    if (!IsCaseIgnorable(c)) cased_before = IsCased(c);
  }
}

std::string ToLower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  AppendLower(text, out);
  return out;
}

}  // namespace averment
