// Short lists, looked through from the front.

#include "src/events/pattern_words.h"

#include <algorithm>

namespace averment::events {

std::vector<std::string> SplitBlanks(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::optional<StepKind> ParseStep(std::string_view word) {
  static constexpr std::pair<std::string_view, StepKind> kNames[] = {
      {"subject", StepKind::kSubject},
      {"object", StepKind::kObject},
      {"indirect", StepKind::kIndirect},
      {"owner", StepKind::kOwner},
      {"clause", StepKind::kClause},
      {"content", StepKind::kContent},
      {"modifier", StepKind::kModifier},
      {"governor", StepKind::kGovernor},
      {"same", StepKind::kSame},
      {"sentence", StepKind::kSentence},
      {"adverbial", StepKind::kAdverbial},
      {"trigger", StepKind::kItself},
      {"content-source", StepKind::kContentSource},
      {"content-target", StepKind::kContentTarget},
  };
  for (const auto& [name, kind] : kNames) {
    if (word == name) return kind;
  }
  return std::nullopt;
}

bool IsPreposition(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "out",     "along",   "with",      "against",   "on",      "upon",   "to",     "of",
      "by",      "from",    "for",       "at",        "in",      "into",   "over",   "among",
      "between", "about",   "behind",    "through",   "towards", "toward", "before", "after",
      "under",   "as",      "onto",      "alongside", "near",    "across", "inside", "outside",
      "around",  "without", "including", "until",     "till",    "than",   "since",  "during"};
  return std::ranges::find(kWords, word) != std::end(kWords);
}

std::optional<uint16_t> ParseTold(std::string_view word) {
  static constexpr std::pair<std::string_view, uint16_t> kWays[] = {
      {"past", kToldPast},
      {"present", kToldPresent},
      {"future", kToldFuture},
      {"possible", kToldPossible},
      {"demanded", kToldDemanded},
      {"negated", kToldNegated},
      {"conditional", kToldConditional},
      {"before", kToldBefore},
      {"perfect", kToldPerfect},
      {"standing", kToldStanding}};
  for (const auto& [name, way] : kWays) {
    if (word == name) return way;
  }
  return std::nullopt;
}

}  // namespace averment::events
