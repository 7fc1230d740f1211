// Why a line is in a record, or why nothing is: steps that a reader can check one by one.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/record.h"
#include "averment/result.h"
#include "src/discourse/actor_index.h"
#include "src/events/events.h"
#include "src/knowledge/rule_source.h"

namespace averment::cli {

// One step: what it is about, what is to be said, the words and the knowledge that it rests on.
struct ExplainedStep {
  std::string label, text;
  std::vector<Record::Span> words;
  std::optional<SourceText> source;
};

struct Explanation {
  std::string id;  // "e3"; empty where it explains silence.
  std::string what;
  std::vector<ExplainedStep> steps;
};

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
  Explainer(EventFinder events, RuleSource source)
      : events_(std::move(events)), source_(std::move(source)) {}

  EventFinder events_;
  RuleSource source_;
};

}  // namespace averment::cli
