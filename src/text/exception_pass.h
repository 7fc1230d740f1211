// The tokenizer's second look: exceptions that hold affixes were torn apart where they did not
// stand alone in their chunk ("(a.m./p.m.)"); here they are put together again.

#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "src/text/chunk_splitter.h"
#include "src/text/vocabulary.h"

namespace averment {

// Immutable; safe to share between threads, each with a Scratch of its own.
class ExceptionPass {
 public:
  struct Scratch {
    uint64_t generation = 0;      // Of the vocabulary that `words` speaks of.
    std::vector<uint16_t> words;  // Per lexeme: its number in patterns, 0 for none.
    struct Match {
      uint32_t begin, end;
    };
    std::vector<Match> matches;
    std::vector<bool> seen;
    std::vector<RawToken> rewritten;
  };

  // `splitter` must outlive the pass.
  explicit ExceptionPass(const ChunkSplitter& splitter);

  // Rewrites tokens[first..], the tokens of `paragraph`, which starts at byte `at` of
  // Text::normalized.
  void Apply(std::string_view paragraph, uint32_t at, size_t first, Vocabulary& vocabulary,
             Scratch& scratch, std::vector<RawToken>& tokens) const;

 private:
  uint32_t Next(uint32_t node, uint16_t word) const;
  void FindMatches(size_t first, const std::vector<RawToken>& tokens, Scratch& scratch) const;
  static void KeepLongest(size_t first, size_t tokens, Scratch& scratch);

  const Exceptions* exceptions_;
  std::unordered_map<std::string, uint16_t> words_;  // Words of the patterns, from 1.
  std::unordered_map<uint64_t, uint32_t> trie_;      // node << 16 | word -> node; 0 is the root.
  std::vector<bool> terminal_;                       // Per node.
};

}  // namespace averment
