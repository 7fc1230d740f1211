// Each mention is told twice: as `place`, with what its name means and why, and as `use`, with how
// it is used and why.

#include "src/examples/place_topic.h"

#include <algorithm>
#include <memory>

#include "src/mentions/place.h"
#include "src/record/words.h"
#include "src/text/text_date.h"

namespace averment::examples {
namespace {

std::string Value(const Place& p) {
  if (!p.lat) return "no place";
  std::string value = p.name;
  if (!p.country.empty()) value += " " + p.country;
  switch (p.precision) {
    case PlacePrecision::kUnresolved: return value;
    case PlacePrecision::kSite: return value + " site";
    case PlacePrecision::kCity: return value + " city";
    case PlacePrecision::kAdmin1: return value + " admin1";
    case PlacePrecision::kCountry: return value + " country";
  }
  return value;
}

}  // namespace

Result<std::vector<TopicRows>> PlaceRows(const KnowledgePath& knowledge,
                                         const std::string& gazetteer) {
  Result<PlaceFinder> loaded = PlaceFinder::Load(knowledge, gazetteer);
  if (!loaded.ok()) return loaded.status();
  const auto finder = std::make_shared<const PlaceFinder>(std::move(loaded).value());
  const auto find = [finder](const Document& doc) {
    std::vector<Finding> found;
    for (const Place& p : finder->Find(doc.syntax, FindDateline(*doc.article, doc.text))) {
      for (const PlaceMention& m : p.mentions) {
        found.push_back({m.span, Value(p), p.rule, "place"});
        found.push_back({m.span, std::string(Word(p.use)), m.rule, "use"});
      }
    }
    return found;
  };
  return std::vector{TopicRows{{.dir = knowledge / "place", .kind = "place"}, find}};
}

}  // namespace averment::examples
