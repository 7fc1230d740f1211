#include "src/text/tokenizer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>

#include "src/base/string_hash.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

class TokenizerTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("AVERMENT_MODELS");
    Result<ModelFile> model =
        ModelFile::Open(std::string(folder ? folder : "models") + "/averment-en-sm.model");
    ASSERT_TRUE(model.ok()) << model.status().message();
    model_ = std::make_unique<ModelFile>(std::move(model).value());
    Result<Tokenizer> tokenizer = Tokenizer::Load(*model_);
    ASSERT_TRUE(tokenizer.ok()) << tokenizer.status().message();
    tokenizer_ = std::make_unique<Tokenizer>(std::move(tokenizer).value());
  }

  std::unique_ptr<ModelFile> model_;
  std::unique_ptr<Tokenizer> tokenizer_;
};

// Between what is seen in a row and what is meant.
constexpr std::pair<std::string_view, std::string_view> kEscapes[] = {
    {"\\\\", "\\"},        {"\\n", "\n"},         {"\\t", "\t"},         {"\\u00a0", "\u00a0"},
    {"\\u2003", "\u2003"}, {"\\ufeff", "\ufeff"}, {"\\u200b", "\u200b"}, {"\\u00ad", "\u00ad"},
};
std::string Unescape(std::string_view s) {
  std::string out;
  while (!s.empty()) {
    size_t used = 0;
    for (const auto& [shown, meant] : kEscapes) {
      if (used == 0 && s.starts_with(shown)) {
        out += meant;
        used = shown.size();
      }
    }
    if (used == 0) out += s[0];
    s.remove_prefix(std::max<size_t>(used, 1));
  }
  return out;
}

// The printed form of tests/text/tokens.txt, without escapes.
std::string Print(const std::string& text, const std::vector<RawToken>& tokens,
                  const Vocabulary& vocabulary) {
  std::string out;
  for (const RawToken& t : tokens) {
    const Lexeme& lexeme = vocabulary[t.lexeme];
    EXPECT_EQ(text.substr(t.at, t.size), lexeme.orth);
    out += lexeme.orth;
    if (lexeme.norm != lexeme.lower) {
      out += "→";
      out += lexeme.norm;
    }
    out += t.space_after ? " |" : "|";
  }
  return out;
}

TEST_F(TokenizerTest, TokensFile) {
  const std::string path = "tests/text/tokens.txt";
  std::ifstream file(path);
  ASSERT_TRUE(file) << path;
  Tokenizer::Worker fresh = tokenizer_->MakeWorker(), warm = tokenizer_->MakeWorker();
  std::string line, text;
  int number = 0, rows = 0;
  while (std::getline(file, line)) {
    ++number;
    if (line.starts_with("> ")) text = Unescape(line.substr(2));
    if (!line.starts_with("= ")) continue;
    ++rows;
    const std::string expected = Unescape(line.substr(2));
    // A worker that has seen other rows, one that has seen this one, and one with nothing to
    // remember.
    for (Tokenizer::Worker* worker : {&warm, &warm, &fresh}) {
      std::vector<RawToken> tokens;
      tokenizer_->Tokenize(text, 0, *worker, tokens);
      EXPECT_EQ(Print(text, tokens, worker->vocabulary()), expected) << path << ":" << number;
    }
    fresh = tokenizer_->MakeWorker();
  }
  EXPECT_GE(rows, 40);
}

TEST_F(TokenizerTest, LexemesHaveSpacysIds) {
  Tokenizer::Worker worker = tokenizer_->MakeWorker();
  Vocabulary& vocabulary = worker.vocabulary();
  const WordTables& words = tokenizer_->words();
  const Lexeme geneva = vocabulary[vocabulary.Intern("Geneva2013")];
  EXPECT_EQ(geneva.orth_id, HashString("Geneva2013"));
  EXPECT_EQ(geneva.lower_id, HashString("geneva2013"));
  EXPECT_EQ(geneva.prefix_id, HashString("G"));
  EXPECT_EQ(geneva.suffix_id, HashString("013"));
  EXPECT_EQ(geneva.shape_id, HashString("Xxxxxdddd"));
  EXPECT_FALSE(geneva.is_space);
  EXPECT_EQ(words.Id(""), 0u);
  EXPECT_EQ(words.Id("nsubj"), 429u);  // A symbol.
  EXPECT_EQ(words.NormOf("favourite"), "favorite");
  EXPECT_EQ(words.NormOf("€"), "$");
  EXPECT_EQ(words.NormOf("Geneva"), "");
  const uint32_t plain = vocabulary.Intern("ca"), negated = vocabulary.Intern("ca", "can");
  EXPECT_NE(plain, negated);
  EXPECT_EQ(vocabulary.Intern("ca", "ca"), plain);
  EXPECT_EQ(vocabulary[negated].norm, "can");
  EXPECT_EQ(vocabulary[vocabulary.Intern(std::string(100, 'x'))].shape_id, HashString("LONG"));
  EXPECT_TRUE(vocabulary[vocabulary.Intern("\u00a0 ")].is_space);
}

TEST_F(TokenizerTest, TrimForgetsOnlyWhenFull) {
  Tokenizer::Worker worker = tokenizer_->MakeWorker(100);
  std::vector<RawToken> tokens;
  tokenizer_->Tokenize("one two three", 0, worker, tokens);
  const uint64_t generation = worker.vocabulary().generation();
  worker.Trim();
  EXPECT_EQ(worker.vocabulary().generation(), generation);
  std::string many;
  for (int i = 0; i < 200; ++i) many += "w" + std::to_string(i) + " ";
  tokenizer_->Tokenize(many, 0, worker, tokens);
  worker.Trim();
  EXPECT_NE(worker.vocabulary().generation(), generation);
  EXPECT_EQ(worker.vocabulary().size(), 0u);
  tokens.clear();
  tokenizer_->Tokenize("don't", 7, worker, tokens);
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[1].at, 9u);
  EXPECT_EQ(worker.vocabulary()[tokens[1].lexeme].norm, "not");
}

// Quadratic work would take minutes on these.
TEST_F(TokenizerTest, HostileTextsTakeLinearTime) {
  for (const char* unit :
       {"a",       "(", "\"", ".", "a.", ".)", "a-",     ":",    "a:",     "@",   "a@",
        "://a.b:", "'", "’s", "é", "Σ'", " ",  "\u00a0", "a.m.", "cannot", "n't", "😀"}) {
    std::string text;
    while (text.size() < 100'000) text += unit;
    Tokenizer::Worker worker = tokenizer_->MakeWorker();
    std::vector<RawToken> tokens;
    const auto start = std::chrono::steady_clock::now();
    tokenizer_->Tokenize(text, 0, worker, tokens);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << unit;
    uint32_t at = 0;
    for (const RawToken& t : tokens) {
      ASSERT_EQ(t.at, at) << unit;
      at += t.size + t.space_after;
    }
    EXPECT_EQ(at, text.size()) << unit;
  }
}

}  // namespace
}  // namespace averment
