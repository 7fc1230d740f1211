// Finds names in running words: a trie over folded words, so that a text is read once, whatever the
// number of names.
//
// Folding makes one word of what is written differently: small letters, no accents of Latin
// letters, no full stops ("U.S." is "us"); hyphens and apostrophes part words ("al-Assad" is two).
// Capitals are kept apart as marks, and a name says which of them it needs: "US" is no "us".

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace averment {

// Lets sets and maps of words be asked with views.
struct WordHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};
using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;

// A folded word of a text or of a name.
struct FoldedWord {
  std::string text;
  bool capital = false;  // Begins with a capital or a digit.
  bool upper = false;    // All its letters are capitals.
};

// The words of `written`, folded; none where there is no letter and no digit.
std::vector<FoldedWord> FoldWords(std::string_view written);

// The same words in small letters, joined by blanks, in place of what `folded` held: a key for
// tables of names.  Allocates only where `folded` grows.
void FoldName(std::string_view written, std::string& folded);

class NameIndex {
 public:
  static constexpr uint32_t kNoWord = 0;  // Of a word that no name has.
  static constexpr uint32_t kRoot = 0;    // Before the first word; nothing leads back to it.

  // What a name leads to; the owner of the index knows what the numbers mean.
  struct Meaning {
    uint8_t kind = 0;
    uint32_t id = 0;
    uint32_t capitals = 0;  // Bit i: word i must begin with a capital.
    bool upper = false;     // All words must be in capitals.
  };

  // REQUIRES: FoldWords(name) is not empty.
  void Add(std::string_view name, uint8_t kind, uint32_t id);

  // The number of a folded word.
  uint32_t WordId(std::string_view folded) const;
  // The node behind `node` and this word, or kRoot where no name goes on so.
  uint32_t Next(uint32_t node, uint32_t word) const;
  std::span<const Meaning> Meanings(uint32_t node) const { return meanings_[node]; }

 private:
  std::unordered_map<std::string, uint32_t, WordHash, std::equal_to<>> words_;
  std::unordered_map<uint64_t, uint32_t> next_;    // Node and word to node.
  std::vector<std::vector<Meaning>> meanings_{1};  // Of each node.
};

}  // namespace averment
