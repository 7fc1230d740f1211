#include "src/text/word_vectors.h"

#include <algorithm>
#include <string>

#include "src/base/string_hash.h"

namespace averment {
namespace {

constexpr int kBucketBits = 16;  // A dozen keys share a bucket.

}  // namespace

Result<WordVectors> WordVectors::Load(const ModelFile& model) {
  WordVectors made;
  if (!model.Has("vectors.keys")) return made;
  const auto keys = model.Array<uint64_t>("vectors.keys");
  if (!keys.ok()) return keys.status();
  const auto rows = model.Array<uint32_t>("vectors.rows", keys.value().size());
  if (!rows.ok()) return rows.status();
  const auto table = model.Array<float>("vectors.table");
  if (!table.ok()) return table.status();
  made.table_ = table.value();
  made.keys_ = keys.value();
  made.rows_ = rows.value();
  for (const uint32_t row : made.rows_) {
    if (row < made.table_.size() / kWidth) continue;
    return Status(model.name() + ": vectors.rows: no such vector");
  }
  made.buckets_.assign((1u << kBucketBits) + 1, 0);
  for (const uint64_t key : made.keys_) ++made.buckets_[(key >> (64 - kBucketBits)) + 1];
  for (size_t b = 1; b < made.buckets_.size(); ++b) made.buckets_[b] += made.buckets_[b - 1];
  return made;
}

const float* WordVectors::Find(std::string_view word) const {
  if (keys_.empty() || word.empty()) return nullptr;
  const uint64_t id = HashString(word);
  const size_t bucket = id >> (64 - kBucketBits);
  for (uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    if (keys_[i] == id) return table_.data() + size_t(rows_[i]) * kWidth;
  }
  return nullptr;
}

}  // namespace averment
