// Rows: bytes -> what the reader makes of them, in a short printed form.

#include "src/cli/reader.h"

#include <gtest/gtest.h>

#include "src/cli/lines.h"

namespace averment::cli {
namespace {

// "place: id|text" for an article, with what else it has; "place: ERROR why" else.
std::string Print(const Input& in) {
  if (!in.error.empty()) return in.place + ": ERROR " + in.error;
  const Article& a = in.article;
  std::string line = in.place + ": " + a.id + "|" + a.text;
  if (!a.title.empty()) line += "|title=" + a.title;
  if (!a.source.empty()) line += "|source=" + a.source;
  if (!a.url.empty()) line += "|url=" + a.url;
  if (a.published) line += "|published=" + ToIso(*a.published);
  if (a.text_was_repaired) line += "|repaired";
  if (!in.warning.empty()) line += "|warned";
  return line;
}

std::string All(std::unique_ptr<Reader> reader) {
  std::string all;
  while (const std::optional<Input> input = reader->Next()) all += Print(*input) + "\n";
  return all;
}

std::string Jsonl(std::string_view bytes) { return All(ReadJsonl("d/a.jsonl", BytesOf(bytes))); }
std::string Text(std::string_view bytes) { return All(ReadText("d/a.txt", BytesOf(bytes))); }

TEST(Jsonl, ReadsTheFieldsOfARow) {
  EXPECT_EQ(Jsonl(R"({"id":"1","text":"Hi.","title":"T","published":"2013-07-02T10:00:00Z",)"
                  R"("source":"S","url":"u","other":{"deep":[1,2]}})"),
            "d/a.jsonl:1: 1|Hi.|title=T|source=S|url=u|published=2013-07-02\n");
}

TEST(Jsonl, TakesNullForAbsent) {
  EXPECT_EQ(
      Jsonl(R"({"id":null,"text":"Hi.","title":null,"published":null,"source":null,"url":null})"),
      "d/a.jsonl:1: a.jsonl:1|Hi.\n");
  EXPECT_EQ(Jsonl(R"({"id":"","text":"Hi.","published":""})"), "d/a.jsonl:1: a.jsonl:1|Hi.\n");
}

TEST(Jsonl, ReadsAnEmptyText) { EXPECT_EQ(Jsonl(R"({"id":"e","text":""})"), "d/a.jsonl:1: e|\n"); }

TEST(Jsonl, CountsLinesAndPassesOverBlankOnes) {
  EXPECT_EQ(Jsonl("\n{\"id\":\"1\",\"text\":\"a\"}\r\n \t\r\n{\"id\":\"2\",\"text\":\"b\"}"),
            "d/a.jsonl:2: 1|a\nd/a.jsonl:4: 2|b\n");
  EXPECT_EQ(Jsonl(""), "");
  EXPECT_EQ(Jsonl("\n\n"), "");
}

TEST(Jsonl, GoesOnBehindABadRow) {
  EXPECT_EQ(
      Jsonl("[1]\n7\n\"x\"\nnull\n{}\n{\"text\":6}\n{\"text\":null}\n{\"text\":\"a\",\"id\":7}\n"
            "{\"text\":\"a\",\"published\":\"May 2013\"}\n{\"text\":\"a\",\"title\":[]}\n"
            "{\"id\":\"ok\",\"text\":\"a\"}\n"),
      "d/a.jsonl:1: ERROR not an object but a list\n"
      "d/a.jsonl:2: ERROR not an object but a number\n"
      "d/a.jsonl:3: ERROR not an object but a string\n"
      "d/a.jsonl:4: ERROR not an object but null\n"
      "d/a.jsonl:5: ERROR no text\n"
      "d/a.jsonl:6: ERROR text is a number, not a string\n"
      "d/a.jsonl:7: ERROR no text\n"
      "d/a.jsonl:8: ERROR id is a number, not a string\n"
      "d/a.jsonl:9: a.jsonl:9|a|warned\n"
      "d/a.jsonl:10: ERROR title is a list, not a string\n"
      "d/a.jsonl:11: ok|a\n");
}

TEST(Jsonl, NamesWhatIsNoJson) {
  for (const char* line : {"{", "{\"text\":\"a\"", "{\"text\":\"a\"} x", "{text:1}", "\xEF\xBB",
                           "{\"text\":\"\\ud800\"}"}) {
    EXPECT_TRUE(Jsonl(line).starts_with("d/a.jsonl:1: ERROR no JSON: ")) << line << Jsonl(line);
  }
}

TEST(Jsonl, SurvivesDeepNesting) {
  const std::string deep =
      "{\"text\":" + std::string(100'000, '[') + "\n{\"id\":\"1\",\"text\":\"a\"}";
  const std::string all = Jsonl(deep);
  EXPECT_TRUE(all.starts_with("d/a.jsonl:1: ERROR no JSON: ")) << all;
  EXPECT_TRUE(all.ends_with("d/a.jsonl:2: 1|a\n")) << all;
}

TEST(Jsonl, RepairsBadUtf8AndSaysSo) {
  EXPECT_EQ(Jsonl("{\"id\":\"1\",\"text\":\"a\xFFz\"}"),
            "d/a.jsonl:1: 1|a\uFFFDz|repaired|warned\n");
}

TEST(Jsonl, PassesOverAByteOrderMark) {
  EXPECT_EQ(Jsonl("\xEF\xBB\xBF{\"id\":\"1\",\"text\":\"a\"}"), "d/a.jsonl:1: 1|a\n");
}

TEST(Jsonl, RefusesUtf16) {
  EXPECT_EQ(Jsonl(std::string_view("\xFF\xFE{\0\"\0\n\0x\0", 10)),
            "d/a.jsonl: ERROR UTF-16 or UTF-32; JSON lines are read in UTF-8 only\n");
}

TEST(Jsonl, PassesOverALineThatIsTooLong) {
  const std::string bytes =
      "{\"text\":\"" + std::string(kLongestLine, 'a') + "\"}\n{\"id\":\"1\",\"text\":\"a\"}\n";
  EXPECT_EQ(Jsonl(bytes), "d/a.jsonl:1: ERROR line longer than 64 MiB\nd/a.jsonl:2: 1|a\n");
}

TEST(Jsonl, RefusesATextThatIsTooLong) {
  const std::string bytes = "{\"text\":\"" + std::string(kLongestText + 1, 'a') + "\"}\n";
  EXPECT_EQ(Jsonl(bytes), "d/a.jsonl:1: ERROR text longer than 16 MiB\n");
}

// Sources may give a byte at a time, and fail.
TEST(Jsonl, DoesNotCareHowBytesArrive) {
  std::string_view bytes = "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}";
  const ReadBytes drops = [&](char* buffer, size_t, std::string& error) -> size_t {
    if (bytes.empty()) {
      error = "gone";
      return 0;
    }
    *buffer = bytes.front();
    bytes.remove_prefix(1);
    return 1;
  };
  EXPECT_EQ(All(ReadJsonl("x", drops)), "x:1: 1|a\nx: ERROR gone\n");
}

TEST(Lines, AreFoundInLinearTimeHoweverShort) {
  const std::string bytes(3'000'000, '\n');
  LineSource lines(BytesOf(bytes));
  while (lines.Next() == LineSource::Found::kLine) {
  }
  EXPECT_EQ(lines.number(), bytes.size());
}

TEST(Text, IsUntouched) {
  EXPECT_EQ(Text("A\r\nB\rC\n"), "d/a.txt: a.txt|A\r\nB\rC\n\n");
  EXPECT_EQ(Text("\xEF\xBB\xBF"
                 "A"),
            "d/a.txt: a.txt|\uFEFFA\n");
  EXPECT_EQ(Text(std::string_view("A\0B", 3)), std::string("d/a.txt: a.txt|A\0B\n", 19));
  EXPECT_EQ(Text(""), "d/a.txt: a.txt|\n");
}

TEST(Text, IsRepairedWhereItIsNoUtf8) {
  EXPECT_EQ(Text("caf\xE9 \xE2\x82"), "d/a.txt: a.txt|caf\uFFFD \uFFFD|repaired|warned\n");
}

TEST(Text, IsDecodedFromUtf16) {
  EXPECT_EQ(Text(std::string_view("\xFF\xFE"
                                  "A\0\x3D\xD8\x00\xDE",
                                  8)),
            "d/a.txt: a.txt|\uFEFFA\U0001F600|repaired\n");
  EXPECT_EQ(Text(std::string_view("\xFE\xFF\0A\xD8\x3D\0B\0", 9)),
            "d/a.txt: a.txt|\uFEFFA\uFFFDB\uFFFD|repaired|warned\n");
}

TEST(Text, IsRefusedInUtf32AndWhereTooLong) {
  EXPECT_EQ(Text(std::string_view("\xFF\xFE\0\0A\0\0\0", 8)),
            "d/a.txt: ERROR UTF-32 is not read; convert it to UTF-8\n");
  EXPECT_EQ(Text(std::string(kLongestText + 1, 'a')), "d/a.txt: ERROR longer than 16 MiB\n");
  EXPECT_EQ(Text(std::string(kLongestText, 'a')).size(), kLongestText + 16);
}

}  // namespace
}  // namespace averment::cli
