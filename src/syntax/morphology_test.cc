#include "src/syntax/morphology.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "src/examples/conllu.h"

namespace averment {
namespace {

class MorphologyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("AVERMENT_MODELS");
    const std::string path = std::string(folder ? folder : "models") + "/averment-en-md.model";
    ASSERT_TRUE(std::filesystem::exists(path)) << "no " << path << "; run scripts/setup";
    Result<ModelFile> model = ModelFile::Open(path);
    ASSERT_TRUE(model.ok()) << model.status().message();
    model_.emplace(std::move(model).value());
    Result<MorphologyAnnotator> annotator = MorphologyAnnotator::Load(*model_);
    ASSERT_TRUE(annotator.ok()) << annotator.status().message();
    annotator_.emplace(std::move(annotator).value());
  }

  // Appends a token as the stages before leave it.
  void Add(std::string_view written, std::string_view lower, Tag tag, Dep dep) {
    TokenData t{};
    t.at = uint32_t(text_.normalized.size()), t.size = uint32_t(written.size());
    text_.normalized += written;
    t.lower = {uint32_t(syntax_.pool.size()), uint32_t(lower.size())};
    syntax_.pool += lower;
    t.tag = tag, t.dep = dep;
    syntax_.tokens.push_back(t);
  }

  // Annotates from token `first` on, as one paragraph; gives each token as "TAG dep POS lemma
  // Feats".
  std::vector<std::string> Annotate(uint32_t first = 0) {
    const uint32_t last = uint32_t(syntax_.size());
    annotator_->Annotate(text_, syntax_, {first, last}, cache_);
    std::vector<std::string> rows;
    for (uint32_t i = first; i < last; ++i) {
      const TokenData& t = syntax_.tokens[i];
      rows.push_back(std::string(ToString(t.tag)) + " " + std::string(ToString(t.dep)) + " " +
                     std::string(ToString(t.pos)) + " " + std::string(syntax_.View(t.lemma)) + " " +
                     annotator_->morphs()[t.morph]);
    }
    return rows;
  }

  std::optional<ModelFile> model_;
  std::optional<MorphologyAnnotator> annotator_;
  Text text_;
  Syntax syntax_;
  LemmaCache cache_;
};

TEST_F(MorphologyTest, AgreesWithStoredAnalyses) {
  std::ostringstream file;
  file << std::ifstream("tests/syntax/morphology.conllu").rdbuf();
  examples::ConlluReader reader;
  const Result<Document> wanted = reader.Read(file.str(), std::nullopt);
  ASSERT_TRUE(wanted.ok()) << wanted.status().message();
  ASSERT_GT(wanted.value().syntax.size(), 100u);
  Syntax ours;
  for (const TokenData& t : wanted.value().syntax.tokens) {
    ours.tokens.push_back(t);
    ours.tokens.back().lemma = {};
    ours.tokens.back().pos = Pos::kSPACE;
    ours.tokens.back().morph = 0;
  }
  ours.pool = wanted.value().syntax.pool;
  ours.morphs = annotator_->morphs();
  for (const SentenceData& s : wanted.value().syntax.sentences) {
    annotator_->Annotate(wanted.value().text, ours, s.tokens, cache_);
  }
  for (size_t i = 0; i < ours.size(); ++i) {
    const Token want = wanted.value().syntax[i], got = ours[i];
    SCOPED_TRACE(std::string(want.text()) + ", token " + std::to_string(i));
    EXPECT_EQ(got.lemma(), want.lemma());
    EXPECT_EQ(got.morph(), want.morph());
    EXPECT_EQ(ToString(got.pos()), ToString(want.pos()));
    EXPECT_EQ(got.tag(), want.tag());
    EXPECT_EQ(got.dep(), want.dep());
  }
}

TEST_F(MorphologyTest, WhitespaceIsWhitespaceWhateverTheTagger) {
  Add("\n", "\n", Tag::kNN, Dep::knsubj);
  Add("\u00a0", "\u00a0", Tag::kSP, Dep::kroot);
  Add("talks", "talks", Tag::kSP, Dep::kdobj);
  EXPECT_EQ(Annotate(), (std::vector<std::string>{"_SP dep SPACE \n ", "_SP dep SPACE \u00a0 ",
                                                  "_SP dobj X talks "}));
}

TEST_F(MorphologyTest, PairsDoNotReachIntoAnotherParagraph) {
  Add("Let", "let", Tag::kVB, Dep::kroot);
  Annotate();
  Add("'s", "'s", Tag::kPRP, Dep::knsubj);
  EXPECT_EQ(Annotate(1), (std::vector<std::string>{"PRP nsubj PRON 's PronType=Prs"}));
  EXPECT_EQ(Annotate(0)[1], "PRP nsubj PRON us PronType=Prs");
}

TEST_F(MorphologyTest, LongWordsHaveLemmasToo) {
  const std::string dashes(100000, '-');
  for (int round = 0; round < 2; ++round) {
    Add(dashes + "s", dashes + "s", Tag::kNNS, Dep::kdobj);
    Add("Allies", "allies", Tag::kNNS, Dep::kdobj);
  }
  for (const size_t i : {0, 2}) {
    EXPECT_EQ(Annotate()[i], "NNS dobj NOUN " + dashes + " Number=Plur");
    EXPECT_EQ(Annotate()[i + 1], "NNS dobj NOUN ally Number=Plur");
  }
}

TEST_F(MorphologyTest, EmptyParagraph) { EXPECT_TRUE(Annotate().empty()); }

TEST(Morphology, RefusesAModelWithoutItsSections) {
  // A container of no sections: the checksum of nothing.
  std::string bytes(
      "AVMODEL\n\1\0\0\0\0\0\0\0\40\0\0\0\0\0\0\0"
      "12345678",
      32);
  const uint64_t empty = 0x2d06800538d394c2;
  std::memcpy(bytes.data() + 24, &empty, 8);
  const auto model = ModelFile::FromBytes(std::as_bytes(std::span(bytes)), "empty.model");
  ASSERT_TRUE(model.ok()) << model.status().message();
  const auto annotator = MorphologyAnnotator::Load(model.value());
  ASSERT_FALSE(annotator.ok());
  EXPECT_THAT(annotator.status().message(), ::testing::HasSubstr("empty.model: no section ruler."));
}

}  // namespace
}  // namespace averment
