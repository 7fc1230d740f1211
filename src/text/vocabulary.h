// The word types that a worker has met, with the attributes that spaCy's models read.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace averment {

// An orth together with the norm that it has in its token (tokenizer exceptions set norms per token,
// and the models read them).  Ids are spaCy's: 64-bit string hashes, small numbers for symbols, 0 for "".
struct Lexeme {
  std::string_view orth, lower, norm;  // Owned by the Vocabulary.
  uint64_t orth_id, norm_id, prefix_id, suffix_id, shape_id;
  bool is_space;
};

// One token of the tokenizer.
struct RawToken {
  uint32_t at, size;   // Bytes in Text::normalized.
  uint32_t lexeme;     // Index into the worker's Vocabulary.
  bool space_after;    // Followed by exactly one blank that is no token itself.
};

}  // namespace averment
