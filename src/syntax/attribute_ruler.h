// Part of speech and morphology from tags, words and relations, as spaCy's attribute ruler sets
// them.
//
//   reads     TokenData::tag, dep, lower, at, size of one paragraph
//   sets      pos, morph, and lemma where a rule names it (an empty piece elsewhere); tag and dep
//   of
//             whitespace
//   knows     the sections ruler.* of a model (scripts/convert/attribute_ruler.py)

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/base/model_file.h"

namespace averment {

// Immutable once loaded; safe to share between threads.
class AttributeRuler {
 public:
  // Fails, naming what is wrong, where sections are missing or do not fit each other.
  static Result<AttributeRuler> Load(const ModelFile& model);

  void Annotate(const Text& text, Syntax& syntax, TokenRange paragraph) const;

  // The feature strings that TokenData::morph indexes; the first is empty.  As long as the ruler
  // lives, wherever it is moved.
  std::span<const std::string> morphs() const { return morphs_; }

 private:
  // What a rule asks of one token, besides its word.
  struct Condition {
    uint64_t tags = 0, deps = 0;  // Bit i: Tag(i), Dep(i).
    uint8_t space = 0;            // 0 any, 1 no whitespace, 2 whitespace.
    std::vector<uint16_t> words;  // Ascending ids; empty: any word.
  };
  struct Match {
    uint16_t rule = 0;
    uint8_t length = 1;
    Condition first, second;
  };
  // What a rule sets, and on which token of the match; -1 where it leaves things alone.
  struct Effect {
    int8_t position = 0;
    int16_t tag = -1, pos = -1, morph = -1, lemma = -1, dep = -1;
  };
  // For each attribute one more than the highest rule that sets it, since later rules win; 0: none.
  struct Winners {
    uint16_t tag = 0, pos = 0, morph = 0, lemma = 0, dep = 0;
    void Add(uint16_t rule, const Effect& effect);
  };
  // A token under the rules.
  struct Seen {
    uint8_t tag, dep;
    bool space;
    uint16_t word;  // kNoWord where no rule mentions it.
  };
  static constexpr uint16_t kNoWord = 0xffff;

  AttributeRuler() = default;
  Status ReadStrings(const ModelFile& model);
  Status ReadRules(const ModelFile& model);
  Status IndexRules();
  uint16_t FindWord(std::string_view lower) const;
  static bool Fits(const Condition& condition, const Seen& token);
  const Winners& ByLabels(const Seen& token) const;
  // `previous` is null at the paragraph's first token.
  void AddWordRules(const Seen* previous, const Seen& token, Winners& before, Winners& here) const;
  void Set(const Winners& winners, Syntax& syntax, TokenData& token) const;

  std::vector<std::string> morphs_, lemmas_, words_;
  std::vector<Effect> effects_;  // By rule.
  std::vector<Match> matches_;
  std::vector<Winners> by_labels_;  // Of the rules without words, by whitespace, tag, relation.
  std::vector<std::vector<uint16_t>> single_,
      pair_;                     // By (last) word: the matches that ask for it.
  std::vector<uint16_t> slots_;  // Hash table of words_: ids.
};

}  // namespace averment
