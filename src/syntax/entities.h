// Named entities by transitions over the BILUO scheme (begin, in, last, unit, out), greedily:
// spaCy's entity recogniser.  Lample et al. (2016) for the stack-free transition scheme.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "averment/labels.h"
#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/syntax/scorer.h"

namespace averment {

// An entity of a paragraph: tokens [first, last), counted from the paragraph's first.
struct FoundEntity {
  uint32_t first, last;
  EntityType type;
};

// Immutable once loaded.
class EntityRecognizer {
 public:
  static Result<EntityRecognizer> Load(const ModelFile& model, const Kernels& kernels);

  // A worker's scratch.
  struct Scratch {
    MoveScorer::Scratch scorer;
  };

  // What the moves need to know of a token besides its row.
  struct TokenFlags {
    bool is_space;
    bool sentence_start;
  };

  // Finds the entities of a paragraph, in order, never overlapping, none across a sentence start.
  void Find(const float* rows, std::span<const TokenFlags> tokens, Scratch& scratch,
            std::vector<FoundEntity>& out) const;

 private:
  enum Action : uint8_t { kMissing, kBegin, kIn, kLast, kUnit, kOut };
  static constexpr size_t kTypes = 19;

  // Which moves are allowed: outside an entity, by whether one may begin and stand alone here;
  // inside one of a type, by whether it may go on.
  size_t OutsideMask(bool begin, bool unit) const { return size_t(begin) * 2 + size_t(unit); }
  size_t InsideMask(EntityType type, bool in) const { return 4 + size_t(type) * 2 + size_t(in); }

  MoveScorer scorer_;
  std::vector<uint8_t> actions_;
  std::vector<EntityType> types_;
  std::vector<float> masks_;
};

}  // namespace averment
