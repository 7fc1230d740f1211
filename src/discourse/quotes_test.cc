// Runs every example of knowledge/quote, and what rows cannot say: hostile marks.

#include "src/discourse/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "src/syntax/parser.h"
#include "src/testing/corpus.h"
#include "src/testing/examples.h"

namespace averment {
namespace {

QuoteFinder LoadFinder(bool learned) {
  Result<QuoteFinder> quotes = QuoteFinder::Load("knowledge/quote", learned);
  EXPECT_TRUE(quotes.ok()) << quotes.status().message();
  return std::move(quotes).value();
}

TEST(Quotes, Examples) { EXPECT_EQ(testing::RunKnowledge("quote"), 0); }

// SOURCE: CONTENT of each attribution of a text with paragraphs.
std::vector<std::string> Read(const std::string& text) {
  const char* models = std::getenv("AVERMENT_MODELS");
  const Result<Parser> parser =
      Parser::Load(std::string(models ? models : "models") + "/averment-en-md.model");
  EXPECT_TRUE(parser.ok());
  const std::string path = ::testing::TempDir() + "quotes.jsonl";
  std::ofstream(path) << "{\"text\": \"" << text << "\"}\n";
  const std::vector<Document> docs = testing::ReadCorpus(parser.value(), path, 1);
  std::vector<std::string> found;
  for (const Attribution& a : LoadFinder(false).Find(docs[0].text, docs[0].syntax, {}, {})) {
    found.push_back(std::string(a.source_spans[0].text()) + ": " +
                    std::string(a.content[0].text()));
  }
  return found;
}

TEST(Quotes, RunOverParagraphs) {
  EXPECT_THAT(Read("“We have run out of water.\\n\\n“The wells are dry,” the envoy said."),
              ::testing::ElementsAre("the envoy: “We have run out of water.",
                                     "the envoy: “The wells are dry,”"));
  EXPECT_THAT(Read("“We have run out of water,” the envoy said.\\n\\n“The wells are dry. They were "
                   "full.”"),
              ::testing::ElementsAre("the envoy: “We have run out of water,”",
                                     "the envoy: “The wells are dry. They were full.”"));
}

// Whether the weights load from a file of these bytes; the reason why not.
std::string Complaint(const std::string& bytes) {
  const std::string path = ::testing::TempDir() + "attribution.weights";
  std::ofstream(path, std::ios::binary) << bytes;
  const Result<QuoteModel> model = QuoteModel::Load(path);
  return model.ok() ? "" : model.status().message();
}

TEST(QuoteModel, RefusesDamagedWeights) {
  std::ifstream in("knowledge/quote/attribution.weights", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(Complaint(bytes), "");
  EXPECT_THAT(Complaint(bytes.substr(0, bytes.size() / 2)), ::testing::HasSubstr("truncated"));
  EXPECT_THAT(Complaint("plain text"), ::testing::HasSubstr("not an Averment model"));
  bytes[bytes.size() / 2] ^= 1;
  EXPECT_THAT(Complaint(bytes), ::testing::HasSubstr("altered"));
}

// Marks that nobody closes, 50,000 deep, cost no more than their number.
class HostileMarks : public ::testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(Quotes, HostileMarks, ::testing::Bool());

TEST_P(HostileMarks, Survived) {
  const QuoteFinder quotes = LoadFinder(GetParam());
  for (const char* mark : {"“", "\"", "''", "‘", "”", "'"}) {
    std::string text;
    Document doc;
    const uint32_t tokens = GetParam() ? 20000 : 100000;
    for (uint32_t i = 0; i < tokens; ++i) text += std::string(i % 2 ? "say" : mark) + " ";
    auto article = std::make_unique<Article>();
    article->text = text;
    doc.article = std::move(article);
    Syntax& syntax = doc.syntax;
    syntax.base = doc.article->text.data();
    syntax.pool = "say";
    uint32_t at = 0;
    for (uint32_t i = 0; i < tokens; ++i) {
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
    syntax.sentences.push_back({{0, tokens}, 0, SentenceKind::kBody, {}});
    IndexChildren(syntax);
    for (const Attribution& a : quotes.Find(doc.text, syntax, {}, {})) {
      EXPECT_FALSE(a.content.empty());
      EXPECT_FALSE(a.rule.empty());
    }
  }
}

}  // namespace
}  // namespace averment
