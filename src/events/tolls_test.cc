// Runs every example of knowledge/toll.

#include "src/events/tolls.h"

#include <gtest/gtest.h>

#include "src/discourse/quotes.h"
#include "src/mentions/quantity.h"
#include "src/mentions/time.h"
#include "src/testing/cast.h"
#include "src/testing/examples.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

std::string Bounds(const Toll& t) {
  std::string shown = t.approximate ? "~" : "";
  if (t.low) shown += std::to_string(*t.low);
  if (t.low != t.high) shown += ".." + (t.high ? std::to_string(*t.high) : "");
  return shown;
}

// "killed 12.. people, cumulative, since 2012-03, until 2013".
std::string Show(const Toll& t) {
  static constexpr const char* kMeasures[] = {"killed",    "injured",  "casualties", "missing",
                                              "displaced", "detained", "kidnapped"};
  std::string shown = std::string(kMeasures[size_t(t.measure)]) + " " + Bounds(t);
  if (!t.who.empty()) shown += " " + t.who;
  shown += t.scope == TollScope::kCumulative ? ", cumulative" : ", incident";
  if (!t.since.empty()) shown += ", since " + t.since;
  if (!t.until.empty()) shown += ", until " + t.until;
  return shown;
}

TEST(Tolls, Examples) {
  const auto finder = TollFinder::Load("knowledge");
  const auto times = TimeFinder::Load("knowledge/time");
  const auto quantities = QuantityFinder::Load("knowledge/quantity");
  const auto quotes = QuoteFinder::Load("knowledge/quote");
  auto parser = testing::LoadTestParser();
  ASSERT_TRUE(finder.ok()) << finder.status().message();
  ASSERT_TRUE(times.ok() && quantities.ok() && quotes.ok() && parser.ok());
  const testing::Topic topic{
      .dir = "knowledge/toll", .kind = "toll", .rule_files = events::TollDialect().files};
  const int failed = testing::RunTopic(
      topic,
      [&](const std::string& text, std::optional<Date> published) {
        return parser.value().Read(text, published);
      },
      [&](const Document& doc) {
        Mentions mentions;
        mentions.times = times.value().Find(doc.syntax, doc.published);
        mentions.quantities = quantities.value().Find(doc.syntax, mentions.times);
        const testing::Cast cast = testing::CastOf(doc.syntax);
        const std::vector<Attribution> said =
            quotes.value().Find(doc.text, doc.syntax, cast.mentions, cast.actors);
        std::vector<testing::Finding> found;
        for (const Toll& t :
             finder.value().Find({doc.syntax, mentions, cast.mentions, cast.actors, said, {}})) {
          found.push_back({t.evidence[0], Show(t), t.rule});
          for (const Span& s : t.evidence) {
            if (!t.basis.empty() && s.text() == t.basis) {
              found.push_back({s, "", t.basis_rule, "basis"});
            }
          }
        }
        return found;
      });
  EXPECT_EQ(failed, 0);
}

}  // namespace
}  // namespace averment
