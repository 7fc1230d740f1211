#include "src/knowledge/actor_lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace averment {
namespace {

const ActorEntry* Find(const ActorLexicon& lexicon, std::string_view id) {
  for (const ActorEntry& e : lexicon.entries()) {
    if (e.id == id) return &e;
  }
  return nullptr;
}

TEST(ActorLexicon, OfficesAreHeldOnlyInTheirTime) {
  const Result<ActorLexicon> lexicon = ActorLexicon::Load("knowledge/actor");
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  const ActorEntry* kerry = Find(lexicon.value(), "john-kerry");
  ASSERT_NE(kerry, nullptr);
  const auto title = [&](const char* day) {
    return lexicon.value().StandingAt(*kerry, ParseIsoDate(day)).title;
  };
  EXPECT_EQ(title("2013-07-02"), "Secretary of State");
  EXPECT_EQ(title("2012-07-02"), "Senator");
  EXPECT_EQ(title("2018-07-02"), "");
  EXPECT_EQ(lexicon.value().StandingAt(*kerry, ParseIsoDate("2018-07-02")).sector, "ELI");
  EXPECT_EQ(lexicon.value().StandingAt(*kerry, std::nullopt).country, "USA");
  EXPECT_EQ(lexicon.value().StandingAt(*kerry, std::nullopt).sector, "");
}

// Each of these is one change to a folder that loads.
TEST(ActorLexicon, RefusesWhatCannotBeTrue) {
  namespace fs = std::filesystem;
  const struct {
    const char *file, *line, *message;
  } rows[] = {
      {"people.txt", "man Jan Xample : XXA GOV 2000.. President", "no such country: XXA"},
      {"people.txt", "man Jan Xample : SYR GOVT 2000.. President", "no such sector: GOVT"},
      {"people.txt", "man Jan Xample : SYR GOV 2001-02-30.. President", "no such dates"},
      {"people.txt", "man Jan Xample : SYR GOV 2002..2001 President", "no such dates"},
      {"people.txt", "man Jan Xample : SYR GOV 2000..2005 A; SYR GOV 2004.. B", "roles overlap"},
      {"people_west_africa.txt", "man John Kerry : SYR GOV 2000..2005 A",
       "the entry is there twice"},
      {"people_west_africa.txt", "man Jan Xample, John Kerry : SYR GOV 1999..2005 A",
       "is also claimed by"},
      {"people_europe.txt", "man Jan Xample : GBR GOV 2001-13.. A", "no such dates"},
      {"people_europe.txt", "man Jan Xample, Jan Xample : GBR GOV 2001.. A", "is there twice"},
      {"people_europe.txt", "man Jan Xample : GBR GOV 2000..; GBR LEG 2003..2004", "roles overlap"},
      {"bodies.txt", "party Xample : SYR GOV", "no such kind: party"},
      {"bodies.txt", "group Xample", "wanted: KIND names : roles"},
      {"countries.txt", "XYZ Syria | - | - | -", "\"Syria\" is also claimed by"},
      {"countries.txt", "xyz Xample | - | - | -", "three capitals"},
      {"cities.txt", "XYZ Xample", "no such country: XYZ"},
      {"agents.txt", "person GOV loud : xampler", "no such flag: loud"},
      {"agents.txt", "person GOV : minister", "is also claimed by"},
      {"words.txt", "verbs go", "no such list: verbs"},
  };
  const fs::path dir = fs::temp_directory_path() / "averment_actor_lexicon_test";
  for (const auto& row : rows) {
    fs::remove_all(dir);
    fs::copy("knowledge/actor", dir);
    const size_t number = [&] {
      std::ifstream in(dir / row.file);
      return size_t(std::count(std::istreambuf_iterator<char>(in), {}, '\n')) + 1;
    }();
    std::ofstream(dir / row.file, std::ios::app) << row.line << "\n";
    const Result<ActorLexicon> lexicon = ActorLexicon::Load(dir.string());
    ASSERT_FALSE(lexicon.ok()) << row.line;
    EXPECT_NE(lexicon.status().message().find(row.message), std::string::npos)
        << lexicon.status().message();
    const std::string where = std::string(row.file) + ":" + std::to_string(number) + ": ";
    EXPECT_NE(lexicon.status().message().find(where), std::string::npos)
        << lexicon.status().message();
  }
  fs::remove_all(dir);
}

TEST(ActorLexicon, AnOverlayGoesFirst) {
  namespace fs = std::filesystem;
  const fs::path dir = fs::temp_directory_path() / "averment_actor_overlay_test";
  fs::remove_all(dir);
  fs::create_directories(dir);
  std::ofstream(dir / "people.txt") << "man John Kerry, Ban Ki-moon : NOR MED 2000.. Editor\n";
  std::ofstream(dir / "agents.txt") << "person MED : minister, xampler\ntitles miller\n";
  std::ofstream(dir / "words.txt") << "acts meeting, xample\n";
  KnowledgePath path("knowledge/actor");
  path.AddOverlay(dir.string());
  const Result<ActorLexicon> loaded = ActorLexicon::Load(path);
  EXPECT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.status().message(), dir.string() + "/agents.txt:2: no such noun above: miller");
  std::ofstream(dir / "agents.txt") << "person MED : minister, xampler\ntitles official\n";
  const Result<ActorLexicon> lexicon = ActorLexicon::Load(path);
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  EXPECT_EQ(Find(lexicon.value(), "john-kerry")->roles[0].title, "Editor");
  int ministers = 0;
  for (const ActorNoun& n : lexicon.value().nouns()) {
    EXPECT_TRUE(n.noun != "official" || n.title);
  }
  const NameIndex& names = lexicon.value().names();
  for (const auto& m : names.Meanings(names.Next(NameIndex::kRoot, names.WordId("minister")))) {
    if (NameKind(m.kind) != NameKind::kNoun) continue;
    ++ministers;
    EXPECT_EQ(lexicon.value().nouns()[m.id / 2].sector, "MED");
  }
  EXPECT_EQ(ministers, 1);
  EXPECT_TRUE(lexicon.value().IsAct("xample"));
  EXPECT_TRUE(lexicon.value().IsAct("meeting"));
  fs::remove_all(dir);
}

}  // namespace
}  // namespace averment
