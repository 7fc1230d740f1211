// A model's step names what it was asked and its answer; the steps below it are features, each with
// what it adds and the words that it saw.

#include "src/cli/explain_learned.h"

#include <algorithm>
#include <cstdio>
#include <functional>

#include "src/events/relation_words.h"

namespace averment::cli {
namespace {

using events::Asked;

constexpr size_t kMostWeighed = 8, kFewWeighed = 3;  // Of a finding, of a near miss.
constexpr size_t kMostNear = 3;                      // Pairs, and likewise cues.
constexpr float kNearShare = 0.5f;                   // Of the threshold of a pair.
constexpr float kNearOdds = 2.0f;                    // Below the threshold of a cue.

std::string Number(const char* format, double number) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

const char* WhyNot(Asked::Outcome outcome) {
  switch (outcome) {
    case Asked::Outcome::kWeak: return ", and more where no word names an act";
    case Asked::Outcome::kClaimed: return ", but the word belongs to the phrase of another event";
    case Asked::Outcome::kSport: return ", but the sentence is about sport";
    case Asked::Outcome::kSilent: return ", but the words around tell that it is no news";
    case Asked::Outcome::kModal:
      return ", but what speaks for it are words that tell of no fact, and none names an act";
    case Asked::Outcome::kTold: return ", but another event stands at the word";
    default: return "";
  }
}

const char* WhyNot(CueLook::Outcome outcome) {
  switch (outcome) {
    case CueLook::Outcome::kNoContent: return ", but nothing near it is said";
    case CueLook::Outcome::kInside: return ", but it stands in what somebody else says";
    default: return "";
  }
}

class Weigher {
 public:
  explicit Weigher(const Explained& about) : about_(about), s_(about.syntax) {}

  void AddPair(const char* label, const Asked& asked, const std::string& behind, size_t most) {
    Add(label,
        Number("%.3f", double(asked.probability)) + " for " + std::string(ToString(asked.type)) +
            ", asked for " + Number("%.3f", double(about_.traces.events.threshold)) + behind,
        {Phrase(asked.source), Phrase(asked.target)});
    for (size_t f = 0; f < asked.weighed.size() && f < most; ++f) {
      const events::Weighed& w = asked.weighed[f];
      Add("weighed", events::InWords(w.feature), {});
      steps.back().weight = double(w.weight);
      if (w.token != events::kNoToken) steps.back().words = {about_.Words(w.token)};
    }
  }

  void AddCue(const char* label, const CueLook& look, const std::string& behind, size_t most) {
    Add(label,
        "as a cue " + Number("%+.2f", double(look.score)) + ", asked for " +
            Number("%+.2f", double(look.least)) + behind,
        {about_.Words(look.token)});
    for (size_t f = 0; f < look.weighed.size() && f < most; ++f) {
      const WeighedCue& w = look.weighed[f];
      Add("weighed", std::string(w.looked_at), {about_.Words(w.about)});
      steps.back().weight = double(w.weight);
    }
  }

  // Of the mention.
  Record::Span Phrase(uint32_t mention) const {
    return about_.Words(about_.doc.actor_mentions[mention].span);
  }
  uint32_t HeadOf(uint32_t mention) const { return about_.doc.actor_mentions[mention].head; }

  std::vector<ExplainedStep> steps;

 private:
  void Add(const char* label, std::string text, std::vector<Record::Span> words) {
    steps.push_back({label, std::move(text), std::move(words), {}, {}});
  }

  const Explained& about_;
  const Syntax& s_;
};

}  // namespace

std::vector<ExplainedStep> WeighedFor(const Explained& about, const Event& event) {
  Weigher weigher(about);
  for (const Asked& asked : about.traces.events.asked) {
    if (asked.trigger != event.trigger) continue;
    if (asked.outcome == Asked::Outcome::kEvent) weigher.AddPair("model", asked, "", kMostWeighed);
    if (asked.outcome == Asked::Outcome::kCompletes) {
      weigher.AddPair("model", asked, ", so that both take part", kFewWeighed);
    }
  }
  return std::move(weigher.steps);
}

std::vector<ExplainedStep> WeighedFor(const Explained& about, const Attribution& attribution) {
  Weigher weigher(about);
  if (attribution.cue.empty()) return {};
  const auto look =
      std::ranges::lower_bound(about.traces.cues, attribution.cue_token, {}, &CueLook::token);
  if (look == about.traces.cues.end() || look->token != attribution.cue_token) return {};
  const bool told = look->outcome == CueLook::Outcome::kCue;
  weigher.AddCue("model", *look,
                 !told            ? WhyNot(look->outcome) + std::string("; the rules found it")
                 : look->by_rules ? "; the rules found it, too"
                                  : "; the rules did not find it",
                 kMostWeighed);
  return std::move(weigher.steps);
}

std::vector<ExplainedStep> NearThresholds(const Explained& about, const SentenceData& sentence) {
  Weigher weigher(about);
  const auto inside = [&](uint32_t token) {
    return sentence.tokens.first <= token && token < sentence.tokens.last;
  };
  std::vector<const Asked*> pairs;
  for (const Asked& a : about.traces.events.asked) {
    const bool made = a.outcome >= Asked::Outcome::kCompletes;
    const bool near = a.probability >= kNearShare * about.traces.events.threshold;
    if (!made && near && inside(weigher.HeadOf(a.source))) pairs.push_back(&a);
  }
  std::ranges::stable_sort(pairs, std::greater(), &Asked::probability);
  for (size_t i = 0; i < pairs.size() && i < kMostNear; ++i) {
    weigher.AddPair("near", *pairs[i], WhyNot(pairs[i]->outcome), kFewWeighed);
  }
  std::vector<const CueLook*> cues;
  for (const CueLook& c : about.traces.cues) {
    const bool near = c.score >= c.least - kNearOdds;
    if (near && c.outcome != CueLook::Outcome::kCue && inside(c.token)) cues.push_back(&c);
  }
  std::ranges::stable_sort(cues, std::greater(),
                           [](const CueLook* c) { return c->score - c->least; });
  for (size_t i = 0; i < cues.size() && i < kMostNear; ++i) {
    weigher.AddCue("near", *cues[i], WhyNot(cues[i]->outcome), kFewWeighed);
  }
  return std::move(weigher.steps);
}

}  // namespace averment::cli
