// The runner must fail where a row fails: cases that are wrong on purpose, in a folder of their
// own.

#include "src/examples/examples.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "src/examples/conllu.h"

namespace averment::examples {
namespace {

class Examples : public ::testing::Test {
 protected:
  void SetUp() override {
    dir_ = std::filesystem::path(::testing::TempDir()) / "examples_test" / "word";
    std::filesystem::create_directories(dir_);
  }

  // How many rows fail, with a finder of every "cat" (value: its length and whether dated).
  int Run(std::string_view rules, std::string_view cases) {
    std::ofstream(dir_ / "rules.txt") << rules;
    std::ofstream(dir_ / "examples.txt") << cases;
    const Outcome outcome = RunTopic({.dir = dir_.string(), .kind = "cat"}, Plain, FindCats);
    printed_.clear();
    for (const std::string& failure : outcome.failures) printed_ += failure + "\n";
    return int(outcome.failures.size());
  }

  static Result<Document> Plain(const std::string& text, std::optional<Date> published) {
    Document doc;
    Article article;
    article.text = text;
    doc.article = std::make_unique<Article>(std::move(article));
    doc.published = published;
    return doc;
  }

  static std::vector<Finding> FindCats(const Document& doc) {
    std::vector<Finding> found;
    const std::string& text = doc.article->text;
    for (size_t at = text.find("cat"); at != text.npos; at = text.find("cat", at + 3)) {
      found.push_back({{text.data(), uint32_t(at), uint32_t(at + 3)},
                       doc.published ? "dated" : "undated",
                       "word/cat"});
    }
    return found;
  }

  std::filesystem::path dir_;
  std::string printed_;
};

TEST_F(Examples, PassWhenTheyHold) {
  EXPECT_EQ(
      Run("rule cat do it\n  + a cat => cat\n  + cat cat => cat = undated; cat\n  - a dog\n"
          "published 2024-01-01\n  + cat => cat = dated\n",
          "text a dog\nnone\ntext cat\ncat cat = undated by cat\n"
          "published 2024-01-01\ntext cat\ncat cat = dated by word/cat\ntodo a dog\ncat dog\n"),
      0)
      << printed_;
}

TEST_F(Examples, FailWithFileAndLine) {
  EXPECT_EQ(Run("rule cat\n  + a dog => cat\n  - a cat\n  + nothing", "text cat\nnone\n"), 4);
  for (const char* where :
       {"rules.txt:2: failed", "rules.txt:3: failed", "rules.txt:4: expected",
        "examples.txt:1: failed\n  want none\n  got  cat = undated by word/cat"}) {
    EXPECT_NE(printed_.find(where), printed_.npos) << where << " in:\n" << printed_;
  }
}

TEST_F(Examples, TodoThatPassesFails) { EXPECT_EQ(Run("", "todo cat\ncat cat\n"), 1) << printed_; }

TEST_F(Examples, OtherKindValueOrRuleFails) {
  EXPECT_EQ(Run("", "text cat\ndog cat\ntext cat\ncat cat = dated\ntext cat\ncat cat by dog\n"), 3);
}

TEST_F(Examples, WantsSomethingSaid) {
  EXPECT_EQ(Run("", "text cat\n"), 1);
  EXPECT_EQ(Run("", ""), 1);
  EXPECT_EQ(Run("", "none\n"), 2);
}

TEST_F(Examples, RowsMayGiveTheirSyntax) {
  const char* row =
      "| 1 A a DET DT _ 2 det _ _\n| 2 cat cat NOUN NN _ 0 ROOT _ SpaceAfter=No\n"
      "| 3 . . PUNCT . _ 2 punct _ _\n";
  EXPECT_EQ(Run("", std::string("text A cat.\n") + row + "cat cat\n"), 0) << printed_;
  EXPECT_EQ(Run("", std::string("text A dog.\n") + row + "cat cat\n"), 1);
}

}  // namespace
}  // namespace averment::examples
