// Dependencies by transitions: arc-eager with arcs that may be replaced, words that may go back to
// the buffer, and a move that starts a sentence (Honnibal & Johnson 2015), greedily.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "averment/labels.h"
#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/syntax/scorer.h"

namespace averment {

// What the moves made of one paragraph, token indices from its first.
struct Arcs {
  std::vector<int> heads;        // Own index for a root.
  std::vector<uint16_t> labels;  // Into ArcEager::labels().
};

// Immutable once loaded.
class ArcEager {
 public:
  // A label as the moves know it: "nsubj", or "nsubj||ccomp" for an arc that was lifted off a word
  // whose own label is the second one (Nivre & Nilsson 2005).
  struct Label {
    Dep dep = Dep::kdep;
    Dep lifted_from = Dep::kroot;
    bool lifted = false;
  };

  static Result<ArcEager> Load(const ModelFile& model, const Kernels& kernels);

  // A worker's scratch.
  struct Scratch {
    MoveScorer::Scratch scorer;
    std::vector<int> stack, rebuffer, heads, last_left, last_right, previous_right;
    std::vector<uint16_t> labels;
    std::vector<uint8_t> unshiftable, sentence_start;
  };

  // Parses a paragraph of n tokens given their rows of 96.
  void Parse(const float* rows, size_t n, Scratch& scratch, Arcs& out) const;

  const std::vector<Label>& labels() const { return labels_; }

 private:
  enum Action : uint8_t { kShift, kReduce, kLeft, kRight, kBreak };

  MoveScorer scorer_;
  std::vector<uint8_t> actions_;      // By move.
  std::vector<uint16_t> move_label_;  // By move, into labels_.
  std::vector<Label> labels_;         // 0 is ROOT.
  std::vector<float> masks_;          // 32 of columns(): by the set of valid actions.
};

}  // namespace averment
