// The packed places: what is damaged is refused, what is there is found.

#include "src/knowledge/gazetteer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "src/base/mapped_file.h"
#include "src/knowledge/name_index.h"

namespace averment {
namespace {

std::string Path() {
  const char* models = std::getenv("AVERMENT_MODELS");
  return std::string(models ? models : "models") + "/averment-places.gazetteer";
}

TEST(Gazetteer, FindsByAnyName) {
  const Result<Gazetteer> g = Gazetteer::Open(Path());
  ASSERT_TRUE(g.ok()) << g.status().message();
  std::string folded;
  for (const auto& [written, name, country] :
       {std::tuple("Geneva", "Geneva", "CHE"), std::tuple("GENÈVE", "Geneva", "CHE"),
        std::tuple("Port-au-Prince", "Port-au-Prince", "HTI"),
        std::tuple("São Paulo", "São Paulo", "BRA"), std::tuple("Norway", "Norway", "NOR")}) {
    FoldName(written, folded);
    const std::span<const uint32_t> found = g.value().Find(folded);
    ASSERT_FALSE(found.empty()) << written;
    const bool any = std::ranges::any_of(found, [&](uint32_t posting) {
      const uint32_t place = Gazetteer::Read(posting).place;
      return g.value().name(place) == name && g.value().country(place) == country;
    });
    EXPECT_TRUE(any) << written;
  }
  EXPECT_TRUE(g.value().Find("").empty());
  EXPECT_TRUE(g.value().Find("zorblath").empty());
}

TEST(Gazetteer, RefusesWhatIsDamaged) {
  Result<MappedFile> file = MappedFile::Open(Path());
  ASSERT_TRUE(file.ok()) << file.status().message();
  const auto bytes = file.value().bytes();
  const auto why = [](std::span<const std::byte> piece) {
    Result<ModelFile> model = ModelFile::FromBytes(piece, "places");
    if (!model.ok()) return model.status().message();
    return Gazetteer::FromFile(std::move(model).value()).status().message();
  };
  EXPECT_EQ(why(bytes), "");
  for (size_t size : {size_t(0), size_t(8), size_t(32), bytes.size() / 2, bytes.size() - 1}) {
    EXPECT_FALSE(why(bytes.first(size)).empty()) << size;
  }
  std::vector<std::byte> altered(bytes.begin(), bytes.end());
  altered[altered.size() / 2] ^= std::byte{1};
  EXPECT_NE(why(altered).find("altered"), std::string::npos);
  EXPECT_FALSE(Gazetteer::Open("/nowhere").ok());
}

TEST(Gazetteer, RefusesAnotherModel) {
  std::string model = Path();
  model = model.substr(0, model.rfind('/')) + "/averment-en-sm.model";
  const Result<Gazetteer> g = Gazetteer::Open(model);
  ASSERT_FALSE(g.ok());
  EXPECT_NE(g.status().message().find("no section"), std::string::npos) << g.status().message();
}

}  // namespace
}  // namespace averment
