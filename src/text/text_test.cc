#include "src/text/text.h"

#include <gtest/gtest.h>

#include <fstream>

#include "src/base/unicode.h"
#include "src/base/utf8.h"
#include "src/text/text_date.h"

namespace averment {
namespace {

Article Of(std::string text) {
  Article article;
  article.text = std::move(text);
  return article;
}

// The printed form of a reading, as tests/text/paragraphs.txt has it.
std::string Print(const Article& article) {
  const Text text = ReadText(article);
  std::string out;
  for (const Paragraph& p : text.paragraphs) {
    out += "HDBX"[int(p.kind)];
    out += ' ';
    out += text.NormalizedOf(p);
    out += '\n';
  }
  if (const auto date = FindTextDate(article, text)) {
    out += "date " + ToIso(date->date) + ' ';
    out += date->span.text();
    out += '\n';
  }
  if (const auto filed = FindDateline(article, text); filed && filed->place) {
    out += "place ";
    out += filed->place->text();
    out += '\n';
  }
  return out;
}

TEST(ReadText, ParagraphsFile) {
  const std::string path = "tests/text/paragraphs.txt";
  std::ifstream file(path);
  ASSERT_TRUE(file) << path;
  std::string line, name, article, expected;
  int number = 0, start = 0, cases = 0;
  const auto run = [&] {
    if (name.empty()) return;
    ++cases;
    EXPECT_EQ(Print(Of(article)), expected) << path << ":" << start << ": " << name;
  };
  while (std::getline(file, line)) {
    ++number;
    if (line.starts_with("== ")) {
      run();
      name = line.substr(3);
      start = number;
      article.clear();
      expected.clear();
    } else if (line.starts_with("|")) {
      article += line.substr(std::min<size_t>(2, line.size())) + "\n";
    } else if (!line.empty() && line[0] != '#') {
      expected += line + "\n";
    }
  }
  run();
  EXPECT_GE(cases, 15);
}

// Every character of the normalised text is the article's, but for blanks that stand for line
// breaks.
void CheckAlignment(const std::string& input) {
  const Article article = Of(input);
  const Text text = ReadText(article);
  uint32_t last_end = 0;
  for (const Paragraph& p : text.paragraphs) {
    ASSERT_LT(p.begin, p.end);
    ASSERT_GE(p.span.begin, last_end);
    last_end = p.span.end;
    EXPECT_EQ(text.ToArticle(p.begin), p.span.begin);
    EXPECT_EQ(text.EndInArticle(p.end), p.span.end);
    uint32_t last = 0;
    for (size_t at = p.begin; at < p.end;) {
      const size_t here = at;
      const char32_t c = DecodeUtf8(text.normalized, at);
      const uint32_t there = text.ToArticle(uint32_t(here));
      ASSERT_TRUE(here == p.begin || there > last);
      last = there;
      size_t original = there;
      const char32_t o = DecodeUtf8(article.text, original);
      ASSERT_TRUE(o == c || (c == ' ' && IsSpace(o)));
    }
  }
}

TEST(ReadText, AlignmentHolds) {
  for (const char* text : {
           "",
           " \n\t\n",
           "One line.",
           "\xEF\xBB\xBFWith a mark.\r\n\r\nAnd\r\n  wrapped  \r\n lines…\r\n",
           "a\rb\rc\f d \xE2\x80\xA8 e",
           "GENEVA, Jan. 22 (Wire) -   Text here,\n   wrapped é \n  here.\n\n\n   More.",
           "\u00a0\u00a0Blank \u00a0 inside \u00a0\n\u00a0 here",
       }) {
    CheckAlignment(text);
  }
}

// No input is slow.
TEST(ReadText, HostileTexts) {
  for (const char* unit : {"(", "a", "a ", "cannot ", ".", "a.", "\n", " \n", "é\n\n", "\u00a0 ",
                           "1a", "A. B\n", "GENEVA - ", "May 1 ", "é"}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    const Article article = Of(text);
    const Text read = ReadText(article);
    (void)FindTextDate(article, read);
  }
}

}  // namespace
}  // namespace averment
