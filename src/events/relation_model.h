// The learned event model: a multinomial logistic regression over named features and mean word
// vectors.
//
//   reads     a file of weights (scripts/train events; the format is src/base/model_file.h):
//     relation.classes    strings: event types, and NONE
//     relation.features   strings
//     relation.weights    u8 [features, classes]: 128 is zero
//     relation.dense      u8 [groups, 300, classes], likewise
//     relation.scales     f32: what a step of `weights` and of `dense` is worth
//     relation.bias       f32 [classes]
//     relation.settings   f32: temperature, threshold
//   returns   probabilities, and which features weighed most

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/events/relation_features.h"

namespace averment::events {

// A type of event, or nothing.
inline constexpr size_t kRelationTypes = size_t(EventType::kAssault) + 1;
inline constexpr size_t kNoRelation = kRelationTypes;
inline constexpr size_t kRelationClasses = kRelationTypes + 1;

struct RelationScores {
  std::array<float, kRelationClasses> logit{};
  std::array<float, kRelationClasses> probability{};
};

// The likeliest type, whatever the class NONE says.  `probability` is among the types.
struct RelationChoice {
  EventType type = EventType::kConsult;
  float probability = 0;
};
RelationChoice Choose(const RelationScores& scores);

// What one feature added to the logit of a class.
struct Weighed {
  std::string feature;
  uint32_t token = kNoToken;
  float weight = 0;
};

// Immutable once loaded, safe to share between threads.
class RelationModel {
 public:
  // Fails, naming the file, where it is missing, damaged or of other sizes.
  static Result<RelationModel> Load(const std::string& path);

  // `means` is null where there are no vectors.
  RelationScores Score(const Syntax& syntax, const TokenPair& pair, const RelationHints& hints,
                       const VectorMeans* means) const;
  // The features that spoke most for `type`, the heaviest first.
  std::vector<Weighed> Explain(const Syntax& syntax, const TokenPair& pair,
                               const RelationHints& hints, size_t type, size_t most) const;

  // From this probability on an event is proposed where no rule tells of one.
  float threshold() const { return threshold_; }

 private:
  RelationModel() = default;
  // Its number, or nothing.
  std::optional<uint32_t> Find(std::string_view feature) const;

  std::vector<std::string> names_;
  std::vector<uint32_t> slots_;  // Open addressing: number + 1, or 0.
  std::vector<float> weights_;   // [features][kRelationClasses]
  std::vector<float> dense_;     // [groups][300][kRelationClasses]
  std::array<float, kRelationClasses> bias_{};
  float temperature_ = 1, threshold_ = 1;
};

}  // namespace averment::events
