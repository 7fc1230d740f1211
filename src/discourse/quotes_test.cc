// Runs every example of knowledge/quote, and what rows cannot say: hostile marks.

#include "src/discourse/quotes.h"

#include <gtest/gtest.h>

#include "src/testing/examples.h"

namespace averment {
namespace {

QuoteFinder LoadFinder() {
  Result<QuoteFinder> quotes = QuoteFinder::Load("knowledge/quote");
  EXPECT_TRUE(quotes.ok()) << quotes.status().message();
  return std::move(quotes).value();
}

TEST(Quotes, Examples) { EXPECT_EQ(testing::RunKnowledge("quote"), 0); }

// Marks that nobody closes, 50,000 deep, cost no more than their number.
TEST(Quotes, SurvivesHostileMarks) {
  const QuoteFinder quotes = LoadFinder();
  for (const char* mark : {"“", "\"", "''", "‘", "”", "'"}) {
    std::string text;
    Document doc;
    constexpr uint32_t kTokens = 100000;
    for (uint32_t i = 0; i < kTokens; ++i) text += std::string(i % 2 ? "say" : mark) + " ";
    auto article = std::make_unique<Article>();
    article->text = text;
    doc.article = std::move(article);
    Syntax& syntax = doc.syntax;
    syntax.base = doc.article->text.data();
    syntax.pool = "say";
    uint32_t at = 0;
    for (uint32_t i = 0; i < kTokens; ++i) {
      const uint32_t size = i % 2 ? 3 : uint32_t(std::string_view(mark).size());
      TokenData t{};
      t.begin = at;
      t.end = at + size;
      t.head = i == 0 ? 0 : i - 1;
      t.lemma = {0, 3};
      t.tag = i % 2 ? Tag::kVBD : Tag::kOpenQuote;
      t.pos = i % 2 ? Pos::kVERB : Pos::kPUNCT;
      t.dep = i % 2 ? Dep::kccomp : Dep::kpunct;
      t.space_after = true;
      syntax.tokens.push_back(t);
      at += size + 1;
    }
    syntax.sentences.push_back({{0, kTokens}, 0, SentenceKind::kBody, {}});
    IndexChildren(syntax);
    for (const Attribution& a : quotes.Find(doc.text, syntax, {}, {})) {
      EXPECT_FALSE(a.content.empty());
      EXPECT_FALSE(a.rule.empty());
    }
  }
}

}  // namespace
}  // namespace averment
