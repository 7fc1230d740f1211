// One pass over the tokens counts the words of each context, by sentence and in all.  An article is
// about a context if it has at least kWords of its words, two of them different, and one in every
// kSentences sentences.

#include "src/events/contexts.h"

#include <algorithm>
#include <array>
#include <bit>

#include "src/knowledge/lines.h"

namespace averment::events {
namespace {

constexpr size_t kMostContexts = 64;
constexpr uint32_t kWords = 3, kSentences = 3;

LineEntry ContextEntry(const Line&) { return {LineEntry::Kind::kAdds, ""}; }

}  // namespace

Result<Contexts> Contexts::Load(const KnowledgePath& path, Words& words) {
  Result<LineFile> file = LineFile::Load(path, ContextEntry);
  if (!file.ok()) return file.status();
  Contexts made;
  for (const Line& line : file.value().lines) {
    const size_t end = std::min(line.rest.find_first_of(" \t"), line.rest.size());
    const std::string name = line.rest.substr(0, end);
    if (line.key != "context" || name.empty()) {
      return file.value().Error(line, "expected `context NAME words`");
    }
    auto at = std::ranges::find(made.names_, name);
    if (at == made.names_.end()) {
      if (made.names_.size() == kMostContexts) return file.value().Error(line, "too many contexts");
      at = made.names_.insert(at, name);
    }
    for (const std::string& phrase : SplitAt(line.rest.substr(end), ',')) {
      Entry entry{kNoWord, {}, uint8_t(at - made.names_.begin())};
      for (const std::string& word : SplitAt(phrase, ' ')) {
        if (entry.head != kNoWord) entry.before.push_back(entry.head);
        entry.head = words.Add(word);
      }
      made.entries_.push_back(std::move(entry));
    }
  }
  std::ranges::stable_sort(made.entries_, {}, &Entry::head);
  const WordId most = made.entries_.empty() ? kNoWord : made.entries_.back().head;
  for (WordId word = 0; word <= most + 1; ++word) {
    const auto first = std::ranges::lower_bound(made.entries_, word, {}, &Entry::head);
    made.at_.push_back(uint32_t(first - made.entries_.begin()));
  }
  return made;
}

std::span<const Contexts::Entry> Contexts::EntriesOf(WordId head) const {
  if (head + 1 >= at_.size()) return {};
  return std::span(entries_).subspan(at_[head], at_[head + 1] - at_[head]);
}

uint64_t Contexts::At(const TokenWords& words, uint32_t token) const {
  uint64_t found = 0;
  const auto look = [&](WordId head) {
    for (const Entry& e : EntriesOf(head)) {
      const size_t n = e.before.size();
      bool same = n <= token;
      for (size_t k = 0; same && k < n; ++k) same = words.Is(uint32_t(token - n + k), e.before[k]);
      if (same) found |= uint64_t{1} << e.context;
    }
  };
  look(words.lemma(token));
  if (words.form(token) != words.lemma(token)) look(words.form(token));
  return found;
}

void Contexts::Tag(const Syntax& s, const TokenWords& words, std::vector<Event>& events) const {
  if (events.empty()) return;
  std::vector<uint64_t> by_sentence(s.sentences.size(), 0);
  std::array<uint32_t, kMostContexts> counts{};
  std::array<WordId, kMostContexts> first{};
  uint64_t several = 0;  // Contexts that have two different words.
  for (uint32_t i = 0; i < s.size(); ++i) {
    const SentenceData& sentence = s[i].sentence();
    if (sentence.kind == SentenceKind::kBoilerplate) continue;
    const uint64_t found = At(words, i);
    by_sentence[s.tokens[i].sentence] |= found;
    for (uint64_t rest = found; rest != 0; rest &= rest - 1) {
      const int c = std::countr_zero(rest);
      if (counts[size_t(c)]++ == 0) {
        first[size_t(c)] = words.lemma(i);
      } else if (first[size_t(c)] != words.lemma(i)) {
        several |= uint64_t{1} << c;
      }
    }
  }
  uint64_t about = 0;
  for (size_t c = 0; c < names_.size(); ++c) {
    const bool often = counts[c] >= kWords && counts[c] * kSentences >= s.sentences.size();
    if (often) about |= several & uint64_t{1} << c;
  }
  for (Event& event : events) {
    uint64_t rest = about | by_sentence[s.tokens[event.trigger].sentence];
    for (; rest != 0; rest &= rest - 1) {
      event.contexts.push_back(names_[size_t(std::countr_zero(rest))]);
    }
  }
}

}  // namespace averment::events
