// What must never change an analysis: the batch, the caches, the kernels.  And what must be
// refused: damaged models.  Identity with spaCy is tested in tests/parity.

#include "src/syntax/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "src/syntax/kernels.h"
#include "src/text/text.h"

namespace averment {
namespace {

std::string ModelPath(const std::string& size) {
  const char* folder = std::getenv("AVERMENT_MODELS");
  return std::string(folder != nullptr ? folder : "models") + "/averment-en-" + size + ".model";
}

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// Texts of our own, and some that nobody writes.
std::vector<std::string> Texts() {
  std::vector<std::string> texts;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator("demo/articles")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) texts.push_back(ReadFile(file));
  texts.insert(texts.end(), {"", " ", "\n\n\n", ".", "Yes.", std::string(3000, '('),
                             "\xf0\x9f\x98\x80 \xe2\x80\x9c"
                             "a\xe2\x80\x9d"});
  std::string many;
  for (int i = 0; i < 700; ++i) many += "They met again. ";
  texts.push_back(many);
  return texts;
}

struct Parsed {
  Article article;
  Text text;
  Syntax syntax;
};

// Everything an analysis says, in one string.
std::string Print(const Syntax& syntax) {
  std::ostringstream out;
  for (size_t i = 0; i < syntax.size(); ++i) {
    const Token t = syntax[i];
    out << t.data().begin << ' ' << t.data().end << ' ' << t.lower() << ' ' << t.norm() << ' '
        << t.lemma() << ' ' << ToString(t.tag()) << ' ' << ToString(t.pos()) << ' ' << t.morph()
        << ' ' << t.data().head << ' ' << ToString(t.dep()) << ' ' << ToString(t.entity()) << ' '
        << t.data().entity_begins << t.data().space_after << t.data().sentence_start << '\n';
  }
  for (const SentenceData& s : syntax.sentences)
    out << s.tokens.first << '-' << s.tokens.last << ' ';
  for (const TokenRange& u : syntax.units) out << u.first << '-' << u.last << ' ';
  return out.str();
}

std::vector<std::string> ParseAll(const Parser& parser, const std::vector<std::string>& texts,
                                  size_t together, Parser::Worker& worker) {
  std::vector<std::string> printed;
  for (size_t begin = 0; begin < texts.size(); begin += together) {
    std::vector<Parsed> parsed(std::min(together, texts.size() - begin));
    std::vector<Parser::Job> jobs;
    for (size_t i = 0; i < parsed.size(); ++i) {
      parsed[i].article.text = texts[begin + i];
      parsed[i].text = ReadText(parsed[i].article);
      jobs.push_back({&parsed[i].text, parsed[i].article.text.data(), &parsed[i].syntax});
    }
    parser.Parse(jobs, worker);
    for (const Parsed& p : parsed) printed.push_back(Print(p.syntax));
  }
  return printed;
}

TEST(ParserTest, NeitherBatchNorCacheChangesAnAnalysis) {
  for (const char* size : {"sm", "md"}) {
    auto parser = Parser::Load(ModelPath(size));
    ASSERT_TRUE(parser.ok()) << parser.status().message();
    const auto texts = Texts();
    auto worker = parser.value().MakeWorker();
    const auto together = ParseAll(parser.value(), texts, texts.size(), *worker);
    const auto warm = ParseAll(parser.value(), texts, 3, *worker);
    EXPECT_EQ(together, warm);
    if (size == std::string("md")) continue;  // Once is enough for what no model changes.
    for (size_t i = 0; i < texts.size(); ++i) {
      auto fresh = parser.value().MakeWorker(1000);
      EXPECT_EQ(together[i], ParseAll(parser.value(), {texts[i]}, 1, *fresh)[0]) << i;
    }
  }
}

TEST(ParserTest, KernelsGiveTheSameAnalysis) {
  auto fast = Parser::Load(ModelPath("md")),
       plain = Parser::Load(ModelPath("md"), &PortableKernels());
  ASSERT_TRUE(fast.ok() && plain.ok());
  auto fast_worker = fast.value().MakeWorker(), plain_worker = plain.value().MakeWorker();
  // Plain arithmetic is slow: a paragraph or two.
  const std::vector<std::string> texts{
      ReadFile("demo/articles/2013-05-07-moscow.txt").substr(0, 400)};
  EXPECT_EQ(ParseAll(fast.value(), texts, 1, *fast_worker),
            ParseAll(plain.value(), texts, 1, *plain_worker));
}

TEST(ParserTest, VeryLongParagraphsAreCutAtASentenceEnd) {
  auto parser = Parser::Load(ModelPath("sm"));
  ASSERT_TRUE(parser.ok());
  auto worker = parser.value().MakeWorker();
  Parsed p;
  for (int i = 0; i < 700; ++i) p.article.text += "They met again. ";
  p.text = ReadText(p.article);
  const Parser::Job job{&p.text, p.article.text.data(), &p.syntax};
  parser.value().Parse({&job, 1}, *worker);
  ASSERT_EQ(2800u, p.syntax.size());
  ASSERT_GE(p.syntax.units.size(), 2u);
  for (const TokenRange& unit : p.syntax.units) {
    EXPECT_LE(unit.size(), 1500u);
    EXPECT_EQ(".", p.syntax[unit.last - 1].text());
  }
}

TEST(ParserTest, TreesAreTrees) {
  auto parser = Parser::Load(ModelPath("sm"));
  ASSERT_TRUE(parser.ok());
  auto worker = parser.value().MakeWorker();
  for (const std::string& text : Texts()) {
    Parsed p;
    p.article.text = text;
    p.text = ReadText(p.article);
    const Parser::Job job{&p.text, p.article.text.data(), &p.syntax};
    parser.value().Parse({&job, 1}, *worker);
    for (size_t i = 0; i < p.syntax.size(); ++i) {
      Token t = p.syntax[i];
      size_t steps = 0;
      while (!t.is_root() && steps <= p.syntax.size()) {
        t = t.head();
        ++steps;
      }
      ASSERT_LE(steps, p.syntax.size()) << "a cycle at token " << i;
    }
  }
}

TEST(ParserTest, DamagedModelsAreRefused) {
  const std::string whole = ReadFile(ModelPath("sm"));
  ASSERT_FALSE(whole.empty());
  const std::string path = testing::TempDir() + "/damaged.model";
  auto refused = [&](std::string bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    auto parser = Parser::Load(path);
    return parser.ok() ? std::string("read") : parser.status().message();
  };
  EXPECT_THAT(refused(whole.substr(0, whole.size() / 2)), testing::HasSubstr("truncated"));
  EXPECT_THAT(refused(""), testing::HasSubstr("not an Averment model"));
  std::string altered = whole;
  altered[altered.size() / 2] ^= 1;
  EXPECT_THAT(refused(altered), testing::HasSubstr("altered"));
  std::string newer = whole;
  newer[8] = 99;
  EXPECT_THAT(refused(newer), testing::HasSubstr("format"));
  EXPECT_THAT(Parser::Load("/nowhere.model").status().message(),
              testing::HasSubstr("/nowhere.model"));
}

}  // namespace
}  // namespace averment
