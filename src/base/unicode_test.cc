#include "src/base/unicode.h"

#include <gtest/gtest.h>

#include "src/base/string_hash.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

// FNV-1a, to compare a million answers with Python's in one number.
uint64_t Digest(uint64_t h, std::string_view bytes) {
  for (char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return h;
}
constexpr uint64_t kDigestStart = 0xCBF29CE484222325;

template <typename F>
void ForEachScalar(F f) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c < 0xD800 || c > 0xDFFF) f(c);
  }
}

// The numbers were printed by Python 3.11, by the same loops over str methods.
TEST(Unicode, ClassesAreThoseOfPython311) {
  uint64_t h = kDigestStart;
  ForEachScalar([&](char32_t c) {
    const char flags =
        char(IsSpace(c) | IsAlpha(c) << 1 | IsDigit(c) << 2 | IsUpper(c) << 3 | IsLower(c) << 4);
    h = Digest(h, {&flags, 1});
  });
  EXPECT_EQ(h, 0x9B7995D41A926018u);
}

TEST(Unicode, LowerCaseIsThatOfPython311) {
  uint64_t alone = kDigestStart, sigma = kDigestStart;
  ForEachScalar([&](char32_t c) {
    std::string s;
    AppendUtf8(c, s);
    alone = Digest(alone, ToLower(s));
    sigma = Digest(sigma, ToLower("AΣ" + s + "Σ" + s + "a"));
  });
  EXPECT_EQ(alone, 0xC319D02E8283B91Eu);
  EXPECT_EQ(sigma, 0xBEA08A5EC9E9F5C8u);
}

TEST(Unicode, LowerCaseOfWords) {
  const struct {
    const char *word, *lower;
  } rows[] = {
      {"", ""},
      {"Geneva", "geneva"},
      {"ÅLESUND", "ålesund"},
      {"ΟΔΟΣ ΟΔΟΣ", "οδος οδος"},
      {"Σ", "σ"},
      {"ΑΣ'", "ας'"},
      {"ΑΣ'Α", "ασ'α"},
      {"Α'Σ", "α'ς"},
      {"İSTANBUL", "i̇stanbul"},
      {"ΣΣΣ", "σσς"},
      {"A.Σ.", "a.ς."},
      {"Σ.", "σ."},
  };
  for (const auto& row : rows) EXPECT_EQ(ToLower(row.word), row.lower) << row.word;
}

// Looking past ignorable characters for every sigma again would take minutes here.
TEST(Unicode, ManySigmasAreLinear) {
  std::string s = "A";
  for (int i = 0; i < 200'000; ++i) s += "Σ'";
  EXPECT_EQ(ToLower(s).size(), s.size());
  EXPECT_EQ(ToLower(s + "B").size(), s.size() + 1);
}

TEST(StringHash, IsSpacys) {
  const struct {
    const char* string;
    uint64_t hash;
  } rows[] = {
      {"", 0xC6A4A7935BD064DC},         {"nsubj", 0x16BC8A84F52D8ECD},
      {"the", 0x670E66A635739A92},      {"Geneva", 0xC761B6525DD97DA0},
      {"日内瓦", 0xF0C01F1B06DDCDA9},   {"extraordinarily", 0xFC9A5C18DF226EE7},
      {"12345678", 0x890060166FADAFA0}, {"123456789", 0x1C8AC7C7D0FC5CF9},
  };
  for (const auto& row : rows) EXPECT_EQ(HashString(row.string), row.hash) << row.string;
}

}  // namespace
}  // namespace averment
