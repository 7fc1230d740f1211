// What the tokenizer made of chunks it has seen: most of a text comes from here.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace averment {

// A cache of one worker; forgets everything when full.
class ChunkCache {
 public:
  struct Token {
    uint32_t lexeme, size;  // Bytes.
  };

  ChunkCache() { Clear(); }

  // Empty where the chunk is not known.  Valid until the next Add or Clear.
  std::span<const Token> Find(std::string_view chunk, uint64_t hash) const;
  // REQUIRES: not known yet; at least one token.
  void Add(std::string_view chunk, uint64_t hash, std::span<const Token> tokens);
  void Clear();

 private:
  struct Entry {
    uint64_t hash;
    uint32_t chunk, chunk_size;    // In bytes_.
    uint32_t tokens, token_count;  // In tokens_; no tokens: a free slot.
  };
  std::vector<Entry> slots_;  // Open addressing.
  size_t used_ = 0;
  std::string bytes_;
  std::vector<Token> tokens_;
};

}  // namespace averment
