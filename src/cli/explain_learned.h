// What weighed in the learned models: for a finding that they made or changed, and for silence near
// their thresholds.

#pragma once

#include <vector>

#include "src/cli/explained.h"

namespace averment::cli {

// Nothing where no model had a say.
std::vector<ExplainedStep> WeighedFor(const Explained& about, const Event& event);
std::vector<ExplainedStep> WeighedFor(const Explained& about, const Attribution& attribution);

// Pairs of actors and words of the sentence that came near an event or a cue, the nearest first.
std::vector<ExplainedStep> NearThresholds(const Explained& about, const SentenceData& sentence);

}  // namespace averment::cli
