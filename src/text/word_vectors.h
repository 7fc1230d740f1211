// The static vectors that a model brings: one for most words as written.
//
//   reads     a converted model (the sections vectors.*); the model sm has none
//   returns   views into the model file, which must outlive it

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "averment/result.h"
#include "src/base/model_file.h"

namespace averment {

// Immutable once loaded, safe to share.
class WordVectors {
 public:
  static constexpr size_t kWidth = 300;

  // Without vectors in the model it is empty, and no word has one.
  static Result<WordVectors> Load(const ModelFile& model);

  // kWidth numbers, or null.  Words are looked up as written.
  const float* Find(std::string_view word) const;
  bool empty() const { return keys_.empty(); }

 private:
  std::span<const float> table_;
  std::span<const uint64_t> keys_;  // Ascending.
  std::span<const uint32_t> rows_;
  std::vector<uint32_t> buckets_;  // Of keys_, by their first bits.
};

}  // namespace averment
