// Runs the examples that stand in knowledge/ (and tests/) against a finder.  Two kinds of rows:
//
// beside a rule (rules.txt, or any lexicon of rules)
//
//   published 2024-03-13                             holds until the next such line
//   rule last-month ...
//     + Prices rose last month.  => last month       the rule finds this ...
//     + Prices rose last month.  => last month = 2024-02      ... with this value
//     + It met May 3 and May 5.  => May 3; May 5     ... and all of these, in order
//     - It was the last of the month.                the rule finds nothing here
//
// and whole cases (examples.txt), which list ALL that is found:
//
//   text The minister resigned on Tuesday, his office said Wednesday.
//   time Tuesday   = 2024-03-12 by weekday           value and rule may be left out
//   time Wednesday = 2024-03-13
//   text The permit expires on February 30.
//   none
//   todo Ruby Tuesday closed forty restaurants.      right, but not yet: passes only while it fails
//   none
//
// A text may write \n for a line break.  It is parsed unless its CoNLL-U follows it, a line a
// token:
//   | 1 He he PRON PRP _ 2 nsubj _ _                 a lone | ends a sentence
//
// Every failing row is told as file:line with the text, what was wanted and what was found.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment::examples {

// What a finder found, in the short form that rows use: `kind span = value by rule`.
struct Finding {
  Span span;
  std::string value;      // Empty: the finding prints without.
  RuleId rule;            // In full ("time/weekday"); rows may drop the topic.
  std::string kind = {};  // Empty: the topic's.
};

struct Topic {
  KnowledgePath dir;  // As "knowledge/time".  Its last part is the topic of rule ids.
  std::string kind;   // The word that expected lines begin with: "time".
  std::vector<std::string> rule_files = {"rules.txt"};  // Files of DIR with rules and examples.
  // Files of DIR with whole cases.
  std::vector<std::string> case_files = {"examples.txt"};
};

// Reads a text up to what the finder needs.
using Read =
    std::function<Result<Document>(const std::string& text, std::optional<Date> published)>;
using Find = std::function<std::vector<Finding>(const Document&)>;

struct Outcome {
  size_t examples = 0;
  std::vector<std::string> failures;  // "file:line: what is wrong" and, indented, the details.
};

// Runs all rows, of all folders of the topic.  No rows at all, or a file that cannot be read, is a
// failure too.
Outcome RunTopic(const Topic& topic, const Read& read, const Find& find);

// "Tuesday = 2024-03-12 by time/weekday".
std::string ToString(const Finding& finding);

}  // namespace averment::examples
