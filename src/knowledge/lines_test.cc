#include "src/knowledge/lines.h"

#include <gtest/gtest.h>

namespace averment {
namespace {

// "number:key|rest", indented lines with a dot.
std::string Show(std::string_view content) {
  Result<LineFile> file = LineFile::Parse("f.txt", content);
  if (!file.ok()) return file.status().message();
  std::string out;
  for (const Line& l : file.value().lines) {
    out += std::to_string(l.number) + (l.indented ? ".:" : ":") + l.key + "|" + l.rest + "\n";
  }
  return out;
}

TEST(Lines, KeepsWhatIsSaid) {
  EXPECT_EQ(Show("# only a comment\n\nrule a  match b # why\r\n"), "3:rule|a  match b\n");
  EXPECT_EQ(Show("rule\n  + x => y"), "1:rule|\n2.:+|x => y\n");
  EXPECT_EQ(Show("a issue #3 is C# code"), "1:a|issue #3 is C# code\n");
  EXPECT_EQ(Show("  # indented comment\n#close"), "");
}

TEST(Lines, JoinsContinuedLines) {
  EXPECT_EQ(Show("a b \\  # comment\n    c\nd"), "1:a|b c\n3:d|\n");
  EXPECT_EQ(Show("  a \\\n b"), "1.:a|b\n");
  EXPECT_EQ(Show("a \\"), "f.txt:1: nothing follows the last \\");
}

TEST(Lines, SaysWhereItFailed) {
  EXPECT_EQ(LineFile::Load("/no/such/file").status().message(), "/no/such/file: cannot be read");
  const LineFile file = LineFile::Parse("f.txt", "\nx y").value();
  EXPECT_EQ(file.Error(file.lines[0], "bad").message(), "f.txt:2: bad");
}

TEST(Lines, SplitsWords) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(SplitWords(" a  \"b c\" d\\e \"x\\\"y\" \"\"").value(),
            (Words{"a", "b c", "d\\e", "x\"y", ""}));
  EXPECT_FALSE(SplitWords("a \"b").ok());
  EXPECT_EQ(SqueezeBlanks("  a \n\t b "), "a b");
}

}  // namespace
}  // namespace averment
