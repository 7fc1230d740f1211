// Why a line is in a record, or why nothing is: steps that a reader can check one by one.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/cli/explained.h"
#include "src/events/events.h"
#include "src/events/plans.h"
#include "src/events/stances.h"
#include "src/events/tolls.h"
#include "src/knowledge/rule_source.h"

namespace averment::cli {

// What a request asks about: a finding, a place in the text (in code points), or all findings.
struct ExplainTarget {
  std::string id;
  std::optional<uint32_t> at;
};

// Immutable once loaded.
class Explainer {
 public:
  // `knowledge` is the folder of all topics, that which the documents were read with.
  static Result<Explainer> Load(const KnowledgePath& knowledge);

  // Nothing where there is no finding of this id, or the place lies outside every sentence.
  std::vector<Explanation> Explain(const Document& doc, const ExplainTarget& target) const;

 private:
  Explainer(EventFinder events, PlanFinder plans, TollFinder tolls, StanceFinder stances,
            RuleSource source)
      : events_(std::move(events)),
        plans_(std::move(plans)),
        tolls_(std::move(tolls)),
        stances_(std::move(stances)),
        source_(std::move(source)) {}

  EventFinder events_;
  PlanFinder plans_;
  TollFinder tolls_;
  StanceFinder stances_;
  RuleSource source_;
};

}  // namespace averment::cli
