// What explaining works with: one document, what its finders tried, where the knowledge stands, and
// the way from tokens and bytes to the words of a record.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/record.h"
#include "src/base/utf8.h"
#include "src/cli/findings.h"
#include "src/discourse/quote_trace.h"
#include "src/events/trace.h"
#include "src/knowledge/rule_source.h"

namespace averment::cli {

// One step: what it is about, what is to be said, the words and the knowledge that it rests on.
struct ExplainedStep {
  std::string label, text;
  std::vector<Record::Span> words;
  std::optional<SourceText> source;
  std::optional<double> weight;  // Of a feature of a learned model, in logarithmic odds.
};

struct Explanation {
  std::string id;  // "e3"; empty where it explains silence.
  std::string what;
  std::vector<ExplainedStep> steps;
};

// What the finders with rules over the tree tried, and what the model of the quotes was asked.
struct Traces {
  events::Trace events, plans, tolls, stances;
  std::vector<CueLook> cues;
};

// Keeps references to all that it is given.
class Explained {
 public:
  Explained(const Document& doc, const RuleSource& source, const Traces& traces)
      : doc(doc),
        syntax(doc.syntax),
        source(source),
        traces(traces),
        findings(ListFindings(doc.record)),
        points_(doc.article->text) {}
  Explained(const Explained&) = delete;

  const Document& doc;
  const Syntax& syntax;
  const RuleSource& source;
  const Traces& traces;
  const std::vector<FindingLine> findings;

  uint32_t Point(size_t byte) const { return points_.At(byte); }
  Record::Span Words(const Span& span) const;
  Record::Span Words(uint32_t token) const { return Words(syntax[token].span()); }
  std::vector<Record::Span> Words(std::span<const Span> spans) const;
  std::vector<Record::Span> Words(std::span<const uint32_t> tokens) const;

  // The token of the span whose head lies outside it.
  std::optional<uint32_t> HeadIn(const Span& span) const;
  // The way through the tree from the token to that one; empty where there is none.
  std::string Route(uint32_t from, const Span& to) const;

  // "`subject`, `by`" and where they lead: "to X, Y" or "to no word".
  static std::string Paths(const events::RoleRule& role);
  std::string LeadsTo(std::span<const uint32_t> tokens) const;

 private:
  CodePointIndex points_;
};

}  // namespace averment::cli
