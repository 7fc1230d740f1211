#include "src/events/trigger_scan.h"

namespace averment::events {

namespace {

// The classes alone: whoever asks has one sentence.
SportWords SportOf(const Words& words) {
  SportWords sport;
  sport.sure = words.ClassId("SPORT");
  sport.hint = words.ClassId("SPORT_HINT");
  return sport;
}

}  // namespace

TriggerScan::TriggerScan(const Words& words, const RuleSet& rules, const Syntax& syntax,
                         const TokenWords& tokens, std::span<const ActorMention> mentions,
                         const ActorIndex& index)
    : rules_(rules),
      weak_(words.ClassId("WEAK")),
      words_(tokens),
      roles_(syntax, words_, index, mentions, words.ClassId("LIGHT"), words.ClassId("VESSEL")),
      matcher_(
          syntax, words_, mentions, roles_, [](uint32_t) { return std::nullopt; },
          words.ClassId("VESSEL"), SportOf(words)) {}

std::vector<TriggerHint> TriggerScan::In(TokenRange range) const {
  std::vector<TriggerHint> found;
  for (uint32_t i = range.first; i < range.last; ++i) {
    const Rule* best = nullptr;
    size_t longest = 0;
    for (const WordId word : {words_.form(i), words_.lemma(i)}) {
      for (const RuleSet::Entry& entry : rules_.TriggeredBy(word)) {
        const std::optional<Match> match = matcher_.Try(rules_, i, entry);
        if (!match || match->tokens.size() <= longest) continue;
        best = match->rule;
        longest = match->tokens.size();
      }
      if (words_.form(i) == words_.lemma(i)) break;
    }
    if (best != nullptr && best->type) found.push_back({i, *best->type});
  }
  return found;
}

}  // namespace averment::events
