#include "src/knowledge/lines.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

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

// Writes one file to each of some folders and reads them as one: "key rest" of each line, those of
// overlays with as many + before them as their place.
std::string Merged(const std::vector<std::string>& contents, EntryOf entry_of = RuleEntry) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(::testing::TempDir()) / "lines_test";
  fs::remove_all(root);
  KnowledgePath path((root / "0").string());
  for (size_t i = 0; i < contents.size(); ++i) {
    const fs::path folder = root / std::to_string(i);
    fs::create_directories(folder);
    if (!contents[i].empty()) std::ofstream(folder / "f.txt") << contents[i];
    if (i > 0) path.AddOverlay(folder.string());
  }
  const Result<LineFile> file = LineFile::Load(path / "f.txt", entry_of);
  if (!file.ok()) return file.status().message().substr(root.string().size() + 1);
  std::string out;
  for (const Line& l : file.value().lines) {
    out += std::string(l.folder, '+') + l.key + " " + l.rest + "\n";
  }
  return out;
}

TEST(Lines, AnOverlayReplacesRulesAndAddsToClasses) {
  const std::string base =
      "class A x\nrule one\n  do 1\n  + e => e\npublished D\nrule two\n  do 2\n";
  EXPECT_EQ(Merged({base, ""}),
            "class A x\nrule one\ndo 1\n+ e => e\npublished D\nrule two\ndo 2\n");
  EXPECT_EQ(Merged({base, "class A y\nrule one\n  do 3\nrule three\n  do 4\n"}),
            "+class A y\n+rule one\n+do 3\n+rule three\n+do 4\n"
            "class A x\npublished D\nrule two\ndo 2\n");
  EXPECT_EQ(Merged({base, "rule one\n  do 3\n", "rule one\n  do 5\n"}),
            "++rule one\n++do 5\nclass A x\npublished D\nrule two\ndo 2\n");
}

TEST(Lines, AnOverlayRemoves) {
  const std::string base = "class A x\nrule one\n  do 1\nclass A z\nrule two\n  do 2\n";
  EXPECT_EQ(Merged({base, "remove rule one\nremove class A\nclass A y\n"}),
            "+class A y\nrule two\ndo 2\n");
  EXPECT_EQ(Merged({base, "\nremove rule three\n"}), "1/f.txt:2: there is no rule three to remove");
  EXPECT_EQ(Merged({base, "remove everything\n"}),
            "1/f.txt:1: expected `remove` and the first words of an entry");
  EXPECT_EQ(Merged({"remove rule one\n"}), "0/f.txt:1: only an overlay can remove");
}

TEST(Lines, OverlaysOfListsAdd) {
  EXPECT_EQ(Merged({"acts go, do\n", "acts be\n"}, ListEntry), "+acts be\nacts go, do\n");
}

TEST(Lines, AnOverlayHoldsOnlyFilesThatAreRead) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(::testing::TempDir()) / "overlay_test";
  const auto check = [&](const char* file) {
    fs::remove_all(root);
    fs::create_directories((root / file).parent_path());
    std::ofstream(root / file) << "";
    KnowledgePath path("knowledge");
    path.AddOverlay(root.string());
    const std::string message = path.CheckOverlays().message();
    return message.empty() ? message : message.substr(root.string().size());
  };
  EXPECT_EQ(check("event/classes.txt"), "");
  EXPECT_EQ(check("event/README.md"), ": holds no knowledge (TOPIC/FILE.txt, as in knowledge)");
  EXPECT_EQ(check("quote/cue.txt"),
            "/quote/cue.txt: nothing reads a file of this name; there are cues.txt, examples.txt");
  EXPECT_NE(check("events/classes.txt").find("there are actor, "), std::string::npos);
  KnowledgePath nowhere("knowledge");
  nowhere.AddOverlay("/no/such/folder");
  EXPECT_EQ(nowhere.CheckOverlays().message(), "/no/such/folder: No such file or directory");
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
