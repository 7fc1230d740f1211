#include "src/examples/conllu.h"

#include <gtest/gtest.h>

namespace averment::examples {
namespace {

constexpr const char* kTwoSentences =
    "1 John John PROPN NNP Number=Sing 2 compound _ Entity=B-PERSON\n"
    "2 Doe Doe PROPN NNP Number=Sing 3 nsubj _ Entity=I-PERSON\n"
    "3 did do AUX VBD _ 0 ROOT _ SpaceAfter=No\n"
    "4 n't not PART RB _ 3 neg _ SpaceAfter=No|Norm=not\n"
    "5 . . PUNCT . _ 3 punct _ _\n"
    "\n"
    "# newpar\n"
    "1 Go go VERB VB _ 0 ROOT _ _\n";

TEST(Conllu, GivesADocument) {
  ConlluReader reader;
  const Document doc = reader.Read(kTwoSentences, std::nullopt).value();
  const Syntax& s = doc.syntax;
  EXPECT_EQ(doc.article->text, "John Doe didn't.\n\nGo");
  ASSERT_EQ(s.size(), 6u);
  ASSERT_EQ(s.sentences.size(), 2u);
  EXPECT_EQ(s[1].head(), s[2]);
  EXPECT_EQ(s[1].morph(), "Number=Sing");
  EXPECT_EQ(s[3].norm(), "not");
  EXPECT_EQ(s[2].child(Dep::kneg), s[3]);
  EXPECT_EQ(s[0].lower(), "john");
  EXPECT_TRUE(s[5].is_root());
  EXPECT_EQ(s[5].text(), "Go");
  ASSERT_EQ(s.entities.size(), 1u);
  EXPECT_EQ(s.SpanOf(s.entities[0].tokens).text(), "John Doe");
  EXPECT_EQ(s.sentences[0].span.text(), "John Doe didn't.");
  ASSERT_EQ(doc.text.paragraphs.size(), 2u);
  EXPECT_EQ(doc.text.paragraphs[0].span.text(), "John Doe didn't.");
  EXPECT_EQ(doc.text.paragraphs[1].span.text(), "Go");
}

TEST(Conllu, SaysWhatIsWrong) {
  ConlluReader reader;
  auto error = [&](std::string_view conllu) {
    return reader.Read(conllu, std::nullopt).status().message();
  };
  EXPECT_EQ(error("1 a a DET DT _ 2 det _"), "line 1: a token has ten columns");
  EXPECT_EQ(error("2 a a DET DT _ 0 det _ _"), "line 1: ids count from 1");
  EXPECT_EQ(error("1 a a DET DT _ 3 det _ _"), "line 1: a head lies outside the sentence");
  EXPECT_EQ(error("1 a a DET DT _ 0 dot _ _"), "line 1: no such relation: dot");
  EXPECT_EQ(error("1 a a X XX _ 2 dep _ _\n2 a a X XX _ 1 dep _ _"),
            "line 2: the heads go in a circle");
  EXPECT_EQ(error("1 a a DET DT _ 0 det _ Entity=I-GPE"),
            "line 1: an entity goes on that did not begin");
}

}  // namespace
}  // namespace averment::examples
