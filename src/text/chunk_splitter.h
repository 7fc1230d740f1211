// How one chunk between blanks falls into tokens: exceptions, affixes, URLs, infixes.

#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/text/regex.h"

namespace averment {

// A token of a chunk; `norm` is empty where the word's own holds.
struct Piece {
  std::string_view orth, norm;
};

// Chunks that are told how to fall apart ("don't": do, n't with norm "not").  Immutable; the model
// file must outlive it.
class Exceptions {
 public:
  static Result<Exceptions> Load(const ModelFile& model);
  // Empty where there is no exception for the chunk.
  std::span<const Piece> Find(std::string_view chunk) const;
  const std::vector<std::string_view>& chunks() const { return chunks_; }

 private:
  std::vector<std::string_view> chunks_;
  std::vector<Piece> pieces_;
  std::vector<uint32_t> ends_;  // Of each chunk's pieces.
  std::unordered_map<std::string_view, uint32_t> index_;
  size_t longest_ = 0;
};

// Immutable; safe to share between threads, each with a Scratch of its own.  The model file must
// outlive it.
class ChunkSplitter {
 public:
  struct Scratch {
    Scratch();
    Regex::Scratch affixes, urls;
    std::vector<std::string_view> suffixes;
  };

  static Result<ChunkSplitter> Load(const ModelFile& model);

  // Appends the chunk's tokens; put together they are the chunk.  Without exceptions as if none
  // were known.  REQUIRES: valid UTF-8 without any blank.
  void Split(std::string_view chunk, bool with_exceptions, Scratch& scratch,
             std::vector<Piece>& out) const;

  // Whether a prefix, suffix or infix stands in it.
  bool HoldsAffix(std::string_view chunk, Scratch& scratch) const;

  const Exceptions& exceptions() const { return exceptions_; }

 private:
  ChunkSplitter(Exceptions exceptions, Regex prefix, Regex suffix, Regex infix, Regex url);
  size_t PrefixSize(std::string_view s, Scratch& scratch) const;
  size_t SuffixSize(std::string_view s, Scratch& scratch) const;
  bool IsUrl(std::string_view s, Scratch& scratch) const;
  std::string_view StripAffixes(std::string_view s, bool with_exceptions, Scratch& scratch,
                                std::vector<Piece>& out) const;
  void SplitAtInfixes(std::string_view s, Scratch& scratch, std::vector<Piece>& out) const;

  Exceptions exceptions_;
  Regex prefix_, suffix_, infix_, url_;
};

}  // namespace averment
