// The article becomes one row of folded words: hyphens inside words are left out ("al-Assad" is two
// words), other punctuation stops every name.  From each word the trie is followed as far as it
// goes, and the longest name that fits is taken; no name is longer than the longest of the lexicon,
// so the whole is linear.

#include "src/mentions/actor_scan.h"

#include <algorithm>

namespace averment {
namespace {

constexpr uint32_t kStop = UINT32_MAX;  // A word that no name goes over.

struct Word {
  uint32_t id;
  uint32_t token;
  bool begins, ends;  // The token.
  bool capital, upper;
};

bool IsPlain(std::string_view lower) {
  return std::all_of(lower.begin(), lower.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

std::vector<Word> WordsOf(const Syntax& syntax, const NameIndex& names) {
  std::vector<Word> words;
  words.reserve(syntax.size());
  for (uint32_t i = 0; i < syntax.size(); ++i) {
    const Token token = syntax[i];
    const std::string_view lower = token.lower(), text = token.text();
    if (token.data().sentence_start) words.push_back({kStop, i, true, true, false, false});
    if (IsPlain(lower)) {
      const bool upper =
          std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      words.push_back(
          {names.WordId(lower), i, true, true, !text.empty() && !(text[0] >= 'a'), upper});
      continue;
    }
    const std::vector<FoldedWord> folded = FoldWords(text);
    if (folded.empty()) {
      const bool joins = i > 0 && !syntax.tokens[i - 1].space_after && !token.data().space_after;
      const bool hyphen = text == "-" || text == "\u2010" || text == "\u2011" || text == "\u2013";
      const bool apostrophe = text == "'" || text == "\u2019";
      if (!(joins && hyphen) && !apostrophe) words.push_back({kStop, i, true, true, false, false});
      continue;
    }
    for (size_t w = 0; w < folded.size(); ++w) {
      words.push_back({names.WordId(folded[w].text), i, w == 0, w + 1 == folded.size(),
                       folded[w].capital, folded[w].upper});
    }
  }
  return words;
}

bool Fits(const NameIndex::Meaning& meaning, const Word* first, size_t count) {
  for (size_t k = 0; k < count; ++k) {
    if (meaning.upper && !first[k].upper) return false;
    if (k < 32 && (meaning.capitals >> k & 1) && !first[k].capital) return false;
  }
  return true;
}

}  // namespace

std::vector<NameMatch> ScanNames(const Syntax& syntax, const NameIndex& names) {
  const std::vector<Word> words = WordsOf(syntax, names);
  std::vector<NameMatch> matches;
  for (size_t i = 0; i < words.size();) {
    size_t best = 0;  // Words of the longest name so far.
    std::vector<NameIndex::Meaning> meanings;
    uint32_t node = NameIndex::kRoot;
    for (size_t j = i; words[i].begins && j < words.size(); ++j) {
      if (words[j].id == kStop || words[j].id == NameIndex::kNoWord) break;
      node = names.Next(node, words[j].id);
      if (node == NameIndex::kRoot) break;
      if (!words[j].ends) continue;
      std::vector<NameIndex::Meaning> fitting;
      for (const auto& meaning : names.Meanings(node)) {
        if (Fits(meaning, &words[i], j + 1 - i)) fitting.push_back(meaning);
      }
      if (!fitting.empty()) best = j + 1 - i, meanings = std::move(fitting);
    }
    if (best == 0) {
      ++i;
      continue;
    }
    matches.push_back({{words[i].token, words[i + best - 1].token + 1}, std::move(meanings)});
    i += best;
  }
  return matches;
}

}  // namespace averment
