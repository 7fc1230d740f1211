// Which words a place belongs to, row by row.

#include "src/events/places.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "src/mentions/place.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

struct Row {
  const char* text;
  const char* trigger;
  const char* place;  // Empty: none.
};

constexpr Row kRows[] = {
    {"Ministers held talks in Geneva on Monday.", "talks", "Geneva"},
    {"The Geneva conference ended on Monday.", "conference", "Geneva"},
    {"The Syria conference ended on Monday.", "conference", ""},
    {"The talks took place in Geneva.", "talks", "Geneva"},
    {"Rebels attacked a convoy near Homs.", "attacked", "Homs"},
    {"Three men were killed in fighting in Homs.", "fighting", "Homs"},
    {"Three men were killed in fighting in Homs.", "killed", "Homs"},
    {"Officials in Homs rejected the plan.", "rejected", ""},
    {"Moscow rejected the plan.", "rejected", ""},
    {"The Norwegian attack failed.", "attack", ""},
    {"Norway's attack failed.", "attack", ""},
    {"The ministers left for Geneva.", "left", ""},
};

TEST(EventPlaces, Rows) {
  const char* models = std::getenv("AVERMENT_MODELS");
  const auto places = PlaceFinder::Load(
      "knowledge", std::string(models ? models : "models") + "/averment-places.gazetteer");
  ASSERT_TRUE(places.ok()) << places.status().message();
  auto parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  for (const Row& row : kRows) {
    const Document doc = parser.value().Read(row.text, std::nullopt).value();
    const std::vector<Place> found = places.value().Find(doc.syntax, std::nullopt);
    const events::EventPlaces of(doc.syntax, found);
    for (uint32_t i = 0; i < doc.syntax.size(); ++i) {
      if (doc.syntax[i].text() != row.trigger) continue;
      const std::optional<uint32_t> place = of.PlaceOf(i, i);
      EXPECT_EQ(place ? found[*place].name : "", row.place) << row.text << " / " << row.trigger;
    }
  }
}

}  // namespace
}  // namespace averment
