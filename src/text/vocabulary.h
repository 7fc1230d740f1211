// The word types that a worker has met, with the attributes that spaCy's models read.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/result.h"
#include "src/base/model_file.h"

namespace averment {

// An orth together with the norm that it has in its token (tokenizer exceptions set norms per
// token, and the models read them).  Ids are spaCy's: 64-bit string hashes, small numbers for
// symbols, 0 for "".
struct Lexeme {
  std::string_view orth, lower, norm;  // Owned by the Vocabulary.
  uint64_t orth_id, lower_id, norm_id, prefix_id, suffix_id, shape_id;
  bool is_space;
};

// One token of the tokenizer.
struct RawToken {
  uint32_t at, size;  // Bytes in Text::normalized.
  uint32_t lexeme;    // Index into the worker's Vocabulary.
  bool space_after;   // Followed by exactly one blank that is no token itself.
};

// What a model knows of strings: the ids of its symbols and its norms.  Immutable, safe to share.
// The model file must outlive it.
class WordTables {
 public:
  static Result<WordTables> Load(const ModelFile& model);

  // spaCy's id of a string.
  uint64_t Id(std::string_view string) const;
  // The norm of a word where it is not simply the lower-case form; empty where it is.
  std::string_view NormOf(std::string_view orth) const;

 private:
  std::unordered_map<std::string_view, uint64_t> symbols_;
  std::unordered_map<uint64_t, std::string_view> norms_;  // By the id of the orth.
};

// The lexemes of one worker; not shared.  Indices stay valid until Trim clears them.  A bounded
// cache: what it has met before never changes what it returns, except for the indices.
class Vocabulary {
 public:
  // `tables` must outlive it.
  explicit Vocabulary(const WordTables& tables, size_t capacity = 100'000);

  // The lexeme of a word, with the norm of its token, or its own where `norm` is empty.
  // Allocates for new words only.  REQUIRES: valid UTF-8, not empty.
  uint32_t Intern(std::string_view orth, std::string_view norm = {});

  // Valid until the next Intern (the strings inside until the next Trim).
  const Lexeme& operator[](uint32_t index) const { return lexemes_[index]; }
  size_t size() const { return lexemes_.size(); }

  // Call between documents, when no index is in use: forgets everything once there are more than
  // `capacity` lexemes or their strings are large.  Caches keyed by index compare generations.
  void Trim();
  uint64_t generation() const { return generation_; }

 private:
  // Index + 1, or 0.
  uint32_t Find(std::string_view orth, std::string_view norm, uint64_t hash) const;
  std::string_view Store(std::string_view string);
  void Insert(uint32_t index);

  const WordTables* tables_;
  size_t capacity_;
  uint64_t generation_ = 1;
  std::vector<Lexeme> lexemes_;
  std::vector<uint64_t> hashes_;  // Of orth and norm, per lexeme.
  std::vector<uint32_t> slots_;   // Open addressing: index + 1, or 0.
  std::vector<std::unique_ptr<char[]>> blocks_;
  size_t block_used_ = 0, block_size_ = 0, stored_ = 0;
  std::string lower_, shape_;  // Scratch.
};

}  // namespace averment
