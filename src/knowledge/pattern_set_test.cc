// What a rule file may say, and that the fast matcher finds what the plain reading of a pattern
// finds.

#include "src/knowledge/pattern_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "src/examples/conllu.h"

namespace averment {
namespace {

const PatternSchema& Schema() {
  static const PatternSchema kSchema = {
      .actions = {{"point", {"DIGIT"}}, {"mark", {}}},
      .classes = {"DIGIT", "COLOR"},
      .args = {"by"},
      .symbols = {{"red", 7}},
  };
  return kSchema;
}

class PatternSetTest : public ::testing::Test {
 protected:
  Result<PatternSet> Load(std::string_view rules) {
    const std::string path = ::testing::TempDir() + "/pattern_set_test.txt";
    std::ofstream(path) << rules;
    Result<PatternSet> set = PatternSet::Load(path, "t", Schema());
    if (set.ok()) return set;
    const std::string message = set.status().message();
    return Status(message.substr(message.rfind('/') + 1));
  }

  std::string Error(std::string_view rules) { return Load(rules).status().message(); }

  // "begin-end rule" of the longest match at each token, words given in one row.
  std::string Matches(std::string_view rules, std::string_view words) {
    Result<PatternSet> set = Load(rules);
    if (!set.ok()) return set.status().message();
    std::string conllu;
    size_t id = 0;
    while (!words.empty()) {
      const size_t end = std::min(words.find(' '), words.size());
      const std::string word(words.substr(0, end));
      words.remove_prefix(std::min(end + 1, words.size()));
      ++id;
      conllu += std::to_string(id);
      conllu += "\t";
      conllu += word;
      conllu += "\t_\tNOUN\tNN\t_\t";
      conllu += id == 1 ? "0\tROOT\t_\t_\n" : "1\tdep\t_\t_\n";
    }
    const Document doc = reader_.Read(conllu, std::nullopt).value();
    PatternMatcher matcher(set.value(), doc.syntax);
    std::string found;
    for (uint32_t i = 0; i < doc.syntax.size(); ++i) {
      const auto match = matcher.LongestAt(i);
      if (!match) continue;
      found += std::to_string(match->tokens.first) + "-" + std::to_string(match->tokens.last) +
               " " + set.value().rule(*match).id;
      for (size_t c = 0; c < 2; ++c) {
        if (match->Get(c)) found += " " + std::to_string(*match->Get(c));
      }
      found += "\n";
    }
    return found;
  }

  examples::ConlluReader reader_;
};

constexpr std::string_view kRules =
    "class DIGIT number 1..9\nclass COLOR red=red blue=8\nnumber one=1 two=2 twenty=20 "
    "hundred=100\n"
    "rule a is thing\n  match (the|a)? DIGIT COLOR\n  do point\n  + x => x\n"
    "rule b\n  match <thing> of <thing>\n  do mark\n  + x => x\n"
    "rule c\n  match red\n  not after very\n  do mark by=red\n  + x => x\n";

TEST_F(PatternSetTest, FindsTheLongest) {
  EXPECT_EQ(Matches(kRules, "the two blue"), "0-3 t/a 2 8\n1-3 t/a 2 8\n");
  EXPECT_EQ(Matches(kRules, "twenty - two Blue"), "0-4 t/a 22 8\n2-4 t/a 2 8\n");
  EXPECT_EQ(Matches(kRules, "one red of two blue"), "0-5 t/b\n1-2 t/c\n3-5 t/a 2 8\n");
  EXPECT_EQ(Matches(kRules, "very red red"), "2-3 t/c\n");
  EXPECT_EQ(Matches(kRules, "nothing here"), "");
}

TEST_F(PatternSetTest, RefusesWithLineAndReason) {
  EXPECT_EQ(Error("rule a\n  do mark\n  + x => x\n"),
            "pattern_set_test.txt:1: the rule matches nothing");
  EXPECT_EQ(Error("rule a\n  match b\n  + x => x\n"),
            "pattern_set_test.txt:1: the rule has no action");
  EXPECT_EQ(Error("rule a\n  match b\n  do mark\n"),
            "pattern_set_test.txt:1: the rule has no example");
  EXPECT_EQ(Error("rule a\n  match b\n  do park\n"),
            "pattern_set_test.txt:3: no such action: park");
  EXPECT_EQ(Error("rule a\n  match b\n  do mark to=3\n"),
            "pattern_set_test.txt:3: no such argument: to=3");
  EXPECT_EQ(Error("rule a\n  match b\n  do point\n  + x => x\n"),
            "pattern_set_test.txt:1: the action point needs DIGIT, which is not in: b");
  EXPECT_EQ(Error("rule a\n  match SHAPE\n  do mark\n  + x => x\n"),
            "pattern_set_test.txt:2: no such class: SHAPE");
  EXPECT_EQ(Error("rule a\n  match <b>\n  do mark\n  + x => x\n"),
            "pattern_set_test.txt:2: no rule is a b");
  EXPECT_EQ(Error("rule a\n  match (b\n"), "pattern_set_test.txt:2: a ( without its )");
  EXPECT_EQ(Error("rule a\n  match b)\n"), "pattern_set_test.txt:2: a ) without its (");
  EXPECT_EQ(Error("rule a\n  match b?\n"),
            "pattern_set_test.txt:2: a pattern that matches nothing");
  EXPECT_EQ(Error("word\n"),
            "pattern_set_test.txt:1: expected `class`, `number` or `rule`, got: word");
  EXPECT_EQ(Error("class DIGIT a=pink\n"), "pattern_set_test.txt:1: no such value: pink");
  EXPECT_EQ(PatternSet::Load("/no/file", "t", Schema()).status().message(),
            "/no/file: cannot be read");
}

TEST_F(PatternSetTest, WritesOutNoFlood) {
  std::string pattern = "rule a\n  match b";
  for (int i = 0; i < 40; ++i) pattern += " (c|d)";
  EXPECT_EQ(Error(pattern), "pattern_set_test.txt:2: the pattern stands for too many sequences");
}

}  // namespace
}  // namespace averment
