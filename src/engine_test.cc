// The engine as a user has it, with the real model and the knowledge we ship.

#include "averment/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <thread>

#include "src/record/verify.h"

namespace averment {
namespace {

const Engine& Shared() {
  static const Engine engine = [] {
    Result<Engine> loaded = Engine::Load({});
    if (!loaded.ok()) {
      ADD_FAILURE() << loaded.status().message();
      std::abort();
    }
    return std::move(loaded).value();
  }();
  return engine;
}

Article Make(std::string id, std::string text) {
  Article a;
  a.id = std::move(id);
  a.text = std::move(text);
  return a;
}

// Short and long ones, empty ones, one of signs alone.
std::vector<Article> SomeArticles() {
  const std::string report =
      "The minister said on Tuesday that talks would resume in Geneva. \u201cWe are ready,\u201d "
      "she told "
      "reporters.\n\nOfficials in Ankara denied the report and called for new sanctions.\n\n";
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (int k = 0; k < i * 7 % 11; ++k) text += report;
    articles.push_back(Make("n" + std::to_string(i), text));
  }
  articles[30].text = "((((( \u2014 \u2026 \n\n\t \uFFFD";
  return articles;
}

std::map<std::string, std::string> RecordsById(std::vector<Article> articles, unsigned threads,
                                               std::vector<std::string>* order) {
  std::map<std::string, std::string> records;
  size_t next = 0;
  Shared().ReadAll(
      [&]() -> std::optional<Article> {
        if (next == articles.size()) return std::nullopt;
        return articles[next++];
      },
      [&](Document doc) {
        EXPECT_EQ(Verify(doc), "");
        EXPECT_EQ(Verify(doc.record, doc.article->text), "");
        order->push_back(doc.article->id);
        records[doc.article->id] = ToJson(doc.record);
      },
      threads);
  return records;
}

TEST(Engine, GivesTheSameRecordsInOrderForAnyThreadsAndCompany) {
  std::vector<Article> articles = SomeArticles();
  std::vector<std::string> ids;
  for (const Article& a : articles) ids.push_back(a.id);
  std::vector<std::string> order;
  const auto one = RecordsById(articles, 1, &order);
  EXPECT_EQ(order, ids);
  for (const unsigned threads : {2u, 7u}) {
    order.clear();
    EXPECT_EQ(RecordsById(articles, threads, &order), one) << threads;
    EXPECT_EQ(order, ids) << threads;
  }
  std::ranges::rotate(articles, articles.begin() + 23);
  std::ranges::reverse(articles.begin() + 5, articles.end());
  order.clear();
  EXPECT_EQ(RecordsById(articles, 2, &order), one);
  EXPECT_EQ(ToJson(Shared().Read(SomeArticles()[17]).record), one.at("n17"));
}

TEST(Engine, CallsBackFromTheCallingThread) {
  const auto here = std::this_thread::get_id();
  int left = 3;
  Shared().ReadAll(
      [&]() -> std::optional<Article> {
        EXPECT_EQ(std::this_thread::get_id(), here);
        if (left-- == 0) return std::nullopt;
        return Make("x", "He left.");
      },
      [&](Document) { EXPECT_EQ(std::this_thread::get_id(), here); }, 2);
}

TEST(Engine, ReadsNoArticles) {
  Shared().ReadAll([]() -> std::optional<Article> { return std::nullopt; },
                   [](Document) { ADD_FAILURE(); }, 2);
}

// Given before the row's field before the text; what disagrees by more than two days is kept.
TEST(Engine, SettlesTheDateOfPublication) {
  Article a = Make("d", "Last updated: 2 July, 2013\n\nThe minister left on Tuesday.");
  const auto date = [&] {
    const Document doc = Shared().Read(a);
    const Record::Article& d = doc.record.document;
    return d.published + " " + d.published_basis + " " + d.published_other +
           (d.published_span ? " at " + d.published_span->text : "");
  };
  EXPECT_EQ(date(), "2013-07-02 text  at 2 July, 2013");
  a.published = MakeDate(2013, 7, 3);
  a.published_basis = DateBasis::kMetadata;
  EXPECT_EQ(date(), "2013-07-03 metadata ");
  a.published = MakeDate(2013, 7, 30);
  EXPECT_EQ(date(), "2013-07-30 metadata 2013-07-02");
  a.published_metadata = a.published;
  a.published = MakeDate(2013, 8, 15);
  a.published_basis = DateBasis::kGiven;
  EXPECT_EQ(date(), "2013-08-15 given 2013-07-30");
  a.text = "The minister left.";
  a.published = a.published_metadata = std::nullopt;
  EXPECT_EQ(date(), " none ");
}

TEST(Engine, NamesWhatItLacks) {
  const auto why = [](const EngineOptions& options) {
    const Result<Engine> engine = Engine::Load(options);
    return engine.ok() ? "loaded" : engine.status().message();
  };
  EngineOptions options;
  options.models = "/nowhere";
  EXPECT_TRUE(why(options).starts_with("averment-en-md.model: not found in /nowhere"))
      << why(options);
  options.model = "xl";
  EXPECT_EQ(why(options), "no such model: xl (there are sm and md)");
  options = {};
  options.knowledge = "/nowhere";
  EXPECT_TRUE(why(options).find("not found in /nowhere") != std::string::npos) << why(options);
}

TEST(Engine, EndsWithTheSyntaxWhereNoFindingsAreWanted) {
  EngineOptions options;
  options.knowledge = "/nowhere";
  options.model = "sm";
  options.findings = false;
  const Result<Engine> engine = Engine::Load(options);
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  const Document doc = engine.value().Read(Make("x", "He left Geneva."));
  EXPECT_EQ(doc.syntax.size(), 4u);
  EXPECT_TRUE(doc.record.coder.version.empty());  // No record.
}

}  // namespace
}  // namespace averment
