// The learned part of the quotes: which words are cues, and which words round a cue are its source
// and its content.  Two linear models over hashed features, in whole numbers, so that every machine
// gives the same answer; a file of weights and no text (docs/decisions/attribution_weights.md).
//
//   reads     features (quote_features.h)
//   returns   scores and labels; `claims` are made of them in learned_claims.cc

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/discourse/quote_features.h"

namespace averment {

// Immutable once loaded, safe to share.
class QuoteModel {
 public:
  // Fails, naming the file, where it is truncated, altered, or made for other features.
  static Result<QuoteModel> Load(const std::string& path);

  // How much speaks for a cue, in steps of the weights.
  int32_t CueScore(const FeatureList& features) const;
  // From these scores on a word is a cue: one that the rules found, one that they did not.
  int32_t least_of_rules() const { return least_[0]; }
  int32_t least_of_model() const { return least_[1]; }

  enum Label : uint8_t { kOther, kSource, kContent };
  static constexpr int kLabels = 3;
  // The best labels of the window's words.  `labels` is overwritten.
  void LabelWords(const QuoteFeatures& features, uint32_t cue, TokenRange window,
                  std::vector<uint8_t>& labels) const;

  // What a feature adds to the score of a cue; for explanations.
  int32_t CueWeight(uint32_t hash) const { return cue_[hash >> cue_shift_]; }
  // Of a step, in the unit of logarithmic odds.
  float unit() const { return unit_; }

 private:
  explicit QuoteModel(ModelFile file) : file_(std::move(file)) {}

  ModelFile file_;
  std::span<const int8_t> cue_;   // A weight for each hash.
  std::span<const int8_t> word_;  // kLabels weights for each hash.
  uint32_t cue_shift_ = 0, word_shift_ = 0;
  std::array<int32_t, 2> least_ = {};
  std::array<std::array<int32_t, kLabels>, kLabels> step_ = {};  // From label to label.
  std::array<int32_t, kLabels> first_ = {};                      // Of the window's first word.
  float unit_ = 1;
};

}  // namespace averment
