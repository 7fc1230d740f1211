// Runs every example of knowledge/place.

#include "src/mentions/place.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "src/examples/topics.h"
#include "src/testing/examples.h"
#include "src/testing/parse.h"
#include "src/text/text_date.h"

namespace averment {
namespace {

std::string GazetteerPath() {
  const char* models = std::getenv("AVERMENT_MODELS");
  return std::string(models ? models : "models") + "/averment-places.gazetteer";
}

class PlaceTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    places_ = new Result<PlaceFinder>(PlaceFinder::Load("knowledge", GazetteerPath()));
    parser_ = new Result<testing::TestParser>(testing::LoadTestParser());
  }
  static void TearDownTestSuite() {
    delete places_;
    delete parser_;
  }
  void SetUp() override {
    ASSERT_TRUE(places_->ok()) << places_->status().message();
    ASSERT_TRUE(parser_->ok()) << parser_->status().message();
  }

  static std::vector<Place> Find(const Document& doc) {
    return places_->value().Find(doc.syntax, FindDateline(*doc.article, doc.text));
  }

  static Result<PlaceFinder>* places_;
  static Result<testing::TestParser>* parser_;
};

Result<PlaceFinder>* PlaceTest::places_ = nullptr;
Result<testing::TestParser>* PlaceTest::parser_ = nullptr;

TEST_F(PlaceTest, Examples) {
  const auto rows = examples::LoadTopics("knowledge", "place", GazetteerPath());
  ASSERT_TRUE(rows.ok()) << rows.status().message();
  const auto read = [&](const std::string& text, std::optional<Date> published) {
    return parser_->value().Read(text, published);
  };
  for (const examples::TopicRows& r : rows.value()) {
    EXPECT_EQ(testing::RunTopic(r.topic, read, r.find), 0);
  }
}

// What must hold of any text, and of texts that mean harm.
TEST_F(PlaceTest, AnyText) {
  const auto repeat = [](std::string_view words, int n) {
    std::string text;
    for (int i = 0; i < n; ++i) text += words;
    return text;
  };
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "in Xa" + std::to_string(i) + ", Texas, ";
  for (const std::string& text :
       {std::string(), std::string("Paris"), repeat("Paris, Texas, ", 700), repeat("San ", 3000),
        repeat("Springfield and San Jose, ", 500), repeat("of the ", 2000), many,
        repeat("\xC3\x89", 4000), std::string("In \xE2\x80\x99s \xE2\x80\x93 ."),
        repeat("New York-", 900), repeat("A", 100000), repeat("U.S. ", 2000)}) {
    const Result<Document> doc = parser_->value().Read(text, std::nullopt);
    ASSERT_TRUE(doc.ok()) << doc.status().message();
    uint32_t first = 0;
    for (const Place& p : Find(doc.value())) {
      ASSERT_FALSE(p.mentions.empty());
      EXPECT_LE(first, p.mentions[0].span.begin);
      first = p.mentions[0].span.begin;
      EXPECT_EQ(p.lat.has_value(), p.why.empty());
      EXPECT_TRUE(p.rule.starts_with("place/"));
      uint32_t end = 0;
      for (const PlaceMention& m : p.mentions) {
        EXPECT_LE(end, m.span.begin);
        EXPECT_LT(m.span.begin, m.span.end);
        EXPECT_LE(m.span.end, text.size());
        EXPECT_TRUE(m.rule.starts_with("place/"));
        end = m.span.end;
      }
    }
  }
}

TEST(PlaceFinder, MissingGazetteerIsAnError) {
  const Result<PlaceFinder> places = PlaceFinder::Load("knowledge", "/nowhere/places");
  ASSERT_FALSE(places.ok());
  EXPECT_TRUE(places.status().message().starts_with("/nowhere/places"))
      << places.status().message();
}

}  // namespace
}  // namespace averment
