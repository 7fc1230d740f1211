// Scores the moves of a transition system from the vectors of a few tokens: spaCy's parser model
// with its features computed once per token ("precomputable affine") and a maxout of two pieces.
//
// Honnibal & Johnson (2015); the precomputation is Chen & Manning's (2014).

#pragma once

#include <span>
#include <string>
#include <vector>

#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/syntax/kernels.h"

namespace averment {

// Immutable once loaded.
class MoveScorer {
 public:
  // Sections PREFIX.lower.*, PREFIX.affine.*, PREFIX.upper.* with this many features per state.
  static Result<MoveScorer> Load(const ModelFile& model, const std::string& prefix, size_t features,
                                 const Kernels& kernels);

  size_t moves() const { return moves_; }
  size_t columns() const { return vectors_ * 8; }  // Moves, padded: the size of a mask.

  // A worker's scratch.
  struct Scratch {
    FloatBuffer lowered, features, scores;
    std::vector<const float*> rows;
  };

  // Computes the features of n tokens from their rows of 96, for Best to read.
  void Prepare(const float* rows, size_t n, Scratch& scratch) const;

  // The best move by score where `mask` is 0 (-infinity forbids; columns() numbers); the lowest
  // index wins a tie; -1 where all are forbidden.  `tokens`: an index into the prepared rows for
  // every feature, or -1 for a token that is not there.  The masked scores stay in scratch.scores.
  int Best(const int* tokens, const float* mask, Scratch& scratch) const;

 private:
  static constexpr size_t kFeature = 2 * kHidden;

  const Kernels* kernels_ = nullptr;
  size_t features_ = 0, moves_ = 0, vectors_ = 0;
  Panels lower_, affine_;
  FloatBuffer missing_;  // The features of a missing token.
  FloatBuffer feature_bias_, upper_, upper_bias_;
};

}  // namespace averment
