// Runs the rows of tests/links through the engine that users have: links between events need actors
// and attributions as the whole journey finds them.

#include "src/events/links.h"

#include <gtest/gtest.h>

#include "averment/engine.h"
#include "src/testing/examples.h"

namespace averment {
namespace {

testing::Finding Link(const Document& doc, const Event& from, std::string_view how,
                      uint32_t event) {
  const std::string_view to = doc.syntax[doc.events[event].trigger].text();
  return {doc.syntax[from.trigger].span(), std::string(how) + " " + std::string(to), from.rule};
}

std::vector<testing::Finding> LinksOf(const Document& doc) {
  std::vector<testing::Finding> found;
  for (const Event& e : doc.events) {
    const bool of_event = e.of && e.of->kind == FindingRef::Kind::kEvent;
    if (of_event && events::IsDenial(e)) found.push_back(Link(doc, e, "of", e.of->index));
    if (e.same_as) found.push_back(Link(doc, e, "again", *e.same_as));
  }
  return found;
}

TEST(Links, Examples) {
  const Result<Engine> engine = Engine::Load({});
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  const auto read = [&](const std::string& text, std::optional<Date> published) {
    Article article;
    article.text = text;
    article.published = published;
    return Result<Document>(engine.value().Read(std::move(article)));
  };
  const testing::Topic topic = {.dir = "tests/links", .kind = "link", .rule_files = {}};
  EXPECT_EQ(testing::RunTopic(topic, read, LinksOf), 0);
}

}  // namespace
}  // namespace averment
