// From words to vectors in context: spaCy's tok2vec.
//
// A word's hash embeddings (and its static vector) are mixed to 96 numbers, then four times every
// token looks at itself and its two neighbours (window 3, maxout of 3 pieces, layer norm,
// residual).
//
// What depends on the word alone is computed once per word and kept: the mixed vector, and its
// three products with the first layer's weights, as a left neighbour, itself and a right neighbour.
// The first layer is then a sum of three kept rows.
//
// Serrà & Karatzoglou (2017) and Miranda et al. (2022) for hash embeddings; Honnibal (2016).

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/syntax/kernels.h"
#include "src/text/vocabulary.h"

namespace averment {

// 96 of the mixed vector, then 3 x 96 each as left neighbour, centre and right neighbour.
inline constexpr size_t kEntry = kWidth + 3 * kPieces * kWidth;

// The rows of the words a worker has met; bounded.  Made by Encoder::MakeCache.
class LexemeCache {
 public:
  // `capacity`: entries kept; `variants`: how many rows a lexeme may have (with and without a
  // following blank).
  LexemeCache(size_t capacity, size_t variants) : capacity_(capacity), variants_(variants) {}

 private:
  friend class Encoder;
  static constexpr size_t kBlock = 256;

  float* Entry(uint32_t slot) { return blocks_[slot / kBlock].data() + (slot % kBlock) * kEntry; }
  void Clear(uint64_t generation);

  size_t capacity_, variants_;
  uint64_t generation_ = 0;      // Of the vocabulary that the slots belong to.
  std::vector<uint32_t> slots_;  // By lexeme and variant: entry + 1, or 0.
  std::vector<FloatBuffer> blocks_;
  uint32_t used_ = 0;
  FloatBuffer input_, static_, mixed_, products_;  // Scratch for new words.
  std::vector<const float*> rows_;
  std::vector<uint32_t> missing_, found_;
};

// One paragraph in a batch: its tokens' rows begin at `row` of the output.
struct EncodedRange {
  uint32_t row, size;
};

// Immutable once loaded; the model file must outlive it.
class Encoder {
 public:
  // `prefix` names the sections: "t2v" (six attributes) or "ner" (four).
  static Result<Encoder> Load(const ModelFile& model, const std::string& prefix,
                              const Kernels& kernels);

  LexemeCache MakeCache(size_t capacity) const {
    return LexemeCache(capacity, reads_space_ ? 2 : 1);
  }

  // Up to four rows that are convolved together: the first, and how many.
  struct Tile {
    uint32_t row, size;
  };

  // Scratch of one worker.
  struct Scratch {
    FloatBuffer a, b, z, filter;
    std::vector<const float*> rows;
    std::vector<Tile> tiles;
    std::vector<const float*> entries;
  };

  // Encodes paragraphs given as consecutive ranges of `tokens`; fills `out` with a row of 96 for
  // every token, padding between the paragraphs, and `ranges` with where each paragraph's rows are.
  void Encode(std::span<const RawToken> tokens, std::span<const uint32_t> paragraph_sizes,
              const Vocabulary& vocabulary, LexemeCache& cache, Scratch& scratch,
              std::vector<EncodedRange>& ranges) const;
  // The rows that Encode filled.
  static const float* Output(const Scratch& scratch) { return scratch.a.data(); }

 private:
  static constexpr size_t kDepth = 4;
  struct Norm {
    std::span<const float> gain, offset;
  };
  struct Table {
    std::span<const float> rows;
    uint32_t count, seed;
  };

  void Look(std::span<const RawToken> tokens, const Vocabulary& vocabulary, LexemeCache& cache,
            Scratch& scratch) const;
  void Compute(std::span<const uint32_t> keys, const Vocabulary& vocabulary,
               LexemeCache& cache) const;
  void Embed(const Lexeme& lexeme, bool space, float* out) const;
  const float* StaticVector(uint64_t orth_id) const;
  void Convolve(size_t layer, std::span<const EncodedRange> ranges, uint32_t reach, const float* in,
                Scratch& scratch, float* out) const;

  const Kernels* kernels_ = nullptr;
  bool reads_space_ = false;
  std::vector<Table> tables_;
  std::span<const float> vectors_;  // Static vectors: 300 numbers each.
  std::span<const uint64_t> vector_keys_;
  std::span<const uint32_t> vector_rows_;
  std::vector<uint32_t> vector_buckets_;  // Of vector_keys_, by their first bits.
  Panels static_, mix_, first_;
  std::array<Filter, kDepth - 1> layers_;  // Layers two to four.
  FloatBuffer padding_;                    // The entry of a padding row: zeros, and the bias.
  Norm mix_norm_;
  std::array<Norm, kDepth> norms_;
};

}  // namespace averment
