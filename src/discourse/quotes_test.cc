// Runs every example of knowledge/quote, and what rows cannot say: hostile marks.

#include "src/discourse/quotes.h"

#include <gtest/gtest.h>

#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

std::string Join(const std::vector<Span>& spans) {
  std::string joined;
  for (const Span& s : spans) joined += (joined.empty() ? "" : " ") + std::string(s.text());
  return joined.empty() ? "-" : joined;
}

std::string_view ToString(AttributionKind kind) {
  switch (kind) {
    case AttributionKind::kDirect: return "direct";
    case AttributionKind::kIndirect: return "indirect";
    case AttributionKind::kMixed: return "mixed";
  }
  return "";
}

// "SOURCE | CUE | KIND | FURTHER CONTENT".
std::string Short(const Attribution& a) {
  std::string s =
      Join(a.source_spans) + " | " + Join(a.cue) + " | " + std::string(ToString(a.kind));
  for (size_t i = 1; i < a.content.size(); ++i) s += " | " + std::string(a.content[i].text());
  return s;
}

QuoteFinder LoadFinder() {
  Result<QuoteFinder> quotes = QuoteFinder::Load("knowledge/quote");
  EXPECT_TRUE(quotes.ok()) << quotes.status().message();
  return std::move(quotes).value();
}

TEST(Quotes, Examples) {
  const QuoteFinder quotes = LoadFinder();
  Result<testing::TestParser> parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  testing::Topic topic{.dir = "knowledge/quote", .kind = "quote"};
  topic.rule_files = {};
  const auto read = [&](const std::string& text, std::optional<Date> published) {
    return parser.value().Read(text, published);
  };
  const auto find = [&](const Document& doc) {
    std::vector<testing::Finding> found;
    for (const Attribution& a : quotes.Find(doc.text, doc.syntax, {}, {})) {
      found.push_back({a.content.front(), Short(a), a.rule});
    }
    return found;
  };
  EXPECT_EQ(testing::RunTopic(topic, read, find), 0);
}

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
