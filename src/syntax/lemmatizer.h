// Lemmas by suffix rules, lists of base forms and exceptions, as spaCy's English lemmatizer in its
// mode "rule" gives them.
//
//   reads     TokenData::pos, morph, lower, at, size of one paragraph
//   sets      lemma where it is an empty piece (the attribute ruler may have set it)
//   knows     the sections lemmas.* of a model (scripts/convert/lemmatizer.py)

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/base/model_file.h"

namespace averment {

// The lemmas a thread has met lately.  Half a megabyte, whatever is read; changes only the speed.
class LemmaCache {
 public:
  LemmaCache() : slots_(kSlots) {}

 private:
  friend class Lemmatizer;
  static constexpr size_t kSlots = 8192;  // A power of two.
  static constexpr uint8_t kNone = 0xff;  // The lemma size of a word that has no lemma but itself.
  // A word and its lemma, one after the other; a slot without a word is free.
  struct Slot {
    uint8_t table = 0, word_size = 0, lemma_size = 0;
    std::array<char, 61> bytes;
  };
  std::vector<Slot> slots_;
  std::string long_lemma_;  // The last one that fits no slot.
};

// Immutable once loaded; safe to share between threads, each with a LemmaCache of its own.  Points
// into the ModelFile, which must live as long.
class Lemmatizer {
 public:
  // `morphs` are the feature strings that TokenData::morph indexes.
  static Result<Lemmatizer> Load(const ModelFile& model, std::span<const std::string> morphs);

  void Annotate(const Text& text, Syntax& syntax, TokenRange paragraph, LemmaCache& cache) const;

 private:
  static constexpr size_t kMostForms = 64;  // Rules and exceptions of one word.
  // How the lemma of a part of speech with these features is found; from kTable on, by tables_.
  enum Plan : uint8_t { kLower, kAsWritten, kTable };
  struct Table {
    StringList index, exceptions, forms, old_suffixes, new_suffixes;
    std::span<const uint32_t> forms_of;
  };
  // A candidate: the beginning of a word, and an ending.
  struct Form {
    std::string_view stem, ending;
    size_t size() const { return stem.size() + ending.size(); }
  };
  static std::strong_ordering Compare(const Form& a, const Form& b);
  static bool Contains(const StringList& ascending, const Form& form);

  Lemmatizer() = default;
  static Result<Table> ReadTable(const ModelFile& model, std::string_view pos);
  // The lemma, or nothing where it is the word as written.
  std::optional<Form> Find(const Table& table, std::string_view lower) const;
  // The same, as a string of the cache that lasts until the next call.
  std::optional<std::string_view> FindCached(uint8_t table, std::string_view lower,
                                             LemmaCache& cache) const;

  std::vector<Table> tables_;
  std::vector<Plan> plans_;  // By part of speech and morph.
  size_t morphs_ = 0;
};

}  // namespace averment
