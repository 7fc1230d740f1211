#include "src/events/relation_words.h"

#include <gtest/gtest.h>

#include "src/events/relation_model.h"

namespace averment::events {
namespace {

TEST(RelationWords, SaysWhatWasSeen) {
  EXPECT_EQ(InWords("w:embargo"), "\"embargo\" in the sentence");
  EXPECT_EQ(InWords("b2:S_accuse"), "the source \"accuse\" between the two");
  EXPECT_EQ(InWords("lx:agree_release"), "\"agree\" with \"release\", where the two meet");
  EXPECT_EQ(InWords("lc:dobj_@"), "a name as object of the word where the two meet");
  EXPECT_EQ(InWords("sd:nsubjpass"), "the source is subject of a passive");
  EXPECT_EQ(InWords("e:AID_st"), "a rule tells of AID from the source to the target");
  EXPECT_EQ(InWords("es:s_planned"), "a rule tells of something planned of the source");
  EXPECT_EQ(InWords("kl:ASSAULT"), "a word of ASSAULT in the rules, where the two meet");
  EXPECT_EQ(InWords("o:TS"), "the target comes before the source");
  EXPECT_EQ(InWords("w:__"), "\"__\" in the sentence");
}

TEST(RelationWords, QuotesWhatItDoesNotKnow) {
  EXPECT_EQ(InWords("zz:x"), "`zz:x`");
  EXPECT_EQ(InWords("nothing"), "`nothing`");
  EXPECT_EQ(InWords(""), "``");
}

// Whoever adds a kind of feature gives it words.
TEST(RelationWords, KnowsEveryKindOfTheWeights) {
  const Result<RelationModel> model = RelationModel::Load("knowledge/event/relations.weights");
  ASSERT_TRUE(model.ok()) << model.status().message();
  for (const std::string& name : model.value().names()) {
    EXPECT_FALSE(InWords(name).starts_with('`')) << name;
  }
}

}  // namespace
}  // namespace averment::events
