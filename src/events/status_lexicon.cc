// How a status is combined with what stands above it, and how the words that do so are read from
// status.txt and from the `content` lines of the rules.

#include <algorithm>
#include <functional>

#include "src/events/status.h"
#include "src/knowledge/lines.h"

namespace averment::events {
namespace {

std::optional<Effect> ParseEffect(std::string_view written) {
  static constexpr std::pair<std::string_view, Effect> kNames[] = {
      {"actual", Effect::kActual},
      {"planned", Effect::kPlanned},
      {"hypothetical", Effect::kHypothetical},
      {"requested", Effect::kRequested},
      {"negated", Effect::kNegated},
      {"claimed", Effect::kClaimed},
      {"silent", Effect::kSilent}};
  for (const auto& [name, effect] : kNames) {
    if (written == name) return effect;
  }
  return std::nullopt;
}

// All adds up; of two words for one thing that of an overlay, which stands first, counts.
LineEntry StatusEntry(const Line&) { return {LineEntry::Kind::kContext, ""}; }

}  // namespace

void Judgement::Apply(Effect effect) {
  switch (effect) {
    case Effect::kActual: break;
    case Effect::kClaimed: claimed = true; break;
    case Effect::kSilent: silent = true; break;
    case Effect::kPlanned:
      if (status == EventStatus::kActual) status = EventStatus::kPlanned;
      break;
    case Effect::kRequested:
      if (status == EventStatus::kActual || status == EventStatus::kPlanned)
        status = EventStatus::kRequested;
      break;
    case Effect::kHypothetical:
      if (status != EventStatus::kNegated) status = EventStatus::kHypothetical;
      break;
    case Effect::kNegated:
      status = status == EventStatus::kActual || status == EventStatus::kPlanned
                   ? EventStatus::kNegated
                   : EventStatus::kHypothetical;
      break;
  }
}

void Judgement::Because(Effect effect, uint32_t token) {
  if (effect == Effect::kActual) return;
  Apply(effect);
  because.push_back(token);
}

Result<StatusLexicon> StatusLexicon::Load(const KnowledgePath& path, const RuleSet& rules,
                                          Words& words) {
  Result<LineFile> file = LineFile::Load(path, StatusEntry);
  if (!file.ok()) return file.status();
  StatusLexicon lexicon;
  auto govern = [&](WordId head, Governor governor) {
    if (lexicon.governors_.size() <= head) lexicon.governors_.resize(head + 1);
    lexicon.governors_[head].push_back(std::move(governor));
  };
  Effect effect = Effect::kActual;
  bool under_effect = false;
  uint16_t at = 0;  // The file that is being read.
  for (const Line& line : file.value().lines) {
    if (line.file != at) under_effect = false;
    at = line.file;
    if (line.key == "effect") {
      const std::optional<Effect> parsed = ParseEffect(line.rest);
      if (!parsed) return file.value().Error(line, "no such effect: " + line.rest);
      effect = *parsed;
      under_effect = true;
      continue;
    }
    if (!under_effect) return file.value().Error(line, "no effect above");
    for (const std::string& item : SplitList(line.rest)) {
      const size_t end = std::min(item.find(' '), item.size());
      const WordId head = words.Add(item.substr(0, end));
      if (line.key == "modifier") {
        lexicon.modifiers_.push_back({head, effect});
      } else if (line.key == "preposition") {
        lexicon.prepositions_.push_back({head, effect});
      } else if (line.key == "adverb") {
        lexicon.adverbs_.push_back({head, effect});
      } else if (line.key == "told") {
        lexicon.told_.push_back({head, effect});
      } else if (line.key == "verb" || line.key == "noun" || line.key == "adjective") {
        Governor g{line.key == "verb"   ? WordKind::kVerb
                   : line.key == "noun" ? WordKind::kNoun
                                        : WordKind::kAdjective,
                   {},
                   effect};
        if (end < item.size()) g.rest.push_back({words.Add(item.substr(end + 1)), {}});
        govern(head, std::move(g));
      } else {
        return file.value().Error(line, "no such word: " + line.key);
      }
    }
  }
  for (WordId word = 0; word < rules.word_count(); ++word) {
    for (const RuleSet::Entry& entry : rules.TriggeredBy(word)) {
      const std::string& content = rules.rules()[entry.rule].content;
      if (content.empty()) continue;
      // Of a phrase of several words only those that may link count: "call for".
      govern(word, {entry.phrase.kind, entry.phrase.rest, *ParseEffect(content)});
    }
  }
  for (auto& list : lexicon.governors_) {
    std::ranges::stable_sort(list, std::greater(), [](const Governor& g) { return g.rest.size(); });
  }
  for (auto* list :
       {&lexicon.modifiers_, &lexicon.prepositions_, &lexicon.adverbs_, &lexicon.told_}) {
    std::ranges::stable_sort(*list, {}, &Plain::word);
  }
  for (auto [name, id] :
       {std::pair("LIGHT", &lexicon.light_), std::pair("OCCUR", &lexicon.occur_),
        std::pair("VESSEL", &lexicon.vessel_), std::pair("DOCUMENT", &lexicon.document_),
        std::pair("FALSEHOOD", &lexicon.falsehood_), std::pair("FUTILE", &lexicon.futile_),
        std::pair("ABLE", &lexicon.able_)}) {
    if (!words.HasClass(name)) return Status(path.base() + ": there is no class " + name);
    *id = words.ClassId(name);
  }
  return lexicon;
}

}  // namespace averment::events
