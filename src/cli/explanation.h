// Why a line is in a record, or why nothing is: steps that a reader can check one by one.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/cli/explained.h"
#include "src/discourse/quotes.h"
#include "src/events/events.h"
#include "src/events/plans.h"
#include "src/events/stances.h"
#include "src/events/tolls.h"
#include "src/knowledge/rule_source.h"
#include "src/pipeline.h"
#include "src/text/word_vectors.h"

namespace averment::cli {

// What a request asks about: a finding, a place in the text (in code points), or all findings.
struct ExplainTarget {
  std::string id;
  std::optional<uint32_t> at;
};

// Immutable once loaded.
class Explainer {
 public:
  // `knowledge` is the folder of all topics, that which the documents were read with, likewise the
  // file of the model and what was learned.
  static Result<Explainer> Load(const KnowledgePath& knowledge, const std::string& model_path,
                                const Learned& learned);

  // Nothing where there is no finding of this id, or the place lies outside every sentence.
  std::vector<Explanation> Explain(const Document& doc, const ExplainTarget& target) const;

 private:
  // What the event model looks words up in; stays where it is.
  struct Vectors {
    ModelFile file;
    WordVectors words;
  };
  Explainer(QuoteFinder quotes, EventFinder events, PlanFinder plans, TollFinder tolls,
            StanceFinder stances, RuleSource source, std::unique_ptr<const Vectors> vectors)
      : quotes_(std::move(quotes)),
        events_(std::move(events)),
        plans_(std::move(plans)),
        tolls_(std::move(tolls)),
        stances_(std::move(stances)),
        source_(std::move(source)),
        vectors_(std::move(vectors)) {}

  QuoteFinder quotes_;
  EventFinder events_;
  PlanFinder plans_;
  TollFinder tolls_;
  StanceFinder stances_;
  RuleSource source_;
  std::unique_ptr<const Vectors> vectors_;
};

}  // namespace averment::cli
