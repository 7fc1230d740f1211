// HOW IT WORKS
//
// Rows are words of a batch of paragraphs, four rows of padding between them, as thinc lays them
// out (with_array, pad=4).  The padding is zero at first and does not stay so: after a layer it
// holds what the layer makes of zeros and of its neighbours, and the words at the edge see it. Each
// layer is computed only as far into the padding as the next one looks: three rows, two, one, none.

#include "src/syntax/encoder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

namespace averment {
namespace {

constexpr uint32_t kPad = 4;
constexpr size_t kStaticWidth = 300;
constexpr int kBucketBits = 16;  // A dozen keys of vectors share a bucket.
constexpr size_t kTiles = 32;    // That a layer handles at a time, so that they stay in the cache.

const float kZeros[kEntry] = {};

// MurmurHash3 x64-128 (Appleby) of one 64-bit number, as thinc hashes ids: four 32-bit keys.
std::array<uint32_t, 4> HashKeys(uint64_t id, uint32_t seed) {
  auto mix = [](uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    return h ^ (h >> 33);
  };
  const uint64_t k = std::rotl(id * 0x87c37b91114253d5ULL, 31) * 0x4cf5ad432745937fULL;
  uint64_t h1 = seed ^ k ^ 8, h2 = seed ^ 8;
  h1 += h2;
  h2 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  return {uint32_t(h1), uint32_t(h1 >> 32), uint32_t(h2), uint32_t(h2 >> 32)};
}

// The first layer's weights [96][3][288] as 864 outputs over one token's 96 numbers: its share as
// left neighbour, centre and right neighbour.  The centre carries the bias.
Panels SplitFirstLayer(std::span<const float> weights, std::span<const float> bias) {
  FloatBuffer split(9 * kWidth * kWidth), split_bias(9 * kWidth);
  std::vector<int> order(9 * kWidth);
  for (size_t part = 0; part < 3; ++part) {
    for (size_t piece = 0; piece < kPieces; ++piece) {
      for (size_t o = 0; o < kWidth; ++o) {
        const size_t to = (part * kPieces + piece) * kWidth + o, from = o * kPieces + piece;
        std::copy_n(weights.data() + from * 3 * kWidth + part * kWidth, kWidth,
                    split.data() + to * kWidth);
        split_bias[to] = part == 1 ? bias[from] : 0.0f;
        order[to] = int(to);
      }
    }
  }
  return Panels::Pack(split.data(), split_bias.data(), kWidth, order);
}

// Where the keys with each value of their first bits begin, and the end.  REQUIRES: sorted keys.
std::vector<uint32_t> Buckets(std::span<const uint64_t> keys) {
  std::vector<uint32_t> begins((1u << kBucketBits) + 1, 0);
  for (uint64_t key : keys) ++begins[(key >> (64 - kBucketBits)) + 1];
  for (size_t b = 1; b < begins.size(); ++b) begins[b] += begins[b - 1];
  return begins;
}

template <typename T>
void Grow(T& buffer, size_t size) {
  if (buffer.size() < size) buffer.resize(size + size / 2);
}

}  // namespace

Result<Encoder> Encoder::Load(const ModelFile& model, const std::string& prefix,
                              const Kernels& kernels) {
  Encoder e;
  e.kernels_ = &kernels;
  Status failed;
  auto floats = [&](const std::string& name, size_t count) -> std::span<const float> {
    auto found = model.Array<float>(prefix + "." + name, count);
    if (!found.ok()) {
      if (failed.ok()) failed = found.status();
      return {};
    }
    return found.value();
  };
  auto seeds = model.Array<uint32_t>(prefix + ".seeds");
  if (!seeds.ok()) return seeds.status();
  e.reads_space_ = seeds.value().size() == 6;
  if (!e.reads_space_ && seeds.value().size() != 4) {
    return Status(model.name() + ": " + prefix + ": neither 4 nor 6 embeddings");
  }
  for (size_t i = 0; i < seeds.value().size(); ++i) {
    auto table = model.Array<float>(prefix + ".embed." + std::to_string(i));
    if (!table.ok()) return table.status();
    const size_t count = table.value().size() / kWidth;
    if (count == 0 || table.value().size() % kWidth != 0) {
      return Status(model.name() + ": " + prefix + ".embed: bad size");
    }
    e.tables_.push_back({table.value(), uint32_t(count), seeds.value()[i]});
  }
  size_t inputs = e.tables_.size() * kWidth;
  if (model.Has(prefix + ".static")) {
    std::vector<int> order(kWidth);
    for (size_t i = 0; i < kWidth; ++i) order[i] = int(i);
    const auto weights = floats("static", kWidth * kStaticWidth);
    auto keys = model.Array<uint64_t>("vectors.keys");
    if (!keys.ok()) return keys.status();
    auto rows = model.Array<uint32_t>("vectors.rows", keys.value().size());
    auto table = model.Array<float>("vectors.table");
    if (!rows.ok()) return rows.status();
    if (!table.ok()) return table.status();
    const size_t count = table.value().size() / kStaticWidth;
    for (uint32_t row : rows.value()) {
      if (row >= count) return Status(model.name() + ": vectors.rows: no such vector");
    }
    if (!failed.ok()) return failed;
    e.static_ = Panels::Pack(weights.data(), nullptr, kStaticWidth, order);
    e.vectors_ = table.value();
    e.vector_keys_ = keys.value();
    e.vector_rows_ = rows.value();
    e.vector_buckets_ = Buckets(e.vector_keys_);
    inputs += kWidth;
  }
  const auto mix = floats("mix.W", kWidth * kPieces * inputs);
  const auto mix_bias = floats("mix.b", kWidth * kPieces);
  e.mix_norm_ = {floats("mix.G", kWidth), floats("mix.beta", kWidth)};
  std::array<std::span<const float>, kDepth> weights, biases;
  for (size_t i = 0; i < kDepth; ++i) {
    const std::string layer = "conv." + std::to_string(i);
    weights[i] = floats(layer + ".W", kWidth * kPieces * 3 * kWidth);
    biases[i] = floats(layer + ".b", kWidth * kPieces);
    e.norms_[i] = {floats(layer + ".G", kWidth), floats(layer + ".beta", kWidth)};
  }
  if (!failed.ok()) return failed;
  e.mix_ = PackMaxout(mix.data(), mix_bias.data(), kWidth, inputs);
  e.first_ = SplitFirstLayer(weights[0], biases[0]);
  e.padding_.assign(kEntry, 0.0f);
  std::copy_n(e.first_.bias.data(), 9 * kWidth, e.padding_.data() + kWidth);
  for (size_t i = 1; i < kDepth; ++i) {
    e.layers_[i - 1] = Filter::Pack(weights[i].data(), biases[i].data());
  }
  return e;
}

void LexemeCache::Clear(uint64_t generation) {
  std::fill(slots_.begin(), slots_.end(), 0);
  used_ = 0;
  generation_ = generation;
}

const float* Encoder::StaticVector(uint64_t orth_id) const {
  const size_t bucket = orth_id >> (64 - kBucketBits);
  for (uint32_t i = vector_buckets_[bucket]; i < vector_buckets_[bucket + 1]; ++i) {
    if (vector_keys_[i] == orth_id) return vectors_.data() + vector_rows_[i] * kStaticWidth;
  }
  return nullptr;
}

void Encoder::Embed(const Lexeme& lexeme, bool space, float* out) const {
  const uint64_t ids[6] = {lexeme.norm_id,  lexeme.prefix_id, lexeme.suffix_id,
                           lexeme.shape_id, uint64_t(space),  uint64_t(lexeme.is_space)};
  for (size_t t = 0; t < tables_.size(); ++t, out += kWidth) {
    const Table& table = tables_[t];
    const auto keys = HashKeys(ids[t], table.seed);
    const float* rows[4];
    for (size_t k = 0; k < 4; ++k) rows[k] = table.rows.data() + (keys[k] % table.count) * kWidth;
    for (size_t i = 0; i < kWidth; ++i) {
      out[i] = ((rows[0][i] + rows[1][i]) + rows[2][i]) + rows[3][i];
    }
  }
}

// Fills the entries of words met for the first time; keys are lexeme * variants + variant.
void Encoder::Compute(std::span<const uint32_t> keys, const Vocabulary& vocabulary,
                      LexemeCache& cache) const {
  const size_t n = keys.size(), inputs = mix_.depth;
  Grow(cache.input_, n * inputs);
  Grow(cache.mixed_, 2 * n * kWidth);
  Grow(cache.products_, n * first_.columns());
  cache.rows_.resize(n);
  for (size_t i = 0; i < n; ++i) {
    const uint32_t lexeme = keys[i] / uint32_t(cache.variants_);
    Embed(vocabulary[lexeme], reads_space_ && keys[i] % 2 != 0, cache.input_.data() + i * inputs);
  }
  if (static_.depth != 0) {
    cache.found_.clear();
    cache.rows_.clear();
    for (size_t i = 0; i < n; ++i) {
      const Lexeme& lexeme = vocabulary[keys[i] / uint32_t(cache.variants_)];
      float* to = cache.input_.data() + i * inputs + inputs - kWidth;
      std::fill_n(to, kWidth, 0.0f);
      if (const float* vector = StaticVector(lexeme.orth_id)) {
        cache.rows_.push_back(vector);
        cache.found_.push_back(uint32_t(i));
      }
    }
    Grow(cache.static_, cache.found_.size() * kWidth);
    kernels_->dense(cache.rows_.data(), cache.found_.size(), static_, cache.static_.data());
    for (size_t k = 0; k < cache.found_.size(); ++k) {
      std::copy_n(cache.static_.data() + k * kWidth, kWidth,
                  cache.input_.data() + cache.found_[k] * inputs + inputs - kWidth);
    }
    cache.rows_.resize(n);
  }
  float* z = cache.mixed_.data();
  float* x = z + n * kWidth;
  for (size_t i = 0; i < n; ++i) cache.rows_[i] = cache.input_.data() + i * inputs;
  kernels_->maxout(cache.rows_.data(), n, mix_, z);
  for (size_t i = 0; i < n; ++i) {
    kernels_->layer_norm(z + i * kWidth, kZeros, mix_norm_.gain.data(), mix_norm_.offset.data(),
                         x + i * kWidth);
    cache.rows_[i] = x + i * kWidth;
  }
  kernels_->dense(cache.rows_.data(), n, first_, cache.products_.data());
  for (size_t i = 0; i < n; ++i) {
    const uint32_t slot = cache.used_++;
    if (slot / LexemeCache::kBlock == cache.blocks_.size()) {
      cache.blocks_.emplace_back(LexemeCache::kBlock * kEntry);
    }
    float* entry = cache.Entry(slot);
    std::copy_n(x + i * kWidth, kWidth, entry);
    std::copy_n(cache.products_.data() + i * first_.columns(), 9 * kWidth, entry + kWidth);
    cache.slots_[keys[i]] = slot + 1;
  }
}

// Finds or makes the entry of every token; entries stay where they are until the next call.
void Encoder::Look(std::span<const RawToken> tokens, const Vocabulary& vocabulary,
                   LexemeCache& cache, Scratch& scratch) const {
  if (cache.generation_ != vocabulary.generation()) cache.Clear(vocabulary.generation());
  const uint32_t variants = uint32_t(cache.variants_);
  if (cache.slots_.size() < vocabulary.size() * variants) {
    cache.slots_.resize(vocabulary.size() * variants + 1024, 0);
  }
  auto key_of = [&](const RawToken& t) {
    return t.lexeme * variants + (variants == 2 && t.space_after ? 1 : 0);
  };
  // Twice at most: where the new words do not fit, everything is forgotten and looked up again.
  for (int round = 0; round < 2; ++round) {
    cache.missing_.clear();
    for (const RawToken& t : tokens) {
      uint32_t& slot = cache.slots_[key_of(t)];
      if (slot == 0) {
        slot = UINT32_MAX;  // Claimed, so that it is listed once.
        cache.missing_.push_back(key_of(t));
      }
    }
    if (cache.missing_.empty() || cache.used_ == 0 ||
        cache.used_ + cache.missing_.size() <= cache.capacity_) {
      break;
    }
    cache.Clear(vocabulary.generation());
  }
  if (!cache.missing_.empty()) Compute(cache.missing_, vocabulary, cache);
  scratch.entries.resize(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    scratch.entries[i] = cache.Entry(cache.slots_[key_of(tokens[i])] - 1);
  }
}

// One layer after the first, for every paragraph and `reach` rows of padding on either side, in
// tiles that begin with the paragraph.  A tile's inputs behind the last row that counts are zeros,
// so that nothing depends on what lies behind.
void Encoder::Convolve(size_t layer, std::span<const EncodedRange> ranges, uint32_t reach,
                       const float* in, Scratch& scratch, float* out) const {
  scratch.filter.resize(Filter::Scratch(kTiles));
  scratch.z.resize(kTiles * Filter::kOutputs * kWidth);
  auto flush = [&] {
    kernels_->convolve(scratch.rows.data(), scratch.tiles.size(), layers_[layer - 1],
                       scratch.filter.data(), scratch.z.data());
    const float* z = scratch.z.data();
    for (const Tile& tile : scratch.tiles) {
      for (size_t i = 0; i < tile.size; ++i) {
        const size_t at = (tile.row + i) * kWidth;
        kernels_->layer_norm(z + i * kWidth, in + at, norms_[layer].gain.data(),
                             norms_[layer].offset.data(), out + at);
      }
      z += Filter::kOutputs * kWidth;
    }
    scratch.rows.clear();
    scratch.tiles.clear();
  };
  scratch.rows.clear();
  scratch.tiles.clear();
  for (const EncodedRange& range : ranges) {
    const uint32_t end = range.row + range.size + reach;
    for (uint32_t row = range.row - reach; row < end; row += Filter::kOutputs) {
      for (uint32_t r = row - 1; r < row - 1 + Filter::kInputs; ++r) {
        scratch.rows.push_back(r <= end ? in + size_t(r) * kWidth : kZeros);
      }
      scratch.tiles.push_back({row, std::min<uint32_t>(Filter::kOutputs, end - row)});
      if (scratch.tiles.size() == kTiles) flush();
    }
  }
  if (!scratch.tiles.empty()) flush();
}

void Encoder::Encode(std::span<const RawToken> tokens, std::span<const uint32_t> paragraph_sizes,
                     const Vocabulary& vocabulary, LexemeCache& cache, Scratch& scratch,
                     std::vector<EncodedRange>& ranges) const {
  Look(tokens, vocabulary, cache, scratch);
  ranges.clear();
  uint32_t rows = kPad;
  for (uint32_t size : paragraph_sizes) {
    ranges.push_back({rows, size});
    rows += size + kPad;
  }
  Grow(scratch.a, size_t(rows) * kWidth);
  Grow(scratch.b, size_t(rows) * kWidth);
  float* a = scratch.a.data();
  float* b = scratch.b.data();

  // The first layer: sums of kept rows.
  constexpr size_t kPart = kPieces * kWidth;
  size_t first = 0;
  for (const EncodedRange& range : ranges) {
    auto entry = [&](int64_t i) {
      return i >= 0 && i < int64_t(range.size) ? scratch.entries[first + size_t(i)]
                                               : padding_.data();
    };
    const float *left = entry(-4), *center = entry(-3);
    for (int64_t i = -3; i < int64_t(range.size) + 3; ++i) {
      const float* right = entry(i + 1);
      alignas(64) float z[kWidth];
      kernels_->maxout_sum(left + kWidth, center + kWidth + kPart, right + kWidth + 2 * kPart, z);
      kernels_->layer_norm(z, center, norms_[0].gain.data(), norms_[0].offset.data(),
                           b + size_t(int64_t(range.row) + i) * kWidth);
      left = center;
      center = right;
    }
    first += range.size;
  }
  Convolve(1, ranges, 2, b, scratch, a);
  Convolve(2, ranges, 1, a, scratch, b);
  Convolve(3, ranges, 0, b, scratch, a);
}

}  // namespace averment
