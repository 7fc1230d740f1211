// Nothing is guessed after the fact: the finders run once more and tell what they try
// (src/events/trace.h), and rules and entries are shown as their files have them.

#include "src/cli/explanation.h"

#include <algorithm>

#include "src/cli/explain_finding.h"
#include "src/cli/explain_silence.h"

namespace averment::cli {
namespace {

// Of an attribution only cue and source count: its content may be half the article.
bool Covers(const FindingLine& f, uint32_t at) {
  const auto covers = [&](const Record::Span& s) { return s.start <= at && at < s.end; };
  if (f.kind == "attribution") return covers(f.words.front());
  return std::ranges::any_of(f.words, covers);
}

}  // namespace

Result<Explainer> Explainer::Load(const KnowledgePath& knowledge, const std::string& model_path,
                                  const Learned& learned) {
  Result<QuoteFinder> quotes = QuoteFinder::Load(knowledge / "quote", learned.use);
  if (!quotes.ok()) return quotes.status();
  Result<EventFinder> events = EventFinder::Load(knowledge / "event");
  if (!events.ok()) return events.status();
  Result<PlanFinder> plans = PlanFinder::Load(knowledge);
  if (!plans.ok()) return plans.status();
  Result<TollFinder> tolls = TollFinder::Load(knowledge);
  if (!tolls.ok()) return tolls.status();
  Result<StanceFinder> stances = StanceFinder::Load(knowledge);
  if (!stances.ok()) return stances.status();
  std::unique_ptr<const Vectors> vectors;
  if (learned.use) {
    Result<ModelFile> file = ModelFile::Open(model_path);
    if (!file.ok()) return file.status();
    Result<WordVectors> words = WordVectors::Load(file.value());
    if (!words.ok()) return words.status();
    vectors.reset(new Vectors{std::move(file).value(), std::move(words).value()});
    const Status learns =
        events.value().Learn(knowledge / "event", learned.event_weights, vectors->words);
    if (!learns.ok()) return learns;
  }
  return Explainer(std::move(quotes).value(), std::move(events).value(), std::move(plans).value(),
                   std::move(tolls).value(), std::move(stances).value(), RuleSource(knowledge),
                   std::move(vectors));
}

std::vector<Explanation> Explainer::Explain(const Document& doc,
                                            const ExplainTarget& target) const {
  Traces traces;
  traces.cues = quotes_.Look(doc.syntax);
  events_.Find(doc, traces.events);
  const events::TopicLayers layers = events::LayersOf(doc);
  plans_.Find(layers, &traces.plans);
  tolls_.Find(layers, &traces.tolls);
  stances_.Find(layers, &traces.stances);
  const Explained about(doc, source_, traces);

  std::vector<Explanation> told;
  bool silent = target.at.has_value();
  for (const FindingLine& f : about.findings) {
    const bool main = f.kind != "time" && f.kind != "place" && f.kind != "actor";
    const bool asked = !target.id.empty() ? f.id == target.id
                       : target.at        ? Covers(f, *target.at)
                                          : main;
    if (!asked) continue;
    if (main) silent = false;
    told.push_back(ExplainFinding(about, f));
  }
  if (silent) {
    if (auto why = ExplainSilence(about, *target.at)) told.push_back(*std::move(why));
  }
  return told;
}

}  // namespace averment::cli
