// Open addressing over two growing pools.  Long chunks are hardly seen twice and are not kept.

#include "src/text/chunk_cache.h"

namespace averment {
namespace {

constexpr size_t kSlots = 1 << 17, kMaxUsed = kSlots / 2;  // 3 MB of slots.
constexpr size_t kLongestChunk = 64;                       // Bytes.

}  // namespace

std::span<const ChunkCache::Token> ChunkCache::Find(std::string_view chunk, uint64_t hash) const {
  for (size_t slot = hash & (kSlots - 1); slots_[slot].token_count != 0;
       slot = (slot + 1) & (kSlots - 1)) {
    const Entry& entry = slots_[slot];
    if (entry.hash == hash &&
        std::string_view(bytes_).substr(entry.chunk, entry.chunk_size) == chunk) {
      return std::span(tokens_).subspan(entry.tokens, entry.token_count);
    }
  }
  return {};
}

void ChunkCache::Add(std::string_view chunk, uint64_t hash, std::span<const Token> tokens) {
  if (chunk.size() > kLongestChunk) return;
  if (used_ == kMaxUsed) Clear();
  size_t slot = hash & (kSlots - 1);
  while (slots_[slot].token_count != 0) slot = (slot + 1) & (kSlots - 1);
  slots_[slot] = {hash, uint32_t(bytes_.size()), uint32_t(chunk.size()), uint32_t(tokens_.size()),
                  uint32_t(tokens.size())};
  bytes_ += chunk;
  tokens_.insert(tokens_.end(), tokens.begin(), tokens.end());
  ++used_;
}

void ChunkCache::Clear() {
  slots_.assign(kSlots, {});
  used_ = 0;
  bytes_.clear();
  tokens_.clear();
}

}  // namespace averment
