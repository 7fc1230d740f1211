// Tokens are counted without tokenising: an upper bound that real text seldom exceeds by much.  The
// tokenizer splits at marks, between digits and letters, at runs of blanks, and otherwise only
// words that it knows as two ("cannot", "dont", "whatll").  So a run of letters or digits counts
// one, every mark one, a run of blanks longer than one blank one, and a word that may be several,
// by its looks, three.

#include "src/text/paragraph_cut.h"

#include <algorithm>
#include <array>
#include <string>

#include "src/base/unicode.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

// Words written together without an apostrophe: one of these, then one or more of those.
constexpr std::array<std::string_view, 46> kStems = {
    "ai",   "are",   "ca",    "can",  "could", "da",    "dare",  "did", "do",   "does",
    "go",   "gon",   "got",   "had",  "has",   "have",  "he",    "how", "i",    "is",
    "it",   "may",   "might", "must", "need",  "not",   "ought", "sha", "she",  "should",
    "that", "there", "these", "they", "this",  "those", "was",   "we",  "were", "what",
    "when", "where", "who",   "why",  "wo",    "you"};
constexpr std::array<std::string_view, 15> kEndings = {
    "nt", "ntve", "ve", "d", "dve", "ll", "llve", "re", "s", "m", "ma", "na", "ta", "not", "all"};
constexpr size_t kLongestJoined = 12;

bool MayBeSeveral(std::string_view word) {
  if (word.size() > kLongestJoined) return false;
  const std::string lower = ToLower(word);
  if (lower == "yall" || lower == "wouldnt" || lower == "wouldntve" || lower == "wouldve")
    return true;
  for (std::string_view ending : kEndings) {
    if (!lower.ends_with(ending)) continue;
    const std::string_view stem = std::string_view(lower).substr(0, lower.size() - ending.size());
    if (std::find(kStems.begin(), kStems.end(), stem) != kStems.end()) return true;
  }
  return false;
}

bool IsCloser(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}
bool IsStop(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002; }

// Walks over a paragraph and counts.
class Counter {
 public:
  explicit Counter(std::string_view text) : text_(text) {}

  // Stops at the character that makes one token too many, or at the end.
  size_t Walk() {
    enum Kind { kBlank, kLetter, kDigit, kMark };
    Kind last = kBlank;
    size_t word = 0;
    for (size_t at = 0; at < text_.size();) {
      const size_t here = at;
      const char32_t c = DecodeUtf8(text_, at);
      const Kind kind = IsSpace(c) ? kBlank : IsAlpha(c) ? kLetter : IsDigit(c) ? kDigit : kMark;
      if (last == kLetter && kind != kLetter && MayBeSeveral(text_.substr(word, here - word))) {
        tokens_ += 2;
      }
      if (kind == kLetter && last != kLetter) word = here;
      if (kind == kMark || (kind != kBlank && kind != last)) ++tokens_;
      if (kind == kBlank && (last == kBlank || c != ' ')) ++tokens_;
      if (tokens_ > kMostTokens) return here;
      Note(c, kind == kBlank, here, at);
      last = kind;
    }
    return text_.size();
  }

  size_t sentence_end() const { return sentence_end_; }
  size_t blank() const { return blank_; }

 private:
  // Remembers where the text may be cut: behind a blank.
  void Note(char32_t c, bool is_blank, size_t here, size_t next) {
    if (is_blank) {
      if (here > 0) blank_ = next;
      if (stopped_) sentence_end_ = next;
    } else {
      stopped_ = IsStop(c) || (stopped_ && IsCloser(c));
    }
  }

  std::string_view text_;
  size_t tokens_ = 0;
  size_t sentence_end_ = 0, blank_ = 0;  // 0: none yet.
  bool stopped_ = false;                 // A stop, and closing marks at most, were the last.
};

}  // namespace

size_t FirstPiece(std::string_view paragraph) {
  if (paragraph.size() <= kMostTokens) return paragraph.size();  // A token has a byte at least.
  Counter counter(paragraph);
  const size_t end = counter.Walk();
  if (end == paragraph.size()) return end;
  if (counter.sentence_end() > 0) return counter.sentence_end();
  if (counter.blank() > 0) return counter.blank();
  return end;
}

}  // namespace averment
