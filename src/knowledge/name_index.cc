// Folding knows the Latin letters of Europe (U+00C0..U+017F); letters of other scripts stay as they
// are, which is right for comparing them.

#include "src/knowledge/name_index.h"

#include <algorithm>

namespace averment {
namespace {

// Base letters of U+00C0..U+017F in order; '.' where there is none.
constexpr std::string_view kBase =
    "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlL"
    "lNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

constexpr size_t kShortAcronym = 3;  // Letters.  Longer ones may be written "Nato", "Unicef".

constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// A character, folded.
struct Folded {
  enum { kLetter, kOther, kDrop, kBreak } what;
  char letter = 0;              // For kLetter: ASCII, capitals kept.
  std::string_view bytes = {};  // For kOther: as written.
};

// The character at `i`, which moves past it.
Folded FoldAt(std::string_view s, size_t& i) {
  const unsigned char c = static_cast<unsigned char>(s[i]);
  if (c < 0x80) {
    const char letter = s[i++];
    if (IsUpper(letter) || IsLower(letter) || IsDigit(letter)) return {Folded::kLetter, letter};
    return {letter == '.' ? Folded::kDrop : Folded::kBreak};
  }
  const size_t size = std::min<size_t>(c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2, s.size() - i);
  const std::string_view bytes = s.substr(i, size);
  i += size;
  if (c == 0xE2 || c == 0xC2) return {Folded::kBreak};  // Quotation marks, dashes, fixed spaces.
  if (c >= 0xC3 && c <= 0xC5 && size == 2) {
    const size_t code = (size_t(c & 0x1F) << 6 | size_t(bytes[1] & 0x3F)) - 0xC0;
    if (code < kBase.size() && kBase[code] != '.') return {Folded::kLetter, kBase[code]};
  }
  return {Folded::kOther, 0, bytes};
}

// Calls letter(f, starts) for each letter of each word; `starts` on the first of a word.
template <typename Letter>
void ForEachLetter(std::string_view written, const Letter& letter) {
  bool open = false;
  for (size_t i = 0; i < written.size();) {
    const Folded f = FoldAt(written, i);
    if (f.what == Folded::kDrop) continue;
    if (f.what != Folded::kBreak) letter(f, !open);
    open = f.what != Folded::kBreak;
  }
}

// In lower case.
void AppendLetter(const Folded& f, std::string& text) {
  if (f.what == Folded::kOther) {
    text += f.bytes;
  } else {
    text += IsUpper(f.letter) ? char(f.letter + ('a' - 'A')) : f.letter;
  }
}

}  // namespace

std::vector<FoldedWord> FoldWords(std::string_view written) {
  std::vector<FoldedWord> words;
  ForEachLetter(written, [&](const Folded& f, bool starts) {
    if (starts) words.push_back({"", IsUpper(f.letter) || IsDigit(f.letter), true});
    FoldedWord& word = words.back();
    word.upper = word.upper && f.what != Folded::kOther && !IsLower(f.letter);
    AppendLetter(f, word.text);
  });
  return words;
}

void FoldName(std::string_view written, std::string& folded) {
  folded.clear();
  ForEachLetter(written, [&](const Folded& f, bool starts) {
    if (starts && !folded.empty()) folded += ' ';
    AppendLetter(f, folded);
  });
}

void NameIndex::Add(std::string_view name, uint8_t kind, uint32_t id) {
  const std::vector<FoldedWord> words = FoldWords(name);
  Meaning meaning{kind, id, 0, true};
  uint32_t node = kRoot;
  size_t letters = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const uint32_t word =
        words_.try_emplace(words[i].text, uint32_t(words_.size() + 1)).first->second;
    const uint64_t key = uint64_t(node) << 32 | word;
    const auto [at, is_new] = next_.try_emplace(key, uint32_t(meanings_.size()));
    if (is_new) meanings_.emplace_back();
    node = at->second;
    if (words[i].capital && i < 32) meaning.capitals |= 1u << i;
    meaning.upper = meaning.upper && words[i].upper;
    letters += words[i].text.size();
  }
  meaning.upper = meaning.upper && letters <= kShortAcronym;
  meanings_[node].push_back(meaning);
}

uint32_t NameIndex::WordId(std::string_view folded) const {
  const auto at = words_.find(folded);
  return at == words_.end() ? kNoWord : at->second;
}

uint32_t NameIndex::Next(uint32_t node, uint32_t word) const {
  const auto at = next_.find(uint64_t(node) << 32 | word);
  return at == next_.end() ? kRoot : at->second;
}

}  // namespace averment
