// Lines of cues.txt become entries.  A word that is given twice is refused, since the second entry
// could never be found.

#include "src/discourse/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "src/knowledge/lines.h"

namespace averment {
namespace {

constexpr auto kFrameNames = std::to_array<std::pair<std::string_view, CueFrame>>({
    {"that", kThat},
    {"bare", kBare},
    {"wh", kWh},
    {"to", kTo},
    {"ing", kIng},
    {"np", kNp},
    {"pred", kPred},
    {"before", kBefore},
    {"quote", kQuote},
    {"listener", kListener},
    {"active", kActive},
});

constexpr auto kCueKinds = std::to_array<std::pair<std::string_view, CueKind>>({
    {"verb", CueKind::kVerb},
    {"noun", CueKind::kNoun},
    {"adj", CueKind::kAdjective},
    {"phrase", CueKind::kPhrase},
    {"light", CueKind::kLight},
});

template <typename Table>
auto Lookup(const Table& table, std::string_view name) {
  const auto at = std::ranges::find(table, name, [](const auto& row) { return row.first; });
  return at == table.end() ? std::nullopt : std::optional(at->second);
}

// Adds what one frame word says; false if there is no such frame.
bool AddFrame(std::string_view word, Cue& cue) {
  if (const auto frame = Lookup(kFrameNames, word)) {
    cue.frames |= *frame;
  } else if (word.starts_with("np+")) {
    cue.object_prepositions.emplace_back(word.substr(3));
  } else if (word.ends_with("+np")) {
    cue.prepositions.emplace_back(word.substr(0, word.size() - 3));
  } else {
    return false;
  }
  return true;
}

// A cue replaces that of its kind and words.
LineEntry CueEntry(const Line& line) {
  if (line.key == "sense") return {LineEntry::Kind::kContext, ""};
  const size_t end = std::min(line.rest.find_first_of(" \t"), line.rest.size());
  return {LineEntry::Kind::kReplaces, line.key + " " + line.rest.substr(0, end)};
}

}  // namespace

bool Cue::Takes(std::string_view preposition) const {
  return std::ranges::find(prepositions, preposition) != prepositions.end();
}

Result<CueLexicon> CueLexicon::Load(const KnowledgePath& dir) {
  Result<LineFile> file = LineFile::Load(dir / "cues.txt", CueEntry);
  if (!file.ok()) return file.status();
  CueLexicon lexicon;
  std::string sense;
  uint16_t at = 0;  // The file that is being read.
  for (const Line& line : file.value().lines) {
    if (line.file != at) sense.clear();
    at = line.file;
    Result<std::vector<std::string>> words = SplitWords(line.rest);
    if (!words.ok()) return file.value().Error(line, words.status().message());
    if (words.value().empty()) return file.value().Error(line, "nothing follows " + line.key);
    if (line.key == "sense") {
      sense = words.value().front();
      continue;
    }
    const std::optional<CueKind> kind = Lookup(kCueKinds, line.key);
    if (!kind) return file.value().Error(line, "no such kind of cue: " + line.key);
    if (sense.empty()) return file.value().Error(line, "a cue before the first `sense`");
    Cue cue{.kind = *kind, .sense = sense};
    const std::string& word = words.value().front();
    cue.word = word.substr(0, word.find('+'));
    if (cue.word.size() < word.size()) cue.particle = word.substr(cue.word.size() + 1);
    for (size_t i = 1; i < words.value().size(); ++i) {
      if (!AddFrame(words.value()[i], cue)) {
        return file.value().Error(line, "no such frame: " + words.value()[i]);
      }
    }
    if (lexicon.Find(cue.kind, cue.word, cue.particle) != nullptr) {
      return file.value().Error(line, "given twice: " + word);
    }
    lexicon.by_word_[size_t(cue.kind)][cue.word].push_back(uint32_t(lexicon.cues_.size()));
    lexicon.cues_.push_back(std::move(cue));
  }
  return lexicon;
}

const Cue* CueLexicon::Find(CueKind kind, std::string_view lemma, std::string_view particle) const {
  const Index& index = by_word_[size_t(kind)];
  const auto at = index.find(lemma);
  if (at == index.end()) return nullptr;
  for (uint32_t i : at->second) {
    if (cues_[i].particle == particle) return &cues_[i];
  }
  return nullptr;
}

bool CueLexicon::Knows(CueKind kind, std::string_view lemma) const {
  return by_word_[size_t(kind)].contains(lemma);
}

}  // namespace averment
