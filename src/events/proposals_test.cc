#include "src/events/proposals.h"

#include <gtest/gtest.h>

namespace averment::events {
namespace {

class ActOfTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Result<Ontology> ontology = Ontology::Load("knowledge/event/ontology.txt");
    ASSERT_TRUE(ontology.ok()) << ontology.status().message();
    ontology_ = std::move(ontology).value();
  }

  std::optional<EventType> Act(EventType answer, EventStatus status,
                               std::optional<EventType> known = {}) {
    Proposal proposal;
    proposal.type = answer;
    proposal.known = known;
    proposal.scores.probability[size_t(answer)] = 0.8f;
    proposal.scores.probability[size_t(EventType::kAid)] += 0.1f;
    proposal.scores.probability[size_t(EventType::kAssault)] += 0.05f;
    return ActOf(ontology_, proposal, status);
  }

  Ontology ontology_;
};

TEST_F(ActOfTest, WhatHappensIsTheAnswer) {
  EXPECT_EQ(Act(EventType::kThreaten, EventStatus::kActual), EventType::kThreaten);
  EXPECT_EQ(Act(EventType::kAid, EventStatus::kActual, EventType::kSupport), EventType::kAid);
}

// "would send food" is AGREE to PLOVER, and a planned AID in a record; "would attack" likewise.
TEST_F(ActOfTest, APlanIsOfItsAct) {
  EXPECT_EQ(Act(EventType::kAgree, EventStatus::kPlanned), EventType::kAid);
  EXPECT_EQ(Act(EventType::kThreaten, EventStatus::kPlanned), EventType::kAssault);
  EXPECT_EQ(Act(EventType::kAgree, EventStatus::kPlanned, EventType::kConsult),
            EventType::kConsult);
  EXPECT_EQ(Act(EventType::kAgree, EventStatus::kPlanned, EventType::kAgree), EventType::kAgree);
}

// "will be", "do not represent": the model has read the modality and no act.
TEST_F(ActOfTest, ModalityAloneIsNoAct) {
  EXPECT_EQ(Act(EventType::kReject, EventStatus::kNegated), std::nullopt);
  EXPECT_EQ(Act(EventType::kThreaten, EventStatus::kHypothetical), std::nullopt);
  EXPECT_EQ(Act(EventType::kAgree, EventStatus::kPlanned, EventType::kAssault), std::nullopt);
}

TEST_F(ActOfTest, TheWordNamesTheAct) {
  EXPECT_EQ(Act(EventType::kThreaten, EventStatus::kHypothetical, EventType::kAssault),
            EventType::kAssault);
  EXPECT_EQ(Act(EventType::kAssault, EventStatus::kNegated, EventType::kAssault),
            EventType::kAssault);
}

TEST(Calibration, BendsAndKeepsTheOrder) {
  const Calibration none, flat{0.8f, 0.3f};
  EXPECT_NEAR(none(0.7f), 0.7f, 1e-5f);
  EXPECT_GT(flat(0.3f), 0.3f);
  EXPECT_LT(flat(0.97f), 0.97f);
  EXPECT_LT(flat(0.4f), flat(0.5f));
  EXPECT_LT(flat(1.0f), 1.0f);
  EXPECT_GT(flat(0.0f), 0.0f);
}

}  // namespace
}  // namespace averment::events
