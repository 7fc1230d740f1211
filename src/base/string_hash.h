// The string ids of spaCy's models: the hash embeddings were trained on them, so they are part of
// the model format.

#pragma once

#include <cstdint>
#include <string_view>

namespace averment {

// Appleby's MurmurHash64A of the bytes, with seed 1 as in spaCy's StringStore.  The store gives 0
// to
// "" and small numbers to the names of symbols; see WordTables::Id in src/text/vocabulary.h.
uint64_t HashString(std::string_view bytes);

}  // namespace averment
