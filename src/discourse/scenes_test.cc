// Which places are scenes, and in which country, row by row.

#include "src/discourse/scenes.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "src/mentions/actor.h"
#include "src/mentions/place.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

struct Row {
  const char* text;
  const char* scenes;  // "PHRASE = COUNTRY; ..."
};

constexpr Row kRows[] = {
    {"The army shelled Homs.", "Homs = SYR"},
    {"The rebels declared a truce in northern Mali.", "northern Mali = MLI"},
    {"Troops were sent to the town of Gorazde.", "Gorazde = BIH"},
    {"The president declared a curfew in the capital.", "the capital = -"},
    {"Troops entered Homs province.", "Homs province = SYR"},
    {"Norway thanked Peru.", ""},
    {"The Syrian army shelled a village.", "a village = -"},
    {"The ministers met after the war.", ""},
};

TEST(Scenes, Rows) {
  const char* models = std::getenv("AVERMENT_MODELS");
  const auto places = PlaceFinder::Load(
      "knowledge", std::string(models ? models : "models") + "/averment-places.gazetteer");
  ASSERT_TRUE(places.ok()) << places.status().message();
  const auto actors = ActorFinder::Load("knowledge");
  ASSERT_TRUE(actors.ok()) << actors.status().message();
  auto parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  for (const Row& row : kRows) {
    const Document doc = parser.value().Read(row.text, std::nullopt).value();
    const Linked linked =
        WithScenes(doc.syntax, places.value().Find(doc.syntax, std::nullopt),
                   Coreference().Link(doc.syntax, actors.value().Find(doc.syntax, std::nullopt)));
    std::string found;
    for (const Actor& actor : linked.actors) {
      for (const uint32_t m : actor.mentions) {
        const ActorMention& mention = linked.mentions[m];
        if (!mention.scene) continue;
        found += (found.empty() ? "" : "; ") + std::string(mention.span.text()) + " = " +
                 (mention.country.empty() ? "-" : mention.country);
      }
    }
    EXPECT_EQ(found, row.scenes) << row.text;
  }
}

}  // namespace
}  // namespace averment
