// Rows with their syntax in tests/clause/examples.txt.  A clause prints as its head and what the
// verb group says: "meet = future due-to not".

#include "src/syntax/clause.h"

#include <gtest/gtest.h>

#include "src/testing/examples.h"

namespace averment {
namespace {

std::string Print(const Syntax& syntax, const Clause& clause) {
  static constexpr const char* kTenses[] = {"none", "past", "present", "future"};
  static constexpr const char* kModalities[] = {"",       " will",   " would",   " may",
                                                " can",   " could",  " should",  " must",
                                                " be-to", " due-to", " going-to"};
  std::string out = kTenses[size_t(clause.tense)];
  if (clause.from_past) out += " from-past";
  out += kModalities[size_t(clause.modality)];
  if (clause.perfect) out += " perfect";
  if (clause.progressive) out += " progressive";
  if (clause.passive) out += " passive";
  if (clause.infinitive) out += " infinitive";
  if (!clause.finite && !clause.infinitive) out += " loose";
  if (clause.negated) out += " not";
  if (clause.conditional) out += " condition";
  if (clause.conditioned) out += " conditioned";
  if (const auto governor = GovernorOf(syntax, clause.verb)) {
    out += " <" + std::string(syntax[*governor].text());
  }
  return out;
}

TEST(Clause, Examples) {
  const testing::Topic topic = {.dir = "tests/clause", .kind = "clause", .rule_files = {}};
  const auto no_parser = [](const std::string&, std::optional<Date>) {
    return Result<Document>(Status("the row gives no syntax"));
  };
  EXPECT_EQ(
      testing::RunTopic(topic, no_parser,
                        [](const Document& doc) {
                          std::vector<testing::Finding> found;
                          const Syntax& syntax = doc.syntax;
                          for (uint32_t i = 0; i < syntax.size(); ++i) {
                            if (ClauseHead(syntax, i) != i) continue;
                            found.push_back({syntax[i].span(), Print(syntax, ClauseOf(syntax, i)),
                                             "clause/clause"});
                          }
                          return found;
                        }),
      0);
}

// A chain of 100,000 verbs, each hanging on the one before: every step count is bounded.
TEST(Clause, DeepChains) {
  Syntax syntax;
  syntax.tokens.resize(100000);
  for (uint32_t i = 0; i < syntax.size(); ++i) {
    syntax.tokens[i].head = i == 0 ? 0 : i - 1;
    syntax.tokens[i].pos = Pos::kVERB;
    syntax.tokens[i].tag = Tag::kVB;
    syntax.tokens[i].dep = i % 2 ? Dep::kconj : Dep::kxcomp;
  }
  IndexChildren(syntax);
  for (uint32_t i = 0; i < syntax.size(); ++i) {
    EXPECT_EQ(ClauseOf(syntax, i).verb, i);
    GovernorOf(syntax, i);
  }
}

}  // namespace
}  // namespace averment
