// spaCy runs a PhraseMatcher over the tokens (tokenizer.pyx, _apply_special_cases).  A pattern is
// what the tokenizer makes of an exception when it knows none, as a sequence of words; it is looked
// for whether or not blanks stand between.  Of overlapping matches the longest wins, then the
// first; a match is rewritten only if its text, blanks and all, is an exception.  A match that is
// not rewritten still hides those it overlaps: "a . m." stays as it is.

#include "src/text/exception_pass.h"

#include <algorithm>

namespace averment {

ExceptionPass::ExceptionPass(const ChunkSplitter& splitter)
    : exceptions_(&splitter.exceptions()), terminal_(1) {
  ChunkSplitter::Scratch scratch;
  std::vector<Piece> pieces;
  for (std::string_view chunk : exceptions_->chunks()) {
    // Blanks hold no affix; spaCy has a pattern for " ", which puts back what it finds.
    if (chunk == " " || !splitter.HoldsAffix(chunk, scratch)) continue;
    pieces.clear();
    splitter.Split(chunk, false, scratch, pieces);
    uint32_t node = 0;
    for (const Piece& piece : pieces) {
      const uint16_t word = words_.emplace(piece.orth, uint16_t(words_.size() + 1)).first->second;
      const auto [it, added] =
          trie_.emplace(uint64_t(node) << 16 | word, uint32_t(terminal_.size()));
      if (added) terminal_.push_back(false);
      node = it->second;
    }
    terminal_[node] = true;
  }
}

uint32_t ExceptionPass::Next(uint32_t node, uint16_t word) const {
  auto it = trie_.find(uint64_t(node) << 16 | word);
  return it == trie_.end() ? 0 : it->second;
}

void ExceptionPass::FindMatches(size_t first, const std::vector<RawToken>& tokens,
                                Scratch& scratch) const {
  scratch.matches.clear();
  for (size_t begin = first; begin < tokens.size(); ++begin) {
    uint32_t node = 0;
    for (size_t end = begin; end < tokens.size(); ++end) {
      const uint16_t word = scratch.words[tokens[end].lexeme];
      if (word == 0) break;
      node = Next(node, word);
      if (node == 0) break;
      if (terminal_[node]) scratch.matches.push_back({uint32_t(begin), uint32_t(end + 1)});
    }
  }
}

void ExceptionPass::KeepLongest(size_t first, size_t tokens, Scratch& scratch) {
  auto& matches = scratch.matches;
  std::sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) {
    const uint32_t size_a = a.end - a.begin, size_b = b.end - b.begin;
    return size_a != size_b ? size_a > size_b : a.begin < b.begin;
  });
  scratch.seen.assign(tokens - first, false);  // From `first` on.
  auto& seen = scratch.seen;
  std::erase_if(matches, [&](const auto& match) {
    const bool hidden = seen[match.begin - first] || seen[match.end - 1 - first];
    std::fill(seen.begin() + (match.begin - first), seen.begin() + (match.end - first), true);
    return hidden;
  });
  std::sort(matches.begin(), matches.end(),
            [](const auto& a, const auto& b) { return a.begin < b.begin; });
}

void ExceptionPass::Apply(std::string_view paragraph, uint32_t at, size_t first,
                          Vocabulary& vocabulary, Scratch& scratch,
                          std::vector<RawToken>& tokens) const {
  if (scratch.generation != vocabulary.generation()) scratch.words.clear();
  scratch.generation = vocabulary.generation();
  for (size_t i = scratch.words.size(); i < vocabulary.size(); ++i) {
    auto it = words_.find(std::string(vocabulary[uint32_t(i)].orth));
    scratch.words.push_back(it == words_.end() ? 0 : it->second);
  }
  FindMatches(first, tokens, scratch);
  if (scratch.matches.empty()) return;
  KeepLongest(first, tokens.size(), scratch);
  auto& rewritten = scratch.rewritten;
  rewritten.clear();
  size_t next = first;
  for (const auto& match : scratch.matches) {
    const RawToken last = tokens[match.end - 1];
    const uint32_t begin = tokens[match.begin].at;
    const auto known = exceptions_->Find(paragraph.substr(begin - at, last.at + last.size - begin));
    if (known.empty()) continue;
    rewritten.insert(rewritten.end(), tokens.begin() + next, tokens.begin() + match.begin);
    uint32_t where = begin;
    for (const Piece& piece : known) {
      const uint32_t size = uint32_t(piece.orth.size());
      rewritten.push_back({where, size, vocabulary.Intern(piece.orth, piece.norm), false});
      where += size;
    }
    rewritten.back().space_after = last.space_after;
    next = match.end;
  }
  rewritten.insert(rewritten.end(), tokens.begin() + next, tokens.end());
  tokens.resize(first);
  tokens.insert(tokens.end(), rewritten.begin(), rewritten.end());
}

}  // namespace averment
