#include "src/base/utf8.h"

#include <gtest/gtest.h>

namespace averment {
namespace {

// What Python's bytes.decode("utf-8", "replace") makes of ill-formed bytes; "?" stands for U+FFFD.
TEST(Utf8, RepairsAsPythonDoes) {
  const struct {
    const char *bytes, *repaired;
  } rows[] = {
      {"abc", "abc"},
      {"\xff", "?"},
      {"a\xc3", "a?"},
      {"\xe2\x82", "?"},
      {"\xe2\x82\xac", "€"},
      {"\xe2(\xa1", "?(?"},
      {"\xf0\x9f\x98", "?"},
      {"\xf0\x9f\x98\x80", "😀"},
      {"\xed\xa0\x80", "???"},
      {"\xc0\xaf", "??"},
      {"\xf4\x90\x80\x80", "????"},
      {"\x80\x80", "??"},
      {"\xf0\x80\x80z", "???z"},
      {"\xe2\xe2\x82\xac", "?€"},
  };
  for (const auto& row : rows) {
    std::string expected;
    for (char c : std::string_view(row.repaired)) {
      if (c == '?')
        AppendUtf8(kReplacement, expected);
      else
        expected += c;
    }
    EXPECT_EQ(RepairUtf8(row.bytes), expected) << row.repaired;
    EXPECT_EQ(IsValidUtf8(row.bytes), expected == row.bytes) << row.repaired;
    EXPECT_TRUE(IsValidUtf8(RepairUtf8(row.bytes))) << row.repaired;
  }
}

TEST(Utf8, DecodesWhatItEncodes) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string s;
    AppendUtf8(c, s);
    ASSERT_TRUE(IsValidUtf8(s));
    size_t at = 0;
    ASSERT_EQ(DecodeUtf8(s, at), c);
    ASSERT_EQ(at, s.size());
  }
}

// The fast index against plain counting, at every character of texts round the size of its blocks.
TEST(Utf8, CodePointIndexCounts) {
  for (size_t n : {0, 1, 31, 32, 33, 64, 65, 200}) {
    for (const char* unit : {"a", "é", "a€", "😀b"}) {
      std::string text;
      for (size_t i = 0; i < n; ++i) text += unit;
      const CodePointIndex index(text);
      uint32_t expected = 0;
      for (size_t at = 0; at < text.size(); at += Utf8Length(text[at])) {
        ASSERT_EQ(index.At(uint32_t(at)), expected++);
      }
      ASSERT_EQ(index.At(uint32_t(text.size())), expected);
    }
  }
}

}  // namespace
}  // namespace averment
