// Names that mean several things: the rate at which the finder tells them apart.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "src/knowledge/lines.h"
#include "src/mentions/actor.h"
#include "src/testing/parse.h"

namespace averment {
namespace {

constexpr double kLeastRate = 0.82;  // What docs/measures.md publishes, rounded down.

// What the smallest mention is whose head is in the name's last occurrence, else the smallest
// around it ("Georgian troops") unless it must stand `alone`; "-" where there is none, and where
// nothing is told of it.
std::string Found(const Document& doc, const std::vector<ActorMention>& mentions,
                  const std::string& name, bool alone) {
  std::string text;
  for (const TokenData& t : doc.syntax.tokens) {
    text.resize(std::max(text.size(), size_t(t.begin)), ' ');
    text += doc.syntax[uint32_t(&t - doc.syntax.tokens.data())].text();
  }
  const size_t at = text.rfind(name);
  if (at == std::string::npos) return "no such name";
  const size_t end = at + name.size();
  const auto smallest = [&](auto&& fits) {
    const ActorMention* best = nullptr;
    for (const ActorMention& m : mentions) {
      if (m.kind == MentionKind::kPronoun || !fits(m)) continue;
      if (!best || m.span.end - m.span.begin < best->span.end - best->span.begin) best = &m;
    }
    return best;
  };
  const ActorMention* best = smallest([&](const ActorMention& m) {
    const TokenData& head = doc.syntax.tokens[m.head];
    return head.begin >= at && head.end <= end;
  });
  if (!best && !alone) {
    best = smallest([&](const ActorMention& m) {
      return doc.syntax.tokens[m.tokens.first].begin <= at &&
             doc.syntax.tokens[m.tokens.last - 1].end >= end;
    });
  }
  if (!best) return "-";
  std::string found = best->country;
  if (!best->sector.empty()) found += (found.empty() ? "" : " ") + best->sector;
  return found.empty() ? "-" : found;
}

TEST(Actor, Ambiguity) {
  const Result<LineFile> file = LineFile::Load("tests/actor/ambiguity.txt", ListEntry);
  ASSERT_TRUE(file.ok()) << file.status().message();
  const Result<ActorFinder> actors = ActorFinder::Load("knowledge");
  ASSERT_TRUE(actors.ok()) << actors.status().message();
  auto parser = testing::LoadTestParser();
  ASSERT_TRUE(parser.ok()) << parser.status().message();
  std::optional<Date> published;
  int rows = 0, right = 0;
  for (const Line& line : file.value().lines) {
    if (line.key == "published") {
      published = ParseIsoDate(line.rest);
      continue;
    }
    const std::vector<std::string> row = SplitAt(line.key + " " + line.rest, '|');
    ASSERT_EQ(row.size(), 3u) << file.value().Error(line, "wanted: name | wanted | text").message();
    const Result<Document> doc = parser.value().Read(row[2], published);
    ASSERT_TRUE(doc.ok()) << doc.status().message();
    const std::string found = Found(doc.value(), actors.value().Find(doc.value().syntax, published),
                                    row[0], row[1] == "-");
    const bool ok = found == row[1] || (row[1] != "-" && found.starts_with(row[1] + " "));
    ++rows;
    right += ok;
    if (!ok) {
      std::printf("%s\n",
                  file.value().Error(line, row[1] + " wanted, found " + found).message().c_str());
    }
  }
  std::printf("ambiguity: %d of %d, %.1f %%\n", right, rows, 100.0 * right / std::max(rows, 1));
  EXPECT_GE(rows, 60);
  EXPECT_GE(double(right), kLeastRate * rows);
}

}  // namespace
}  // namespace averment
